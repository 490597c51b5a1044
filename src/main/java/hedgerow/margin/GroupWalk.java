package hedgerow.margin;

import hedgerow.pricing.RiskArrays;
import java.util.List;

/// Steps through the groups of an account: the legs and orders of one underlying at a time.
final class GroupWalk {
    final Group group;
    int runIndex;
    private final List<RiskArrays.Run> runs;
    private int legsEnd;

    GroupWalk(RiskArrays arrays) {
        this.group = new Group(arrays);
        this.runs = arrays.runs();
    }

    void start(Holding holding) {
        group.rows = holding.rows;
        group.quantities = holding.quantities;
        group.orders = holding.orders;
        group.to = holding.from;
        group.orderTo = 0;
        legsEnd = holding.to;
        runIndex = -1;
    }

    /// Moves to the next underlying on which something is held or ordered; false at the end.
    boolean next() {
        int[] orderRows = group.orders.rows();
        group.from = group.to;
        group.orderFrom = group.orderTo;
        boolean legsLeft = group.from < legsEnd;
        boolean ordersLeft = group.orderFrom < orderRows.length;
        if (!legsLeft && !ordersLeft) return false;
        int first = legsLeft ? group.rows[group.from] : Integer.MAX_VALUE;
        if (ordersLeft) first = Math.min(first, orderRows[group.orderFrom]);
        do {
            runIndex++;
        } while (runs.get(runIndex).to() <= first);
        group.run = runs.get(runIndex);
        int end = group.run.to();
        while (group.to < legsEnd && group.rows[group.to] < end) group.to++;
        while (group.orderTo < orderRows.length && orderRows[group.orderTo] < end) group.orderTo++;
        return true;
    }
}
