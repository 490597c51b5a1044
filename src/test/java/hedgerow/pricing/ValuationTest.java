package hedgerow.pricing;

import static hedgerow.TestMarkets.NOW;
import static hedgerow.TestMarkets.in;
import static hedgerow.TestMarkets.perpetual;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hedgerow.market.ForwardCurve;
import hedgerow.market.Listings;
import hedgerow.market.Market;
import hedgerow.market.OptionQuote;
import hedgerow.market.Reference;
import hedgerow.market.Underlying;
import hedgerow.market.VolSurface;
import hedgerow.portfolio.Contract;
import hedgerow.portfolio.Future;
import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.Option;
import hedgerow.portfolio.OptionRight;
import hedgerow.portfolio.RefusedException;
import hedgerow.portfolio.Settlement;
import hedgerow.portfolio.Spot;
import hedgerow.pricing.formula.Black76;
import hedgerow.scenario.Scenario;
import hedgerow.scenario.ScenarioGrid;
import hedgerow.scenario.Valuation;
import hedgerow.scenario.Valuation.Averaging;
import hedgerow.scenario.Valuation.Formula;
import hedgerow.scenario.Valuation.Sources;
import hedgerow.scenario.VolShock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/// What a model may declare of how it wants instruments valued, each against a market or a formula
/// that says the same in another way.
class ValuationTest {
    private static final VolShock UP = new VolShock.Absolute(0.20);
    private static final ScenarioGrid GRID =
            new ScenarioGrid(
                    List.of(
                            Scenario.of(0, VolShock.NONE),
                            Scenario.of(0.16, UP),
                            Scenario.of(-0.16, VolShock.NONE),
                            Scenario.of(-0.66, UP)));

    private static final double QUARTER_HOUR = 900 / 86_400.0;

    private static final Valuation STANDARD = Valuation.STANDARD;

    private static Market market(double rateAnnual, Map<Instant, Double> forwards) {
        return market(NOW, rateAnnual, forwards, List.of());
    }

    private static Market market(
            Instant asOf,
            double rateAnnual,
            Map<Instant, Double> forwards,
            List<OptionQuote> quotes) {
        return Market.of(
                asOf,
                List.of(
                        new Underlying(
                                "BTC",
                                "USD",
                                Reference.of(60_000, rateAnnual),
                                ForwardCurve.of(forwards),
                                new VolSurface.Flat(0.60),
                                Listings.ofChain(quotes))));
    }

    /// Calls and puts about the money, linear and inverse.
    private static List<Instrument> options(double days) {
        List<Instrument> options = new ArrayList<>();
        for (double strike : new double[] {40_000, 59_900, 60_000, 60_300, 90_000}) {
            for (OptionRight right : OptionRight.values()) {
                for (Contract contract : List.of(Contract.LINEAR, Contract.INVERSE)) {
                    options.add(
                            new Option(
                                    "BTC",
                                    right,
                                    strike,
                                    in(days),
                                    Option.Style.EUROPEAN,
                                    contract));
                }
            }
        }
        return options;
    }

    private static RiskArrays arrays(Market market, Valuation valuation, List<Instrument> all) {
        return Revaluation.of(market, GRID, valuation, "USD").arrays(all);
    }

    private static Valuation averaging(Averaging.Of of) {
        return new Valuation(0, new Averaging(1800, of), 0, Formula.STANDARD, Sources.STANDARD);
    }

    private static Valuation formula(Formula.Discounting discounting, Formula.Normal normal) {
        return new Valuation(
                0, Averaging.NONE, 0, new Formula(discounting, normal), Sources.STANDARD);
    }

    private static Valuation sources(
            Sources.Forwards forwards, Sources.Origin base, Sources.Origin deltas) {
        return new Valuation(
                0, Averaging.NONE, 0, Formula.STANDARD, new Sources(forwards, base, deltas));
    }

    private static void assertSame(RiskArrays one, RiskArrays other, double tolerance) {
        assertThat(one.instruments()).isEqualTo(other.instruments());
        for (int row = 0; row < one.instruments().size(); row++) {
            String label = one.instruments().get(row).toString();
            assertThat(one.rowPnl(row))
                    .as(label)
                    .containsExactly(other.rowPnl(row), within(tolerance));
            assertThat(one.columns().value()[row])
                    .as(label)
                    .isCloseTo(other.columns().value()[row], within(tolerance));
        }
    }

