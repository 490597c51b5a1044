package hedgerow.hedge.search;

import hedgerow.margin.MarginReader;
import hedgerow.margin.Requirement;
import hedgerow.portfolio.Position;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Prices hedges of whole lots with the model itself, and weighs them against one another.
final class Trials {
    /// What a limit may be exceeded by, relative to itself, so that rounding breaks none.
    private static final double SLACK = 1e-9;

    private final HedgeTask task;
    private final MarginReader reader;
    private final MarginReader.Scratch scratch;
    private final Requirement requirement = new Requirement();
    private final double[][] upside;
    private final double[] kept;
    private final Map<SortedMap<Integer, Double>, Trial> known = new HashMap<>();

    Trials(HedgeTask task) {
        this.task = task;
        this.reader = task.model().on(task.arrays());
        this.scratch = reader.scratch();
        this.upside = task.upsidePnl();
        this.kept = new double[upside.length];
        for (int u = 0; u < kept.length; u++) kept[u] = pnl(task.portfolio().positions(), u);
    }

    /// A hedge as the model sees it.
    ///
    /// @param lots signed lots by candidate, without zeros
    /// @param initial initial margin with it
    /// @param cost what trading it costs, gas included
    /// @param premium what is paid for it
    /// @param excess by how much it breaks limits, relative to them; zero where it breaks none
    record Trial(
            SortedMap<Integer, Double> lots,
            double initial,
            double cost,
            double premium,
            double excess) {}

    /// Whether one trial is better than another.
    boolean better(Trial one, Trial other) {
        return order().compare(one, other) < 0;
    }

    /// The best first: inside the limits, then nearer to the goal, then cheaper, then with fewer
    /// legs.
    Comparator<Trial> order() {
        return Comparator.comparingDouble(Trial::excess)
                .thenComparingDouble(this::value)
                .thenComparingDouble(Trial::cost)
                .thenComparingInt(trial -> trial.lots().size());
    }

    /// What the goal makes least.
    double value(Trial trial) {
        return task.goal().value(trial.initial(), trial.cost());
    }

    /// The positions of signed lots by candidate.
    static List<Position> positions(HedgeTask task, SortedMap<Integer, Double> lots) {
        List<Position> positions = new ArrayList<>();
        lots.forEach((candidate, count) -> {
            for (Position leg : task.candidates().get(candidate).lot()) {
                positions.add(new Position(leg.instrument(), leg.quantity() * count));
            }
        });
        return positions;
    }

    /// The gas of trading signed lots by candidate, without zeros: each leg once.
    double gas(SortedMap<Integer, Double> lots) {
        long trades = lots.keySet().stream().mapToLong(this::legs).sum();
        return trades * task.gasPerTrade();
    }

    private int legs(int candidate) {
        return task.candidates().get(candidate).lot().size();
    }

    /// The trial of signed lots by candidate; zeros are left out.
    Trial of(SortedMap<Integer, Double> lots) {
        SortedMap<Integer, Double> traded = new TreeMap<>(lots);
        traded.values().removeIf(count -> count == 0);
        Trial before = known.get(traded);
        if (before != null) return before;
        List<Position> hedge = positions(task, traded);
        reader.read(reader.hold(task.portfolio().with(hedge)), scratch, requirement);
        double initial = requirement.initial();
        double cost = gas(traded);
        double premium = 0;
        for (Map.Entry<Integer, Double> leg : traded.entrySet()) {
            Candidate candidate = task.candidates().get(leg.getKey());
            cost += candidate.cost(leg.getValue());
            premium += candidate.premium(leg.getValue());
        }
        double excess = excess(traded, hedge, initial, cost, premium);
        Trial trial = new Trial(traded, initial, cost, premium, excess);
        known.put(traded, trial);
        return trial;
    }

    private double excess(
            SortedMap<Integer, Double> lots,
            List<Position> hedge,
            double initial,
            double cost,
            double premium) {
        HedgeLimits limits = task.limits();
        double excess = over(cost, limits.cost()) + over(premium, limits.premium());
        excess += over(lots.size(), limits.legs());
        if (task.goal() instanceof HedgeGoal.Target target) {
            excess += over(initial, target.initial());
        }
        for (Map.Entry<Integer, Double> leg : lots.entrySet()) {
            Candidate.Side side = task.candidates().get(leg.getKey()).side(leg.getValue());
            excess += over(Math.abs(leg.getValue()), side.mostLots());
        }
        if (limits.netDelta() < Double.POSITIVE_INFINITY) {
            for (double delta : deltas(hedge)) excess += over(Math.abs(delta), limits.netDelta());
        }
        for (int u = 0; u < upside.length; u++) {
            double least = limits.upside().get(u).keep() * kept[u];
            if (kept[u] > 0) excess += over(-kept[u] - pnl(hedge, u), -least);
        }
        return excess;
    }

    private static double over(double value, double limit) {
        double room = SLACK * Math.max(1, Math.abs(limit));
        return limit == Double.POSITIVE_INFINITY || value <= limit + room
                ? 0
                : (value - limit) / Math.max(1, Math.abs(limit));
    }

    private double pnl(List<Position> positions, int u) {
        double pnl = 0;
        for (Position position : positions) {
            pnl += position.quantity() * upside[u][row(position)];
        }
        return pnl;
    }

    /// The net delta of each underlying that the hedge touches, with the hedge.
    private double[] deltas(List<Position> hedge) {
        double[] deltas = new double[task.arrays().runs().size()];
        boolean[] touched = new boolean[deltas.length];
        for (Position position : hedge) touched[task.arrays().runOf(row(position))] = true;
        for (Position position : task.portfolio().with(hedge).positions()) {
            int row = row(position);
            int run = task.arrays().runOf(row);
            double delta = task.arrays().columns().delta()[row];
            if (touched[run]) deltas[run] += position.quantity() * delta;
        }
        return deltas;
    }

    private int row(Position position) {
        return task.arrays().row(position.instrument()).orElseThrow();
    }
}
