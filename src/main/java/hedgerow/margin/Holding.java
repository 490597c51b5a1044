package hedgerow.margin;

import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.Order;
import hedgerow.portfolio.Portfolio;
import hedgerow.portfolio.Position;
import hedgerow.pricing.RiskArrays;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// What one account holds, as rows of the risk arrays.
///
/// Each row stands once, with the sum of the legs on it: a position that is closed by its opposite
/// is gone, for charges by contract as for the scan. Where a model margins gross, a row stands
/// twice that is held both short and long. Rows ascend, so sums over them have the same bits
/// whatever the order in which a caller listed the legs.
public final class Holding {
    static final Holding NOTHING =
            new Holding(new int[0], new double[0], new int[1], OpenOrders.NONE);

    final int[] rows;
    final double[] quantities;

    /// The first leg of each group, and the end of the last.
    final int[] groupStarts;

    final OpenOrders orders;
    int firstGroup;
    int endGroup;
    int orderFrom;
    int orderTo;

    /// Contracts held and ordered, long or short; at least the sum over this holding.
    double grossQuantity;

    /// Open orders as rows.
    ///
    /// @param rows the row of each order, ascending inside an account
    /// @param quantities signed contracts
    /// @param edges what each order gains, at the current price, over its limit when it fills; in
    ///   the margin currency, below zero for an order worse than the market
    record OpenOrders(int[] rows, double[] quantities, double[] edges) {
        static final OpenOrders NONE = new OpenOrders(new int[0], new double[0], new double[0]);

        /// Infinite where an edge is not a number, so that sums are looked at; else zero.
        double grossOfEdges() {
            for (double edge : edges) {
                if (!Double.isFinite(edge)) return Double.POSITIVE_INFINITY;
            }
            return 0;
        }

        OpenOrders slice(int from, int to) {
            return new OpenOrders(
                    Arrays.copyOfRange(rows, from, to),
                    Arrays.copyOfRange(quantities, from, to),
                    Arrays.copyOfRange(edges, from, to));
        }
    }

    /// A view of arrays that others own: of no group and no order as yet.
    Holding(int[] rows, double[] quantities, int[] groupStarts, OpenOrders orders) {
        this.rows = rows;
        this.quantities = quantities;
        this.groupStarts = groupStarts;
        this.orders = orders;
    }

    /// The first `legs` legs, whose rows ascend, and all orders.
    static Holding of(
            RiskArrays arrays, int[] rows, double[] quantities, int legs, OpenOrders orders) {
        int[] starts = new int[Math.min(legs, arrays.runs().size()) + 1];
        int groups = groups(arrays, rows, 0, legs, starts, 0);
        starts[groups] = legs;
        Holding holding = new Holding(rows, quantities, starts, orders);
        holding.endGroup = groups;
        holding.orderTo = orders.rows().length;
        holding.grossQuantity =
                gross(quantities, legs)
                        + gross(orders.quantities(), holding.orderTo)
                        + orders.grossOfEdges();
        return holding;
    }

    /// The portfolio's legs and orders as rows of `arrays`, which hold every instrument of it.
    ///
    /// @param isGross whether what is short stays apart from what is long
    /// @throws IllegalArgumentException on an instrument without a row
    static Holding of(RiskArrays arrays, Portfolio portfolio, boolean isGross) {
        List<Position> positions = portfolio.positions();
        int[] rows = new int[positions.size()];
        double[] quantities = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            Position position = positions.get(i);
            rows[i] = row(arrays, position.instrument());
            quantities[i] = position.quantity();
        }
        int legs = new Netting(isGross).net(rows, quantities, 0, rows.length);
        return of(
                arrays,
                rows,
                quantities,
                legs,
                BookOrders.of(arrays, portfolio.orders()).on(arrays));
    }

    /// Another view of the same arrays, for another thread to move.
    Holding copy() {
        Holding copy = new Holding(rows, quantities, groupStarts, orders);
        copy.grossQuantity = grossQuantity;
        return copy;
    }

    /// Writes the first leg of each group to `starts` from place `at` on.
    ///
    /// @return the place after the last group
    static int groups(RiskArrays arrays, int[] rows, int from, int to, int[] starts, int at) {
        int end = at;
        int run = -1;
        for (int i = from; i < to; i++) {
            if (arrays.runOf(rows[i]) != run) {
                run = arrays.runOf(rows[i]);
                starts[end++] = i;
            }
        }
        return end;
    }

    static double gross(double[] quantities, int legs) {
        double gross = 0;
        for (int i = 0; i < legs; i++) gross += Math.abs(quantities[i]);
        return gross;
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

    static int row(RiskArrays arrays, Instrument instrument) {
        return arrays.row(instrument)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "the arrays hold no row of " + instrument.label()));
    }
}
