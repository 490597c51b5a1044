package hedgerow.pricing;

import hedgerow.portfolio.Contract;
import hedgerow.portfolio.Settlement;
import hedgerow.portfolio.VarianceSwap;
import hedgerow.pricing.american.AmericanPricer;
import hedgerow.pricing.american.AmericanPricers;
import hedgerow.pricing.american.AmericanTerms;
import hedgerow.pricing.formula.PolynomialNormal;
import hedgerow.scenario.ScenarioGrid;
import hedgerow.scenario.Valuation;
import hedgerow.scenario.VolShock;
import java.util.List;
import java.util.stream.IntStream;

/// Fills the rows of risk arrays one after another, European options in blocks through the kernel.
final class RowFill {
    private final ScenarioGrid grid;
    private final int scenarios;
    private final int stride;
    private final Valuation valuation;
    private final List<VolShock> shocks;
    private final int[] shockOf;
    private final int[][] scenariosOf;
    private final AmericanPricers pricers;
    private final double[] cells;
    private final RiskArrays.Columns columns;
    private final EuropeanRows european;
    private int row;

    /// @param scenarios cells in use per row; the grid's size
    /// @param pricers what American options are priced by
    RowFill(
            ScenarioGrid grid,
            Valuation valuation,
            int scenarios,
            int rows,
            AmericanPricers pricers) {
        this.grid = grid;
        this.valuation = valuation;
        this.scenarios = scenarios;
        this.stride = RiskArrays.stride(scenarios);
        this.shocks = grid.scenarios().stream().map(s -> s.volShock()).distinct().toList();
        this.shockOf =
                grid.scenarios().stream().mapToInt(s -> shocks.indexOf(s.volShock())).toArray();
        this.scenariosOf = scenariosOf();
        this.pricers = pricers;
        this.cells = new double[rows * stride];
        this.columns = RiskArrays.Columns.ofRows(rows);
        this.european = new EuropeanRows(grid, valuation, shocks, shockOf, cells, columns);
    }

    /// By shock, the scenarios that have it.
    private int[][] scenariosOf() {
        return IntStream.range(0, shocks.size())
                .mapToObj(v ->
                        IntStream.range(0, shockOf.length).filter(s -> shockOf[s] == v).toArray())
                .toArray(int[][]::new);
    }

    void add(Terms terms) {
        switch (terms) {
            case Terms.European option -> european(option);
            case Terms.Linear linear -> linear(linear);
            case Terms.American option -> american(option);
            case Terms.Swap swap -> swap(swap);
            case Terms.Listed listed -> listed(listed);
        }
        row++;
    }

    /// Prices what is still collected; to be called after the last row.
    void finish() {
        european.flush();
    }

    double[] cells() {
        return cells;
    }

    RiskArrays.Columns columns() {
        return columns;
    }

    private void european(Terms.European option) {
        switch (valuation.formula().normal()) {
            case EXACT -> european.add(row, option);
            case POLYNOMIAL -> polynomial(option);
        }
    }

    /// One option by itself, with the polynomial's distribution.
    private void polynomial(Terms.European option) {
        Terms.Vanilla vanilla = option.vanilla();
        Terms.Horizon horizon = vanilla.horizon();
        int sign = vanilla.right().sign();
        double forward = vanilla.forward();
        double strike = vanilla.strike();
        boolean coins = option.contract().settlement() == Settlement.INVERSE;
        double unitValue = EuropeanRows.unitValue(option);
        double nowDev = vanilla.vol() * Math.sqrt(horizon.years());
        double now = PolynomialNormal.value(sign, forward, strike, nowDev);
        double model = now * (coins ? 1 / forward : horizon.discount());
        double base = option.shown().base().orElse(model);
        double rootThen = Math.sqrt(horizon.yearsThen());
        double share = vanilla.openShare();
        double factor = unitValue * valuation.averaging().profitFactor(share);
        for (int s = 0; s < scenarios; s++) {
            double move = valuation.averaging().move(grid.get(s).spotMove(), share);
            double moved = forward * (1 + move);
            double vol = shocked(vanilla, shocks.get(shockOf[s]));
            double value = PolynomialNormal.value(sign, moved, strike, vol * rootThen);
            double unit = coins ? 1 / moved : horizon.discountThen();
            cells[row * stride + s] = factor * (value * unit - base);
        }
        columns.value()[row] = unitValue * (base + option.shown().excess());
        columns.delta()[row] = EuropeanRows.delta(option, nowDev);
        columns.price()[row] = base + option.shown().excess();
        columns.unitValue()[row] = factor;
    }

