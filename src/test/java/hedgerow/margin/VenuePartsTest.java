package hedgerow.margin;

import static hedgerow.TestMarkets.NOW;
import static hedgerow.TestMarkets.in;
import static hedgerow.TestMarkets.option;
import static hedgerow.TestMarkets.perpetual;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hedgerow.market.ForwardCurve;
import hedgerow.market.Listings;
import hedgerow.market.Market;
import hedgerow.market.Reference;
import hedgerow.market.Underlying;
import hedgerow.market.VolSurface;
import hedgerow.portfolio.Contract;
import hedgerow.portfolio.Future;
import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.Instrument.Kind;
import hedgerow.portfolio.OptionRight;
import hedgerow.portfolio.Order;
import hedgerow.portfolio.Portfolio;
import hedgerow.portfolio.Position;
import hedgerow.portfolio.RefusedException;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Roll, delta and tier charges, provisions, and limits on gains: figures worked out by hand, what
/// venues state, and what no order or hedge may do.
class VenuePartsTest {
    private static final Instrument NEAR = new Future("BTC", in(30), Contract.LINEAR);
    private static final Instrument FAR = new Future("BTC", in(180), Contract.LINEAR);
    private static final Instrument CALL = option(OptionRight.CALL, 60_000, 30);
    private static final List<TieredMinimum.Tier> TIERS =
            List.of(
                    tier(10_000, 1),
                    tier(70_000, 2),
                    tier(170_000, 4),
                    tier(300_000, 6),
                    tier(470_000, 8),
                    tier(700_000, 10),
                    tier(1_000_000, 12));

    private static TieredMinimum.Tier tier(double to, double multiplier) {
        return new TieredMinimum.Tier(to, multiplier);
    }

    private static Market market(OptionalDouble fundingRate8h) {
        Reference reference =
                new Reference(
                        60_000,
                        OptionalDouble.of(0),
                        0,
                        new Reference.PerpetualQuote(OptionalDouble.of(60_300), fundingRate8h));
        return Market.of(
                NOW,
                List.of(
                        new Underlying(
                                "BTC",
                                "USD",
                                reference,
                                ForwardCurve.of(Map.of(in(30), 60_000.0, in(180), 63_000.0)),
                                new VolSurface.Flat(0.60),
                                Listings.NONE)));
    }

    private static final ScenarioGrid GRID =
            new ScenarioGrid(
                    List.of(
                            Scenario.of(-0.16, VolShock.NONE),
                            Scenario.of(0.16, VolShock.NONE),
                            new Scenario(-0.66, VolShock.NONE, 0.25),
                            new Scenario(0.5, VolShock.NONE, 0.5)));

    private static ScanModel model(List<Adjustment> adjustments, Charge... charges) {
        return new ScanModel(
                new ModelInfo("hand", "1", "by hand", ModelInfo.Status.OWN, List.of(), ""),
                GRID,
                adjustments,
                java.util.Arrays.stream(charges)
                        .map(c -> new Charge.Placed(c, Charge.Placement.OUTSIDE))
                        .toList(),
                new ScanModel.Factors(1, 1),
                Valuation.STANDARD,
                new CollateralRule(Set.of(), Map.of(), false));
    }

    private static Margin margin(ScanModel model, List<Position> legs, List<Order> orders) {
        Portfolio portfolio = new Portfolio(legs, List.of(), orders, 0);
        RiskArrays arrays =
                Revaluation.of(market(OptionalDouble.of(1e-4)), GRID, Valuation.STANDARD, "USD")
                        .arrays(portfolio.instruments());
        Margin margin = model.margin(arrays, portfolio);
        boolean plain = model.adjustments().isEmpty() && orders.isEmpty();
        if (plain) MarginInvariants.check(model, arrays, portfolio, margin);
        return margin;
    }

    private static Margin.Component part(Charge charge, List<Position> legs, Order... orders) {
        return margin(model(List.of(), charge), legs, List.of(orders))
                .groups()
                .getFirst()
                .components()
                .getLast();
    }

