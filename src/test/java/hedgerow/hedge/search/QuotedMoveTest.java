package hedgerow.hedge.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hedgerow.TestMarkets;
import hedgerow.hedge.Accounts;
import hedgerow.hedge.search.HedgeSuggestions.Suggestion;
import hedgerow.margin.MarginModel;
import hedgerow.market.ForwardCurve;
import hedgerow.market.Listings;
import hedgerow.market.Market;
import hedgerow.market.OptionQuote;
import hedgerow.market.Reference;
import hedgerow.market.Underlying;
import hedgerow.market.VolSurface;
import hedgerow.market.Years;
import hedgerow.portfolio.Contract;
import hedgerow.portfolio.Option;
import hedgerow.portfolio.OptionRight;
import hedgerow.portfolio.Portfolio;
import hedgerow.portfolio.Position;
import hedgerow.portfolio.Settlement;
import hedgerow.pricing.formula.Black76;
import hedgerow.scenario.VolShock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Hedges sought in a moved market against those sought in one that was quoted moved.
class QuotedMoveTest {
    private static final double HALF_SPREAD = 0.0004;
    private static final QuotedMove MOVE =
            new QuotedMove(-0.05, new VolShock.Absolute(0.10), Duration.ofDays(7));

    /// BTC at a spot price and rate zero, with a chain quoted by the formula: vols 60 % at the
    /// money and up to 70 % in the wings, each moved; spreads of so much a coin, wider above.
    private static Market quoted(Instant asOf, double spot, double volMove, Settlement settlement) {
        List<OptionQuote> chain = new ArrayList<>();
        for (double days : new double[] {30, 60}) {
            for (double strike = 48_000; strike <= 72_000; strike += 3_000) {
                for (OptionRight right : OptionRight.values()) {
                    OptionQuote.Key key =
                            new OptionQuote.Key(TestMarkets.in(days), strike, right, settlement);
                    double vol = 0.60 + Math.abs(strike - 60_000) / 120_000 + volMove;
                    chain.add(quote(key, asOf, spot, vol));
                }
            }
        }
        return Market.of(
                asOf,
                List.of(
                        new Underlying(
                                "BTC",
                                "USD",
                                Reference.of(spot, 0),
                                ForwardCurve.NONE,
                                new VolSurface.Flat(0.60 + volMove),
                                Listings.ofChain(chain))));
    }

    private static OptionQuote quote(OptionQuote.Key key, Instant asOf, double spot, double vol) {
        double deviation = vol * Math.sqrt(Years.between(asOf, key.expiry()));
        double value = Black76.value(key.right().sign(), spot, key.strike(), deviation);
        boolean coins = key.settlement() == Settlement.INVERSE;
        double mark = coins ? value / spot : value;
        double spread = HALF_SPREAD * (coins ? 1 : 60_000);
        double bid = mark - spread;
        return new OptionQuote(
                key,
                OptionalDouble.of(vol),
                OptionalDouble.of(mark),
                bid > 0 ? OptionalDouble.of(bid) : OptionalDouble.empty(),
                OptionalDouble.of(mark + 1.5 * spread));
    }

    private static HedgeSuggestions search(Market market, Settlement settlement) {
        Contract contract = Contract.of(settlement, 1);
        Option call =
                new Option(
                        "BTC",
                        OptionRight.CALL,
                        60_000,
                        TestMarkets.in(30),
                        Option.Style.EUROPEAN,
                        contract);
        List<Candidate> candidates =
                new ChainCandidates(market, "USD", ChainFilter.USUAL, List.of(call))
                        .on(List.of("BTC"));
        MarginModel model = Accounts.model("crypto-grid");
        return HedgeSearch.of(
                Tasks.of(
                        market,
                        model,
                        Portfolio.of(List.of(new Position(call, -10))),
                        candidates,
                        new HedgeGoal.Economic(0.10, 30 / 365.0),
                        HedgeLimits.ofLegs(3)),
                5);
    }

    private static void checkSame(HedgeSuggestions moved, HedgeSuggestions quoted) {
        double before = quoted.before().initial();
        assertThat(moved.before().initial()).isCloseTo(before, within(1e-9 * before));
        assertThat(moved.ranked()).isNotEmpty().hasSameSizeAs(quoted.ranked());
        for (int i = 0; i < moved.ranked().size(); i++) {
            Suggestion one = moved.ranked().get(i);
            Suggestion other = quoted.ranked().get(i);
            assertThat(one.lots()).as("rank %d", i + 1).isEqualTo(other.lots());
            assertThat(one.after().initial())
                    .isCloseTo(other.after().initial(), within(1e-9 * before));
            assertThat(one.cost()).isCloseTo(other.cost(), within(1e-9 * before));
            assertThat(one.premium()).isCloseTo(other.premium(), within(1e-9 * before));
        }
    }

