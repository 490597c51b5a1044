package hedgerow.hedge.search;

import hedgerow.hedge.OffGridCheck;
import hedgerow.hedge.TradePath;
import hedgerow.hedge.search.HedgeSuggestions.Bound;
import hedgerow.hedge.search.HedgeSuggestions.Suggestion;
import hedgerow.hedge.search.MarginProgram.Plan;
import hedgerow.hedge.search.Trials.Trial;
import hedgerow.margin.Margin;
import hedgerow.portfolio.Portfolio;
import hedgerow.portfolio.Position;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Finds the few trades that take most off a margin.
///
/// 1. The linear program over all candidates gives the bound.
/// 2. Legs are added one at a time: the candidates whose reduced cost is least, and those in the
///    bound, are each tried with the legs so far, all lots being solved for anew; the best few sets
///    of legs go on.
/// 3. Each set is turned into whole lots, as the model itself prices them: see [WholeLots]. Where
///    the program is no bound, what it leaves out may be what helps, such as a credit between
///    commodities, so the model is asked about each candidate alone as well.
/// 4. What the model says of the whole lots is what is reported.
public final class HedgeSearch {
    /// Sets of legs that go on to the next leg.
    private static final int BEAM = 4;

    /// Candidates of least reduced cost that are tried with each set.
    private static final int TRIED = 6;

    /// A saving that is more than rounding, relative to what it is taken off.
    private static final double TINY = 1e-9;

    private final HedgeTask task;
    private final int alternatives;
    private final MarginProgram program;
    private final Trials trials;
    private final Map<List<Integer>, Optional<Plan>> plans = new LinkedHashMap<>();

    private HedgeSearch(HedgeTask task, int alternatives) {
        this.task = task;
        this.alternatives = alternatives;
        this.program = new MarginProgram(task);
        this.trials = new Trials(task);
    }

    /// The best hedges of a task.
    ///
    /// @param alternatives the most hedges to report
    /// @throws hedgerow.portfolio.RefusedException where the figures are too large to be numbers
    public static HedgeSuggestions of(HedgeTask task, int alternatives) {
        return new HedgeSearch(task, alternatives).run();
    }

    private HedgeSuggestions run() {
        int[] alive =
                IntStream.range(0, task.candidates().size())
                        .filter(j -> program.isAlive(j) && trials.hasRoom(List.of(j)))
                        .toArray();
        Margin before = task.model().margin(task.arrays(), task.portfolio());
        Optional<Plan> best = alive.length == 0 ? Optional.empty() : program.solve(alive);
        Optional<Bound> bound = best.filter(Plan::meetsLimits).map(this::bound);
        grow(alive, best);
        List<Trial> found = wholeLots(best, program.isBound() ? new int[0] : alive);
        List<Suggestion> ranked = new ArrayList<>();
        int setAside = 0;
        for (Trial trial : found) {
            if (ranked.size() == alternatives) break;
            Suggestion suggestion = suggestion(trial, before, bound);
            double most = Math.max(task.limits().peak(), before.initial());
            if (suggestion.path().peak() <= most * (1 + TINY)) ranked.add(suggestion);
            else setAside++;
        }
        return new HedgeSuggestions(before, bound, program.isBound(), ranked, setAside);
    }

    private Bound bound(Plan plan) {
        SortedMap<Integer, Double> lots = WholeLots.lots(plan);
        Trial trial = trials.of(lots);
        double cost = trial.cost() - trials.gas(trial.lots());
        double value = task.goal().value(plan.initial(), cost);
        return new Bound(lots, plan.initial(), cost, value);
    }

    /// Solves ever larger sets of legs, the best few of each size going on.
    private void grow(int[] alive, Optional<Plan> best) {
        List<Plan> beam = plan(List.of(), List.of()).stream().toList();
        List<Integer> inBound = best.map(this::largestLegs).orElse(List.of());
        for (int legs = 1; legs <= Math.min(task.limits().legs(), alive.length); legs++) {
            List<Plan> larger = new ArrayList<>();
            for (Plan plan : beam) {
                for (int candidate : promising(plan, alive, inBound)) {
                    with(plan, candidate).ifPresent(larger::add);
                }
            }
            larger.sort(Comparator.comparingDouble(Plan::objective));
            beam = larger.stream().distinct().limit(BEAM).toList();
        }
    }

