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
    private static final int LINE = 64;

    private final MemorySegment aligned;

    AggregationAligned(AggregationVector other, Arena arena) {
        super(other);
        this.aligned = arena.allocate((long) cells.length * Double.BYTES, LINE);
        MemorySegment.copy(cells, 0, aligned, ValueLayout.JAVA_DOUBLE, 0, cells.length);
    }

    @Override
    void four(int[] rows, double[] quantities, int[] starts, int first, int column, Sums out) {
        MemorySegment cells = this.aligned;
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
                a = a.add(row(cells, at).mul(q));
                b = b.add(row(cells, at + LANES).mul(q));
                c = c.add(row(cells, at + 2 * LANES).mul(q));
                d = d.add(row(cells, at + 3 * LANES).mul(q));
            }
            from = to;
            double[] sum = out.vectors[place];
            a.intoArray(sum, column);
            b.intoArray(sum, column + LANES);
            c.intoArray(sum, column + 2 * LANES);
            d.intoArray(sum, column + 3 * LANES);
            LongVector one = loss(a, column).max(loss(b, column + LANES));
            LongVector two = loss(c, column + 2 * LANES).max(loss(d, column + 3 * LANES));
            out.worsen(place, one.max(two).reduceLanes(VectorOperators.MAX));
        }
    }

    @Override
    void two(int[] rows, double[] quantities, int[] starts, int first, int column, Sums out) {
        MemorySegment cells = this.aligned;
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
                a = a.add(row(cells, at).mul(q));
                b = b.add(row(cells, at + LANES).mul(q));
            }
            from = to;
            double[] sum = out.vectors[place];
            a.intoArray(sum, column);
            b.intoArray(sum, column + LANES);
            LongVector losses = loss(a, column).max(loss(b, column + LANES));
            out.worsen(place, losses.reduceLanes(VectorOperators.MAX));
        }
    }

    private static DoubleVector row(MemorySegment cells, int at) {
        return DoubleVector.fromMemorySegment(SPECIES, cells, (long) at * Double.BYTES, ORDER);
    }
}
