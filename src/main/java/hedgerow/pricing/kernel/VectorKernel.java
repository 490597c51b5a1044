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
        tails(tailU, size);
        tails(tailV, size);
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

    private static void tails(double[] z, int size) {
        for (int i = 0; i < size; i += LANES) {
            DoubleVector root = DoubleVector.fromArray(SPECIES, z, i);
            DoubleVector x = root.mul(root).sub(MIDDLE);
            DoubleVector y = x.mul(x);
            DoubleVector even = y.mul(C16).add(C14);
            even = even.mul(y).add(C12);
            even = even.mul(y).add(C10);
            even = even.mul(y).add(C8);
            even = even.mul(y).add(C6);
            even = even.mul(y).add(C4);
            even = even.mul(y).add(C2);
            even = even.mul(y).add(C0);
            DoubleVector odd = y.mul(C17).add(C15);
            odd = odd.mul(y).add(C13);
            odd = odd.mul(y).add(C11);
            odd = odd.mul(y).add(C9);
            odd = odd.mul(y).add(C7);
            odd = odd.mul(y).add(C5);
            odd = odd.mul(y).add(C3);
            odd = odd.mul(y).add(C1);
            DoubleVector p = even.add(x.mul(odd));
            p = p.mul(p);
            p.mul(p).intoArray(z, i);
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
