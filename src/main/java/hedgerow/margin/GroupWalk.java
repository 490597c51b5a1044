package hedgerow.margin;

import hedgerow.pricing.RiskArrays;

/// Steps through the groups of an account: the legs and orders of one underlying at a time.
final class GroupWalk {
    final Group group;
    private final RiskArrays arrays;
    private Holding holding = Holding.NOTHING;
    private int next;
    private int end;
    private int ordersEnd;

    /// The place of the group's legs in [Holding#groupStarts], or -1 for orders only.
    int legGroup;

    /// How many groups before this one are orders only.
    int ordersOnly;

    GroupWalk(RiskArrays arrays) {
        this.group = new Group(arrays);
        this.arrays = arrays;
    }

    /// @param isTight whether sums over the holding need a closer look
    void start(Holding holding, boolean isTight) {
        if (this.holding != holding) hold(holding);
        group.isTight = isTight;
        group.orderTo = holding.orderFrom;
        next = holding.firstGroup;
        end = holding.endGroup;
        ordersEnd = holding.orderTo;
        legGroup = 0;
        ordersOnly = 0;
    }

    private void hold(Holding holding) {
        this.holding = holding;
        group.rows = holding.rows;
        group.quantities = holding.quantities;
        group.orders = holding.orders;
    }

    /// Moves to the next underlying on which something is held or ordered; false at the end.
    boolean next() {
        group.orderFrom = group.orderTo;
        if (group.orderFrom < ordersEnd) return nextWithOrders();
        if (legGroup < 0) ordersOnly++;
        if (next == end) return false;
        takeLegs();
        group.runIndex = arrays.runOf(group.rows[group.from]);
        return true;
    }

    private void takeLegs() {
        legGroup = next;
        group.from = holding.groupStarts[next];
        group.to = holding.groupStarts[++next];
    }

    private boolean nextWithOrders() {
        int none = Integer.MAX_VALUE;
        int legsRun = next == end ? none : arrays.runOf(group.rows[holding.groupStarts[next]]);
        int ordersRun = arrays.runOf(group.orders.rows()[group.orderFrom]);
        group.runIndex = Math.min(legsRun, ordersRun);
        group.from = group.to;
        if (legGroup < 0) ordersOnly++;
        legGroup = -1;
        if (legsRun == group.runIndex) takeLegs();
        if (ordersRun == group.runIndex) takeOrders();
        return true;
    }

    private void takeOrders() {
        int[] rows = group.orders.rows();
        int rowsEnd = group.run().to();
        while (group.orderTo < ordersEnd && rows[group.orderTo] < rowsEnd) group.orderTo++;
    }
}
