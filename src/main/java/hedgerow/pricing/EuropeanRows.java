package hedgerow.pricing;

import hedgerow.portfolio.Settlement;
import hedgerow.pricing.formula.Black76;
import hedgerow.pricing.kernel.GridKernel;
import hedgerow.pricing.kernel.MoveRow;
import hedgerow.pricing.kernel.OptionBlock;
import hedgerow.scenario.ScenarioGrid;
import hedgerow.scenario.VolShock;
import java.util.List;

/// Collects European options of neighbouring rows and one settlement, and prices them in blocks.
final class EuropeanRows {
    private final List<VolShock> shocks;
    private final double[] cells;
    private final int stride;
    private final RiskArrays.Columns columns;
    private final GridKernel kernel = GridKernel.fastest();
    private final OptionBlock block;
    private final double[] base = new double[OptionBlock.CAPACITY];
    private final double[] excess = new double[OptionBlock.CAPACITY];
    private final MoveRow linear;
    private final MoveRow inverse;
    private final MoveRow now;
    private Settlement settlement = Settlement.LINEAR;
    private int first;

    /// @param shocks the distinct vol shocks of the grid
    /// @param shockOf by scenario, the index of its shock
    EuropeanRows(
            ScenarioGrid grid,
            List<VolShock> shocks,
            int[] shockOf,
            double[] cells,
            RiskArrays.Columns columns) {
        this.shocks = shocks;
        this.cells = cells;
        this.stride = RiskArrays.stride(grid.size());
        this.columns = columns;
        this.block = new OptionBlock(shocks.size() + 1);
        double[] multipliers =
                grid.scenarios().stream().mapToDouble(s -> 1 + s.spotMove()).toArray();
        this.linear = MoveRow.linear(multipliers, shockOf);
        this.inverse = MoveRow.inverse(multipliers, shockOf);
        this.now = MoveRow.linear(new double[] {1}, new int[] {shocks.size()});
    }

    /// Adds the option of `row`; rows come in ascending order.
    void add(int row, Terms.European option) {
        Settlement paid = option.contract().settlement();
        boolean next = row == first + block.size() && paid == settlement;
        if (block.isFull() || !next) flush();
        if (block.size() == 0) {
            first = row;
            settlement = paid;
        }
        Terms.Vanilla vanilla = option.vanilla();
        boolean coins = paid == Settlement.INVERSE;
        double unitValue =
                option.contract().multiplier() * option.fx() * (coins ? option.spot() : 1);
        double scale = unitValue * (coins ? 1 / vanilla.forward() : vanilla.discount());
        int place = block.add(vanilla.forward(), vanilla.strike(), vanilla.right().sign(), scale);
        double root = Math.sqrt(vanilla.expiryYears());
        double logMoneyness = vanilla.logMoneyness();
        for (int v = 0; v < shocks.size(); v++) {
            double vol = shocks.get(v).shocked(vanilla.vol(), logMoneyness, vanilla.expiryYears());
            block.stdDev(place, v, vol * root);
        }
        block.stdDev(place, shocks.size(), vanilla.vol() * root);
        excess[place] = option.excess();
        columns.delta()[row] = delta(option, vanilla.vol() * root);
        columns.unitValue()[row] = unitValue;
    }

    private static double delta(Terms.European option, double stdDev) {
        Terms.Vanilla vanilla = option.vanilla();
        int sign = vanilla.right().sign();
        return option.contract().multiplier()
                * Black76.delta(sign, vanilla.forward(), vanilla.strike(), stdDev)
                * vanilla.discount()
                * vanilla.deltaFactor();
    }

    /// Prices what has been collected.
    void flush() {
        kernel.value(block, now, base, 0, 1);
        for (int i = 0; i < block.size(); i++) {
            block.base(i, base[i]);
            int row = first + i;
            double unitValue = columns.unitValue()[row];
            columns.value()[row] = base[i] + excess[i] * unitValue;
            columns.price()[row] = columns.value()[row] / unitValue;
        }
        MoveRow moves = settlement == Settlement.INVERSE ? inverse : linear;
        kernel.value(block, moves, cells, first * stride, stride);
        block.clear();
    }
}
