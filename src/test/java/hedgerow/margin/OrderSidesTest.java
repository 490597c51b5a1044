package hedgerow.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hedgerow.TestMarkets;
import hedgerow.margin.Charge.Placement;
import hedgerow.margin.Margin.Component;
import hedgerow.margin.SidedOptions.Rates;
import hedgerow.market.Market;
import hedgerow.portfolio.Contract;
import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.Instrument.Kind;
import hedgerow.portfolio.Option;
import hedgerow.portfolio.OptionRight;
import hedgerow.portfolio.Order;
import hedgerow.portfolio.Perpetual;
import hedgerow.portfolio.Portfolio;
import hedgerow.portfolio.Position;
import hedgerow.portfolio.Spot;
import hedgerow.pricing.Revaluation;
import hedgerow.pricing.RiskArrays;
import hedgerow.scenario.ScenarioGrid;
import hedgerow.scenario.Valuation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/// Parts whose open orders count by side, hedges between stablecoins and coins, and spot apart from
/// perpetuals: the venues' examples, and arithmetic by hand at a spot price of 60,000.
class OrderSidesTest {
    private static final double TIGHT = 1e-9;
    private static final Perpetual PERPETUAL = TestMarkets.perpetual();
    private static final Perpetual INVERSE = new Perpetual("BTC", Contract.INVERSE);
    private static final Spot SPOT = Spot.of("BTC");
    private static final Option CALL = TestMarkets.option(OptionRight.CALL, 60_000, 30);
    private static final Option PUT = TestMarkets.option(OptionRight.PUT, 54_000, 30);
    private static final Option LATER = TestMarkets.option(OptionRight.CALL, 60_000, 90);

    /// The rates of Paradex.
    private static final SidedOptions SIDED =
            new SidedOptions(
                    new Rates(1, 0.2, 0.15, 0.10, 0.5), new Rates(0.5, 0.1, 0.075, 0.05, 0.5));

    private static final NotionalRate BY_SIDE =
            new NotionalRate(
                    Set.of(Kind.PERPETUAL), NotionalRate.At.MARK, 0.02, 0.01, OrderCount.SIDE);
    private static final FeeProvision FEES =
            new FeeProvision(0.0003, 0.125, 0.0003, OrderCount.SIDE);
    private static final StablecoinHedge HEDGE =
            new StablecoinHedge(
                    new Tiers(
                            List.of(
                                    new Tiers.Tier(1e6, 0.0075),
                                    new Tiers.Tier(5e6, 0.0175),
                                    new Tiers.Tier(10e6, 0.025))),
                    1.3);

    private static ScanModel model(Charge... charges) {
        List<Charge.Placed> placed = new ArrayList<>();
        for (Charge charge : charges) placed.add(new Charge.Placed(charge, Placement.OUTSIDE));
        return new ScanModel(
                Matrices.model(1).info(),
                ScenarioGrid.EMPTY,
                List.of(),
                placed,
                Matrices.ONE,
                Valuation.STANDARD,
                new CollateralRule(Set.of(), Map.of(), false));
    }

    private static Margin margin(ScanModel model, Market market, Portfolio book) {
        RiskArrays arrays =
                Revaluation.of(market, model.grid(), model.valuation(), "USD")
                        .arrays(book.instruments());
        return model.margin(arrays, book);
    }

    private static Component of(Charge charge, List<Position> legs, Order... orders) {
        Portfolio book = new Portfolio(legs, List.of(), List.of(orders), 0);
        return margin(model(charge), TestMarkets.flat(), book)
                .groups()
                .getFirst()
                .components()
                .getLast();
    }

    private static List<Position> held(Instrument instrument, double quantity) {
        return List.of(new Position(instrument, quantity));
    }

    /// A position of -1, bids for 3 and offers of 2: open sizes of 2 and 3, of which the larger
    /// posts (Paradex' library, test of open orders).
    @Test
    void theLargerOpenSizePosts() {
        Order bid = new Order(PERPETUAL, 3, 60_000);
        Order offer = new Order(PERPETUAL, -2, 58_000);
        assertThat(of(BY_SIDE, held(PERPETUAL, -1), bid, offer).initial())
                .isCloseTo(3 * 60_000 * 0.02, within(TIGHT));
        assertThat(of(BY_SIDE, held(PERPETUAL, -1), bid, offer).maintenance())
                .isCloseTo(60_000 * 0.01, within(TIGHT));
        assertThat(of(FEES, held(PERPETUAL, -1), bid, offer).initial())
                .isCloseTo(3 * 60_000 * 0.0003, within(TIGHT));
        assertThat(of(new OpenLoss(), held(PERPETUAL, -1), bid, offer).initial())
                .isCloseTo(2 * 2_000, within(TIGHT));
        assertThat(of(new OpenLoss(), held(PERPETUAL, -1), bid, offer).maintenance()).isZero();
    }

