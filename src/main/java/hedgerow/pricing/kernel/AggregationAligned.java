package hedgerow.pricing.kernel;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;

/// The aggregation in explicit vectors over cells outside the heap.
///
/// In an array no row starts with a cache line, so a wide load takes from two of them, at a quarter
/// of the speed. Memory of our own can be aligned.
final class AggregationAligned extends AggregationVector {
    private static final ByteOrder ORDER = ByteOrder.nativeOrder();
    private static final int CACHE_LINE = 64;
    private static final long BYTES = (long) LANES * Double.BYTES;

    private final MemorySegment aligned;

    AggregationAligned(AggregationVector other, Arena arena) {
        super(other);
        this.aligned = arena.allocate((long) cells.length * Double.BYTES, CACHE_LINE);
        MemorySegment.copy(cells, 0, aligned, ValueLayout.JAVA_DOUBLE, 0, cells.length);
    }

    @Override
    void four(int[] rows, double[] quantities, int[] starts, int first, int column, GroupSums out) {
        MemorySegment cells = this.aligned;
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
                long at = (long) (rows[i] * stride + column) * Double.BYTES;
                a = a.add(DoubleVector.fromMemorySegment(SPECIES, cells, at, ORDER).mul(q));
                b = b.add(DoubleVector.fromMemorySegment(SPECIES, cells, at + BYTES, ORDER).mul(q));
                c =
                        c.add(
                                DoubleVector.fromMemorySegment(
                                                SPECIES, cells, at + 2 * BYTES, ORDER)
                                        .mul(q));
                d =
                        d.add(
                                DoubleVector.fromMemorySegment(
                                                SPECIES, cells, at + 3 * BYTES, ORDER)
                                        .mul(q));
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

    @Override
    void two(int[] rows, double[] quantities, int[] starts, int first, int column, GroupSums out) {
        MemorySegment cells = this.aligned;
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
                long at = (long) (rows[i] * stride + column) * Double.BYTES;
                a = a.add(DoubleVector.fromMemorySegment(SPECIES, cells, at, ORDER).mul(q));
                b = b.add(DoubleVector.fromMemorySegment(SPECIES, cells, at + BYTES, ORDER).mul(q));
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
}
