package hedgerow.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hedgerow.TestMarkets;
import hedgerow.margin.Charge.Placement;
import hedgerow.margin.ExpiryDiscount.Side;
import hedgerow.margin.Margin.Component;
import hedgerow.margin.Margin.Operator;
import hedgerow.market.ForwardCurve;
import hedgerow.market.ForwardQuote;
import hedgerow.market.Listings;
import hedgerow.market.Market;
import hedgerow.market.Reference;
import hedgerow.market.Underlying;
import hedgerow.market.VolSurface;
import hedgerow.portfolio.Instrument.Kind;
import hedgerow.portfolio.Option;
import hedgerow.portfolio.OptionRight;
import hedgerow.portfolio.Order;
import hedgerow.portfolio.Portfolio;
import hedgerow.portfolio.Position;
import hedgerow.pricing.Revaluation;
import hedgerow.pricing.RiskArrays;
import hedgerow.scenario.Scenario;
import hedgerow.scenario.ScenarioGrid;
import hedgerow.scenario.Valuation;
import hedgerow.scenario.VolShock;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/// The parts that venues' models are composed of, by hand arithmetic: spot 60,000, two expiries.
class VenuePartsTest {
    private static final double TIGHT = 1e-9;
    private static final Option CALL = TestMarkets.option(OptionRight.CALL, 60_000, 30);
    private static final Option PUT = TestMarkets.option(OptionRight.PUT, 60_000, 30);
    private static final Option FAR_CALL = TestMarkets.option(OptionRight.CALL, 66_000, 30);
    private static final Option LATER = TestMarkets.option(OptionRight.CALL, 60_000, 90);
    private static final double MONTH_YEARS = 30 / 365.0;

    private static final ScenarioGrid GRID =
            new ScenarioGrid(
                    List.of(
                            Scenario.of(-0.1, VolShock.NONE),
                            Scenario.of(0, VolShock.NONE),
                            Scenario.of(0.1, VolShock.NONE),
                            new Scenario(0.5, VolShock.NONE, 0.25)));

    /// A market that is unsure of spot, of the perpetual and of the first expiry.
    private static Market market(double spotSure, double perpetualSure, double expirySure) {
        Reference reference =
                new Reference(
                        60_000,
                        OptionalDouble.of(0.05),
                        0,
                        new Reference.PerpetualQuote(
                                OptionalDouble.of(60_100),
                                OptionalDouble.empty(),
                                OptionalDouble.of(perpetualSure),
                                OptionalDouble.empty()),
                        OptionalDouble.of(spotSure));
        ForwardCurve forwards =
                new ForwardCurve(
                        new TreeMap<>(
                                Map.of(
                                        TestMarkets.in(30),
                                        new ForwardQuote(
                                                60_250,
                                                OptionalDouble.empty(),
                                                OptionalDouble.of(expirySure)),
                                        TestMarkets.in(90),
                                        ForwardQuote.of(60_750))));
        Underlying underlying =
                new Underlying(
                        "BTC", "USD", reference, forwards, new VolSurface.Flat(0.6), Listings.NONE);
        return new Market(
                TestMarkets.NOW, new TreeMap<>(Map.of("BTC", underlying)), new TreeMap<>(), 0.97);
    }

    private static ScanModel model(List<Adjustment> adjustments, Charge.Placed... charges) {
        return new ScanModel(
                Matrices.model(1).info(),
                GRID,
                adjustments,
                List.of(charges),
                Matrices.ONE,
                Valuation.STANDARD,
                new CollateralRule(Set.of(), Map.of(), false));
    }

    private static RiskArrays arrays(ScanModel model, Market market, Portfolio portfolio) {
        return Revaluation.of(market, model.grid(), model.valuation(), "USD")
                .arrays(portfolio.instruments());
    }

    private static Margin margin(ScanModel model, Market market, Portfolio portfolio) {
        return model.margin(arrays(model, market, portfolio), portfolio);
    }

