package hedgerow.pricing;

import hedgerow.portfolio.Contract;
import hedgerow.portfolio.Settlement;
import hedgerow.portfolio.VarianceSwap;
import hedgerow.pricing.american.AmericanPricer;
import hedgerow.pricing.american.AmericanPricers;
import hedgerow.pricing.american.AmericanTerms;
import hedgerow.scenario.ScenarioGrid;
import hedgerow.scenario.VolShock;
import java.util.List;
import java.util.stream.IntStream;

/// Fills the rows of risk arrays one after another, European options in blocks through the kernel.
final class RowFill {
    private final ScenarioGrid grid;
    private final int scenarios;
    private final int stride;
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
    RowFill(ScenarioGrid grid, int scenarios, int rows, AmericanPricers pricers) {
        this.grid = grid;
        this.scenarios = scenarios;
        this.stride = RiskArrays.stride(scenarios);
        this.shocks = grid.scenarios().stream().map(s -> s.volShock()).distinct().toList();
        this.shockOf =
                grid.scenarios().stream().mapToInt(s -> shocks.indexOf(s.volShock())).toArray();
        this.scenariosOf = scenariosOf();
        this.pricers = pricers;
        this.cells = new double[rows * stride];
        this.columns = RiskArrays.Columns.ofRows(rows);
        this.european = new EuropeanRows(grid, shocks, shockOf, cells, columns);
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
            case Terms.European option -> european.add(row, option);
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

    private void linear(Terms.Linear terms) {
        Contract contract = terms.contract();
        double units = contract.baseUnits(terms.price());
        boolean coins = contract.settlement() == Settlement.INVERSE;
        double unitValue = units * (coins ? terms.spot() : 1) * terms.fx();
        for (int s = 0; s < scenarios; s++) {
            double move = grid.get(s).spotMove();
            double gain = coins ? move / (1 + move) : terms.price() * move;
            cells[row * stride + s] = unitValue * gain;
        }
        columns.value()[row] = terms.held() ? units * terms.price() * terms.fx() : 0;
        columns.delta()[row] = units;
        columns.price()[row] = terms.price();
        columns.unitValue()[row] = unitValue;
    }

    private void american(Terms.American terms) {
        Terms.Vanilla vanilla = terms.vanilla();
        double strike = vanilla.strike();
        double unitValue = terms.contract().multiplier() * terms.fx();
        AmericanPricer unshocked = pricer(terms, vanilla.vol());
        double base = unshocked.value(terms.reference(), strike);
        for (int v = 0; v < shocks.size(); v++) {
            int[] columnsOfShock = scenariosOf[v];
            double[] values = new double[columnsOfShock.length];
            for (int k = 0; k < values.length; k++) {
                values[k] = terms.reference() * (1 + grid.get(columnsOfShock[k]).spotMove());
            }
            double vol =
                    shocks.get(v)
                            .shocked(vanilla.vol(), vanilla.logMoneyness(), vanilla.expiryYears());
            pricer(terms, vol).values(values, strike, values);
            for (int k = 0; k < values.length; k++) {
                cells[row * stride + columnsOfShock[k]] = unitValue * (values[k] - base);
            }
        }
        columns.value()[row] = unitValue * base;
        columns.delta()[row] =
                terms.contract().multiplier() * unshocked.delta(terms.reference(), strike);
        columns.price()[row] = base;
        columns.unitValue()[row] = unitValue;
    }

    private AmericanPricer pricer(Terms.American terms, double vol) {
        return pricers.pricer(
                new AmericanTerms(
                        terms.vanilla().right(),
                        terms.rateAnnual(),
                        terms.yieldAnnual(),
                        vol,
                        terms.vanilla().expiryYears()));
    }

    private void swap(Terms.Swap terms) {
        double base = swapPrice(terms, terms.fairVol());
        double unitValue = terms.swap().multiplier() * terms.fx();
        for (int s = 0; s < scenarios; s++) {
            VolShock shock = shocks.get(shockOf[s]);
            double vol = shock.shocked(terms.fairVol(), 0, terms.expiryYears());
            cells[row * stride + s] = unitValue * (swapPrice(terms, vol) - base);
        }
        columns.value()[row] = unitValue * base;
        columns.price()[row] = base;
        columns.unitValue()[row] = unitValue;
    }

    /// The swap's value per unit of its multiplier, when what is left is worth `vol`.
    private static double swapPrice(Terms.Swap terms, double vol) {
        VarianceSwap swap = terms.swap();
        double realised = swap.accrual().realisedVol();
        double variance = (1 - terms.left()) * realised * realised + terms.left() * vol * vol;
        double strike = swap.strikeVol();
        double payoff =
                switch (swap.measure()) {
                    case VARIANCE -> variance - strike * strike;
                    case VOLATILITY -> Math.sqrt(variance) - strike;
                };
        return terms.discount() * payoff;
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