    @ParameterizedTest
    @EnumSource(Settlement.class)
    void aMovedSuggestionIsThatOfAMarketQuotedMoved(Settlement settlement) {
        Market today = quoted(TestMarkets.NOW, 60_000, 0, settlement);
        Market there = quoted(TestMarkets.in(7), 57_000, 0.10, settlement);
        checkSame(search(MOVE.of(today, List.of()), settlement), search(there, settlement));
    }

    @ParameterizedTest
    @EnumSource(Settlement.class)
    void quotesAreThoseOfAMarketQuotedMoved(Settlement settlement) {
        Underlying there =
                quoted(TestMarkets.in(7), 57_000, 0.10, settlement).underlying("BTC").orElseThrow();
        Market moved = MOVE.of(quoted(TestMarkets.NOW, 60_000, 0, settlement), List.of());
        assertThat(moved.asOf()).isEqualTo(TestMarkets.in(7));
        double unit = settlement == Settlement.INVERSE ? 1 : 60_000;
        for (OptionQuote quote : there.listings().quotes().values()) {
            OptionQuote found =
                    moved.underlying("BTC")
                            .orElseThrow()
                            .listings()
                            .quote(quote.key())
                            .orElseThrow();
            for (var pair :
                    List.of(
                            List.of(found.vol(), quote.vol()),
                            List.of(found.mark(), quote.mark()),
                            List.of(found.bid(), quote.bid()),
                            List.of(found.ask(), quote.ask()))) {
                assertThat(pair.getFirst().orElseThrow())
                        .as("%s and %s", found, quote)
                        .isCloseTo(pair.getLast().orElseThrow(), within(1e-12 * unit));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Settlement.class)
    void nothingMovedIsTheMarketAsQuoted(Settlement settlement) {
        Market today = quoted(TestMarkets.NOW, 60_000, 0, settlement);
        checkSame(
                search(QuotedMove.NONE.of(today, List.of()), settlement),
                search(today, settlement));
    }

    private static OptionQuote moved(QuotedMove move, OptionQuote quote) {
        Underlying flat = TestMarkets.flat("BTC", 60_000, 0.60);
        Market market =
                Market.of(TestMarkets.NOW, List.of(TestMarkets.flat("ETH", 3_000, 0.80)))
                        .with(
                                new Underlying(
                                        "BTC",
                                        "USD",
                                        flat.reference(),
                                        flat.forwards(),
                                        flat.vols(),
                                        Listings.ofChain(List.of(quote))));
        Market there = move.of(market, List.of());
        assertThat(there.underlying("ETH").orElseThrow().spot())
                .isEqualTo(3_000 * (1 + move.spotMove()));
        return there.underlying("BTC").orElseThrow().listings().quote(quote.key()).orElseThrow();
    }

    private static OptionQuote call(OptionalDouble mark, double bid, OptionalDouble ask) {
        OptionQuote.Key key =
                new OptionQuote.Key(
                        TestMarkets.in(30), 66_000, OptionRight.CALL, Settlement.LINEAR);
        return new OptionQuote(key, OptionalDouble.of(0.6), mark, OptionalDouble.of(bid), ask);
    }

    /// A call 10 % above spot is worth 1,993 and, when spot has fallen by 60 %, nothing.
    @Test
    void aBidThatWouldNotBeAboveZeroIsGone() {
        QuotedMove crash = new QuotedMove(-0.6, VolShock.NONE, Duration.ZERO);
        OptionQuote quote =
                moved(crash, call(OptionalDouble.of(2_000), 1_900, OptionalDouble.of(2_150)));
        assertThat(quote.bid()).isEmpty();
        assertThat(quote.mark().orElseThrow()).isCloseTo(0, within(0.01));
        assertThat(quote.ask().orElseThrow()).isCloseTo(150, within(0.01));
    }

    /// Where there is no mark, bid and offer stay as far from the middle.
    @Test
    void theMiddleStandsForAMissingMark() {
        QuotedMove up = new QuotedMove(0.1, VolShock.NONE, Duration.ZERO);
        OptionQuote marked =
                moved(up, call(OptionalDouble.of(2_000), 1_900, OptionalDouble.of(2_100)));
        OptionQuote unmarked =
                moved(up, call(OptionalDouble.empty(), 1_900, OptionalDouble.of(2_100)));
        assertThat(unmarked).isEqualTo(marked);
        OptionQuote oneSided =
                moved(up, call(OptionalDouble.empty(), 1_900, OptionalDouble.empty()));
        assertThat(oneSided.bid()).isEmpty();
    }

    @Test
    void movesAreToldInWords() {
        assertThat(MOVE.words()).isEqualTo("spot -5 %, vol +10 points, 7 days later");
    }
}
