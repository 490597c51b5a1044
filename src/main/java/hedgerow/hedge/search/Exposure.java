package hedgerow.hedge.search;

import hedgerow.margin.ConvexModel;
import hedgerow.portfolio.Position;
import hedgerow.pricing.RiskArrays;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What is held and what one lot of each candidate holds, by row of the arrays, and the units of
/// money and of lots in which a program counts them.
///
/// Money is counted in a unit at which the largest loss is about a thousand, and lots in units that
/// lose about as much, since solvers are mistaken about programs of very large or small numbers.
final class Exposure {
    /// The largest loss in the unit of money.
    static final double SIZE = 1024;

    /// The share of a delta that counts beside profits, for models that look at nothing else.
    private static final double DELTA_SHARE = 0.01;

    private final RiskArrays arrays;
    private final ConvexModel model;
    private final List<Position> positions;
    private final SortedMap<Integer, Double> held;
    private final List<SortedMap<Integer, Double>> lots = new ArrayList<>();
    private final double unit;
    private final double[] lotUnits;

    Exposure(HedgeTask task, ConvexModel model) {
        this.arrays = task.arrays();
        this.model = model;
        this.positions = task.held().positions();
        this.held = rows(positions);
        for (Candidate candidate : task.candidates()) lots.add(rows(candidate.lot()));
        double[] largest = lots.stream().mapToDouble(this::largest).toArray();
        this.unit = unit(largest);
        this.lotUnits = new double[largest.length];
        for (int j = 0; j < largest.length; j++) {
            lotUnits[j] = largest[j] == 0 ? 0 : powerOfTwo(unit * SIZE / largest[j]);
        }
    }

    private SortedMap<Integer, Double> rows(List<Position> positions) {
        SortedMap<Integer, Double> rows = new TreeMap<>();
        for (Position position : positions) {
            int row = arrays.row(position.instrument()).orElseThrow();
            rows.merge(row, position.quantity(), Double::sum);
        }
        return rows;
    }

    /// The positions, with collateral that moves with an underlying, on underlyings that no
    /// candidate trades.
    List<Position> notTraded() {
        return positions.stream()
                .filter(position -> {
                    int row = arrays.row(position.instrument()).orElseThrow();
                    return !isTraded(arrays.runs().get(arrays.runOf(row)));
                })
                .toList();
    }

    /// Contracts that are held, with collateral that moves with an underlying, by row.
    SortedMap<Integer, Double> held() {
        return held;
    }

    /// Contracts of one lot of a candidate, by row.
    SortedMap<Integer, Double> lot(int candidate) {
        return lots.get(candidate);
    }

    /// How many candidates there are.
    int candidates() {
        return lots.size();
    }

    /// A unit of the program's money, in the margin currency: a power of two.
    double unit() {
        return unit;
    }

    /// Lots in a unit of the program's lots: a power of two, or zero for a candidate that moves
    /// with nothing.
    double lotUnit(int candidate) {
        return lotUnits[candidate];
    }

    /// Whether any candidate trades on an underlying.
    boolean isTraded(RiskArrays.Run run) {
        return lots.stream().anyMatch(lot -> !lot.subMap(run.from(), run.to()).isEmpty());
    }

    /// The largest profit or loss in any scenario, or a share of the delta where that is more.
    private double largest(SortedMap<Integer, Double> legs) {
        double largest = 0;
        for (RiskArrays.Run run : arrays.runs()) {
            SortedMap<Integer, Double> part = legs.subMap(run.from(), run.to());
            if (part.isEmpty()) continue;
            double delta = 0;
            for (var leg : part.entrySet()) {
                delta += leg.getValue() * arrays.columns().delta()[leg.getKey()];
            }
            // Published arrays know no spot
            if (!Double.isNaN(run.spot())) {
                largest = Math.max(largest, DELTA_SHARE * Math.abs(delta * run.spot()));
            }
            for (int s = 0; s < arrays.scenarios(); s++) {
                double loss = 0;
                for (var leg : part.entrySet()) {
                    loss += leg.getValue() * model.loss(leg.getKey(), s);
                }
                largest = Math.max(largest, Math.abs(arrays.weight(s) * loss));
            }
        }
        return largest;
    }

    /// A power of two at which the largest loss of what is held, or could be, is about [#SIZE].
    private double unit(double[] lots) {
        double largest = largest(held);
        for (int j = 0; largest == 0 && j < lots.length; j++) largest = lots[j];
        return largest == 0 ? 1 : powerOfTwo(largest / SIZE);
    }

    private static double powerOfTwo(double value) {
        return Math.scalb(1.0, Math.getExponent(value));
    }
}