    @Test
    void anOrderThatClosesPostsNothingUntilItOpens() {
        assertThat(of(BY_SIDE, held(PERPETUAL, 5), new Order(PERPETUAL, -8, 60_000)).initial())
                .isCloseTo(5 * 60_000 * 0.02, within(TIGHT));
        assertThat(of(BY_SIDE, held(PERPETUAL, 5), new Order(PERPETUAL, -12, 60_000)).initial())
                .isCloseTo(7 * 60_000 * 0.02, within(TIGHT));
        assertThat(of(BY_SIDE, List.of(), new Order(PERPETUAL, -2, 60_000)).initial())
                .isCloseTo(2 * 60_000 * 0.02, within(TIGHT));
    }

    @Test
    void marketsDoNotNetWithOneAnother() {
        Perpetual small = new Perpetual("BTC", Contract.of(Contract.LINEAR.settlement(), 0.01));
        List<Position> legs = List.of(new Position(PERPETUAL, 1), new Position(small, -100));
        assertThat(of(BY_SIDE, legs).initial()).isCloseTo(2 * 60_000 * 0.02, within(TIGHT));
    }

    /// The examples of Paradex' page on options, with spot at 100: a call of 106 sold posts 10 and
    /// 5, a put of 106 sold 15 and 7.5, a put of 40 sold 10; an option worth 10 that is held posts
    /// 10 and 5, and one worth 30 posts 20 and 10.
    @Test
    void optionsPostWhatTheVenuesPageSays() {
        Market market = Market.of(TestMarkets.NOW, List.of(TestMarkets.flat("XYZ", 100, 0.6)));
        assertSold(market, OptionRight.CALL, 106, 10, 5);
        assertSold(market, OptionRight.PUT, 106, 15, 7.5);
        assertSold(market, OptionRight.PUT, 40, 10, 5);
        assertHeld(market, 90.0001, 10, 5);
        assertHeld(market, 70.0001, 20, 10);
    }

    private static void assertSold(
            Market market, OptionRight right, double strike, double initial, double kept) {
        Margin margin = margin(model(SIDED), market, one(right, strike, 30, -1));
        assertThat(margin.initial()).as("%s %s", right, strike).isCloseTo(initial, within(TIGHT));
        assertThat(margin.maintenance()).as("%s %s", right, strike).isCloseTo(kept, within(TIGHT));
    }

    /// A call about to expire is worth what it is in the money.
    private static void assertHeld(Market market, double strike, double initial, double kept) {
        Margin margin = margin(model(SIDED), market, one(OptionRight.CALL, strike, 1e-6, 1));
        assertThat(margin.initial()).as("call of %s", strike).isCloseTo(initial, within(1e-3));
        assertThat(margin.maintenance()).as("call of %s", strike).isCloseTo(kept, within(1e-3));
    }

    private static Portfolio one(OptionRight right, double strike, double days, double quantity) {
        Option option =
                new Option(
                        "XYZ",
                        right,
                        strike,
                        TestMarkets.in(days),
                        Option.Style.EUROPEAN,
                        Contract.LINEAR);
        return Portfolio.of(held(option, quantity));
    }

    @Test
    void aShortPutPostsHalfItsStrikeAtMost() {
        Market market = Market.of(TestMarkets.NOW, List.of(TestMarkets.flat("XYZ", 100, 0.6)));
        assertSold(market, OptionRight.PUT, 10, 5, 5);
        assertSold(market, OptionRight.PUT, 16, 8, 5);
    }

    /// Ten millions of hedge cost 202,500, and beyond the last tier its rate goes on.
    @Test
    void aHedgeBetweenStablecoinAndCoinsCostsByTiers() {
        double tenMillions = 10e6 / 60_000;
        assertThat(hedge(tenMillions, -tenMillions).maintenance()).isCloseTo(202_500, within(1e-6));
        assertThat(hedge(-tenMillions, tenMillions).initial())
                .isCloseTo(1.3 * 202_500, within(1e-6));
        assertThat(hedge(2 * tenMillions, -2 * tenMillions).maintenance())
                .isCloseTo(202_500 + 250_000, within(1e-6));
        assertThat(hedge(tenMillions, -5).maintenance())
                .isCloseTo(5 * 60_000 * 0.0075, within(1e-6));
    }

    @Test
    void deltasOfOneSignAndSpotHedgeNothing() {
        assertThat(hedge(10, 10).initial()).isZero();
        List<Position> carry = List.of(new Position(SPOT, 10), new Position(PERPETUAL, -10));
        assertThat(of(HEDGE, carry).initial()).isZero();
    }

