package hedgerow.pricing.kernel;

import java.lang.foreign.Arena;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// The aggregation in explicit vectors, column by column what [AggregationPlain] does.
///
/// The bits of positive losses stand in the order of the losses, and those of negative ones are
/// below zero, so they are compared as whole numbers. To be touched only where the module
/// `jdk.incubator.vector` is present. No vector goes in or out of a method of our own: where such a
/// call is not inlined, the vector is put into an object.
sealed class AggregationVector extends Aggregation permits AggregationAligned {
    static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    static final int LANES = SPECIES.length();

    AggregationVector(double[] cells, int stride, double[] weights) {
        super(cells, stride, weights);
    }

    AggregationVector(AggregationVector other) {
        super(other);
    }

    /// Whether vectors are wide enough to be worth it, and fit into a tile twice.
    static boolean isWide() {
        return LANES >= 4 && LANES <= TILE / 2;
    }

    @Override
    public final String name() {
        return "vector-" + SPECIES.vectorBitSize();
    }

    @Override
    public final Aggregation aligned(Arena arena) {
        return new AggregationAligned(this, arena);
    }

    @Override
    public final void sum(
            int[] rows, double[] quantities, int[] starts, int first, int end, GroupSums out) {
        out.start(end - first);
        boolean byFour = stride % (4 * LANES) == 0;
        for (int column = 0; column < stride; column += byFour ? 4 * LANES : 2 * LANES) {
            if (byFour) {
                four(rows, quantities, starts, first, column, out);
            } else {
                two(rows, quantities, starts, first, column, out);
            }
        }
    }

    /// Columns from `column` on, as many as four vectors hold.
    void four(int[] rows, double[] quantities, int[] starts, int first, int column, GroupSums out) {
        double[] cells = this.cells;
        double[] weights = this.lossWeights;
        int stride = this.stride;
        int size = out.size;
        int from = starts[first];
        for (int place = 0; place < size; place++) {
            DoubleVector a = DoubleVector.zero(SPECIES);
            DoubleVector b = a;
            DoubleVector c = a;
            DoubleVector d = a;
            int to = starts[first + place + 1];
            for (int i = from; i < to; i++) {
                DoubleVector q = DoubleVector.broadcast(SPECIES, quantities[i]);
                int at = rows[i] * stride + column;
                a = a.add(DoubleVector.fromArray(SPECIES, cells, at).mul(q));
                b = b.add(DoubleVector.fromArray(SPECIES, cells, at + LANES).mul(q));
                c = c.add(DoubleVector.fromArray(SPECIES, cells, at + 2 * LANES).mul(q));
                d = d.add(DoubleVector.fromArray(SPECIES, cells, at + 3 * LANES).mul(q));
            }
            from = to;
            double[] sum = out.vectors[place];
            a.intoArray(sum, column);
            b.intoArray(sum, column + LANES);
            c.intoArray(sum, column + 2 * LANES);
            d.intoArray(sum, column + 3 * LANES);
            a = a.mul(DoubleVector.fromArray(SPECIES, weights, column));
            b = b.mul(DoubleVector.fromArray(SPECIES, weights, column + LANES));
            c = c.mul(DoubleVector.fromArray(SPECIES, weights, column + 2 * LANES));
            d = d.mul(DoubleVector.fromArray(SPECIES, weights, column + 3 * LANES));
            LongVector losses = a.reinterpretAsLongs().max(b.reinterpretAsLongs());
            losses = losses.max(c.reinterpretAsLongs()).max(d.reinterpretAsLongs());
            out.worsen(place, losses.reduceLanes(VectorOperators.MAX));
        }
    }

    /// Columns from `column` on, as many as two vectors hold.
    void two(int[] rows, double[] quantities, int[] starts, int first, int column, GroupSums out) {
        double[] cells = this.cells;
        double[] weights = this.lossWeights;
        int stride = this.stride;
        int size = out.size;
        int from = starts[first];
        for (int place = 0; place < size; place++) {
            DoubleVector a = DoubleVector.zero(SPECIES);
            DoubleVector b = a;
            int to = starts[first + place + 1];
            for (int i = from; i < to; i++) {
                DoubleVector q = DoubleVector.broadcast(SPECIES, quantities[i]);
                int at = rows[i] * stride + column;
                a = a.add(DoubleVector.fromArray(SPECIES, cells, at).mul(q));
                b = b.add(DoubleVector.fromArray(SPECIES, cells, at + LANES).mul(q));
            }
            from = to;
            double[] sum = out.vectors[place];
            a.intoArray(sum, column);
            b.intoArray(sum, column + LANES);
            a = a.mul(DoubleVector.fromArray(SPECIES, weights, column));
            b = b.mul(DoubleVector.fromArray(SPECIES, weights, column + LANES));
            LongVector losses = a.reinterpretAsLongs().max(b.reinterpretAsLongs());
            out.worsen(place, losses.reduceLanes(VectorOperators.MAX));
        }
    }

    @Override
    public final double worst(double[] sum) {
        long worst = 0;
        for (int s = 0; s < stride; s += LANES) {
            LongVector losses =
                    DoubleVector.fromArray(SPECIES, sum, s)
                            .mul(DoubleVector.fromArray(SPECIES, lossWeights, s))
                            .reinterpretAsLongs();
            worst = Math.max(worst, losses.reduceLanes(VectorOperators.MAX));
        }
        return Double.longBitsToDouble(worst);
    }

    @Override
    public final int first(double[] sum, double loss) {
        DoubleVector wanted = DoubleVector.broadcast(SPECIES, loss);
        for (int s = 0; ; s += LANES) {
            long found =
                    DoubleVector.fromArray(SPECIES, sum, s)
                            .mul(DoubleVector.fromArray(SPECIES, lossWeights, s))
                            .compare(VectorOperators.EQ, wanted)
                            .toLong();
            if (found != 0) return s + Long.numberOfTrailingZeros(found);
        }
    }
}
