package hedgerow.margin;

import java.util.stream.DoubleStream;

/// Sums whose bits do not depend on the order of what is added.
final class Sums {
    private Sums() {}

    /// The sum from the least value to the greatest.
    static double ofSorted(DoubleStream values) {
        return values.sorted().reduce(0, Double::sum);
    }
}