    /// What a charge comes to alone.
    private static Component of(Charge charge, Market market, Portfolio portfolio) {
        ScanModel model = model(List.of(), new Charge.Placed(charge, Placement.OUTSIDE));
        return margin(model, market, portfolio).groups().getFirst().components().getLast();
    }

    private static Component of(Charge charge, Position... legs) {
        return of(charge, market(1, 1, 1), Portfolio.of(List.of(legs)));
    }

    private static Position leg(Option option, double quantity) {
        return new Position(option, quantity);
    }

    private static Position perpetuals(double quantity) {
        return new Position(TestMarkets.perpetual(), quantity);
    }

    @Test
    void shortOptionsNetAtEachStrikeOnly() {
        NetShortOptions rule = new NetShortOptions(0.005, 0.003);
        assertThat(of(rule, leg(CALL, -10)).initial()).isCloseTo(3_000, within(TIGHT));
        assertThat(of(rule, leg(CALL, -10)).maintenance()).isCloseTo(1_800, within(TIGHT));
        assertThat(of(rule, leg(CALL, -10), leg(PUT, -10)).initial())
                .isCloseTo(6_000, within(TIGHT));
        assertThat(of(rule, leg(CALL, -10), leg(PUT, 10)).initial()).isZero();
        assertThat(of(rule, leg(CALL, -10), leg(FAR_CALL, 10)).initial())
                .isCloseTo(3_000, within(TIGHT));
        assertThat(of(rule, leg(CALL, -10), leg(LATER, 10)).initial())
                .isCloseTo(3_000, within(TIGHT));
    }

    @Test
    void aNotionalRateIsOnSpotOrOnTheMark() {
        Set<Kind> kinds = Set.of(Kind.PERPETUAL);
        NotionalRate atSpot = new NotionalRate(kinds, NotionalRate.At.SPOT, 0.04, 0.03);
        NotionalRate atMark = new NotionalRate(kinds, NotionalRate.At.MARK, 0.04, 0.03);
        assertThat(of(atSpot, perpetuals(-5), leg(CALL, 1)).initial())
                .isCloseTo(12_000, within(TIGHT));
        assertThat(of(atSpot, perpetuals(5)).maintenance()).isCloseTo(9_000, within(TIGHT));
        assertThat(of(atMark, perpetuals(5)).initial()).isCloseTo(12_020, within(TIGHT));
    }

    @Test
    void unsurePricesCostTheMissingConfidence() {
        Confidence rule = new Confidence(0.55, 1);
        Set<Kind> both = Set.of(Kind.PERPETUAL, Kind.OPTION);
        OracleConfidence oracle = new OracleConfidence(rule, both, false, true);
        Portfolio calls = Portfolio.of(List.of(leg(CALL, -10), leg(LATER, 1)));
        assertThat(of(oracle, market(1, 1, 0.5), calls).initial())
                .isCloseTo(300_000, within(TIGHT));
        assertThat(of(oracle, market(1, 1, 0.55), calls).initial()).isZero();
        assertThat(of(oracle, market(0.4, 1, 1), calls).initial())
                .isCloseTo(0.6 * 11 * 60_000, within(1e-6));
        assertThat(of(oracle, market(1, 0.1, 1), calls).initial()).isZero();
        Portfolio beside = calls.with(List.of(perpetuals(2)));
        assertThat(of(oracle, market(1, 0.1, 1), beside).initial())
                .isCloseTo(0.9 * 13 * 60_000, within(1e-6));
        assertThat(of(oracle, market(1, 0.1, 1), beside).maintenance()).isZero();
        OracleConfidence shorts = new OracleConfidence(rule, both, true, false);
        assertThat(of(shorts, market(0.4, 1, 1), calls).initial())
                .isCloseTo(0.6 * 10 * 60_000, within(1e-6));
    }

