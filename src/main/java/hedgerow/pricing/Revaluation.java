package hedgerow.pricing;

import hedgerow.market.Market;
import hedgerow.market.Underlying;
import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.Refusal;
import hedgerow.portfolio.RefusedException;
import hedgerow.pricing.american.AmericanMethod;
import hedgerow.pricing.american.AmericanPricers;
import hedgerow.scenario.ScenarioGrid;
import hedgerow.scenario.Valuation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/// Prices instruments in every scenario of a grid: one market, one grid, one way of valuing, one
/// margin currency.
///
/// A forward, future, perpetual or spot price `P` becomes `P * (1 + move)`; an implied vol stays
/// with its option's strike and takes the scenario's shock. Cells of inverse contracts are coins,
/// valued at the current spot price. What a [Valuation] may change of this it tells itself.
public final class Revaluation {
    private final Market market;
    private final ScenarioGrid grid;
    private final Valuation valuation;
    private final String currency;

    private Revaluation(Market market, ScenarioGrid grid, Valuation valuation, String currency) {
        this.market = market;
        this.grid = grid;
        this.valuation = valuation;
        this.currency = currency;
    }

    /// A revaluation of `market` over `grid` with figures in `currency`.
    public static Revaluation of(
            Market market, ScenarioGrid grid, Valuation valuation, String currency) {
        return new Revaluation(market, grid, valuation, currency);
    }

    /// A revaluation in the standard way.
    ///
    /// @param moneyUnit what each cell is rounded to, half to even; zero for no rounding
    public static Revaluation of(
            Market market, ScenarioGrid grid, double moneyUnit, String currency) {
        return of(market, grid, Valuation.STANDARD.roundedTo(moneyUnit), currency);
    }

    /// The risk arrays of the given instruments, each once.
    ///
    /// @throws RefusedException with every reason, where any of them cannot be priced
    public RiskArrays arrays(Collection<Instrument> instruments) {
        List<Instrument> sorted = rows(instruments);
        return arrays(sorted, pricers(sorted.size()));
    }

    /// Instruments as rows stand: in their order, each once.
    static List<Instrument> rows(Collection<Instrument> instruments) {
        Instrument[] sorted = instruments.toArray(Instrument[]::new);
        Arrays.sort(sorted, Instrument.ORDER);
        List<Instrument> rows = new ArrayList<>(sorted.length);
        for (Instrument instrument : sorted) {
            if (rows.isEmpty() || !instrument.equals(rows.getLast())) rows.add(instrument);
        }
        return rows;
    }

    /// Room for the pricers of so many American options.
    AmericanPricers pricers(int rows) {
        return new AmericanPricers(
                AmericanMethod.EXERCISE_BOUNDARY, (rows + 1) * (grid.size() + 1));
    }

    /// @param sorted instruments in their order, each once
    RiskArrays arrays(List<Instrument> sorted, AmericanPricers pricers) {
        Resolver resolver = new Resolver(market, grid, valuation, currency);
        List<Terms> terms = resolver.resolve(sorted);
        double[] weights = weights(sorted, terms);
        RowFill fill = new RowFill(grid, valuation, weights.length, sorted.size(), pricers);
        for (Terms row : terms) fill.add(row);
        fill.finish();
        double[] cells = fill.cells();
        if (valuation.moneyUnit() > 0) round(cells, valuation.moneyUnit());
        refuseNonFinite(sorted, cells, fill.columns());
        return new RiskArrays(
                sorted, market, currency, weights, cells, fill.columns(), resolver.notes());
    }

    /// The arrays `before` with the rows of one underlying as they are in this market, which
    /// differs from theirs in nothing else.
    RiskArrays after(RiskArrays before, String underlying, AmericanPricers pricers) {
        return before.run(underlying)
                .map(run -> {
                    List<Instrument> rows = before.instruments().subList(run.from(), run.to());
                    return before.after(run, arrays(rows, pricers));
                })
                .orElseGet(() -> before.in(market));
    }

    /// This revaluation after a tick: with other quotes of one underlying.
    Revaluation with(Underlying quotes) {
        return new Revaluation(market.with(quotes), grid, valuation, currency);
    }

    /// The grid's weights, or ones for published arrays, which hold their weights already.
    private double[] weights(List<Instrument> sorted, List<Terms> terms) {
        double[] weights =
                grid.scenarios().stream().mapToDouble(scenario -> scenario.weight()).toArray();
        long published = terms.stream().filter(t -> t instanceof Terms.Listed).count();
        if (published == 0) return weights;
        List<Refusal> refusals = new ArrayList<>();
        for (int i = 0; i < terms.size(); i++) {
            if (!(terms.get(i) instanceof Terms.Listed listed)) {
                refusals.add(
                        refusal(
                                sorted.get(i),
                                "is priced here and cannot stand beside published arrays, which"
                                        + " hold their weights already"));
            } else if (listed.array().pnl().length != grid.size()) {
                refusals.add(
                        refusal(
                                sorted.get(i),
                                "has an array of "
                                        + listed.array().pnl().length
                                        + " scenarios, the model has "
                                        + grid.size()));
            }
        }
        if (!refusals.isEmpty()) throw new RefusedException(refusals);
        Arrays.fill(weights, 1);
        return weights;
    }

    private static Refusal refusal(Instrument instrument, String what) {
        return Refusal.of(
                Refusal.Reason.NOT_PRICEABLE, instrument, instrument.label() + " " + what);
    }

    private static void round(double[] cells, double moneyUnit) {
        for (int i = 0; i < cells.length; i++) {
            cells[i] = Math.rint(cells[i] / moneyUnit) * moneyUnit;
        }
    }

    private static void refuseNonFinite(
            List<Instrument> sorted, double[] cells, RiskArrays.Columns columns) {
        int stride = sorted.isEmpty() ? 1 : cells.length / sorted.size();
        List<Refusal> refusals = new ArrayList<>();
        for (int row = 0; row < sorted.size(); row++) {
            double sum = columns.value()[row] + columns.delta()[row];
            for (int s = 0; s < stride; s++) sum += cells[row * stride + s];
            if (!Double.isFinite(sum)) {
                refusals.add(
                        Refusal.of(
                                Refusal.Reason.OVERFLOW,
                                sorted.get(row),
                                sorted.get(row).label() + " is worth too much to be a number"));
            }
        }
        if (!refusals.isEmpty()) throw new RefusedException(refusals);
    }
}
