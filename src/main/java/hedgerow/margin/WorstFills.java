package hedgerow.margin;

import hedgerow.pricing.RiskArrays;

/// Open orders at their worst: in each scenario those fill that would lose there.
final class WorstFills {
    private WorstFills() {}

    /// Adds, in each scenario, what every order that would lose there loses by filling.
    static void add(Group group, double[] vector) {
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