    /// With half of the window over, half of the forward is fixed and half moves.
    @Test
    void anAveragedForwardMovesOnlyAsFarAsItIsOpen() {
        Market market = market(0.05, Map.of(in(QUARTER_HOUR), 60_100.0));
        RiskArrays arrays = arrays(market, averaging(Averaging.Of.FORWARD), options(QUARTER_HOUR));
        double root = Math.sqrt(900 / (365 * 86_400.0));
        double discount = Math.exp(-0.05 * 900 / (365 * 86_400.0));
        for (int row = 0; row < arrays.instruments().size(); row++) {
            Option option = (Option) arrays.instruments().get(row);
            boolean coins = option.contract().settlement() == Settlement.INVERSE;
            for (int s = 0; s < GRID.size(); s++) {
                Scenario scenario = GRID.get(s);
                double forward = 60_100 * 0.5 + 60_100 * 0.5 * (1 + scenario.spotMove());
                double vol = scenario.volShock().shocked(0.6, 0, 1);
                double now = value(option, 60_100, 0.6 * root);
                double then = value(option, forward, vol * root);
                double expected =
                        coins ? 60_000 * (then / forward - now / 60_100) : discount * (then - now);
                assertThat(arrays.pnl(row, s))
                        .as("%s in %s", option, scenario.words())
                        .isCloseTo(expected, within(1e-9));
            }
        }
    }

    private static double value(Option option, double forward, double stdDev) {
        return Black76.value(option.right().sign(), forward, option.strike(), stdDev);
    }

    @Test
    void averagedProfitsCountAsFarAsTheWindowIsOpen() {
        Market market = market(0.05, Map.of(in(QUARTER_HOUR), 60_100.0));
        List<Instrument> all = new ArrayList<>(options(QUARTER_HOUR));
        all.add(new Future("BTC", in(QUARTER_HOUR), Contract.LINEAR));
        all.add(new Future("BTC", in(QUARTER_HOUR), Contract.inverseNotional(10)));
        RiskArrays plain = arrays(market, STANDARD, all);
        RiskArrays averaged = arrays(market, averaging(Averaging.Of.PROFIT), all);
        for (int row = 0; row < all.size(); row++) {
            double[] half = plain.rowPnl(row);
            for (int s = 0; s < half.length; s++) half[s] /= 2;
            assertThat(averaged.rowPnl(row)).containsExactly(half, within(1e-9));
        }
        assertThat(averaged.columns().value()).containsExactly(plain.columns().value());
        assertThat(averaged.columns().price()).containsExactly(plain.columns().price());
        // so that an order fills at half of what it would gain or lose against its limit
        double[] halves = plain.columns().unitValue().clone();
        for (int row = 0; row < halves.length; row++) halves[row] /= 2;
        assertThat(averaged.columns().unitValue()).containsExactly(halves);
    }

    @Test
    void beforeTheWindowNothingIsAveraged() {
        Market market = market(0.05, Map.of(in(2), 60_100.0));
        List<Instrument> all = new ArrayList<>(options(2));
        all.add(perpetual());
        all.add(Spot.of("BTC"));
        RiskArrays plain = arrays(market, STANDARD, all);
        for (Averaging.Of of : Averaging.Of.values()) {
            assertSame(arrays(market, averaging(of), all), plain, 0);
        }
        assertThat(new Averaging(1800, Averaging.Of.PROFIT).openShare(1800)).isEqualTo(1);
        assertThat(new Averaging(1800, Averaging.Of.PROFIT).openShare(450)).isEqualTo(0.25);
    }

    /// A day on, the same market prices what scenarios become; what options are worth stays.
    @Test
    void aLookAheadValuesScenariosLater() {
        for (double days : new double[] {0.5, 1, 7}) {
            Map<Instant, Double> forwards = Map.of(in(days), 60_100.0);
            Valuation ahead =
                    new Valuation(0, Averaging.NONE, 1, Formula.STANDARD, Sources.STANDARD);
            RiskArrays now = arrays(market(0.05, forwards), STANDARD, options(days));
            RiskArrays looked = arrays(market(0.05, forwards), ahead, options(days));
            assertThat(looked.columns().value()).containsExactly(now.columns().value());
            for (int row = 0; row < now.instruments().size(); row++) {
                Option option = (Option) now.instruments().get(row);
                for (int s = 0; s < GRID.size(); s++) {
                    assertThat(looked.pnl(row, s))
                            .as("%s in %s", option, GRID.get(s).words())
                            .isCloseTo(
                                    later(option, days - 1, GRID.get(s))
                                            - now.columns().value()[row],
                                    within(1e-8));
                }
            }
        }
    }

