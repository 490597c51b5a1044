package hedgerow.pricing;

import hedgerow.portfolio.Settlement;
import hedgerow.scenario.Scenario;
import hedgerow.scenario.ScenarioGrid;

/// Prices European options, one row at a time.
final class EuropeanRows {
    private final ScenarioGrid grid;
    private final double[] cells;
    private final int stride;
    private final RiskArrays.Columns columns;

    EuropeanRows(ScenarioGrid grid, double[] cells, RiskArrays.Columns columns) {
        this.grid = grid;
        this.cells = cells;
        this.stride = RiskArrays.stride(grid.size());
        this.columns = columns;
    }

    void add(int row, Terms.European option) {
        Terms.Vanilla vanilla = option.vanilla();
        boolean coins = option.contract().settlement() == Settlement.INVERSE;
        double unitValue =
                option.contract().multiplier() * option.fx() * (coins ? option.spot() : 1);
        double scale = unitValue * (coins ? 1 / vanilla.forward() : vanilla.discount());
        double root = Math.sqrt(vanilla.expiryYears());
        int sign = vanilla.right().sign();
        double stdDev = vanilla.vol() * root;
        double base = scale * Black76.value(sign, vanilla.forward(), vanilla.strike(), stdDev);
        for (int s = 0; s < grid.size(); s++) {
            Scenario scenario = grid.get(s);
            double growth = 1 + scenario.spotMove();
            double vol = scenario.volShock().shocked(vanilla.vol(), vanilla.expiryYears());
            double value =
                    Black76.value(sign, vanilla.forward() * growth, vanilla.strike(), vol * root);
            cells[row * stride + s] = scale * value / (coins ? growth : 1) - base;
        }
        columns.value()[row] = base + option.excess() * unitValue;
        columns.price()[row] = columns.value()[row] / unitValue;
        columns.unitValue()[row] = unitValue;
        columns.delta()[row] =
                option.contract().multiplier()
                        * Black76.delta(sign, vanilla.forward(), vanilla.strike(), stdDev)
                        * vanilla.discount()
                        * vanilla.deltaFactor();
    }
}
