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

    /// Both tails at once, step by step: one waits while the other computes.
    private static void tails(double[] u, double[] v, int size) {
        for (int i = 0; i < size; i += LANES) {
            DoubleVector rootU = DoubleVector.fromArray(SPECIES, u, i);
            DoubleVector rootV = DoubleVector.fromArray(SPECIES, v, i);
            DoubleVector xU = rootU.mul(rootU).sub(MIDDLE);
            DoubleVector xV = rootV.mul(rootV).sub(MIDDLE);
            DoubleVector zU = xU.mul(xU);
            DoubleVector zV = xV.mul(xV);
            DoubleVector qU = xU.mul(LINE_1).add(LINE_0);
            DoubleVector qV = xV.mul(LINE_1).add(LINE_0);
            qU = zU.add(ROOT_5).mul(qU).add(REST_5);
            qV = zV.add(ROOT_5).mul(qV).add(REST_5);
            qU = zU.add(ROOT_4).mul(qU).add(REST_4);
            qV = zV.add(ROOT_4).mul(qV).add(REST_4);
            qU = zU.add(SUM_3).mul(zU).add(PRODUCT_3).mul(qU).add(zU.mul(SLOPE_3).add(REST_3));
            qV = zV.add(SUM_3).mul(zV).add(PRODUCT_3).mul(qV).add(zV.mul(SLOPE_3).add(REST_3));
            qU = zU.add(SUM_2).mul(zU).add(PRODUCT_2).mul(qU).add(zU.mul(SLOPE_2).add(REST_2));
            qV = zV.add(SUM_2).mul(zV).add(PRODUCT_2).mul(qV).add(zV.mul(SLOPE_2).add(REST_2));
            qU = zU.add(SUM_1).mul(zU).add(PRODUCT_1).mul(qU).add(zU.mul(SLOPE_1).add(REST_1));
            qV = zV.add(SUM_1).mul(zV).add(PRODUCT_1).mul(qV).add(zV.mul(SLOPE_1).add(REST_1));
            qU = qU.mul(qU);
            qU.mul(qU).intoArray(u, i);
            qV = qV.mul(qV);
            qV.mul(qV).intoArray(v, i);
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