    private static double later(Option option, double daysLeft, Scenario scenario) {
        double years = Math.max(0, daysLeft) / 365;
        double forward = 60_100 * (1 + scenario.spotMove());
        double vol = scenario.volShock().shocked(0.6, 0, years);
        double value = value(option, forward, vol * Math.sqrt(years));
        boolean coins = option.contract().settlement() == Settlement.INVERSE;
        return coins ? 60_000 * value / forward : Math.exp(-0.05 * years) * value;
    }

    @Test
    void undiscountedValuesAreThoseOfARateOfZero() {
        Map<Instant, Double> forwards = Map.of(in(30), 60_100.0);
        Valuation none = formula(Formula.Discounting.NONE, Formula.Normal.EXACT);
        RiskArrays expected = arrays(market(0, forwards), STANDARD, options(30));
        assertSame(arrays(market(0.08, forwards), none, options(30)), expected, 0);
    }

    @Test
    void aFlooredRateIsNotBelowZero() {
        Map<Instant, Double> forwards = Map.of(in(30), 60_100.0);
        Valuation floored = formula(Formula.Discounting.FLOORED, Formula.Normal.EXACT);
        RiskArrays zero = arrays(market(0, forwards), STANDARD, options(30));
        assertSame(arrays(market(-0.08, forwards), floored, options(30)), zero, 0);
        RiskArrays positive = arrays(market(0.08, forwards), STANDARD, options(30));
        assertSame(arrays(market(0.08, forwards), floored, options(30)), positive, 0);
    }

    @Test
    void aCarriedForwardIgnoresWhatIsListed() {
        Valuation carry =
                sources(Sources.Forwards.CARRY, Sources.Origin.MODEL, Sources.Origin.MODEL);
        RiskArrays unlisted = arrays(market(0.05, Map.of()), STANDARD, options(30));
        assertSame(arrays(market(0.05, Map.of(in(30), 66_000.0)), carry, options(30)), unlisted, 0);
    }

    /// The polynomial is within 1.5e-7 of the error function, so within 0.75e-7 of the
    /// distribution.
    @Test
    void thePolynomialIsAsNearAsItsSourceSays() {
        Valuation polynomial = formula(Formula.Discounting.RATE, Formula.Normal.POLYNOMIAL);
        Market market = market(0.05, Map.of(in(30), 60_100.0));
        RiskArrays exact = arrays(market, STANDARD, options(30));
        RiskArrays near = arrays(market, polynomial, options(30));
        double most = 0;
        for (int row = 0; row < exact.instruments().size(); row++) {
            Option option = (Option) exact.instruments().get(row);
            for (int s = 0; s < GRID.size(); s++) {
                double off = Math.abs(near.pnl(row, s) - exact.pnl(row, s));
                double move = Math.max(1, 1 + GRID.get(s).spotMove());
                double bound = 2 * 0.75e-7 * (60_100 * move + option.strike() * 1.5) * 1.5;
                assertThat(off).as("%s in %s", option, GRID.get(s).words()).isLessThan(bound);
                most = Math.max(most, off);
            }
            assertThat(near.columns().delta()[row]).isEqualTo(exact.columns().delta()[row]);
        }
        assertThat(most).as("it is the polynomial that values").isGreaterThan(1e-6);
    }

    /// The polynomial's path looks ahead, averages and measures as the kernel's does.
    @Test
    void thePolynomialHeedsTheOtherDeclarations() {
        Market market = market(0.05, Map.of(in(QUARTER_HOUR), 60_100.0));
        for (Averaging.Of of : Averaging.Of.values()) {
            for (double lookAhead : new double[] {0, 0.005}) {
                Averaging averaging = new Averaging(1800, of);
                Valuation exact =
                        new Valuation(0, averaging, lookAhead, Formula.STANDARD, Sources.STANDARD);
                Formula rough = new Formula(Formula.Discounting.RATE, Formula.Normal.POLYNOMIAL);
                Valuation polynomial =
                        new Valuation(0, averaging, lookAhead, rough, Sources.STANDARD);
                assertSame(
                        arrays(market, polynomial, options(QUARTER_HOUR)),
                        arrays(market, exact, options(QUARTER_HOUR)),
                        0.06);
            }
        }
    }

