package hedgerow.margin;

import hedgerow.pricing.RiskArrays;

/// The legs that one account holds on one underlying: a view that moves from group to group.
public final class Group {
    final RiskArrays arrays;
    int[] rows = new int[0];
    double[] quantities = new double[0];
    int from;
    int to;
    Holding.OpenOrders orders = Holding.OpenOrders.NONE;
    int orderFrom;
    int orderTo;

    /// The place of the underlying among the runs of the arrays.
    int runIndex;

    /// Whether the account holds so much that its sums need a closer look.
    boolean isTight;

    Group(RiskArrays arrays) {
        this.arrays = arrays;
    }

    /// Makes this a view of the same legs and orders over other arrays with the same rows.
    void take(Group other) {
        rows = other.rows;
        quantities = other.quantities;
        from = other.from;
        to = other.to;
        orders = other.orders;
        orderFrom = other.orderFrom;
        orderTo = other.orderTo;
        runIndex = other.runIndex;
        isTight = other.isTight;
    }

    RiskArrays.Run run() {
        return arrays.runs().get(runIndex);
    }

    boolean hasOrders() {
        return orderFrom < orderTo;
    }
}
