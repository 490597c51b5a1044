package hedgerow.pricing;

import static hedgerow.TestMarkets.NOW;
import static hedgerow.TestMarkets.in;
import static hedgerow.TestMarkets.option;
import static hedgerow.TestMarkets.perpetual;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import hedgerow.TestMarkets;
import hedgerow.market.ForwardCurve;
import hedgerow.market.Listings;
import hedgerow.market.Market;
import hedgerow.market.OptionQuote;
import hedgerow.market.PublishedArray;
import hedgerow.market.Reference;
import hedgerow.market.Underlying;
import hedgerow.market.VolSurface;
import hedgerow.portfolio.Contract;
import hedgerow.portfolio.Deliverable;
import hedgerow.portfolio.Exercise;
import hedgerow.portfolio.Future;
import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.ListedContract;
import hedgerow.portfolio.Option;
import hedgerow.portfolio.OptionRight;
import hedgerow.portfolio.Perpetual;
import hedgerow.portfolio.PremiumStyle;
import hedgerow.portfolio.Refusal;
import hedgerow.portfolio.RefusedException;
import hedgerow.portfolio.Settlement;
import hedgerow.portfolio.Spot;
import hedgerow.portfolio.VarianceSwap;
import hedgerow.pricing.formula.Black76;
import hedgerow.scenario.Scenario;
import hedgerow.scenario.ScenarioGrid;
import hedgerow.scenario.VolShock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class RevaluationTest {
    private static final VolShock UP = new VolShock.Absolute(0.10);
    private static final ScenarioGrid GRID =
            new ScenarioGrid(
                    List.of(
                            Scenario.of(0, VolShock.NONE),
                            Scenario.of(0.10, VolShock.NONE),
                            Scenario.of(-0.10, UP)));
    private static final double ROOT = Math.sqrt(30 / 365.0);

    private static RiskArrays arrays(Market market, Instrument... instruments) {
        return Revaluation.of(market, GRID, 0, "USD").arrays(List.of(instruments));
    }

    @Test
    void linearContractsMoveWithTheirPrice() {
        RiskArrays arrays =
                arrays(
                        TestMarkets.flat(),
                        perpetual(),
                        Spot.of("BTC"),
                        new Future("BTC", in(30), Contract.of(Settlement.LINEAR, 0.01)));
        assertThat(arrays.rowPnl(row(arrays, perpetual()))).containsExactly(0, 6_000, -6_000);
        assertThat(arrays.rowPnl(row(arrays, Spot.of("BTC")))).containsExactly(0, 6_000, -6_000);
        assertThat(arrays.columns().value()[row(arrays, Spot.of("BTC"))]).isEqualTo(60_000);
        assertThat(arrays.columns().value()[row(arrays, perpetual())]).isZero();
        Instrument future = new Future("BTC", in(30), Contract.of(Settlement.LINEAR, 0.01));
        assertThat(arrays.rowPnl(row(arrays, future))).containsExactly(0, 60, -60);
        assertThat(arrays.columns().delta()[row(arrays, future)]).isEqualTo(0.01);
    }

    /// Inputs that no pricer takes are refused in words, and never a failure of the program.
    @Test
    void optionsBeyondEveryPricerAreRefused() {
        for (Exercise exercise : Exercise.values()) {
            for (OptionRight right : OptionRight.values()) {
                for (double rate : new double[] {-10, -0.05, 0, 10}) {
                    for (double vol : new double[] {0, 0.01, 100}) {
                        for (String expiry :
                                new String[] {"2026-01-01T08:00:01Z", "2199-01-01T00:00:00Z"}) {
                            pricedOrRefused(exercise, right, rate, vol, Instant.parse(expiry));
                        }
                    }
                }
            }
        }
    }

    private static void pricedOrRefused(
            Exercise exercise, OptionRight right, double rate, double vol, Instant expiry) {
        Underlying underlying =
                new Underlying(
                        "X",
                        "USD",
                        Reference.of(100, rate),
                        ForwardCurve.NONE,
                        new VolSurface.Flat(vol),
                        Listings.NONE);
        Option option =
                new Option(
                        "X",
                        right,
                        100,
                        expiry,
                        new Option.Style(exercise, PremiumStyle.PREMIUM, Deliverable.SPOT),
                        Contract.LINEAR);
        try {
            RiskArrays arrays = arrays(Market.of(NOW, List.of(underlying)), option);
            for (double cell : arrays.rowPnl(0)) assertThat(cell).as("%s", option).isFinite();
        } catch (RefusedException refused) {
            assertThat(refused.refusals())
                    .as("%s at %s, %s", option, rate, vol)
                    .extracting(Refusal::reason)
                    .containsOnly(Refusal.Reason.NOT_PRICEABLE);
        }
    }

    /// An inverse future of notional N gains N (1/F0 - 1/F1) coins: at +10 % 1/11 of its coins, at
    /// -10 % it loses 1/9.
    @Test
    void inverseContractsGainCoins() {
        Perpetual inverse = new Perpetual("BTC", Contract.inverseNotional(600));
        RiskArrays arrays = arrays(TestMarkets.flat(), inverse);
        double[] pnl = arrays.rowPnl(0);
        assertThat(pnl[1]).isCloseTo(600 * (1 / 60_000.0 - 1 / 66_000.0) * 60_000, within(1e-9));
        assertThat(pnl[2]).isCloseTo(600 * (1 / 60_000.0 - 1 / 54_000.0) * 60_000, within(1e-9));
        assertThat(arrays.columns().delta()[0]).isCloseTo(0.01, within(1e-15));
    }

    @Test
    void linearOptionsAreDiscountedUnlessFuturesStyle() {
        Underlying btc =
                new Underlying(
                        "BTC",
                        "USD",
                        Reference.of(60_000, 0.05),
                        ForwardCurve.of(Map.of(in(30), 60_300.0)),
                        new VolSurface.Flat(0.6),
                        Listings.NONE);
        Option upfront = option(OptionRight.CALL, 60_000, 30);
        Option margined =
                new Option(
                        "BTC",
                        OptionRight.CALL,
                        60_000,
                        in(30),
                        new Option.Style(
                                Exercise.EUROPEAN, PremiumStyle.FUTURES, Deliverable.FUTURE),
                        Contract.LINEAR);
        RiskArrays arrays = arrays(Market.of(NOW, List.of(btc)), upfront, margined);
        double discount = StrictMath.exp(-0.05 * 30 / 365);
        double base = Black76.value(1, 60_300, 60_000, 0.6 * ROOT);
        double down = Black76.value(1, 60_300 * 0.9, 60_000, 0.7 * ROOT);
        assertThat(arrays.columns().value()[row(arrays, upfront)])
                .isCloseTo(discount * base, within(1e-9));
        assertThat(arrays.pnl(row(arrays, upfront), 2))
                .isCloseTo(discount * (down - base), within(1e-9));
        assertThat(arrays.pnl(row(arrays, margined), 2)).isCloseTo(down - base, within(1e-9));
    }

    @Test
    void inverseOptionsAreCoinsAtCurrentSpot() {
        Option inverse =
                new Option(
                        "BTC",
                        OptionRight.PUT,
                        60_000,
                        in(30),
                        Option.Style.EUROPEAN,
                        Contract.INVERSE);
        RiskArrays arrays = arrays(TestMarkets.flat(), inverse);
        double base = Black76.value(-1, 60_000, 60_000, 0.6 * ROOT) / 60_000;
        double down = Black76.value(-1, 54_000, 60_000, 0.7 * ROOT) / 54_000;
        assertThat(arrays.pnl(0, 2)).isCloseTo((down - base) * 60_000, within(1e-9));
        assertThat(arrays.columns().price()[0]).isCloseTo(base, within(1e-14));
    }

    @Test
    void unshockedScenarioIsExactlyZero() {
        Market market = Market.of(NOW, List.of(TestMarkets.smiling()));
        RiskArrays arrays =
                arrays(
                        market,
                        option(OptionRight.CALL, 60_000, 30),
                        option(OptionRight.PUT, 66_000, 45),
                        perpetual());
        for (int row = 0; row < 3; row++) assertThat(arrays.pnl(row, 0)).isZero();
    }

    @Test
    void longCallShortPutIsAFuture() {
        Option call = option(OptionRight.CALL, 66_000, 30);
        Option put = option(OptionRight.PUT, 66_000, 30);
        RiskArrays arrays = arrays(TestMarkets.flat(), call, put, perpetual());
        for (int s = 0; s < GRID.size(); s++) {
            double synthetic = arrays.pnl(row(arrays, call), s) - arrays.pnl(row(arrays, put), s);
            assertThat(synthetic)
                    .as("scenario %d", s)
                    .isCloseTo(arrays.pnl(row(arrays, perpetual()), s), within(1e-10));
        }
    }

    @Test
    void varianceSwapsMoveWithVolAndKeepWhatIsRealised() {
        Instant start = NOW.minusSeconds(30 * 86_400);
        VarianceSwap.Accrual half = new VarianceSwap.Accrual(start, in(30), 0.5);
        VarianceSwap variance =
                new VarianceSwap("BTC", VarianceSwap.Measure.VARIANCE, 0.55, half, 1_000);
        VarianceSwap vol =
                new VarianceSwap("BTC", VarianceSwap.Measure.VOLATILITY, 0.55, half, 1_000);
        RiskArrays arrays = arrays(TestMarkets.flat(), variance, vol);
        double now = 0.5 * 0.25 + 0.5 * 0.36;
        double up = 0.5 * 0.25 + 0.5 * 0.49;
        assertThat(arrays.columns().value()[row(arrays, variance)])
                .isCloseTo(1_000 * (now - 0.3025), within(1e-9));
        assertThat(arrays.pnl(row(arrays, variance), 2))
                .isCloseTo(1_000 * (up - now), within(1e-9));
        assertThat(arrays.pnl(row(arrays, vol), 2))
                .isCloseTo(1_000 * (Math.sqrt(up) - Math.sqrt(now)), within(1e-9));
        assertThat(arrays.pnl(row(arrays, variance), 1)).isZero();
    }

    @Test
    void markBelowIntrinsicKeepsItsDifferenceAndIsNoted() {
        Option call = option(OptionRight.CALL, 30_000, 30);
        OptionQuote.Key key =
                new OptionQuote.Key(in(30), 30_000, OptionRight.CALL, Settlement.LINEAR);
        OptionalDouble none = OptionalDouble.empty();
        OptionQuote quote =
                new OptionQuote(key, OptionalDouble.of(0), OptionalDouble.of(29_900), none, none);
        Underlying btc = TestMarkets.flat("BTC", 60_000, 0.6);
        Underlying quoted =
                new Underlying(
                        "BTC",
                        "USD",
                        btc.reference(),
                        btc.forwards(),
                        btc.vols(),
                        Listings.ofChain(List.of(quote)));
        RiskArrays arrays = arrays(Market.of(NOW, List.of(quoted)), call);
        assertThat(arrays.columns().value()[0]).isEqualTo(29_900);
        assertThat(arrays.pnl(0, 1)).isEqualTo(6_000, within(1e-9));
        assertThat(arrays.notes())
                .anySatisfy(note -> assertThat(note.text()).contains("-100 is held constant"));
    }

    @Test
    void publishedArraysAreTakenWithTheirWeights() {
        PublishedArray array = new PublishedArray(new double[] {1, 2, -3}, 50, 0.5);
        Underlying gold =
                new Underlying(
                        "GC",
                        "USD",
                        Reference.of(400, 0),
                        ForwardCurve.NONE,
                        VolSurface.NONE,
                        new Listings(Map.of(), Map.of("DEC", array)));
        Market market = Market.of(NOW, List.of(gold, TestMarkets.flat("BTC", 60_000, 0.6)));
        ScenarioGrid weighted =
                new ScenarioGrid(
                        List.of(
                                Scenario.of(0, UP),
                                Scenario.of(0.1, UP),
                                new Scenario(-0.1, UP, 0.33)));
        Revaluation revaluation = Revaluation.of(market, weighted, 0, "USD");
        RiskArrays arrays = revaluation.arrays(List.of(new ListedContract("GC", "DEC")));
        assertThat(arrays.rowPnl(0)).containsExactly(1, 2, -3);
        assertThat(arrays.weight(2)).isEqualTo(1);
        assertThatThrownBy(() ->
                        revaluation.arrays(List.of(new ListedContract("GC", "DEC"), perpetual())))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("cannot stand beside published arrays");
    }

    @Test
    void everyRefusalComesAtOnce() {
        Market market = Market.of(NOW, List.of(TestMarkets.smiling()));
        RefusedException refused =
                catchThrowableOfType(
                        RefusedException.class,
                        () ->
                                arrays(
                                        market,
                                        new Perpetual("DOGE", Contract.LINEAR),
                                        option(OptionRight.CALL, 200_000, 30),
                                        option(OptionRight.PUT, 60_000, -1),
                                        new ListedContract("BTC", "X")));
        assertThat(refused.refusals().stream().map(Refusal::reason))
                .containsExactlyInAnyOrder(
                        Refusal.Reason.UNKNOWN_UNDERLYING,
                        Refusal.Reason.BEYOND_QUOTES,
                        Refusal.Reason.EXPIRED,
                        Refusal.Reason.MISSING_QUOTE);
        assertThat(refused.refusals()).allSatisfy(r -> assertThat(r.instrument()).isPresent());
    }

    @Test
    void cellsAreRoundedToTheMoneyUnit() {
        double unit = 0x1p-4;
        RiskArrays arrays =
                Revaluation.of(TestMarkets.flat(), GRID, unit, "USD")
                        .arrays(List.of(option(OptionRight.CALL, 66_000, 30)));
        for (double cell : arrays.rowPnl(0))
            assertThat(cell / unit).isEqualTo(Math.rint(cell / unit));
        assertThat(arrays.rowPnl(0)[1]).isNotZero();
    }

    @Test
    void figuresAreInTheMarginCurrency() {
        Market euros =
                new Market(
                        NOW,
                        TestMarkets.flat().underlyings(),
                        new java.util.TreeMap<>(Map.of("EUR/USD", 1.25)),
                        1);
        RiskArrays arrays = Revaluation.of(euros, GRID, 0, "EUR").arrays(List.of(perpetual()));
        assertThat(arrays.rowPnl(0)).containsExactly(0, 4_800, -4_800);
        assertThat(arrays.runs().getFirst().spot()).isEqualTo(48_000);
        assertThatThrownBy(() ->
                        Revaluation.of(TestMarkets.flat(), GRID, 0, "JPY")
                                .arrays(List.of(perpetual())))
                .hasMessageContaining("fx rate USD/JPY is not in the market");
    }

    private static int row(RiskArrays arrays, Instrument instrument) {
        return arrays.row(instrument).orElseThrow();
    }
}