    private static Market quoted(OptionalDouble mark, OptionalDouble delta) {
        OptionalDouble none = OptionalDouble.empty();
        OptionQuote.Key key = OptionQuote.Key.of(call());
        return market(
                NOW,
                0.05,
                Map.of(in(30), 60_100.0),
                List.of(new OptionQuote(key, none, mark, none, none, delta, none)));
    }

    private static Option call() {
        return (Option)
                options(30).stream()
                        .filter(o -> o.toString().contains("CALL"))
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void profitsMayBeMeasuredFromTheQuotedMark() {
        Valuation fromMark =
                sources(Sources.Forwards.LISTED, Sources.Origin.QUOTED, Sources.Origin.MODEL);
        Market market = quoted(OptionalDouble.of(21_000), OptionalDouble.empty());
        for (Valuation valuation : List.of(fromMark, polynomialOf(fromMark))) {
            RiskArrays plain = arrays(market, STANDARD, List.of(call()));
            RiskArrays arrays = arrays(market, valuation, List.of(call()));
            double shift = plain.columns().value()[0] - 21_000;
            for (int s = 0; s < GRID.size(); s++) {
                assertThat(arrays.pnl(0, s)).isCloseTo(plain.pnl(0, s) + shift, within(0.05));
            }
            assertThat(arrays.columns().value()[0]).isEqualTo(21_000);
            assertThat(arrays.columns().price()[0]).isEqualTo(21_000);
        }
        assertThatThrownBy(() ->
                        arrays(
                                quoted(OptionalDouble.empty(), OptionalDouble.empty()),
                                fromMark,
                                List.of(call())))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("mark of " + call().label() + " is not quoted");
    }

    private static Valuation polynomialOf(Valuation valuation) {
        return new Valuation(
                0,
                valuation.averaging(),
                valuation.lookAheadDays(),
                new Formula(Formula.Discounting.RATE, Formula.Normal.POLYNOMIAL),
                valuation.sources());
    }

    @Test
    void deltasMayBeThoseOfTheVenue() {
        Valuation quotedDeltas =
                sources(Sources.Forwards.LISTED, Sources.Origin.MODEL, Sources.Origin.QUOTED);
        Market market = quoted(OptionalDouble.empty(), OptionalDouble.of(0.8125));
        RiskArrays arrays = arrays(market, quotedDeltas, List.of(call(), perpetual()));
        int row = arrays.row(call()).orElseThrow();
        assertThat(arrays.columns().delta()[row]).isEqualTo(0.8125);
        assertThat(arrays.columns().delta()[1 - row]).isEqualTo(1);
        assertThatThrownBy(() ->
                        arrays(
                                quoted(OptionalDouble.of(1), OptionalDouble.empty()),
                                quotedDeltas,
                                List.of(call())))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("delta of " + call().label() + " is not quoted");
    }

    /// Venues move the spot and keep the perpetual's basis: `S (1 + s) (1 + basis)` less the mark.
    @Test
    void aPerpetualMovesWithSpotAtItsBasis() {
        Reference reference =
                new Reference(
                        60_000,
                        OptionalDouble.of(0),
                        0,
                        new Reference.PerpetualQuote(
                                OptionalDouble.of(60_123.45), OptionalDouble.empty()));
        Market market =
                Market.of(
                        NOW,
                        List.of(
                                new Underlying(
                                        "BTC",
                                        "USD",
                                        reference,
                                        ForwardCurve.NONE,
                                        VolSurface.NONE,
                                        Listings.NONE)));
        RiskArrays arrays = arrays(market, STANDARD, List.of(perpetual(), Spot.of("BTC")));
        double basis = (60_123.45 - 60_000) / 60_000;
        for (int s = 0; s < GRID.size(); s++) {
            double moved = 60_000 * (1 + GRID.get(s).spotMove());
            int perpetual = arrays.row(perpetual()).orElseThrow();
            int spot = arrays.row(Spot.of("BTC")).orElseThrow();
            assertThat(arrays.pnl(perpetual, s))
                    .isCloseTo(moved * (1 + basis) - 60_123.45, within(1e-10));
            assertThat(arrays.pnl(spot, s)).isCloseTo(moved - 60_000, within(1e-10));
        }
    }
}