    private static Position leg(Instrument instrument, double quantity) {
        return new Position(instrument, quantity);
    }

    /// OKX states 50,000 for a raw charge of 30,000.
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "10_000, 10_000",
        "30_000, 50_000",
        "100_000, 250_000",
        "800_000, 6_170_000"
    })
    void aMinimumGrowsByTiers(String raw, String charge) {
        TieredMinimum minimum = new TieredMinimum(Set.of(Kind.PERPETUAL), 0.01, TIERS);
        double expected = Double.parseDouble(charge.replace("_", ""));
        assertThat(minimum.charge(Double.parseDouble(raw.replace("_", "")))).isEqualTo(expected);
    }

    @Test
    void aTieredMinimumCountsBothSidesAndOrders() {
        TieredMinimum minimum = new TieredMinimum(Set.of(Kind.PERPETUAL), 0.0045, TIERS);
        Margin.Component part =
                part(minimum, List.of(leg(perpetual(), -10)), new Order(perpetual(), 10, 60_000));
        // 10 * 60,000 * 0.45 % is 2,700
        assertThat(part.maintenance()).isCloseTo(2_700, within(1e-9));
        assertThat(part.initial()).isCloseTo(5_400, within(1e-9));
        Margin.Component large = part(minimum, List.of(leg(perpetual(), 100)));
        assertThat(large.initial()).isCloseTo(10_000 + 2 * 17_000, within(1e-9));
    }

    @Test
    void tiersThatDoNotAscendAreAnError() {
        assertThatThrownBy(() -> new TieredMinimum(Set.of(), 1, List.of(tier(2, 1), tier(2, 2))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tiers must ascend");
    }

    /// At 30 days 10 % a year is 0.83 %, below the minimum; at 180 days 5.06 %.
    @Test
    void aRollShockDoesNotNetOverExpiries() {
        RollShock roll = new RollShock(0.10, 0.01);
        double near = 0.01 * 60_000;
        double far = (Math.exp(0.10 * 180 / 365) - 1) * 60_000;
        assertThat(far).isCloseTo(3_033.08, within(0.01));
        Margin.Component both = part(roll, List.of(leg(NEAR, 2), leg(FAR, -2)));
        assertThat(both.initial()).isCloseTo(2 * near + 2 * far, within(1e-9));
        Margin.Component netted =
                part(roll, List.of(leg(NEAR, 2), leg(CALL, -3), leg(perpetual(), 1)));
        double call = 0.534_3; // N(0.0860), the call's delta, to four digits
        assertThat(netted.initial()).isCloseTo((Math.abs(2 - 3 * call) + 1) * near, within(1.0));
        Margin.Component ordered = part(roll, List.of(leg(FAR, -2)), new Order(NEAR, 2, 60_000));
        assertThat(ordered.initial()).isCloseTo(2 * near + 2 * far, within(1e-9));
        assertThat(ordered.maintenance()).isCloseTo(2 * far, within(1e-9));
    }

    /// 500 coins are 30 million; 10 million are above the threshold; 1e-9 * 500 of it is 5.
    @Test
    void aDeltaShockGrowsAboveItsThresholdUpToAMost() {
        DeltaShock shock = new DeltaShock(20e6, 1e-6, 0.10);
        double charged = 10e6 * 500 * 1e-6;
        assertThat(part(shock, List.of(leg(perpetual(), -500))).initial())
                .isCloseTo(charged, within(1e-6));
        assertThat(part(shock, List.of(leg(perpetual(), 300))).initial()).isZero();
        DeltaShock steep = new DeltaShock(20e6, 1, 0.10);
        assertThat(part(steep, List.of(leg(perpetual(), -500))).initial())
                .isCloseTo(0.10 * 30e6, within(1e-6));
    }

    /// Long options take delta off what is short, but never turn its sign.
    @Test
    void longOptionsHelpAndDoNotTurnTheSign() {
        DeltaShock shock = new DeltaShock(0, 1e-6, 1);
        double alone = part(shock, List.of(leg(perpetual(), -10))).initial();
        double helped = part(shock, List.of(leg(perpetual(), -10), leg(CALL, 5))).initial();
        double over = part(shock, List.of(leg(perpetual(), -10), leg(CALL, 100))).initial();
        assertThat(helped).isBetween(0.0, alone);
        assertThat(helped).isPositive();
        assertThat(over).isZero();
        assertThat(part(shock, List.of(leg(CALL, 100))).initial()).isZero();
        double sold = part(shock, List.of(leg(CALL, -100))).initial();
        assertThat(sold).isPositive();
        Margin.Component ordered =
                part(shock, List.of(leg(perpetual(), -10)), new Order(perpetual(), 10, 60_000));
        assertThat(ordered.initial()).isEqualTo(alone);
    }

    /// A tenth of a thousandth of 60,000 on ten perpetuals; what is received takes nothing off.
    @Test
    void fundingIsProvidedForWhereItIsPaid() {
        for (FundingProvision.Orders orders : FundingProvision.Orders.values()) {
            FundingProvision funding = new FundingProvision(8, orders);
            assertThat(part(funding, List.of(leg(perpetual(), 10))).initial())
                    .isCloseTo(60, within(1e-9));
            assertThat(part(funding, List.of(leg(perpetual(), -10))).initial()).isZero();
        }
        Order buy = new Order(perpetual(), 4, 60_000);
        List<Position> held = List.of(leg(perpetual(), 10));
        FundingProvision worst = new FundingProvision(8, FundingProvision.Orders.WORST);
        assertThat(part(worst, held, buy).initial()).isCloseTo(84, within(1e-9));
        assertThat(part(worst, held, buy).maintenance()).isCloseTo(60, within(1e-9));
        FundingProvision opposed = new FundingProvision(8, FundingProvision.Orders.OPPOSED);
        assertThat(part(opposed, held, buy).initial()).isCloseTo(36, within(1e-9));
        assertThat(part(new FundingProvision(1, FundingProvision.Orders.WORST), held).initial())
                .isCloseTo(7.5, within(1e-9));
    }

    @Test
    void aMissingFundingRateIsNamed() {
        RiskArrays arrays =
                Revaluation.of(market(OptionalDouble.empty()), GRID, Valuation.STANDARD, "USD")
                        .arrays(List.of(perpetual()));
        Charge funding = new FundingProvision(8, FundingProvision.Orders.WORST);
        assertThatThrownBy(() -> funding.on(arrays, GRID))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("fundingRate8h of BTC is not in the market");
    }

    /// Perpetuals at their mark of 60,300; a cheap option's fee stops at an eighth of its mark.
    @Test
    void feesAreThoseOfClosing() {
        FeeProvision fee = new FeeProvision(0.0003, 0.125, 0.0003);
        assertThat(part(fee, List.of(leg(perpetual(), -10))).initial())
                .isCloseTo(180.9, within(1e-9));
        assertThat(part(fee, List.of(leg(CALL, 10))).initial()).isCloseTo(180, within(1e-9));
        Instrument cheap = option(OptionRight.CALL, 120_000, 30);
        RiskArrays arrays =
                Revaluation.of(market(OptionalDouble.of(0)), GRID, Valuation.STANDARD, "USD")
                        .arrays(List.of(cheap));
        double mark = arrays.columns().value()[0];
        assertThat(0.125 * mark).isBetween(1e-6, 17.0);
        assertThat(part(fee, List.of(leg(cheap, -4))).initial())
                .isCloseTo(4 * 0.125 * mark, within(1e-9));
        Margin.Component ordered =
                part(fee, List.of(leg(perpetual(), 10)), new Order(CALL, -10, 1_000));
        assertThat(ordered.initial()).isCloseTo(360.9, within(1e-9));
        assertThat(ordered.maintenance()).isCloseTo(180.9, within(1e-9));
    }

    private static List<Double> pnl(Adjustment adjustment, double perpetuals) {
        Margin margin =
                margin(
                        model(List.of(adjustment)),
                        List.of(leg(perpetual(), perpetuals)),
                        List.of());
        return margin.groups().getFirst().scenarioPnl();
    }

    /// Ten perpetuals at 60,300 gain 96,480 in the range; beyond it half of 301,500 counts.
    @Test
    void gainsCountInPartAndUpToALimit() {
        assertThat(pnl(new GainLimit(0.6, 1e9), 10))
                .satisfiesExactly(
                        p -> assertThat(p).isCloseTo(-96_480, within(1e-6)),
                        p -> assertThat(p).isCloseTo(0.6 * 96_480, within(1e-6)),
                        p -> assertThat(p).isCloseTo(-397_980, within(1e-6)),
                        p -> assertThat(p).isCloseTo(0.6 * 301_500, within(1e-6)));
        assertThat(pnl(new GainLimit(0.6, 50_000), 10))
                .satisfiesExactly(
                        p -> assertThat(p).isCloseTo(-96_480, within(1e-6)),
                        p -> assertThat(p).isCloseTo(50_000, within(1e-6)),
                        p -> assertThat(p).isCloseTo(-397_980, within(1e-6)),
                        p -> assertThat(p * 0.5).isCloseTo(50_000, within(1e-6)));
        assertThat(pnl(new GainLimit(1, 1e9), 10).get(1)).isCloseTo(96_480, within(1e-6));
    }

    /// A perpetual is all delta; of a call what is left is the curvature, which a seller loses.
    @Test
    void aDeltaHedgeTakesDeltaOut() {
        List<Double> perpetuals = pnl(new DeltaHedge(), -10);
        for (int s = 0; s < GRID.size(); s++) {
            assertThat(perpetuals.get(s))
                    .isCloseTo(-10 * 300 * GRID.get(s).spotMove(), within(1e-6));
        }
        Margin calls = margin(model(List.of(new DeltaHedge())), List.of(leg(CALL, -10)), List.of());
        for (double p : calls.groups().getFirst().scenarioPnl()) assertThat(p).isNegative();
        Margin hedged =
                margin(
                        model(List.of(new DeltaHedge())),
                        List.of(leg(CALL, -10), leg(perpetual(), 5)),
                        List.of());
        for (int s = 0; s < GRID.size(); s++) {
            // the perpetual's mark is 0.5 % above spot, at which delta is counted
            double basis = 5 * 300 * GRID.get(s).spotMove();
            assertThat(hedged.groups().getFirst().scenarioPnl().get(s))
                    .isCloseTo(
                            calls.groups().getFirst().scenarioPnl().get(s) + basis, within(1e-6));
        }
    }

    /// Beyond the range, after weights: (0.66 / 0.16 - 1) * 1,000 / 0.84 is 3,720.24 less lost, and
    /// (0.5 / 0.16 - 1) * 1,000 / 1.16 is 1,831.90 less gained.
    @Test
    void aDampenerTakesLargeMovesNearerToZero() {
        assertThat(pnl(new Dampener(1_000, 0.16), 10))
                .satisfiesExactly(
                        p -> assertThat(p).isCloseTo(-96_480, within(1e-6)),
                        p -> assertThat(p).isCloseTo(96_480, within(1e-6)),
                        p -> assertThat(p * 0.25).isCloseTo(-99_495 + 3_720.24, within(0.01)),
                        p -> assertThat(p * 0.5).isCloseTo(150_750 - 1_831.90, within(0.01)));
        assertThat(pnl(new Dampener(1e9, 0.16), -10))
                .satisfiesExactly(
                        p -> assertThat(p).isCloseTo(96_480, within(1e-6)),
                        p -> assertThat(p).isCloseTo(-96_480, within(1e-6)),
                        p -> assertThat(p).isZero(),
                        p -> assertThat(p).isZero());
    }
}
