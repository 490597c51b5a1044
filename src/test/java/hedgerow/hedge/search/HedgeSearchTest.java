package hedgerow.hedge.search;

import static hedgerow.hedge.search.Tasks.candidate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hedgerow.hedge.Accounts;
import hedgerow.hedge.search.HedgeGoal.Economic;
import hedgerow.hedge.search.HedgeGoal.LeastMargin;
import hedgerow.hedge.search.HedgeGoal.Target;
import hedgerow.hedge.search.HedgeSuggestions.Bound;
import hedgerow.hedge.search.HedgeSuggestions.Suggestion;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Hedges of ten short calls struck at 60,000, and the bounds that none can beat.
class HedgeSearchTest {
    private static final String CALLS = "-10 C60000";
    private static final int PERPETUAL = 0;
    private static final int C69 = 2;
    private static final int C78 = 3;
    private static final int P48 = 5;

    private static HedgeSuggestions worked(HedgeGoal goal, HedgeLimits limits) {
        return HedgeSearch.of(Tasks.of(CALLS, Tasks.worked(), goal, limits), 5);
    }

    private static Bound bound(HedgeGoal goal, HedgeLimits limits) {
        HedgeSuggestions found = worked(goal, limits);
        assertThat(found.isBound()).isTrue();
        return found.bound().orElseThrow();
    }

    /// 94,684.04 - 9,600 q = 9,504 q - 9,869.61 at q = 5.47286.
    @Test
    void perpetualsAloneAreTheirClosedForm() {
        HedgeTask task =
                Tasks.of(
                        CALLS,
                        List.of(candidate("perpetual", 36)),
                        new LeastMargin(),
                        HedgeLimits.ofLegs(1));
        HedgeSuggestions found = HedgeSearch.of(task, 5);
        Bound bound = found.bound().orElseThrow();
        assertThat(bound.lots().get(0)).isCloseTo(5.47286, within(0.00001));
        assertThat(bound.initial()).isCloseTo(42_144.52, within(0.005));
        assertThat(bound.cost()).isCloseTo(197.02, within(0.005));
        Suggestion whole = found.ranked().getFirst();
        assertThat(whole.lots()).containsExactlyEntriesOf(new TreeMap<>(java.util.Map.of(0, 5.0)));
        assertThat(whole.after().initial()).isCloseTo(46_684.04, within(0.005));
    }

    @Test
    void leastMarginWithinABudget() {
        Bound bound = bound(new LeastMargin(), Tasks.budget(500));
        assertThat(bound.lots()).containsOnlyKeys(PERPETUAL, C69, P48);
        assertThat(bound.lots().get(PERPETUAL)).isCloseTo(3.6538, within(0.0001));
        assertThat(bound.lots().get(C69)).isCloseTo(6.3959, within(0.0001));
        assertThat(bound.lots().get(P48)).isCloseTo(2.6434, within(0.0001));
        assertThat(bound.initial()).isCloseTo(9_607.11, within(0.005));
        assertThat(bound.cost()).isCloseTo(500, within(1e-6));
    }

    @Test
    void leastCostForATarget() {
        HedgeLimits none = HedgeLimits.ofLegs(12);
        assertThat(bound(new Target(30_000), none).cost()).isCloseTo(257.79, within(0.005));
        assertThat(bound(new Target(10_000), none).cost()).isCloseTo(494.51, within(0.005));
    }

    @Test
    void costOfCapitalAgainstCostOfTrading() {
        Bound bound = bound(new Economic(0.10, 30 / 365.0), HedgeLimits.ofLegs(12));
        assertThat(bound.lots()).containsOnlyKeys(PERPETUAL, C78);
        assertThat(bound.lots().get(PERPETUAL)).isCloseTo(4.5046, within(0.0001));
        assertThat(bound.lots().get(C78)).isCloseTo(2.0345, within(0.0001));
        assertThat(bound.initial()).isCloseTo(33_100.99, within(0.005));
        assertThat(bound.cost()).isCloseTo(229.31, within(0.005));
    }

    @Test
    void wholeLotsAreNearTheBoundAndKeepTheLimits() {
        HedgeSuggestions found = worked(new LeastMargin(), Tasks.budget(500));
        Suggestion best = found.ranked().getFirst();
        assertThat(best.cost()).isLessThanOrEqualTo(500);
        assertThat(best.after().initial())
                .isGreaterThanOrEqualTo(found.bound().orElseThrow().initial());
        assertThat(best.gap().orElseThrow())
                .isCloseTo(
                        best.after().initial() / found.bound().orElseThrow().initial() - 1,
                        within(1e-12));
        for (int i = 1; i < found.ranked().size(); i++) {
            assertThat(found.ranked().get(i).value())
                    .isGreaterThanOrEqualTo(found.ranked().get(i - 1).value());
        }
    }

