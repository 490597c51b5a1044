package hedgerow.hedge.search;

import hedgerow.hedge.search.MarginProgram.Plan;
import hedgerow.hedge.search.Trials.Trial;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Turns plans in fractions of lots into hedges of whole lots, which the model itself prices.
///
/// 1. Each plan is rounded, every leg down and up, and improved by a lot of one or two legs.
/// 2. Whole lots of the best plans' legs are sought by branch and bound.
/// 3. Candidates whose worth the plans may not know are tried alone.
/// 4. From the best of all these a walk exchanges legs with those of others.
final class WholeLots {
    /// Plans of which whole lots are sought by branch and bound, and the most programs for that.
    private static final int BRANCHED = 4;

    private static final int PROGRAMS = 400;

    /// Hedges that are improved by exchanging legs, and candidates they exchange with.
    private static final int EXCHANGED = 3;

    private static final int POOL = 8;

    /// Legs of a hedge for which rounding down and up are both tried, with every other.
    private static final int ROUNDED_BOTH_WAYS = 6;

    /// Steps of a walk that exchanges legs.
    private static final int WALK = 40;

    /// Rounds of improvement by single lots.
    private static final int ROUNDS = 60;

    private final Trials trials;
    private final LotBranches branches;

    WholeLots(Trials trials, MarginProgram program) {
        this.trials = trials;
        this.branches = new LotBranches(program, PROGRAMS);
    }

    /// Whole lots of some plans, the best first.
    ///
    /// @param plans the best first
    /// @param favoured candidates that legs are exchanged with before others
    /// @param unknown candidates whose worth the plans may not know
    List<Trial> of(List<Plan> plans, List<Integer> favoured, int[] unknown) {
        List<Trial> found = new ArrayList<>();
        for (Plan plan : plans) found.add(rounded(lots(plan)));
        branch(plans, found);
        alone(unknown, found);
        found.sort(trials.order());
        List<Integer> pool = pool(found, favoured);
        int walks = Math.min(EXCHANGED, found.size());
        for (int i = 0; i < walks; i++) found.add(wandered(found.get(i), pool));
        return found.stream().distinct().sorted(trials.order()).toList();
    }

    /// Signed lots of a plan by candidate, without zeros.
    static SortedMap<Integer, Double> lots(Plan plan) {
        SortedMap<Integer, Double> lots = new TreeMap<>();
        for (int i = 0; i < plan.lots().length; i++) {
            if (plan.lots()[i] != 0) lots.put(plan.support()[i], plan.lots()[i]);
        }
        return lots;
    }

    /// Adds whole lots of the best plans' legs, each begun with what rounding gave.
    private void branch(List<Plan> plans, List<Trial> found) {
        int branched = Math.min(BRANCHED, plans.size());
        for (int i = 0; i < branched; i++) {
            for (SortedMap<Integer, Double> lots : branches.of(plans.get(i), found.get(i).lots())) {
                found.add(improved(trials.of(lots), List.copyOf(lots.keySet())));
            }
        }
    }

    /// Adds the lots of one candidate that are better than none: of powers of two the best, closed
    /// in on by halves.
    private void alone(int[] candidates, List<Trial> found) {
        Trial nothing = trials.of(new TreeMap<>());
        for (int candidate : candidates) {
            Trial best = nothing;
            double largest = 1;
            for (double step = 1; step <= trials.reach(candidate); step *= 2) {
                Trial further = nearer(nothing, candidate, step);
                if (trials.better(further, best)) {
                    best = further;
                    largest = step;
                }
            }
            for (double step = largest / 2; step > 1; step /= 2) {
                best = nearer(best, candidate, step);
            }
            Trial trial = improved(best, List.of(candidate));
            if (!trial.lots().isEmpty()) found.add(trial);
        }
    }

    /// The best of a trial, and that with so many lots of a candidate bought or sold.
    private Trial nearer(Trial from, int candidate, double lots) {
        Trial best = from;
        for (double step : new double[] {lots, -lots}) {
            SortedMap<Integer, Double> moved = new TreeMap<>(from.lots());
            moved.merge(candidate, step, Double::sum);
            Trial trial = trials.of(moved);
            if (trials.better(trial, best)) best = trial;
        }
        return best;
    }

    /// The candidates that legs are exchanged with: the favoured and those of the best trials.
    private static List<Integer> pool(List<Trial> found, List<Integer> favoured) {
        return Stream.concat(
                        favoured.stream(),
                        found.stream().flatMap(trial -> trial.lots().keySet().stream()))
                .distinct()
                .limit(POOL)
                .toList();
    }

    /// The best of all ways to round each leg down or up, improved by its own legs.
    private Trial rounded(SortedMap<Integer, Double> lots) {
        List<Integer> legs = List.copyOf(lots.keySet());
        int ways = 1 << Math.min(legs.size(), ROUNDED_BOTH_WAYS);
        Trial best = trials.of(new TreeMap<>());
        for (int way = 0; way < ways; way++) {
            SortedMap<Integer, Double> whole = new TreeMap<>();
            for (int leg = 0; leg < legs.size(); leg++) {
                double count = Math.abs(lots.getOrDefault(legs.get(leg), 0.0));
                double up = (way >> leg & 1) == 1 ? Math.ceil(count) : Math.floor(count);
                whole.put(legs.get(leg), Math.copySign(up, lots.getOrDefault(legs.get(leg), 0.0)));
            }
            Trial trial = trials.of(whole);
            if (trials.better(trial, best)) best = trial;
        }
        return improved(best, legs);
    }

    /// A trial improved, while that helps, by a lot of one candidate or of two.
    private Trial improved(Trial start, List<Integer> candidates) {
        Trial best = start;
        for (int round = 0; round < ROUNDS; round++) {
            Optional<Trial> next = neighbour(best, candidates, Set.of());
            if (next.isEmpty() || !trials.better(next.get(), best)) return best;
            best = next.get();
        }
        return best;
    }

    /// The best trial on a walk that always goes on to the best neighbour not yet visited, so that
    /// it leaves a trial which no single step improves.
    private Trial wandered(Trial start, List<Integer> candidates) {
        Trial best = start;
        Trial at = start;
        Set<Trial> visited = new HashSet<>();
        for (int step = 0; step < WALK; step++) {
            visited.add(at);
            Optional<Trial> next = neighbour(at, candidates, visited);
            if (next.isEmpty()) return best;
            at = next.get();
            if (trials.better(at, best)) best = at;
        }
        return best;
    }

    private Optional<Trial> neighbour(Trial from, List<Integer> candidates, Set<Trial> visited) {
        Comparator<Trial> order = trials.order();
        Optional<Trial> best = Optional.empty();
        for (int a = 0; a < candidates.size(); a++) {
            for (int b = a; b < candidates.size(); b++) {
                for (int way = 0; way < (a == b ? 2 : 4); way++) {
                    SortedMap<Integer, Double> lots = new TreeMap<>(from.lots());
                    lots.merge(candidates.get(a), way % 2 == 0 ? 1.0 : -1.0, Double::sum);
                    if (a != b) lots.merge(candidates.get(b), way < 2 ? 1.0 : -1.0, Double::sum);
                    Trial trial = trials.of(lots);
                    boolean better = best.isEmpty() || order.compare(trial, best.get()) < 0;
                    if (better && !visited.contains(trial)) best = Optional.of(trial);
                }
            }
        }
        return best;
    }
}