    /// The largest legs of a plan, by what they can lose.
    private List<Integer> largestLegs(Plan plan) {
        return IntStream.range(0, plan.support().length)
                .filter(i -> plan.lots()[i] != 0)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -program.size(plan, i)))
                .limit(TRIED)
                .map(i -> plan.support()[i])
                .toList();
    }

    private Optional<Plan> plan(List<Integer> support, List<Plan> near) {
        return plans.computeIfAbsent(
                support,
                set -> {
                    int[] legs = set.stream().mapToInt(Integer::intValue).toArray();
                    return program.solve(legs, near, MarginProgram.Box.open(legs.length));
                });
    }

    private Optional<Plan> with(Plan plan, int candidate) {
        List<Integer> support = support(plan, candidate);
        if (support.size() == plan.support().length || !trials.hasRoom(support)) {
            return Optional.empty();
        }
        return plan(support, List.of(plan));
    }

    private static List<Integer> support(Plan plan, int candidate) {
        return IntStream.concat(Arrays.stream(plan.support()), IntStream.of(candidate))
                .distinct()
                .sorted()
                .boxed()
                .toList();
    }

    /// The candidates that may help a plan most, and those of the bound.
    private List<Integer> promising(Plan plan, int[] alive, List<Integer> inBound) {
        double[] reduced = new double[task.candidates().size()];
        for (int candidate : alive) reduced[candidate] = program.reducedCost(plan, candidate);
        Stream<Integer> cheapest =
                Arrays.stream(alive)
                        .boxed()
                        .filter(candidate -> reduced[candidate] < 0)
                        .filter(candidate -> trials.hasRoom(support(plan, candidate)))
                        .sorted(Comparator.comparingDouble(candidate -> reduced[candidate]))
                        .limit(TRIED);
        return Stream.concat(cheapest, inBound.stream()).distinct().toList();
    }

    /// The plans in whole lots, the best first; those that help and keep the limits.
    private List<Trial> wholeLots(Optional<Plan> best, int[] unknown) {
        Trial nothing = trials.of(new TreeMap<>());
        List<Plan> rounded =
                plans.values().stream()
                        .flatMap(Optional::stream)
                        .filter(plan -> plan.support().length > 0)
                        .sorted(Comparator.comparingDouble(Plan::objective))
                        .limit(rounded())
                        .toList();
        List<Integer> favoured = best.map(this::largestLegs).orElse(List.of());
        return new WholeLots(trials, program)
                .of(rounded, favoured, unknown).stream()
                        .filter(trial -> !trial.lots().isEmpty() && helps(trial, nothing))
                        .toList();
    }

    /// How many plans are rounded: fewer for a large account, which takes longer to price.
    private int rounded() {
        int legs = task.portfolio().positions().size();
        return (legs > 500 ? 2 : 6) * alternatives;
    }

    private boolean helps(Trial trial, Trial nothing) {
        if (trial.excess() > 0) return false;
        if (nothing.excess() > 0) return true;
        double before = trials.value(nothing);
        return trials.value(trial) < before - TINY * Math.max(1e-6, Math.abs(before));
    }

    private Suggestion suggestion(Trial trial, Margin before, Optional<Bound> bound) {
        List<Position> hedge = Trials.positions(task, trial.lots());
        Portfolio hedged = task.portfolio().with(hedge);
        Margin after = task.model().margin(task.arrays(), hedged);
        double value = trials.value(trial);
        double least = bound.map(Bound::value).orElse(0.0);
        OptionalDouble gap =
                program.isBound() && least > 0
                        ? OptionalDouble.of(Math.max(0, value / least - 1))
                        : OptionalDouble.empty();
        return new Suggestion(
                trial.lots(),
                hedge,
                after,
                before.initial() - after.initial(),
                trial.cost(),
                trial.premium(),
                value,
                gap,
                TradePath.safest(task.model(), task.arrays(), task.portfolio(), hedge),
                OffGridCheck.of(task.market(), task.model(), hedged, after));
    }
}
