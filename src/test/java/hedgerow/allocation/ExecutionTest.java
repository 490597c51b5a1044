package hedgerow.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hedgerow.market.OrderBook;
import hedgerow.risk.MarketImpact;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Order books and market impact.
class ExecutionTest {
    private static final OrderBook BIDS =
            new OrderBook(
                    60_000,
                    List.of(
                            new OrderBook.Level(59_990, 5),
                            new OrderBook.Level(59_950, 10),
                            new OrderBook.Level(59_900, 20)));
    private static final MarketImpact LAW = new MarketImpact(1, 0.60 / Math.sqrt(365), 20_000, 0);

    @Test
    void sellingTwentyFiveWalksThreeLevels() {
        OrderBook.Walk walk = BIDS.walk(25);
        assertThat(walk.proceeds()).isEqualTo(1_498_450);
        assertThat(walk.averagePrice(60_000)).isEqualTo(59_938);
        assertThat(walk.cost()).isEqualTo(1_550);
        assertThat(walk.cost() / (25 * 60_000) * 1e4).isCloseTo(10.333, within(5e-4));
        assertThat(BIDS.walk(50).missing()).isEqualTo(15);
        assertThat(BIDS.walk(0).averagePrice(60_000)).isEqualTo(60_000);
    }

    @Test
    void costGrowsWithThePowerOfThreeHalves() {
        assertThat(LAW.impact(25) * 1e4).isCloseTo(11.103, within(5e-4));
        assertThat(LAW.cost(25, 60_000, 1)).isCloseTo(1_665.52, within(5e-3));
        assertThat(LAW.cost(25, 60_000, MarketImpact.AVERAGE_SHARE))
                .isCloseTo(1_110.35, within(5e-3));
        assertThat(LAW.impact(100) * 1e4).isCloseTo(22.21, within(5e-3));
        assertThat(LAW.cost(100, 60_000, 1)).isCloseTo(13_324, within(0.5));
        assertThat(LAW.cost(400, 60_000, 1)).isCloseTo(106_594, within(0.5));
        assertThat(LAW.cost(400, 60_000, 1) / LAW.cost(100, 60_000, 1)).isCloseTo(8, within(1e-12));
    }

    /// The average of `sqrt(x)` on the way from nothing to the whole is two thirds of the end.
    @Test
    void theAverageOnTheWayIsTwoThirds() {
        double sum = 0;
        int steps = 100_000;
        for (int i = 0; i < steps; i++) sum += LAW.impact(25 * (i + 0.5) / steps);
        assertThat(sum / steps / LAW.impact(25))
                .isCloseTo(MarketImpact.AVERAGE_SHARE, within(1e-7));
    }

    @Test
    void smallOrdersMoveThePriceInProportion() {
        MarketImpact crossed = new MarketImpact(1, 0.03, 10_000, 0.001);
        assertThat(crossed.impact(5)).isCloseTo(crossed.impact(10) / 2, within(1e-15));
        assertThat(crossed.impact(10)).isCloseTo(0.03 * Math.sqrt(0.001), within(1e-15));
        assertThat(crossed.impact(40)).isCloseTo(2 * crossed.impact(10), within(1e-15));
        assertThat(crossed.impact(5)).isLessThan(new MarketImpact(1, 0.03, 10_000, 0).impact(5));
    }

    @Test
    void theAddOnIsTheLargerOfBookAndLaw() {
        assertThat(LAW.addOn(BIDS, 25, 1, 0)).isEqualTo(LAW.cost(25, 60_000, 1));
        assertThat(LAW.addOn(BIDS, 5, MarketImpact.AVERAGE_SHARE, 0))
                .isCloseTo(Math.max(50, 2.0 / 3 * LAW.impact(5) * 5 * 60_000), within(1e-9));
        double beyond = 50 + 500 + 2_000 + LAW.cost(15, 60_000, 1);
        assertThat(LAW.addOn(BIDS, 50, 1, 2))
                .isEqualTo(Math.max(beyond, LAW.cost(50, 60_000, 1)) + 100);
    }

    @Test
    void levelsThatComeBackAreRefused() {
        assertThatThrownBy(() ->
                        new OrderBook(
                                100,
                                List.of(new OrderBook.Level(99, 1), new OrderBook.Level(99.5, 1))))
                .hasMessage("levels must go away from the mid price, 99.5 came after 99.0");
    }
}