    private static double shocked(Terms.Vanilla vanilla, VolShock shock) {
        return shock.shocked(vanilla.vol(), vanilla.logMoneyness(), vanilla.expiryYears());
    }

    private void linear(Terms.Linear terms) {
        Contract contract = terms.contract();
        double units = contract.baseUnits(terms.price());
        boolean coins = contract.settlement() == Settlement.INVERSE;
        double unitValue = units * (coins ? terms.spot() : 1) * terms.fx();
        Valuation.Averaging averaging = valuation.averaging();
        double factor = averaging.profitFactor(terms.openShare());
        for (int s = 0; s < scenarios; s++) {
            double move = averaging.move(grid.get(s).spotMove(), terms.openShare());
            double gain = coins ? move / (1 + move) : terms.price() * move;
            cells[row * stride + s] = unitValue * gain * factor;
        }
        columns.value()[row] = terms.held() ? units * terms.price() * terms.fx() : 0;
        columns.delta()[row] = units * terms.openShare();
        columns.price()[row] = terms.price();
        columns.unitValue()[row] = unitValue * factor;
    }

    private void american(Terms.American terms) {
        Terms.Vanilla vanilla = terms.vanilla();
        double strike = vanilla.strike();
        double unitValue = terms.contract().multiplier() * terms.fx();
        Valuation.Averaging averaging = valuation.averaging();
        double factor = unitValue * averaging.profitFactor(vanilla.openShare());
        double yearsThen = vanilla.horizon().yearsThen();
        AmericanPricer unshocked = pricer(terms, vanilla.vol(), vanilla.expiryYears());
        double base =
                terms.shown().base().orElseGet(() -> unshocked.value(terms.reference(), strike));
        for (int v = 0; v < shocks.size(); v++) {
            int[] columnsOfShock = scenariosOf[v];
            double[] values = new double[columnsOfShock.length];
            for (int k = 0; k < values.length; k++) {
                double spotMove = grid.get(columnsOfShock[k]).spotMove();
                double move = averaging.move(spotMove, vanilla.openShare());
                values[k] = terms.reference() * (1 + move);
            }
            pricer(terms, shocked(vanilla, shocks.get(v)), yearsThen)
                    .values(values, strike, values);
            for (int k = 0; k < values.length; k++) {
                cells[row * stride + columnsOfShock[k]] = factor * (values[k] - base);
            }
        }
        columns.value()[row] = unitValue * base;
        double delta =
                terms.shown()
                        .delta()
                        .orElseGet(() ->
                                unshocked.delta(terms.reference(), strike) * vanilla.openShare());
        columns.delta()[row] = terms.contract().multiplier() * delta;
        columns.price()[row] = base;
        columns.unitValue()[row] = factor;
    }

    private AmericanPricer pricer(Terms.American terms, double vol, double years) {
        return pricers.pricer(
                new AmericanTerms(
                        terms.vanilla().right(),
                        terms.rateAnnual(),
                        terms.yieldAnnual(),
                        vol,
                        years));
    }

    private void swap(Terms.Swap terms) {
        double base = swapPrice(terms, terms.fairVol(), terms.horizon().discount());
        double unitValue = terms.swap().multiplier() * terms.fx();
        for (int s = 0; s < scenarios; s++) {
            VolShock shock = shocks.get(shockOf[s]);
            double vol = shock.shocked(terms.fairVol(), 0, terms.horizon().years());
            double then = swapPrice(terms, vol, terms.horizon().discountThen());
            cells[row * stride + s] = unitValue * (then - base);
        }
        columns.value()[row] = unitValue * base;
        columns.price()[row] = base;
        columns.unitValue()[row] = unitValue;
    }

    /// The swap's value per unit of its multiplier, when what is left is worth `vol`; what accrues
    /// until scenarios are valued is part of what is left.
    private static double swapPrice(Terms.Swap terms, double vol, double discount) {
        VarianceSwap swap = terms.swap();
        double realised = swap.accrual().realisedVol();
        double variance = (1 - terms.left()) * realised * realised + terms.left() * vol * vol;
        double strike = swap.strikeVol();
        double payoff =
                switch (swap.measure()) {
                    case VARIANCE -> variance - strike * strike;
                    case VOLATILITY -> Math.sqrt(variance) - strike;
                };
        return discount * payoff;
    }

    private void listed(Terms.Listed terms) {
        double[] pnl = terms.array().pnl();
        for (int s = 0; s < scenarios; s++) cells[row * stride + s] = terms.fx() * pnl[s];
        columns.value()[row] = terms.fx() * terms.array().value();
        columns.delta()[row] = terms.array().delta();
        columns.price()[row] = terms.array().value();
        columns.unitValue()[row] = terms.fx();
    }
}
