package hedgerow.hedge;

import hedgerow.margin.MarginModel;
import hedgerow.margin.MarginReader;
import hedgerow.margin.Requirement;
import hedgerow.portfolio.Portfolio;
import hedgerow.portfolio.Position;
import hedgerow.pricing.RiskArrays;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// The margin on the way from a portfolio to one with further legs, traded one after another.
///
/// @param order the legs, as indices into the caller's list, in the order of trading
/// @param margins initial margin before the first leg, and after each
/// @param exact whether the order is the best of all; else of those that a bounded search tried
public record TradePath(List<Integer> order, List<Double> margins, boolean exact) {
    /// The most legs for which every order is weighed.
    public static final int MOST_EXACT = 12;

    /// Paths that a bounded search keeps at each step.
    static final int BEAM = 16;

    public TradePath {
        order = List.copyOf(order);
        margins = List.copyOf(margins);
    }

    /// The largest initial margin on the way, ends included.
    public double peak() {
        return margins.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }

    /// The path that trades the legs in the order in which they stand.
    public static TradePath given(
            MarginModel model, RiskArrays arrays, Portfolio portfolio, List<Position> legs) {
        Steps steps = new Steps(model, arrays, portfolio, legs);
        return steps.path(IntStream.range(0, legs.size()).boxed().toList(), true);
    }

    /// The path with the least peak; of several, the first in order of the caller's legs.
    ///
    /// Up to [#MOST_EXACT] legs every order is weighed, by dynamic programming over the sets of
    /// legs that are done. Beyond that, a search that keeps the best few paths at each step, and is
    /// never worse than the given order.
    public static TradePath safest(
            MarginModel model, RiskArrays arrays, Portfolio portfolio, List<Position> legs) {
        Steps steps = new Steps(model, arrays, portfolio, legs);
        return legs.size() <= MOST_EXACT ? steps.exact() : steps.bounded();
    }

    /// Margins after sets of legs.
    private static final class Steps {
        private final Portfolio portfolio;
        private final List<Position> legs;
        private final MarginReader reader;
        private final MarginReader.Scratch scratch;
        private final Requirement requirement = new Requirement();

        Steps(MarginModel model, RiskArrays arrays, Portfolio portfolio, List<Position> legs) {
            this.portfolio = portfolio;
            this.legs = legs;
            this.reader = model.on(arrays);
            this.scratch = reader.scratch();
        }

        double margin(List<Integer> done) {
            List<Position> traded = done.stream().map(legs::get).toList();
            reader.read(reader.hold(portfolio.with(traded)), scratch, requirement);
            return requirement.initial();
        }

        TradePath path(List<Integer> order, boolean exact) {
            List<Double> margins = new ArrayList<>();
            for (int done = 0; done <= order.size(); done++) {
                margins.add(margin(order.subList(0, done)));
            }
            return new TradePath(order, margins, exact);
        }

        TradePath exact() {
            int sets = 1 << legs.size();
            double[] margin = new double[sets];
            for (int set = 0; set < sets; set++) margin[set] = margin(members(set));
            double[] peakAfter = new double[sets];
            for (int set = sets - 2; set >= 0; set--) {
                double least = Double.POSITIVE_INFINITY;
                for (int leg = 0; leg < legs.size(); leg++) {
                    int next = set | 1 << leg;
                    if (next != set) {
                        least = Math.min(least, Math.max(margin[next], peakAfter[next]));
                    }
                }
                peakAfter[set] = least;
            }
            return path(firstWithin(margin, peakAfter), true);
        }

        /// The first order, by the caller's legs, whose peak is the least possible.
        private List<Integer> firstWithin(double[] margin, double[] peakAfter) {
            double allowed = Math.max(margin[0], peakAfter[0]);
            List<Integer> order = new ArrayList<>();
            int set = 0;
            while (order.size() < legs.size()) {
                int leg = 0;
                while ((set & 1 << leg) != 0
                        || exceeds(set | 1 << leg, allowed, margin, peakAfter)) {
                    leg++;
                }
                order.add(leg);
                set |= 1 << leg;
            }
            return order;
        }

        private static boolean exceeds(
                int set, double allowed, double[] margin, double[] peakAfter) {
            return Math.max(margin[set], peakAfter[set]) > allowed;
        }

        private List<Integer> members(int set) {
            return IntStream.range(0, legs.size())
                    .filter(leg -> (set & 1 << leg) != 0)
                    .boxed()
                    .toList();
        }

        TradePath bounded() {
            List<Partial> paths = List.of(new Partial(List.of(), margin(List.of()), 0));
            for (int step = 0; step < legs.size(); step++) {
                List<Partial> longer = new ArrayList<>();
                for (Partial path : paths) extend(path, longer);
                paths = Partial.best(longer, BEAM);
            }
            TradePath found = path(paths.getFirst().order(), false);
            List<Integer> asGiven = IntStream.range(0, legs.size()).boxed().toList();
            TradePath given = path(asGiven, false);
            return given.peak() <= found.peak() ? given : found;
        }

        private void extend(Partial path, List<Partial> longer) {
            for (int leg = 0; leg < legs.size(); leg++) {
                if (path.order().contains(leg)) continue;
                List<Integer> order = new ArrayList<>(path.order());
                order.add(leg);
                double margin = margin(order);
                longer.add(new Partial(order, Math.max(path.peak(), margin), margin));
            }
        }
    }

    /// The start of a path.
    private record Partial(List<Integer> order, double peak, double margin) {
        static List<Partial> best(List<Partial> paths, int most) {
            return paths.stream()
                    .sorted(
                            Comparator.comparingDouble(Partial::peak)
                                    .thenComparingDouble(Partial::margin))
                    .limit(most)
                    .toList();
        }
    }
}
