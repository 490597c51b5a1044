package hedgerow.pricing;

import hedgerow.portfolio.Settlement;
import hedgerow.pricing.formula.Black76;
import hedgerow.pricing.kernel.GridKernel;
import hedgerow.pricing.kernel.MoveRow;
import hedgerow.pricing.kernel.OptionBlock;
import hedgerow.scenario.ScenarioGrid;
import hedgerow.scenario.Valuation;
import hedgerow.scenario.VolShock;
import java.util.List;
import java.util.OptionalDouble;

/// Collects European options of neighbouring rows and one settlement, and prices them in blocks.
final class EuropeanRows {
    private final Valuation.Averaging averaging;
    private final double[] multipliers;
    private final int[] shockOf;
    private final List<VolShock> shocks;
    private final double[] cells;
    private final int stride;
    private final RiskArrays.Columns columns;
    private final GridKernel kernel = GridKernel.fastest();
    private final OptionBlock block;
    private final double[] base = new double[OptionBlock.CAPACITY];
    private final Terms.European[] options = new Terms.European[OptionBlock.CAPACITY];
    private final MoveRow linear;
    private final MoveRow inverse;
    private final MoveRow now;
    private Settlement settlement = Settlement.LINEAR;
    private double openShare = 1;
    private int first;

    /// @param shocks the distinct vol shocks of the grid
    /// @param shockOf by scenario, the index of its shock
    EuropeanRows(
            ScenarioGrid grid,
            Valuation valuation,
            List<VolShock> shocks,
            int[] shockOf,
            double[] cells,
            RiskArrays.Columns columns) {
        this.averaging = valuation.averaging();
        this.shocks = shocks;
        this.shockOf = shockOf;
        this.cells = cells;
        this.stride = RiskArrays.stride(grid.size());
        this.columns = columns;
        this.block = new OptionBlock(shocks.size() + 1);
        this.multipliers = grid.scenarios().stream().mapToDouble(s -> 1 + s.spotMove()).toArray();
        this.linear = MoveRow.linear(multipliers, shockOf);
        this.inverse = MoveRow.inverse(multipliers, shockOf);
        this.now = MoveRow.linear(new double[] {1}, new int[] {shocks.size()});
    }

    /// Adds the option of `row`; rows come in ascending order.
    void add(int row, Terms.European option) {
        Settlement paid = option.contract().settlement();
        Terms.Vanilla vanilla = option.vanilla();
        boolean next =
                row == first + block.size()
                        && paid == settlement
                        && vanilla.openShare() == openShare;
        if (block.isFull() || !next) flush();
        if (block.size() == 0) {
            first = row;
            settlement = paid;
            openShare = vanilla.openShare();
        }
        double unitValue = unitValue(option);
        double scale = scale(option, unitValue, vanilla.discount());
        int place = block.add(vanilla.forward(), vanilla.strike(), vanilla.right().sign(), scale);
        double root = Math.sqrt(vanilla.expiryYears());
        double rootThen = Math.sqrt(vanilla.horizon().yearsThen());
        double logMoneyness = vanilla.logMoneyness();
        for (int v = 0; v < shocks.size(); v++) {
            double vol = shocks.get(v).shocked(vanilla.vol(), logMoneyness, vanilla.expiryYears());
            block.stdDev(place, v, vol * rootThen);
        }
        block.stdDev(place, shocks.size(), vanilla.vol() * root);
        options[place] = option;
        columns.delta()[row] = delta(option, vanilla.vol() * root);
        columns.unitValue()[row] = unitValue;
    }

    /// The margin currency that one contract gains when its price per unit gains one.
    static double unitValue(Terms.European option) {
        boolean coins = option.contract().settlement() == Settlement.INVERSE;
        return option.contract().multiplier() * option.fx() * (coins ? option.spot() : 1);
    }

    /// What turns an undiscounted value into the margin currency.
    private static double scale(Terms.European option, double unitValue, double discount) {
        boolean coins = option.contract().settlement() == Settlement.INVERSE;
        return unitValue * (coins ? 1 / option.vanilla().forward() : discount);
    }

    /// Units of the base currency, by the quote where it counts, else by the exact distribution.
    static double delta(Terms.European option, double stdDev) {
        Terms.Vanilla vanilla = option.vanilla();
        OptionalDouble quoted = option.shown().delta();
        if (quoted.isPresent()) return option.contract().multiplier() * quoted.getAsDouble();
        int sign = vanilla.right().sign();
        return option.contract().multiplier()
                * Black76.delta(sign, vanilla.forward(), vanilla.strike(), stdDev)
                * vanilla.discount()
                * vanilla.deltaFactor()
                * vanilla.openShare();
    }

    /// Prices what has been collected.
    void flush() {
        kernel.value(block, now, base, 0, 1);
        for (int i = 0; i < block.size(); i++) base(i);
        kernel.value(block, moves(), cells, first * stride, stride);
        double factor = averaging.profitFactor(openShare);
        if (factor != 1) {
            int end = (first + block.size()) * stride;
            for (int cell = first * stride; cell < end; cell++) cells[cell] *= factor;
            for (int i = 0; i < block.size(); i++) columns.unitValue()[first + i] *= factor;
        }
        block.clear();
    }

    /// Sets what an option is worth now, and moves it to when scenarios are valued.
    private void base(int i) {
        Terms.European option = options[i];
        Terms.Vanilla vanilla = option.vanilla();
        int row = first + i;
        double unitValue = columns.unitValue()[row];
        if (option.shown().base().isPresent()) {
            base[i] = option.shown().base().getAsDouble() * unitValue;
        }
        block.base(i, base[i]);
        columns.value()[row] = base[i] + option.shown().excess() * unitValue;
        columns.price()[row] = columns.value()[row] / unitValue;
        if (vanilla.horizon().isAhead()) {
            double scale = scale(option, unitValue, vanilla.horizon().discountThen());
            block.move(i, vanilla.forward(), -vanilla.logMoneyness(), scale);
        }
    }

    private MoveRow moves() {
        boolean coins = settlement == Settlement.INVERSE;
        if (openShare == 1) return coins ? inverse : linear;
        double[] moved = new double[multipliers.length];
        for (int s = 0; s < moved.length; s++) {
            moved[s] = 1 + averaging.move(multipliers[s] - 1, openShare);
        }
        return coins ? MoveRow.inverse(moved, shockOf) : MoveRow.linear(moved, shockOf);
    }
}
