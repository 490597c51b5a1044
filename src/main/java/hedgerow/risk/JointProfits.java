package hedgerow.risk;

import hedgerow.market.Market;
import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.ListedContract;
import hedgerow.portfolio.Position;
import hedgerow.portfolio.Refusal;
import hedgerow.portfolio.RefusedException;
import hedgerow.pricing.Revaluation;
import hedgerow.pricing.RiskArrays;
import hedgerow.scenario.Scenario;
import hedgerow.scenario.ScenarioGrid;
import hedgerow.scenario.Valuation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What positions gain when all underlyings move at once: in column `s` each of them moves by its
/// own scenario `s`.
///
/// The instruments of each underlying are priced once, as for any margin, over a grid of their own
/// underlying's moves; profits of positions are sums over their rows, so that any number of
/// portfolios can be read.
///
/// Options lose the time that passes; what forwards gain or lose by their carry on the way does not
/// count. What expires on the way is worth what it would pay at the moved price.
public final class JointProfits {
    private final List<RiskArrays> arrays;
    private final int columns;

    private JointProfits(List<RiskArrays> arrays, int columns) {
        this.arrays = arrays;
        this.columns = columns;
    }

    /// Moves of underlyings.
    ///
    /// @param scenarios of each underlying, as many as there are columns
    /// @param columns at most [ScenarioGrid#MOST]
    /// @param daysAhead how much later than now the moved markets are
    public record Moves(Map<String, List<Scenario>> scenarios, int columns, double daysAhead) {
        public Moves {
            scenarios = new TreeMap<>(scenarios);
            for (List<Scenario> moves : scenarios.values()) {
                if (moves.size() != columns) {
                    throw new IllegalArgumentException(
                            "scenarios must be %d for each, were %d"
                                    .formatted(columns, moves.size()));
                }
            }
        }

        /// The same moves of each of some underlyings.
        public static Moves alike(
                Collection<String> underlyings, List<Scenario> scenarios, double daysAhead) {
            Map<String, List<Scenario>> all = new TreeMap<>();
            for (String underlying : underlyings) all.put(underlying, scenarios);
            return new Moves(all, scenarios.size(), daysAhead);
        }
    }

    /// Prices instruments in every column.
    ///
    /// @throws RefusedException with every reason, where any of them cannot be priced
    /// @throws IllegalArgumentException where an instrument's underlying has no moves
    public static JointProfits of(
            Market market, Moves moves, Collection<Instrument> instruments, String currency) {
        refusePublished(instruments);
        Map<String, List<Instrument>> byUnderlying = new TreeMap<>();
        for (Instrument instrument : instruments) {
            byUnderlying
                    .computeIfAbsent(instrument.underlying(), _ -> new ArrayList<>())
                    .add(instrument);
        }
        Valuation valuation = Valuation.STANDARD.ahead(moves.daysAhead());
        List<RiskArrays> arrays = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        byUnderlying.forEach((underlying, held) -> {
            ScenarioGrid grid = new ScenarioGrid(moves(moves, underlying));
            try {
                arrays.add(Revaluation.of(market, grid, valuation, currency).arrays(held));
            } catch (RefusedException refused) {
                refusals.addAll(refused.refusals());
            }
        });
        if (!refusals.isEmpty()) throw new RefusedException(refusals);
        return new JointProfits(arrays, moves.columns());
    }

    private static void refusePublished(Collection<Instrument> instruments) {
        List<Refusal> refusals =
                instruments.stream()
                        .filter(instrument -> instrument instanceof ListedContract)
                        .distinct()
                        .map(listed ->
                                Refusal.of(
                                        Refusal.Reason.NOT_PRICEABLE,
                                        listed,
                                        listed.label()
                                                + " has a published array, which cannot be"
                                                + " repriced in a moved market"))
                        .toList();
        if (!refusals.isEmpty()) throw new RefusedException(refusals);
    }

    private static List<Scenario> moves(Moves moves, String underlying) {
        List<Scenario> own = moves.scenarios().get(underlying);
        if (own == null) {
            throw new IllegalArgumentException(
                    "moves of %s must be given, were of %s"
                            .formatted(underlying, moves.scenarios().keySet()));
        }
        return own;
    }

    /// What positions gain, by column, in the margin currency.
    ///
    /// @throws IllegalArgumentException where an instrument was not priced
    public double[] of(List<Position> positions) {
        double[] profits = new double[columns];
        for (Position position : positions) {
            RiskArrays own = arrays(position.instrument());
            int row = own.row(position.instrument()).orElseThrow();
            double quantity = position.quantity();
            for (int s = 0; s < columns; s++) profits[s] += quantity * own.pnl(row, s);
        }
        return profits;
    }

    private RiskArrays arrays(Instrument instrument) {
        Optional<RiskArrays> own =
                arrays.stream().filter(a -> a.row(instrument).isPresent()).findFirst();
        return own.orElseThrow(() ->
                new IllegalArgumentException(
                        instrument.label() + " must be among the priced instruments"));
    }
}