    @Test
    void aFallenStablecoinChargesShortOptionsAndPerpetuals() {
        DepegCharge charge = new DepegCharge(new Depeg(0.99, 2));
        assertThat(of(charge, leg(CALL, -3), leg(FAR_CALL, 3), perpetuals(-2)).initial())
                .isCloseTo(0.02 * 2 * 60_000 * 5, within(1e-6));
    }

    @Test
    void basisIsTheWorseMoveOfEachExpiryByItself() {
        BasisContingency basis = new BasisContingency(0.045, -0.045, 0.5, 2);
        double first = of(basis, leg(CALL, -10)).initial();
        double second = of(basis, leg(LATER, 10)).initial();
        assertThat(of(basis, leg(CALL, -10), leg(LATER, 10)).initial())
                .isCloseTo(first + second, within(1e-6));
        ScanModel plain =
                new ScanModel(
                        Matrices.model(1).info(),
                        new ScenarioGrid(List.of(Scenario.of(0.045, VolShock.NONE))),
                        List.of(),
                        Matrices.ONE,
                        0,
                        new CollateralRule(Set.of(), Map.of(), false));
        Portfolio short10 = Portfolio.of(List.of(leg(CALL, -10)));
        double loss = margin(plain, market(1, 1, 1), short10).initial();
        assertThat(first).isCloseTo(loss * (0.5 + 2 * MONTH_YEARS), within(1e-6));
    }

    @Test
    void aMinimumIsTheLeastThatScanFloorsAndInsidesComeTo() {
        Charge large = new NotionalRate(Set.of(Kind.PERPETUAL), NotionalRate.At.SPOT, 0.5, 0.5);
        Charge small = new NotionalRate(Set.of(Kind.PERPETUAL), NotionalRate.At.SPOT, 0.01, 0.01);
        Portfolio book = Portfolio.of(List.of(perpetuals(1)));
        ScanModel binding =
                model(
                        List.of(),
                        new Charge.Placed(small, Placement.INSIDE),
                        new Charge.Placed(large, Placement.MINIMUM),
                        new Charge.Placed(small, Placement.OUTSIDE));
        Margin margin = margin(binding, market(1, 1, 1), book);
        assertThat(margin.initial()).isCloseTo(30_000 + 600, within(1e-6));
        List<Component> parts = margin.groups().getFirst().components();
        assertThat(parts).extracting(Component::binds).containsExactly(false, false, true, true);
        ScanModel loose = model(List.of(), new Charge.Placed(small, Placement.MINIMUM));
        Margin scanned = margin(loose, market(1, 1, 1), book);
        assertThat(scanned.initial()).isCloseTo(6_010, within(1e-6));
    }

    /// A scenario of weight zero is told and changes nothing.
    @Test
    void aScenarioThatDoesNotCountNeverBinds() {
        Portfolio book = Portfolio.of(List.of(leg(CALL, -10), perpetuals(3)));
        Scenario crash = new Scenario(-0.9, VolShock.NONE, 0);
        ScanModel plain = model(List.of());
        ScanModel more =
                new ScanModel(
                        plain.info(),
                        GRID.with(List.of(crash)),
                        List.of(new GainLimit(0.5, 100), new Dampener(1_000, 0.1)),
                        List.of(),
                        Matrices.ONE,
                        Valuation.STANDARD,
                        plain.collateral());
        ScanModel less =
                new ScanModel(
                        plain.info(),
                        GRID,
                        more.adjustments(),
                        List.of(),
                        Matrices.ONE,
                        Valuation.STANDARD,
                        plain.collateral());
        Margin with = margin(more, market(1, 1, 1), book);
        assertThat(with.groups().getFirst().scenarioPnl()).hasSize(GRID.size() + 1);
        assertThat(with.initial()).isEqualTo(margin(less, market(1, 1, 1), book).initial());
        assertThat(with.binding().orElseThrow().index()).isLessThan(GRID.size());
    }