    private static Component hedge(double linear, double inverse) {
        return of(HEDGE, List.of(new Position(PERPETUAL, linear), new Position(INVERSE, inverse)));
    }

    @Test
    void anOrderThatWouldHedgeCountsAndOneThatWouldUnwindDoesNot() {
        Component opened = of(HEDGE, held(PERPETUAL, 10), new Order(INVERSE, -10, 60_000));
        assertThat(opened.initial()).isCloseTo(1.3 * 600_000 * 0.0075, within(1e-6));
        assertThat(opened.maintenance()).isZero();
        List<Position> hedged = List.of(new Position(PERPETUAL, 10), new Position(INVERSE, -10));
        Component closing = of(HEDGE, hedged, new Order(INVERSE, 10, 60_000));
        assertThat(closing.initial()).isCloseTo(1.3 * 600_000 * 0.0075, within(1e-6));
    }

    /// Ten bitcoin of spot and ten sold: nothing while the two net, twice the rate where they do
    /// not.
    @Test
    void spotApartIsChargedBesideThePerpetualThatHedgesIt() {
        List<Position> carry =
                List.of(
                        new Position(SPOT, 10),
                        new Position(PERPETUAL, -10),
                        new Position(CALL, 2));
        double calls = of(new RollShock(0, 0.006, false), held(CALL, 2)).initial();
        assertThat(of(new RollShock(0, 0.006, false), carry).initial())
                .isCloseTo(calls, within(1e-6));
        assertThat(of(new RollShock(0, 0.006, true), carry).initial())
                .isCloseTo(20 * 60_000 * 0.006 + calls, within(1e-6));
    }

    @Test
    void tiersMustAscend() {
        assertThatThrownBy(() -> new Tiers(List.of(new Tiers.Tier(2, 1), new Tiers.Tier(1, 1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("tiers must ascend, were");
        assertThatThrownBy(() -> new Tiers(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("tiers must not be empty");
    }

    /// Whatever is ordered, initial margin is no smaller than without it, and maintenance margin is
    /// the same; both are what the sums by hand say.
    @Test
    void ordersNeverTakeAnythingOff() {
        long seed = 20261122;
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<Instrument> all = List.of(SPOT, PERPETUAL, INVERSE, CALL, PUT, LATER);
        ScanModel model =
                model(
                        BY_SIDE,
                        FEES,
                        SIDED,
                        new OpenLoss(),
                        HEDGE,
                        new RollShock(0.05, 0.002, true));
        for (int round = 0; round < 300; round++) {
            List<Position> legs = new ArrayList<>();
            for (Instrument i : all) {
                if (random.nextBoolean()) legs.add(new Position(i, random.nextInt(-9, 10)));
            }
            List<Order> orders = new ArrayList<>();
            for (Instrument i : all) {
                for (int n = random.nextInt(3); n > 0; n--) {
                    int size = random.nextInt(1, 9) * (random.nextBoolean() ? 1 : -1);
                    orders.add(new Order(i, size, 3_000 + random.nextInt(50_000)));
                }
            }
            if (legs.isEmpty()) continue;
            Market market = TestMarkets.flat();
            Margin bare = margin(model, market, Portfolio.of(legs));
            Margin with = margin(model, market, new Portfolio(legs, List.of(), orders, 0));
            String what = "seed %s, round %s: %s, %s".formatted(seed, round, legs, orders);
            assertThat(with.initial())
                    .as(what)
                    .isGreaterThanOrEqualTo(bare.initial() - 1e-9 * Math.abs(bare.initial()));
            assertThat(with.maintenance())
                    .as(what)
                    .isCloseTo(bare.maintenance(), within(1e-9 * (1 + bare.maintenance())));
            assertThat(part(with, "perpetual rate"))
                    .as(what)
                    .isCloseTo(byHand(legs, orders), within(1e-6));
        }
    }

    private static double part(Margin margin, String name) {
        return margin.groups().stream()
                .flatMap(group -> group.components().stream())
                .filter(component -> component.name().equals(name))
                .mapToDouble(Component::initial)
                .sum();
    }

    private static double byHand(List<Position> legs, List<Order> orders) {
        double sum = 0;
        for (Perpetual market : List.of(PERPETUAL, INVERSE)) {
            double held = 0;
            for (Position leg : legs) {
                if (leg.instrument().equals(market)) held += leg.quantity();
            }
            double buys = held;
            double sells = -held;
            for (Order order : orders) {
                if (!order.instrument().equals(market)) continue;
                if (order.quantity() > 0) buys += order.quantity();
                else sells -= order.quantity();
            }
            sum += Math.max(0, Math.max(buys, sells)) * 60_000 * 0.02;
        }
        return sum;
    }
}
