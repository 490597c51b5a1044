package hedgerow.risk;

import hedgerow.portfolio.Require;
import hedgerow.scenario.FilteredHistory;
import hedgerow.scenario.FilteredHistory.Day;
import hedgerow.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.math3.stat.StatUtils;

/// What underlyings did in the past, period by period, the same periods for all of them.
///
/// @param periods logarithmic returns of spot and vol of each underlying, oldest first, all of one
///   length, at least one
/// @param periodDays how long a period is
public record History(SortedMap<String, List<Day>> periods, double periodDays) {
    /// The largest logarithmic return, either way, that a scenario is made of.
    public static final double MOST_RETURN = 20;

    private static final double YEAR_DAYS = 365;

    public History {
        Require.positive("periodDays", periodDays);
        SortedMap<String, List<Day>> copy = new TreeMap<>();
        periods.forEach((id, days) -> copy.put(id, List.copyOf(days)));
        periods = copy;
        long lengths = copy.values().stream().mapToInt(List::size).distinct().count();
        if (lengths != 1 || copy.firstEntry().getValue().isEmpty()) {
            throw new IllegalArgumentException(
                    "periods must be of one length, at least one, were of " + lengths + " lengths");
        }
    }

    /// How many periods there are.
    public int size() {
        return periods.firstEntry().getValue().size();
    }

    /// The same with every return as it is over another time: by the root of time.
    public History over(double days) {
        double scale = Math.sqrt(Require.positive("days", days) / periodDays);
        SortedMap<String, List<Day>> scaled = new TreeMap<>();
        periods.forEach((id, all) ->
                scaled.put(
                        id,
                        all.stream()
                                .map(d -> new Day(d.spot() * scale, d.vol() * scale))
                                .toList()));
        return new History(scaled, days);
    }

    /// The periods as scenarios, as they were.
    ///
    /// @throws IllegalArgumentException where a return is larger than [#MOST_RETURN]
    public Map<String, List<Scenario>> scenarios() {
        Map<String, List<Scenario>> all = new TreeMap<>();
        periods.forEach((id, days) -> {
            refuseTooLarge(id, days);
            all.put(id, days.stream().map(Day::scenario).toList());
        });
        return all;
    }

    private static void refuseTooLarge(String id, List<Day> days) {
        for (int t = 0; t < days.size(); t++) {
            double largest = Math.max(Math.abs(days.get(t).spot()), Math.abs(days.get(t).vol()));
            if (!(largest <= MOST_RETURN)) {
                throw new IllegalArgumentException(
                        "returns of %s must be at most %s either way once scaled, were %s in period %d"
                                .formatted(id, MOST_RETURN, largest, t));
            }
        }
    }

    /// The periods as scenarios, each return of spot scaled from the volatility of its own time to
    /// that of today, as of [FilteredHistory]; or why there are none. An underlying that stands
    /// still at first, or for very long, has no volatility to scale from.
    ///
    /// @param lambda the weight of the variance before, above 0 and below 1
    /// @param seed how many periods the first variance is taken from, from 1 to all
    public Filtered filtered(double lambda, int seed) {
        Map<String, List<Scenario>> all = new TreeMap<>();
        for (Map.Entry<String, List<Day>> one : periods.entrySet()) {
            String id = one.getKey();
            List<Day> days = one.getValue();
            if (days.subList(0, seed).stream().allMatch(day -> day.spot() == 0)) {
                return new Filtered.LeftOut(id + " did not move in the first of its periods");
            }
            FilteredHistory filtered = new FilteredHistory(days, lambda, seed, 0);
            Optional<String> why = tooLarge(id, days, filtered.scales());
            if (why.isPresent()) return new Filtered.LeftOut(why.get());
            all.put(id, filtered.scenarios());
        }
        return new Filtered.Periods(all);
    }

    /// Periods at the volatility of today, or why there are none.
    public sealed interface Filtered {
        /// The periods.
        ///
        /// @param scenarios of each underlying, oldest first
        record Periods(Map<String, List<Scenario>> scenarios) implements Filtered {}

        /// That they cannot be had.
        ///
        /// @param why in one sentence
        record LeftOut(String why) implements Filtered {}
    }

    private static Optional<String> tooLarge(String id, List<Day> days, double[] scales) {
        for (int t = 0; t < scales.length; t++) {
            if (!Double.isFinite(scales[t])) {
                return Optional.of(
                        "%s stood still for so long that its volatility came to nothing in period %d"
                                .formatted(id, t));
            }
            double spot = Math.abs(days.get(t).spot() * scales[t]);
            if (spot > MOST_RETURN) {
                return Optional.of(
                        "at the volatility of today the return of %s in period %d would be %s, at most %s is taken"
                                .formatted(id, t, spot, MOST_RETURN));
            }
        }
        return Optional.empty();
    }

    /// The vol of an underlying's returns about their mean, a year of 365 days.
    public double volAnnual(String underlying) {
        double variance = StatUtils.populationVariance(returns(underlying));
        return Math.sqrt(variance * YEAR_DAYS / periodDays);
    }

    /// The correlations of some underlyings, in their order; empty where they cannot be told.
    public Optional<double[][]> correlations(List<String> underlyings) {
        List<double[]> returns = new ArrayList<>();
        for (String underlying : underlyings) returns.add(returns(underlying));
        return DeltaNormal.correlations(returns);
    }

    private double[] returns(String underlying) {
        List<Day> days = periods.get(underlying);
        if (days == null) {
            throw new IllegalArgumentException(
                    underlying + " must be in the history, which has " + periods.keySet());
        }
        return days.stream().mapToDouble(Day::spot).toArray();
    }
}
