package hedgerow.hedge.search;

import static hedgerow.hedge.search.Tasks.candidate;
import static org.assertj.core.api.Assertions.assertThat;

import hedgerow.hedge.Accounts;
import hedgerow.hedge.search.HedgeSuggestions.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What must be true of every suggestion, on random books of BTC at 60,000.
class SuggestionPropertiesTest {
    private static final long SEED = 20_260_101;
    private static final double NONE = Double.POSITIVE_INFINITY;

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);

    private String book() {
        StringBuilder book = new StringBuilder("-10 C60000");
        for (int leg = random.nextInt(3); leg > 0; leg--) {
            book.append(", ").append(random.nextInt(-6, 7)).append(" P");
            book.append(50_000 + 1_000 * random.nextInt(20));
        }
        return book.toString();
    }

    private List<Candidate> candidates(int options) {
        List<Candidate> candidates = new ArrayList<>(List.of(candidate("perpetual", 36)));
        for (int k = 0; k < options; k++) {
            String right = random.nextBoolean() ? "C" : "P";
            int strike = 48_000 + 1_500 * random.nextInt(20);
            candidates.add(candidate(right + strike, 25 + random.nextInt(40)));
        }
        return candidates;
    }

    private static double leastOfAll(HedgeTask task, int reach) {
        Trials trials = new Trials(task);
        int candidates = task.candidates().size();
        int[] lots = new int[candidates];
        double least = Double.POSITIVE_INFINITY;
        java.util.Arrays.fill(lots, -reach);
        while (true) {
            SortedMap<Integer, Double> counts = new TreeMap<>();
            for (int j = 0; j < candidates; j++) counts.put(j, (double) lots[j]);
            Trials.Trial trial = trials.of(counts);
            if (trial.excess() == 0) least = Math.min(least, trials.value(trial));
            int place = 0;
            while (place < candidates && lots[place] == reach) lots[place++] = -reach;
            if (place == candidates) return least;
            lots[place]++;
        }
    }

    /// All whole lots from -12 to 12 of each of three candidates, with as many legs as allowed.
    @Test
    void wholeLotsAreTheBestOfAllToAThousandth() {
        for (int run = 0; run < 12; run++) {
            HedgeGoal goal =
                    run % 2 == 0
                            ? new HedgeGoal.LeastMargin()
                            : new HedgeGoal.Economic(0.10, 30 / 365.0);
            int legs = 1 + run % 3;
            HedgeLimits limits = new HedgeLimits(600, NONE, legs, NONE, NONE, List.of());
            HedgeTask task = Tasks.of(book(), candidates(2), goal, limits);
            double least = leastOfAll(task, 12);
            List<Suggestion> found = HedgeSearch.of(task, 1).ranked();
            if (found.isEmpty()) continue;
            assertThat(found.getFirst().value())
                    .as(
                            "seed %d run %d %s %s %s",
                            SEED, run, task.portfolio(), task.candidates(), found.getFirst().lots())
                    .isLessThanOrEqualTo(least * 1.001);
        }
    }

    /// Hedges at random, of whole lots and of fractions, under models with floors, charges and
    /// adjustments of every convex kind.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "crypto-grid",
                "hybrid",
                "tims-index",
                "kraken-pm",
                "deribit-pm-linear",
                "derive-pm2",
                "derive-pm1",
                "grvt-pm"
            })
    void noHedgeAtRandomBeatsTheBound(String id) {
        HedgeLimits limits = Tasks.budget(500);
        HedgeTask task =
                Tasks.of(
                        Accounts.model(id),
                        book(),
                        candidates(5),
                        new HedgeGoal.LeastMargin(),
                        limits);
        HedgeSuggestions found = HedgeSearch.of(task, 1);
        assertThat(found.isBound()).as(id).isTrue();
        double bound = found.bound().orElseThrow().initial();
        Trials trials = new Trials(task);
        for (int i = 0; i < 4_000; i++) {
            SortedMap<Integer, Double> lots = new TreeMap<>();
            for (int j = 0; j < 6; j++) {
                if (random.nextBoolean()) lots.put(j, random.nextInt(-6, 9) / (1.0 + i % 3));
            }
            Trials.Trial trial = trials.of(lots);
            if (trial.excess() > 0) continue;
            assertThat(trial.initial())
                    .as("%s seed %d %s %s", id, SEED, task.portfolio(), lots)
                    .isGreaterThanOrEqualTo(bound * (1 - 1e-9) - 1e-6);
        }
        for (Suggestion suggestion : found.ranked()) {
            assertThat(suggestion.after().initial())
                    .isGreaterThanOrEqualTo(bound * (1 - 1e-9) - 1e-6);
        }
    }

    @Test
    void noSuggestionGoesOverThePeakThatIsAllowed() {
        int suggestions = 0;
        for (int run = 0; run < 15; run++) {
            double peak = run % 3 == 0 ? 0 : 60_000 + 10_000 * random.nextInt(8);
            HedgeLimits limits = new HedgeLimits(NONE, NONE, 4, NONE, peak, List.of());
            HedgeTask task = Tasks.of(book(), candidates(5), new HedgeGoal.LeastMargin(), limits);
            HedgeSuggestions found = HedgeSearch.of(task, 5);
            double allowed = Math.max(peak, found.before().initial());
            for (Suggestion suggestion : found.ranked()) {
                suggestions++;
                assertThat(suggestion.path().exact()).isTrue();
                assertThat(suggestion.path().peak())
                        .as("seed %d run %d %s", SEED, run, suggestion.lots())
                        .isLessThanOrEqualTo(allowed * (1 + 1e-9));
                assertThat(suggestion.saved()).isPositive();
            }
        }
        assertThat(suggestions).isPositive();
    }

    /// Standard rules have no convex form: the search runs on what has one, the model decides, and
    /// no bound is claimed.
    @Test
    void aModelThatIsNotConvexDecidesItself() {
        HedgeTask task =
                Tasks.of(
                        Accounts.model("derive-standard"),
                        "-10 C60000, 5 C66000",
                        candidates(6),
                        new HedgeGoal.LeastMargin(),
                        HedgeLimits.ofLegs(2));
        HedgeSuggestions found = HedgeSearch.of(task, 5);
        assertThat(found.isBound()).isFalse();
        assertThat(found.ranked()).isNotEmpty();
        for (Suggestion suggestion : found.ranked()) {
            double initial =
                    task.model()
                            .margin(task.arrays(), task.portfolio().with(suggestion.positions()))
                            .initial();
            assertThat(suggestion.after().initial()).isEqualTo(initial);
            assertThat(suggestion.gap()).isEmpty();
            assertThat(initial).isLessThan(found.before().initial());
        }
    }
}
