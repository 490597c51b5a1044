package hedgerow.hedge.search;

import hedgerow.portfolio.Position;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Prices hedges of lots with the model itself, and weighs them against one another.
final class Trials {
    /// What a limit may be exceeded by, relative to itself, so that rounding breaks none.
    private static final double SLACK = 1e-9;

    /// Lots that are likely to help, as contracts over all that are held.
    private static final double REACH = 8;

    private final HedgeTask task;
    private final HedgedMargin margin;
    private final AssetRoom room;
    private final List<Lot> lots;
    private final BitSet isTraded = new BitSet();
    private final double[] deltas;
    private final double[][] upside;
    private final double[] kept;
    private final Map<SortedMap<Integer, Double>, Trial> known = new HashMap<>();

    /// One lot of a candidate.
    ///
    /// @param rows of its instruments
    /// @param contracts of each
    /// @param deltas by run
    /// @param gains where the market moves, by limit on the upside
    private record Lot(int[] rows, double[] contracts, double[] deltas, double[] gains) {}

    Trials(HedgeTask task) {
        this.task = task;
        this.margin = HedgedMargin.of(task);
        this.room = new AssetRoom(task);
        this.upside = task.upsidePnl();
        this.lots = task.candidates().stream().map(c -> lot(c.lot())).toList();
        for (Lot lot : lots) {
            for (int row : lot.rows()) isTraded.set(task.arrays().runOf(row));
        }
        Lot account = lot(task.portfolio().positions());
        this.kept = account.gains();
        this.deltas = account.deltas();
    }

    private Lot lot(List<Position> positions) {
        int[] rows = new int[positions.size()];
        double[] contracts = new double[rows.length];
        double[] delta = new double[task.arrays().runs().size()];
        double[] gains = new double[upside.length];
        for (int i = 0; i < rows.length; i++) {
            int row = task.arrays().row(positions.get(i).instrument()).orElseThrow();
            rows[i] = row;
            contracts[i] = positions.get(i).quantity();
            int run = task.arrays().runOf(row);
            delta[run] += contracts[i] * task.arrays().columns().delta()[row];
            for (int u = 0; u < gains.length; u++) gains[u] += contracts[i] * upside[u][row];
        }
        return new Lot(rows, contracts, delta, gains);
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

    /// More lots of a candidate than are likely to help: several times all contracts held.
    double reach(int candidate) {
        double held = 0;
        for (Position position : task.portfolio().positions()) {
            held += Math.abs(position.quantity());
        }
        double lot = 0;
        for (double contracts : lots.get(candidate).contracts()) {
            lot = Math.max(lot, Math.abs(contracts));
        }
        return lot == 0 ? 0 : Math.max(1, REACH * held / lot);
    }

    /// Whether an account that trades some candidates holds no more assets than its model allows.
    boolean hasRoom(Collection<Integer> candidates) {
        return room.excess(candidates) == 0;
    }

    /// The trial of signed lots by candidate; zeros are left out.
    Trial of(SortedMap<Integer, Double> lots) {
        SortedMap<Integer, Double> traded = new TreeMap<>(lots);
        traded.values().removeIf(count -> count == 0);
        return known.computeIfAbsent(traded, this::priced);
    }

    private Trial priced(SortedMap<Integer, Double> traded) {
        double initial = initial(traded);
        double cost = gas(traded);
        double premium = 0;
        for (Map.Entry<Integer, Double> leg : traded.entrySet()) {
            Candidate candidate = task.candidates().get(leg.getKey());
            cost += candidate.cost(leg.getValue());
            premium += candidate.premium(leg.getValue());
        }
        double excess = excess(traded, initial, cost, premium);
        return new Trial(traded, initial, cost, premium, excess);
    }

    private double initial(SortedMap<Integer, Double> traded) {
        int legs = traded.keySet().stream().mapToInt(j -> lots.get(j).rows().length).sum();
        int[] rows = new int[legs];
        double[] contracts = new double[legs];
        int leg = 0;
        for (Map.Entry<Integer, Double> trade : traded.entrySet()) {
            Lot lot = lots.get(trade.getKey());
            for (int i = 0; i < lot.rows().length; i++) {
                rows[leg] = lot.rows()[i];
                contracts[leg++] = lot.contracts()[i] * trade.getValue();
            }
        }
        return margin.initial(rows, contracts);
    }

    private double excess(
            SortedMap<Integer, Double> traded, double initial, double cost, double premium) {
        HedgeLimits limits = task.limits();
        double excess = over(cost, limits.cost()) + over(premium, limits.premium());
        excess += over(traded.size(), limits.legs()) + room.excess(traded.keySet());
        if (task.goal() instanceof HedgeGoal.Target target) {
            excess += over(initial, target.initial());
        }
        for (Map.Entry<Integer, Double> leg : traded.entrySet()) {
            Candidate.Side side = task.candidates().get(leg.getKey()).side(leg.getValue());
            excess += over(Math.abs(leg.getValue()), side.mostLots());
        }
        if (limits.netDelta() < Double.POSITIVE_INFINITY) excess += excessOfDelta(traded);
        for (int u = 0; u < upside.length; u++) {
            if (kept[u] <= 0) continue;
            double gained = kept[u];
            for (var leg : traded.entrySet()) {
                gained += leg.getValue() * lots.get(leg.getKey()).gains()[u];
            }
            excess += over(-gained, -limits.upside().get(u).keep() * kept[u]);
        }
        return excess;
    }

    /// By how much the net delta breaks its limit, over the underlyings that candidates trade.
    private double excessOfDelta(SortedMap<Integer, Double> traded) {
        double excess = 0;
        for (int run = isTraded.nextSetBit(0); run >= 0; run = isTraded.nextSetBit(run + 1)) {
            double net = deltas[run];
            for (var leg : traded.entrySet()) {
                net += leg.getValue() * lots.get(leg.getKey()).deltas()[run];
            }
            excess += over(Math.abs(net), task.limits().netDelta());
        }
        return excess;
    }

    private static double over(double value, double limit) {
        double room = SLACK * Math.max(1, Math.abs(limit));
        return limit == Double.POSITIVE_INFINITY || value <= limit + room
                ? 0
                : (value - limit) / Math.max(1, Math.abs(limit));
    }
}
