package hedgerow.pricing.kernel;

import static hedgerow.pricing.kernel.NormalTail.*;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/// The kernel in explicit vectors, operation by operation what [PlainKernel] does.
///
/// To be touched only where the module `jdk.incubator.vector` is present. Each loop stays below
/// some 80 vector operations, past which the compiler no longer inlines them and boxes every
/// vector.
final class VectorKernel extends GridKernel {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    /// Whether vectors are wide enough to be worth it.
    static boolean isWide() {
        return LANES >= 4;
    }

    @Override
    public String name() {
        return "vector-" + SPECIES.vectorBitSize();
    }

    @Override
    void scenario(OptionBlock block, MoveRow moves, int s, double[] cells) {
        int size = block.size();
        arguments(block, moves.volColumn[s], moves.logMultiplier[s]);
        tails(tailU, tailV, size);
        values(block, moves.multiplier[s], moves.valueFactor[s], cells);
    }

    private void arguments(OptionBlock block, int column, double logMove) {
        int size = block.size();
        double[] slope = block.slope[column];
        double[] shiftU = block.shiftU[column];
        double[] shiftV = block.shiftV[column];
        double[] logMoneyness = block.logMoneyness;
        double[] u = tailU;
        double[] v = tailV;
        double[] c = signU;
        for (int i = 0; i < size; i += LANES) {
            DoubleVector distance =
                    DoubleVector.fromArray(SPECIES, logMoneyness, i)
                            .add(logMove)
                            .abs()
                            .mul(DoubleVector.fromArray(SPECIES, slope, i));
            DoubleVector a = distance.add(DoubleVector.fromArray(SPECIES, shiftU, i));
            DoubleVector b = distance.add(DoubleVector.fromArray(SPECIES, shiftV, i));
            DoubleVector sign = a.sub(a.sub(4).abs());
            sign.intoArray(c, i);
            sign.abs().sub(4.5).intoArray(u, i);
            b.sub(b.add(0.5).abs()).intoArray(v, i);
        }
    }

    /// Both tails at once: four chains of sums keep the units busy that two would leave waiting.
    private static void tails(double[] u, double[] v, int size) {
        for (int i = 0; i < size; i += LANES) {
            DoubleVector rootU = DoubleVector.fromArray(SPECIES, u, i);
            DoubleVector xU = rootU.mul(rootU).sub(MIDDLE);
            DoubleVector yU = xU.mul(xU);
            DoubleVector evenU = yU.mul(C16).add(C14);
            DoubleVector oddU = yU.mul(C17).add(C15);
            DoubleVector rootV = DoubleVector.fromArray(SPECIES, v, i);
            DoubleVector xV = rootV.mul(rootV).sub(MIDDLE);
            DoubleVector yV = xV.mul(xV);
            DoubleVector evenV = yV.mul(C16).add(C14);
            DoubleVector oddV = yV.mul(C17).add(C15);
            evenU = evenU.mul(yU).add(C12);
            evenV = evenV.mul(yV).add(C12);
            oddU = oddU.mul(yU).add(C13);
            oddV = oddV.mul(yV).add(C13);
            evenU = evenU.mul(yU).add(C10);
            evenV = evenV.mul(yV).add(C10);
            oddU = oddU.mul(yU).add(C11);
            oddV = oddV.mul(yV).add(C11);
            evenU = evenU.mul(yU).add(C8);
            evenV = evenV.mul(yV).add(C8);
            oddU = oddU.mul(yU).add(C9);
            oddV = oddV.mul(yV).add(C9);
            evenU = evenU.mul(yU).add(C6);
            evenV = evenV.mul(yV).add(C6);
            oddU = oddU.mul(yU).add(C7);
            oddV = oddV.mul(yV).add(C7);
            evenU = evenU.mul(yU).add(C4);
            evenV = evenV.mul(yV).add(C4);
            oddU = oddU.mul(yU).add(C5);
            oddV = oddV.mul(yV).add(C5);
            evenU = evenU.mul(yU).add(C2);
            evenV = evenV.mul(yV).add(C2);
            oddU = oddU.mul(yU).add(C3);
            oddV = oddV.mul(yV).add(C3);
            evenU = evenU.mul(yU).add(C0);
            evenV = evenV.mul(yV).add(C0);
            oddU = oddU.mul(yU).add(C1);
            oddV = oddV.mul(yV).add(C1);
            DoubleVector pU = evenU.add(xU.mul(oddU));
            pU = pU.mul(pU);
            pU.mul(pU).intoArray(u, i);
            DoubleVector pV = evenV.add(xV.mul(oddV));
            pV = pV.mul(pV);
            pV.mul(pV).intoArray(v, i);
        }
    }

    private void values(OptionBlock block, double multiplier, double factor, double[] cells) {
        int size = block.size();
        DoubleVector half = DoubleVector.broadcast(SPECIES, 0.5);
        for (int i = 0; i < size; i += LANES) {
            DoubleVector c = DoubleVector.fromArray(SPECIES, signU, i);
            DoubleVector h = half.sub(DoubleVector.fromArray(SPECIES, tailU, i));
            DoubleVector b = half.sub(DoubleVector.fromArray(SPECIES, tailV, i));
            DoubleVector twiceA = c.add(h).abs().sub(c.sub(h).abs());
            DoubleVector twiceB = b.add(b);
            DoubleVector strike = DoubleVector.fromArray(SPECIES, block.strike, i);
            DoubleVector f = DoubleVector.fromArray(SPECIES, block.forward, i).mul(multiplier);
            DoubleVector d = f.sub(strike);
            DoubleVector spread = f.add(strike).mul(twiceB.sub(twiceA));
            DoubleVector certain = d.abs().mul(twiceB.add(twiceA));
            DoubleVector fourfold =
                    spread.add(
                            certain.add(
                                    DoubleVector.fromArray(SPECIES, block.twiceSign, i).mul(d)));
            fourfold.add(fourfold.abs())
                    .mul(DoubleVector.fromArray(SPECIES, block.eighthOfScale, i))
                    .mul(factor)
                    .sub(DoubleVector.fromArray(SPECIES, block.base, i))
                    .intoArray(cells, i);
        }
    }
}
