package hedgerow.hedge.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hedgerow.SharedData;
import hedgerow.hedge.Accounts;
import hedgerow.hedge.search.Candidate.Side;
import hedgerow.hedge.search.HedgeSuggestions.Suggestion;
import hedgerow.margin.MarginModel;
import hedgerow.market.Market;
import hedgerow.portfolio.ListedContract;
import hedgerow.portfolio.Portfolio;
import hedgerow.portfolio.Position;
import hedgerow.pricing.Revaluation;
import hedgerow.store.Reading;
import hedgerow.store.span.RiskFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Hedges under published arrays, whose calendar charges and credits between commodities no linear
/// program knows: every future of a commodity has the same array, so the scan alone holds one month
/// to be as good a hedge as another.
class SpanSuggestionTest {
    private static final MarginModel MODEL = Accounts.model("span");
    private static final Position HELD = future("ZZ", "202512", 5);
    private static final Candidate OCTOBER = candidate("ZZ", "202510", 2);
    private static final Candidate FEBRUARY = candidate("ZZ", "202602", 1);
    private static final Candidate OTHER = candidate("YY", "202512", 1);
    private static final Candidate CALLS =
            candidate(new Position(listed("CC-ZZ", "XYZ OZ OOF 202512 C 3600"), 1), 3);

    private static final Candidate PUTS =
            candidate(new Position(listed("CC-ZZ", "XYZ OZ OOF 202512 P 3600"), 1), 3);
    private static final Candidate SAME = candidate("ZZ", "202512", 1);

    private Market market = Market.of(Instant.EPOCH, List.of());

    @BeforeEach
    void read() throws IOException {
        try (InputStream in = Files.newInputStream(SharedData.file("data/span_synthetic.pa2"))) {
            market = ((Reading.Value<Market>) RiskFiles.read(in, Set.of())).value();
        }
    }

    private static ListedContract listed(String commodity, String contract) {
        return new ListedContract(commodity, contract);
    }

    private static Position future(String family, String month, double quantity) {
        String contract = "XYZ " + family + " FUT " + month;
        return new Position(listed("CC-" + family, contract), quantity);
    }

    private static Candidate candidate(String family, String month, double cost) {
        return candidate(future(family, month, 1), cost);
    }

    private static Candidate candidate(Position lot, double cost) {
        Side side = new Side(cost, 0, 12);
        return new Candidate(lot.instrument().label(), List.of(lot), side, side);
    }

    private HedgeSuggestions search(int legs, Candidate... candidates) {
        return search(MODEL, HedgeLimits.ofLegs(legs), candidates);
    }

    private HedgeSuggestions search(
            MarginModel model, HedgeLimits limits, Candidate... candidates) {
        return HedgeSearch.of(task(model, new HedgeGoal.LeastMargin(), limits, candidates), 5);
    }

    private HedgeTask task(
            MarginModel model, HedgeGoal goal, HedgeLimits limits, Candidate... candidates) {
        return Tasks.of(
                market, model, Portfolio.of(List.of(HELD)), List.of(candidates), goal, limits);
    }

    private double initial(List<Position> hedge) {
        return initial(MODEL, hedge);
    }

    /// What a model asks of a book by itself, over arrays of nothing else.
    private double initial(MarginModel model, List<Position> hedge) {
        Portfolio book = Portfolio.of(List.of(HELD)).with(hedge);
        return model.margin(
                        Revaluation.of(market, model.grid(), model.valuation(), "USD")
                                .arrays(book.instruments()),
                        book)
                .initial();
    }

    private void checkPricedByTheModel(HedgeSuggestions found) {
        assertThat(found.isBound()).isFalse();
        assertThat(found.ranked()).isNotEmpty();
        for (Suggestion suggestion : found.ranked()) {
            assertThat(suggestion.after().initial())
                    .as("%s", suggestion.positions())
                    .isEqualTo(initial(suggestion.positions()));
            assertThat(suggestion.gap()).isEmpty();
        }
    }

    /// A spread with October is charged 300 and one with February 600, which is more than its lots
    /// are cheaper.
    @Test
    void calendarChargesDecideWhichMonthHedges() {
        HedgeSuggestions found = search(1, OCTOBER, FEBRUARY);
        checkPricedByTheModel(found);
        assertThat(found.before().initial()).isCloseTo(66_000, within(1e-6));
        Suggestion best = found.ranked().getFirst();
        assertThat(best.positions()).containsExactly(future("ZZ", "202510", -5));
        assertThat(best.after().initial()).isCloseTo(1.1 * 5 * 300, within(1e-6));
        assertThat(initial(List.of(future("ZZ", "202602", -5))))
                .isCloseTo(1.1 * 5 * 600, within(1e-6));
    }

    /// The scan sees nothing but a loss more in another commodity; the credit is the model's.
    @Test
    void creditsBetweenCommoditiesAreFound() {
        HedgeSuggestions found = search(1, OTHER);
        checkPricedByTheModel(found);
        assertThat(found.ranked().getFirst().after().initial()).isEqualTo(leastOf(OTHER));
    }

