package hedgerow.margin;

import hedgerow.margin.Holding.OpenOrders;
import hedgerow.portfolio.Order;
import hedgerow.pricing.RiskArrays;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The open orders of the accounts of a book, as compressed sparse rows.
///
/// @param starts the first order of each account, and the end of the last; or empty without orders
/// @param rows the row of each order, ascending inside an account
/// @param quantities signed contracts, ascending inside a row
/// @param limitPrices ascending among equal quantities
record BookOrders(int[] starts, int[] rows, double[] quantities, double[] limitPrices) {
    static final BookOrders NONE =
            new BookOrders(new int[0], new int[0], new double[0], new double[0]);

    /// The orders of one account.
    ///
    /// @throws IllegalArgumentException on an instrument without a row
    static BookOrders of(RiskArrays arrays, List<Order> orders) {
        if (orders.isEmpty()) return NONE;
        int[] places = Holding.placesOfOrders(arrays, orders);
        List<Order> sorted = IntStream.of(places).mapToObj(orders::get).toList();
        return new BookOrders(
                new int[] {0, sorted.size()},
                sorted.stream().mapToInt(o -> Holding.row(arrays, o.instrument())).toArray(),
                sorted.stream().mapToDouble(Order::quantity).toArray(),
                sorted.stream().mapToDouble(Order::limitPrice).toArray());
    }

    /// The first order of an account, or of any after it.
    int start(int account) {
        return starts.length == 0 ? 0 : starts[account];
    }

    double gross(int account) {
        double gross = 0;
        for (int i = start(account); i < start(account + 1); i++) gross += Math.abs(quantities[i]);
        return gross;
    }

    /// The orders of one account alone.
    BookOrders of(int account) {
        int from = start(account);
        int to = start(account + 1);
        if (from == to) return NONE;
        return new BookOrders(
                new int[] {0, to - from},
                Arrays.copyOfRange(rows, from, to),
                Arrays.copyOfRange(quantities, from, to),
                Arrays.copyOfRange(limitPrices, from, to));
    }

    /// The orders with what each would gain at the prices of `arrays`.
    OpenOrders on(RiskArrays arrays) {
        if (rows.length == 0) return OpenOrders.NONE;
        double[] edges = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            edges[i] = OrderEdge.of(arrays, rows[i], quantities[i], limitPrices[i]);
        }
        return new OpenOrders(rows, quantities, edges);
    }
}
