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
    RiskArrays.Run run;

    Group(RiskArrays arrays) {
        this.arrays = arrays;
        this.run = new RiskArrays.Run("", Double.NaN, 0, 0);
    }

    boolean hasOrders() {
        return orderFrom < orderTo;
    }
}