    @Test
    void oneLegIsTheBestOfAllNumbersOfLots() {
        List<Candidate> candidates = List.of(OCTOBER, FEBRUARY, OTHER, CALLS);
        HedgeSuggestions found = search(1, candidates.toArray(Candidate[]::new));
        checkPricedByTheModel(found);
        double least = candidates.stream().mapToDouble(this::leastOf).min().orElseThrow();
        assertThat(found.ranked().getFirst().after().initial()).isEqualTo(least);
    }

    /// Where long and short both count, what is sold beside what is held is margined for itself.
    @Test
    void marginedGrossNoFutureHedgesAnother() {
        MarginModel gross = Tasks.model("span@1.yaml", "gross: false", "gross: true");
        HedgeSuggestions found = search(gross, HedgeLimits.ofLegs(2), OCTOBER, FEBRUARY, OTHER);
        assertThat(found.before().initial()).isEqualTo(initial(gross, List.of()));
        assertThat(found.isBound()).isFalse();
        assertThat(found.ranked()).isEmpty();
        for (Candidate candidate : List.of(OCTOBER, FEBRUARY, OTHER, SAME)) {
            assertThat(leastOf(gross, candidate))
                    .as(candidate.name())
                    .isEqualTo(found.before().initial());
        }
    }

    /// The value of options that are bought counts, gross or net.
    @Test
    void marginedGrossTheBestOfAllNumbersOfLotsIsFound() {
        MarginModel gross = Tasks.model("span@1.yaml", "gross: false", "gross: true");
        HedgeSuggestions found =
                search(gross, HedgeLimits.ofLegs(1), OCTOBER, FEBRUARY, OTHER, CALLS, PUTS);
        double least =
                Stream.of(OCTOBER, FEBRUARY, OTHER, CALLS, PUTS)
                        .mapToDouble(candidate -> leastOf(gross, candidate))
                        .min()
                        .orElseThrow();
        assertThat(least).isLessThan(found.before().initial());
        Suggestion best = found.ranked().getFirst();
        assertThat(best.after().initial()).isEqualTo(least);
        assertThat(best.after().initial()).isEqualTo(initial(gross, best.positions()));
    }

    /// Published arrays tell deltas but no spot price. Trading costs more than the margin it takes
    /// off, so that only the limit makes it worth while.
    @Test
    void limitsOnTheNetDeltaAreKept() {
        double none = Double.POSITIVE_INFINITY;
        for (int limit = 0; limit <= 4; limit += 2) {
            HedgeLimits limits = new HedgeLimits(none, none, 2, limit, none, List.of());
            HedgeGoal dear = new HedgeGoal.Economic(0.1, 0.001);
            HedgeTask task = task(MODEL, dear, limits, OCTOBER);
            MarginProgram.Plan plan = new MarginProgram(task).solve(new int[] {0}).orElseThrow();
            assertThat(plan.meetsLimits()).isTrue();
            assertThat(plan.lots()[0]).isCloseTo(limit - 5, within(1e-6));
            HedgeSuggestions found = HedgeSearch.of(task, 5);
            assertThat(found.ranked()).as("net delta %d", limit).isNotEmpty();
            assertThat(found.ranked().getFirst().lots()).containsEntry(0, limit - 5.0);
        }
    }

    /// The scan knows nothing of the credit, and a large book needs hundreds of lots for it.
    @Test
    void aLargeBookGetsAsManyLotsAsItNeeds() {
        Position held = future("ZZ", "202512", 700);
        Candidate.Side side = new Side(1, 0, 5_000);
        Position lot = future("YY", "202512", 1);
        Candidate other = new Candidate("YY", List.of(lot), side, side);
        HedgeTask task =
                Tasks.of(
                        market,
                        MODEL,
                        Portfolio.of(List.of(held)),
                        List.of(other),
                        new HedgeGoal.LeastMargin(),
                        HedgeLimits.ofLegs(1));
        Trials trials = new Trials(task);
        double least = Double.POSITIVE_INFINITY;
        for (double lots = -2_000; lots <= 2_000; lots++) {
            double initial = trials.of(new TreeMap<>(Map.of(0, lots))).initial();
            least = Math.min(least, initial);
        }
        Suggestion best = HedgeSearch.of(task, 1).ranked().getFirst();
        assertThat(Math.abs(best.lots().get(0))).isGreaterThan(100);
        assertThat(best.after().initial()).isEqualTo(least);
    }

    /// The least margin with any whole number of lots of one candidate.
    private double leastOf(Candidate candidate) {
        return leastOf(MODEL, candidate);
    }

    private double leastOf(MarginModel model, Candidate candidate) {
        double least = Double.POSITIVE_INFINITY;
        for (int lots = -12; lots <= 12; lots++) {
            int count = lots;
            Stream<Position> hedge =
                    candidate.lot().stream()
                            .filter(_ -> count != 0)
                            .map(leg -> new Position(leg.instrument(), count * leg.quantity()));
            least = Math.min(least, initial(model, hedge.toList()));
        }
        return least;
    }
}
