package hedgerow.margin;

import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.Order;
import hedgerow.portfolio.Portfolio;
import hedgerow.pricing.RiskArrays;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// What one account holds, as rows of the risk arrays.
///
/// Each row stands once, with the sum of the legs on it: a position that is closed by its opposite
/// is gone, for charges by contract as for the scan.
public final class Holding {
    final int[] rows;
    final double[] quantities;
    final OpenOrders orders;
    int from;
    int to;

    /// Open orders as rows.
    ///
    /// @param rows the row of each order, ascending
    /// @param quantities signed contracts
    /// @param edges what each order gains, at the current price, over its limit when it fills; in
    ///   the margin currency, below zero for an order worse than the market
    record OpenOrders(int[] rows, double[] quantities, double[] edges) {
        static final OpenOrders NONE = new OpenOrders(new int[0], new double[0], new double[0]);

        OpenOrders slice(int from, int to) {
            return new OpenOrders(
                    Arrays.copyOfRange(rows, from, to),
                    Arrays.copyOfRange(quantities, from, to),
                    Arrays.copyOfRange(edges, from, to));
        }
    }

    /// A view of `from` to `to` of arrays that others own; inside it rows ascend, each once.
    Holding(int[] rows, double[] quantities, int from, int to, OpenOrders orders) {
        this.rows = rows;
        this.quantities = quantities;
        this.from = from;
        this.to = to;
        this.orders = orders;
    }

    /// The portfolio's legs and orders as rows of `arrays`, which hold every instrument of it.
    ///
    /// @throws IllegalArgumentException on an instrument without a row
    public static Holding of(RiskArrays arrays, Portfolio portfolio) {
        OpenOrders orders = openOrders(arrays, portfolio.orders());
        return Legs.of(arrays, portfolio.positions()).net(orders);
    }

    /// For each order of the caller's list, in the order of this holding, its place in that list.
    static int[] placesOfOrders(RiskArrays arrays, List<Order> orders) {
        return IntStream.range(0, orders.size())
                .boxed()
                .sorted(
                        Comparator.comparingInt(
                                        (Integer i) -> row(arrays, orders.get(i).instrument()))
                                .thenComparingDouble(i -> orders.get(i).quantity())
                                .thenComparingDouble(i -> orders.get(i).limitPrice()))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static OpenOrders openOrders(RiskArrays arrays, List<Order> orders) {
        if (orders.isEmpty()) return OpenOrders.NONE;
        List<Order> sorted =
                IntStream.of(placesOfOrders(arrays, orders)).mapToObj(orders::get).toList();
        return new OpenOrders(
                sorted.stream().mapToInt(o -> row(arrays, o.instrument())).toArray(),
                sorted.stream().mapToDouble(Order::quantity).toArray(),
                sorted.stream().mapToDouble(o -> OrderEdge.of(arrays, o)).toArray());
    }

    static int row(RiskArrays arrays, Instrument instrument) {
        return arrays.row(instrument)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "the arrays hold no row of " + instrument.label()));
    }
}