    /// Every hedge of up to ten lots of each candidate that the budget allows, one after another.
    @Test
    void wholeLotsOfATenthOfTheBookAreTheBestOfAll() {
        HedgeTask task = Tasks.of(CALLS, Tasks.worked(), new LeastMargin(), Tasks.budget(500));
        Trials trials = new Trials(task);
        int[] most = {8, 6, 10, 5, 4, 6};
        double least = Double.POSITIVE_INFINITY;
        int[] lots = new int[most.length];
        String at = "";
        for (boolean more = true; more; ) {
            double cost = 0;
            for (int j = 0; j < most.length; j++) cost += task.candidates().get(j).cost(lots[j]);
            if (cost <= 500 && cost > 400) {
                SortedMap<Integer, Double> counts = new TreeMap<>();
                for (int j = 0; j < most.length; j++) counts.put(j, (double) lots[j]);
                if (trials.of(counts).initial() < least) at = counts.toString();
                least = Math.min(least, trials.of(counts).initial());
            }
            int place = 0;
            while (place < most.length && lots[place] == most[place]) lots[place++] = 0;
            more = place < most.length;
            if (more) lots[place]++;
        }
        double found = HedgeSearch.of(task, 5).ranked().getFirst().after().initial();
        assertThat(found / least - 1)
                .as("found %s, best %s %s", found, least, at)
                .isBetween(-1e-9, 2e-4);
    }

    @Test
    void smallerLotsComeNearer() {
        List<Candidate> tenths =
                List.of(
                        candidate("perpetual", 0.01, 0.36),
                        candidate("C66000", 0.01, 0.57243126),
                        candidate("C69000", 0.01, 0.43970631),
                        candidate("C78000", 0.01, 0.33),
                        candidate("P54000", 0.01, 0.50298822),
                        candidate("P48000", 0.01, 0.33));
        HedgeTask task = Tasks.of(CALLS, tenths, new LeastMargin(), Tasks.budget(500));
        HedgeSuggestions found = HedgeSearch.of(task, 3);
        assertThat(found.ranked().getFirst().gap().orElseThrow())
                .as("%s", found.ranked().getFirst().lots())
                .isBetween(0.0, 0.01);
    }

