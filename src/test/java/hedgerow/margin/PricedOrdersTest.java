package hedgerow.margin;

import static hedgerow.TestMarkets.option;
import static hedgerow.TestMarkets.perpetual;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hedgerow.TestMarkets;
import hedgerow.portfolio.Contract;
import hedgerow.portfolio.Future;
import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.Option;
import hedgerow.portfolio.OptionRight;
import hedgerow.portfolio.Order;
import hedgerow.portfolio.Perpetual;
import hedgerow.portfolio.Portfolio;
import hedgerow.portfolio.Position;
import hedgerow.portfolio.Settlement;
import hedgerow.portfolio.Spot;
import hedgerow.pricing.Revaluation;
import hedgerow.pricing.RiskArrays;
import hedgerow.scenario.Scenario;
import hedgerow.scenario.ScenarioGrid;
import hedgerow.scenario.VolShock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Open orders of priced instruments, at limits on either side of the market: BTC at 60,000, vol 60
/// %, rate zero, moves of 10 % either way.
class PricedOrdersTest {
    private static final long SEED = 20_260_101;
    private static final ScanModel MODEL =
            new ScanModel(
                    new ModelInfo("two", "1", "two", ModelInfo.Status.OWN, List.of(), ""),
                    new ScenarioGrid(
                            List.of(
                                    Scenario.of(-0.10, VolShock.NONE),
                                    Scenario.of(0.10, VolShock.NONE))),
                    List.of(),
                    Matrices.ONE,
                    0,
                    new CollateralRule(Set.of(), Map.of(), false));

    private static Margin margin(List<Position> legs, Order... orders) {
        Portfolio book = Matrices.book(legs, List.of(orders));
        RiskArrays arrays =
                Revaluation.of(TestMarkets.flat(), MODEL.grid(), 0, "USD")
                        .arrays(book.instruments());
        return MODEL.margin(arrays, book);
    }

    private static double ofOrder(Instrument instrument, double quantity, double limit) {
        Margin margin = margin(List.of(), new Order(instrument, quantity, limit));
        assertThat(margin.maintenance()).isEqualTo(0);
        assertThat(margin.orderContributions().getFirst()).isEqualTo(margin.initial());
        return margin.initial();
    }

    @Test
    void aLinearOrderLosesTheMoveAndWhatItPaysOverTheMarket() {
        for (Instrument linear :
                List.of(
                        perpetual(),
                        Spot.of("BTC"),
                        new Future("BTC", TestMarkets.in(30), Contract.LINEAR))) {
            assertThat(ofOrder(linear, 2, 61_000)).isCloseTo(2 * 7_000, within(1e-9));
            assertThat(ofOrder(linear, 2, 58_000)).isCloseTo(2 * 4_000, within(1e-9));
            assertThat(ofOrder(linear, 2, 50_000)).isEqualTo(0);
            assertThat(ofOrder(linear, -2, 61_000)).isCloseTo(2 * 5_000, within(1e-9));
            assertThat(ofOrder(linear, -2, 50_000)).isCloseTo(2 * 16_000, within(1e-9));
        }
    }

    @Test
    void anInverseOrderLosesInCoinsValuedAtSpot() {
        Perpetual notional = new Perpetual("BTC", Contract.inverseNotional(10));
        double coins = 1_000 * 10 * (1 / 54_000.0 - 1 / 61_000.0);
        assertThat(ofOrder(notional, 1_000, 61_000)).isCloseTo(coins * 60_000, within(1e-9));
        double sold = 1_000 * 10 * (1 / 59_000.0 - 1 / 66_000.0);
        assertThat(ofOrder(notional, -1_000, 59_000)).isCloseTo(sold * 60_000, within(1e-9));
    }

    @Test
    void anInverseOptionIsLimitedInCoins() {
        Option call =
                new Option(
                        "BTC",
                        OptionRight.CALL,
                        60_000,
                        TestMarkets.in(30),
                        Option.Style.EUROPEAN,
                        Contract.of(Settlement.INVERSE, 1));
        double atMarket = ofOrder(call, 3, coins(call));
        assertThat(ofOrder(call, 3, coins(call) + 0.01))
                .isCloseTo(atMarket + 3 * 0.01 * 60_000, within(1e-8));
    }

    /// The price of an option in coins.
    private static double coins(Option option) {
        RiskArrays arrays =
                Revaluation.of(TestMarkets.flat(), MODEL.grid(), 0, "USD").arrays(List.of(option));
        return arrays.columns().value()[0] / 60_000;
    }

    @Test
    void ordersNeverImproveAtAnyLimit() {
        Random random = new Random(SEED);
        List<Instrument> pool =
                List.of(
                        perpetual(),
                        option(OptionRight.CALL, 60_000, 30),
                        option(OptionRight.PUT, 57_000, 30),
                        new Perpetual("BTC", Contract.inverseNotional(10)));
        for (int i = 0; i < 1_000; i++) {
            List<Position> legs = new ArrayList<>();
            for (Instrument instrument : pool) {
                legs.add(new Position(instrument, random.nextGaussian() * 10));
            }
            Instrument ordered = pool.get(random.nextInt(pool.size()));
            double price = ordered instanceof Option ? 4_000 : 60_000;
            double limit = price * StrictMath.exp(random.nextGaussian());
            Order order = new Order(ordered, random.nextGaussian() * 10, limit);
            Margin without = margin(legs);
            Margin with = margin(legs, order);
            assertThat(with.initial())
                    .as("seed %d, case %d: %s, %s", SEED, i, legs, order)
                    .isGreaterThanOrEqualTo(without.initial());
            assertThat(with.maintenance()).isEqualTo(without.maintenance());
        }
    }
}
