package hedgerow.margin;

import hedgerow.pricing.RiskArrays;
import java.util.Arrays;

/// The scenario P&L of a group: its quantities times its rows.
final class GroupVector {
    private GroupVector() {}

    /// Fills `vector` with the unweighted P&L of the group's positions by scenario.
    static void of(Group group, double[] vector) {
        RiskArrays arrays = group.arrays;
        double[] cells = arrays.cells();
        int stride = arrays.stride();
        Arrays.fill(vector, 0);
        for (int i = group.from; i < group.to; i++) {
            double quantity = group.quantities[i];
            int base = group.rows[i] * stride;
            for (int s = 0; s < stride; s++) vector[s] += quantity * cells[base + s];
        }
    }

    /// Adds, in each scenario, what every order that would lose there loses by filling.
    static void addWorstFills(Group group, double[] vector) {
        RiskArrays arrays = group.arrays;
        double[] cells = arrays.cells();
        int stride = arrays.stride();
        for (int i = group.orderFrom; i < group.orderTo; i++) {
            double quantity = group.orders.quantities()[i];
            double edge = group.orders.edges()[i];
            int base = group.orders.rows()[i] * stride;
            for (int s = 0; s < arrays.scenarios(); s++) {
                vector[s] += Math.min(0, edge + quantity * cells[base + s]);
            }
        }
    }
}