    /// No hedge at random beats the bound, and the search is never worse than the best of them.
    @Test
    void tenThousandSampledHedgesDoNotBeatTheBound() {
        long seed = 20_260_101;
        Random random = new Random(seed);
        HedgeTask task = Tasks.of(CALLS, Tasks.worked(), new LeastMargin(), Tasks.budget(500));
        Trials trials = new Trials(task);
        HedgeSuggestions found = HedgeSearch.of(task, 1);
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < 10_000; i++) {
            SortedMap<Integer, Double> lots = new TreeMap<>();
            for (int j = 0; j < 6; j++) lots.put(j, (double) random.nextInt(-2, 9));
            Trials.Trial trial = trials.of(lots);
            if (trial.excess() == 0) least = Math.min(least, trial.initial());
        }
        assertThat(least)
                .as("seed %d", seed)
                .isGreaterThanOrEqualTo(found.bound().orElseThrow().initial() * (1 - 1e-9));
        assertThat(found.ranked().getFirst().after().initial())
                .as("seed %d", seed)
                .isLessThanOrEqualTo(least);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-6, 1e-3, 1, 1e3, 1e6, 1e9})
    void scaleDecidesNothing(double scale) {
        String book = -10 * scale + " C60000";
        List<Candidate> candidates =
                List.of(
                        candidate("perpetual", scale, 36 * scale),
                        candidate("C66000", scale, 57.243126 * scale),
                        candidate("C69000", scale, 43.970631 * scale),
                        candidate("C78000", scale, 33 * scale),
                        candidate("P54000", scale, 50.298822 * scale),
                        candidate("P48000", scale, 33 * scale));
        for (double target : new double[] {30_000, 10_000}) {
            HedgeTask task =
                    Tasks.of(book, candidates, new Target(target * scale), HedgeLimits.ofLegs(4));
            Bound bound = HedgeSearch.of(task, 1).bound().orElseThrow();
            double expected = target == 30_000 ? 257.79 : 494.51;
            assertThat(bound.cost() / scale)
                    .as("scale %s target %s", scale, target)
                    .isCloseTo(expected, within(0.005));
        }
    }

    @Test
    void fewLegsAreEnoughOrItSaysSo() {
        for (int legs = 1; legs <= 3; legs++) {
            HedgeLimits limits = HedgeLimits.ofLegs(legs);
            HedgeSuggestions found = worked(new LeastMargin(), limits);
            for (Suggestion suggestion : found.ranked()) {
                assertThat(suggestion.lots().size()).isLessThanOrEqualTo(legs);
            }
            assertThat(found.ranked()).isNotEmpty();
        }
    }

    @Test
    void nothingHelpsABookThatPostsNothing() {
        HedgeTask task =
                Tasks.of(
                        "1 P60000, -1 P60000",
                        Tasks.worked(),
                        new LeastMargin(),
                        Tasks.budget(500));
        assertThat(HedgeSearch.of(task, 5).ranked()).isEmpty();
    }

    @Test
    void aTargetThatCannotBeMetHasNoBound() {
        HedgeLimits limits = Tasks.budget(10);
        HedgeSuggestions found = worked(new Target(1_000), limits);
        assertThat(found.bound()).isEmpty();
        assertThat(found.ranked()).isEmpty();
    }

    @Test
    void aLimitOnDeltaIsKept() {
        double none = Double.POSITIVE_INFINITY;
        HedgeLimits limits = new HedgeLimits(none, none, 4, 0.5, none, List.of());
        HedgeSuggestions found = worked(new LeastMargin(), limits);
        assertThat(found.ranked()).isNotEmpty();
        for (Suggestion suggestion : found.ranked()) {
            double delta =
                    suggestion.after().contributions().stream().mapToDouble(c -> c.delta()).sum();
            assertThat(Math.abs(delta)).as("%s", suggestion.lots()).isLessThanOrEqualTo(0.5 + 1e-9);
        }
    }

    /// Ten long perpetuals gain 120,000 when spot gains a fifth; a short call or perpetual takes of
    /// that.
    @Test
    void upsideThatMustBeKeptIsKept() {
        double none = Double.POSITIVE_INFINITY;
        HedgeLimits limits =
                new HedgeLimits(
                        none, none, 4, none, none, List.of(new HedgeLimits.Upside(0.2, 0.8)));
        HedgeTask task = Tasks.of("10 perpetual", Tasks.worked(), new LeastMargin(), limits);
        HedgeSuggestions found = HedgeSearch.of(task, 5);
        assertThat(found.ranked()).isNotEmpty();
        double[][] pnl = task.upsidePnl();
        for (Suggestion suggestion : found.ranked()) {
            double taken = 0;
            for (var leg : suggestion.positions()) {
                taken += leg.quantity() * pnl[0][task.arrays().row(leg.instrument()).orElseThrow()];
            }
            assertThat(taken).as("%s", suggestion.lots()).isGreaterThanOrEqualTo(-24_000 - 1e-3);
        }
    }

    @Test
    void closedSidesAndPeaksAreRespected() {
        Candidate.Side open = new Candidate.Side(36, 0, 3);
        Candidate bought =
                new Candidate(
                        "perpetual",
                        Accounts.positions("1 perpetual"),
                        open,
                        Candidate.Side.CLOSED);
        HedgeTask task = Tasks.of(CALLS, List.of(bought), new LeastMargin(), HedgeLimits.ofLegs(1));
        HedgeSuggestions found = HedgeSearch.of(task, 1);
        assertThat(found.ranked().getFirst().lots().get(0)).isEqualTo(3);
        assertThat(found.ranked().getFirst().path().peak())
                .isLessThanOrEqualTo(found.before().initial());
        HedgeTask wrongWay =
                Tasks.of("10 perpetual", List.of(bought), new LeastMargin(), HedgeLimits.ofLegs(1));
        assertThat(HedgeSearch.of(wrongWay, 1).ranked()).isEmpty();
    }

    /// Under net and hedged delta rates alone the optimum of perpetuals is to cancel the delta
    /// where hedged deltas cost less than net ones.
    @Test
    void deltaFloorsAreRowsOfTheProgram() {
        HedgeTask task =
                Tasks.of(
                        Accounts.model("delta"),
                        CALLS,
                        List.of(candidate("perpetual", 0.001, 0)),
                        new LeastMargin(),
                        HedgeLimits.ofLegs(1));
        HedgeSuggestions found = HedgeSearch.of(task, 1);
        assertThat(found.isBound()).isTrue();
        // 10 calls of delta 0.534270: 1 % of 5.342696 deltas at 60,000 once they are hedged
        assertThat(found.bound().orElseThrow().initial()).isCloseTo(3_205.62, within(0.005));
        assertThat(found.ranked().getFirst().lots().get(0)).isEqualTo(5_343);
    }

    @Test
    void contractMinimumsCountEachContract() {
        HedgeTask task =
                Tasks.of(
                        Accounts.model("tims-equity"),
                        CALLS,
                        Tasks.worked(),
                        new LeastMargin(),
                        HedgeLimits.ofLegs(4));
        HedgeSuggestions found = HedgeSearch.of(task, 3);
        assertThat(found.isBound()).isTrue();
        double least = found.bound().orElseThrow().initial();
        for (Suggestion suggestion : found.ranked()) {
            assertThat(suggestion.after().initial()).isGreaterThanOrEqualTo(least * (1 - 1e-9));
        }
    }
}