    /// An expiry that is an asset counts for less, one that is a debt for more; the sign is that of
    /// its total.
    @Test
    void theSignOfAnExpirysTotalChoosesItsDiscount() {
        ExpiryDiscount discount = new ExpiryDiscount(new Side(0.9, 0, 0), new Side(1.02, 0, 0.1));
        double owed = Math.min(Math.exp(0.05 * MONTH_YEARS), 1.02 * Math.exp(0.1 * MONTH_YEARS));
        Portfolio held = Portfolio.of(List.of(leg(CALL, 10), leg(FAR_CALL, -10)));
        Portfolio sold = Portfolio.of(List.of(leg(CALL, -10), leg(FAR_CALL, 10)));
        ScanModel plain = model(List.of());
        ScanModel adjusted = model(List.of(discount));
        Market market = market(1, 1, 1);
        double value = valueOf(plain, market, held);
        for (int s = 0; s < GRID.size(); s++) {
            double before = pnl(plain, market, held, s);
            assertThat(pnl(adjusted, market, held, s))
                    .isCloseTo(0.9 * (value + before) - value, within(1e-6));
            assertThat(pnl(adjusted, market, sold, s))
                    .isCloseTo(value - owed * (value + before), within(1e-6));
        }
    }

    private static double valueOf(ScanModel model, Market market, Portfolio book) {
        return margin(model, market, book).contributions().stream()
                .mapToDouble(Margin.Contribution::value)
                .sum();
    }

    private static double pnl(ScanModel model, Market market, Portfolio book, int s) {
        return margin(model, market, book).groups().getFirst().scenarioPnl().get(s);
    }

    /// Contributions and what adjustments change add up to the scan, orders beside them, on random
    /// books; and an order never makes the requirement smaller.
    @Test
    void everythingAddsUpAndOrdersNeverImprove() {
        long seed = 20260104;
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        ScanModel model =
                model(
                        List.of(new ExpiryDiscount(new Side(0.9, 1, 0.1), new Side(1.02, 0, 0.1))),
                        new Charge.Placed(
                                new BasisContingency(0.045, -0.045, 0.5, 2), Placement.FLOOR),
                        new Charge.Placed(new NetShortOptions(0.005, 0.003), Placement.INSIDE),
                        new Charge.Placed(
                                new NotionalRate(
                                        Set.of(Kind.PERPETUAL), NotionalRate.At.SPOT, 0.04, 0.03),
                                Placement.OUTSIDE));
        for (int round = 0; round < 200; round++) {
            List<Position> legs =
                    List.of(
                            leg(CALL, random.nextInt(-9, 10)),
                            leg(PUT, random.nextInt(-9, 10)),
                            leg(FAR_CALL, random.nextInt(-9, 10)),
                            leg(LATER, random.nextInt(-9, 10)),
                            perpetuals(random.nextInt(-5, 6)));
            List<Order> orders =
                    List.of(new Order(FAR_CALL, random.nextInt(1, 9) * sign(random), 2_000));
            Portfolio bare = Portfolio.of(legs);
            Portfolio ordered = new Portfolio(legs, List.of(), orders, 0);
            Market market = market(1, 1, 1);
            Margin margin = margin(model, market, ordered);
            double told =
                    margin.contributions().stream()
                            .mapToDouble(Margin.Contribution::contribution)
                            .sum();
            for (double fill : margin.orderContributions()) told += fill;
            for (Component part : margin.groups().getFirst().components()) {
                if (part.operator() == Operator.PART) told += part.initial();
            }
            double scan = margin.binding().map(Margin.Binding::loss).orElse(0.0);
            assertThat(told)
                    .as("seed %s, round %s: %s", seed, round, legs)
                    .isCloseTo(scan, within(1e-6));
            assertThat(margin.initial())
                    .as("seed %s, round %s: %s, %s", seed, round, legs, orders)
                    .isGreaterThanOrEqualTo(margin(model, market, bare).initial() - 1e-6);
        }
    }

    private static int sign(RandomGenerator random) {
        return random.nextBoolean() ? 1 : -1;
    }
}
