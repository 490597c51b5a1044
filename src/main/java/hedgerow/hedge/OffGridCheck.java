package hedgerow.hedge;

import hedgerow.margin.CollateralPrices;
import hedgerow.margin.Margin;
import hedgerow.margin.MarginModel;
import hedgerow.market.Lookup;
import hedgerow.market.Market;
import hedgerow.market.Underlying;
import hedgerow.portfolio.ListedContract;
import hedgerow.portfolio.Option;
import hedgerow.portfolio.Portfolio;
import hedgerow.portfolio.Position;
import hedgerow.pricing.Revaluation;
import hedgerow.pricing.RiskArrays;
import hedgerow.scenario.Scenario;
import hedgerow.scenario.ScenarioGrid;
import hedgerow.scenario.Valuation;
import hedgerow.scenario.VolShock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// The worst loss between a grid's own points.
///
/// A grid can be gamed: a butterfly whose wings stand between two points may lose a hundred times
/// what the grid sees. The check reprices one underlying's positions at [#STEPS] even steps between
/// the grid's outermost moves of full weight, at every move that takes a forward to a strike, and
/// under each vol shock of the grid; at fewer where a grid has so many shocks that they would be
/// more scenarios than a grid holds.
///
/// @param underlying whose positions were checked
/// @param worstLoss the largest loss found, in the margin currency
/// @param at where it was found
/// @param ratio that loss over the requirement's base: scan and floors; empty where that is zero
public record OffGridCheck(String underlying, double worstLoss, Scenario at, OptionalDouble ratio) {
    /// Even steps over the grid's range.
    public static final int STEPS = 64;

    /// A ratio above which the answer carries a warning.
    public static final double WARNING_RATIO = 1.05;

    /// Whether the grid misses more than it should.
    public boolean warns() {
        return ratio.isPresent() ? ratio.getAsDouble() > WARNING_RATIO : worstLoss > 0;
    }

    /// Checks each underlying of an explained margin; those without a scenario, and those that hold
    /// a contract with a published array, which cannot be repriced, are left out.
    public static List<OffGridCheck> of(
            Market market, MarginModel model, Portfolio portfolio, Margin margin) {
        Portfolio held =
                CollateralPrices.of(model.collateral(), market, margin.currency()).held(portfolio);
        Valuation exact = model.valuation().roundedTo(0);
        List<OffGridCheck> checks = new ArrayList<>();
        for (Margin.GroupMargin group : margin.groups()) {
            List<Position> positions =
                    held.positions().stream()
                            .filter(p -> p.instrument().underlying().equals(group.underlying()))
                            .toList();
            if (positions.stream().anyMatch(p -> p.instrument() instanceof ListedContract)) {
                continue;
            }
            ScenarioGrid refined = refined(market, model.grid(), positions);
            if (refined.size() > 0) {
                Revaluation revaluation = Revaluation.of(market, refined, exact, margin.currency());
                checks.add(check(revaluation, refined, positions, group));
            }
        }
        return checks;
    }

    private static OffGridCheck check(
            Revaluation revaluation,
            ScenarioGrid refined,
            List<Position> positions,
            Margin.GroupMargin group) {
        RiskArrays arrays = revaluation.arrays(Portfolio.of(positions).instruments());
        double least = 0;
        int at = 0;
        for (int s = 0; s < refined.size(); s++) {
            double pnl = 0;
            for (Position position : positions) {
                int row = arrays.row(position.instrument()).orElseThrow();
                pnl += position.quantity() * arrays.pnl(row, s);
            }
            if (pnl < least) {
                least = pnl;
                at = s;
            }
        }
        double base = base(group);
        OptionalDouble ratio = base > 0 ? OptionalDouble.of(-least / base) : OptionalDouble.empty();
        return new OffGridCheck(group.underlying(), 0 - least, refined.get(at), ratio);
    }

    private static double base(Margin.GroupMargin group) {
        return group.components().stream()
                .filter(c -> c.operator() == Margin.Operator.MAX)
                .mapToDouble(Margin.Component::initial)
                .max()
                .orElse(0);
    }

    private static ScenarioGrid refined(
            Market market, ScenarioGrid grid, List<Position> positions) {
        List<Scenario> full = grid.scenarios().stream().filter(s -> s.weight() == 1).toList();
        if (full.isEmpty()) return ScenarioGrid.EMPTY;
        double low = full.stream().mapToDouble(Scenario::spotMove).min().orElseThrow();
        double high = full.stream().mapToDouble(Scenario::spotMove).max().orElseThrow();
        List<VolShock> shocks = full.stream().map(Scenario::volShock).distinct().toList();
        Set<Scenario> refined = new HashSet<>(full);
        for (double move : moves(low, high, strikeMoves(market, positions), room(full, shocks))) {
            for (VolShock shock : shocks) refined.add(Scenario.of(move, shock));
        }
        return new ScenarioGrid(
                refined.stream()
                        .sorted(
                                Comparator.comparingDouble(Scenario::spotMove)
                                        .thenComparingInt(s -> shocks.indexOf(s.volShock())))
                        .toList());
    }

    /// How many moves fit under each of the shocks, beside the grid's own scenarios.
    private static int room(List<Scenario> full, List<VolShock> shocks) {
        return (ScenarioGrid.MOST - full.size()) / shocks.size();
    }

    private static SortedSet<Double> moves(
            double low, double high, SortedSet<Double> strikes, int room) {
        SortedSet<Double> moves = new TreeSet<>();
        int steps = Math.min(STEPS, room - 1);
        for (int i = 0; i <= steps; i++) moves.add(low + (high - low) * i / Math.max(1, steps));
        for (double move : strikes) {
            if (move > low && move < high && moves.size() < room) moves.add(move);
        }
        return moves;
    }

    /// The moves that take a forward to a strike that is held.
    private static SortedSet<Double> strikeMoves(Market market, List<Position> positions) {
        SortedSet<Double> moves = new TreeSet<>();
        for (Position position : positions) {
            if (position.instrument() instanceof Option option) {
                Underlying underlying = market.underlying(option.underlying()).orElseThrow();
                if (underlying.forward(market.asOf(), option.expiry())
                        instanceof Lookup.Found forward) {
                    moves.add(option.strike() / forward.value() - 1);
                }
            }
        }
        return moves;
    }
}
