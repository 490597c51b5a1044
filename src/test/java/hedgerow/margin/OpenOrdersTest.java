package hedgerow.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hedgerow.portfolio.Contract;
import hedgerow.portfolio.Order;
import hedgerow.portfolio.Perpetual;
import hedgerow.portfolio.Portfolio;
import hedgerow.portfolio.Position;
import hedgerow.portfolio.Spot;
import hedgerow.pricing.RiskArrays;
import hedgerow.scenario.Scenario;
import hedgerow.scenario.ScenarioGrid;
import hedgerow.scenario.VolShock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Open orders count at their worst, and are reported in the order in which they were sent.
class OpenOrdersTest {
    private static final Perpetual PERPETUAL = new Perpetual("BTC", Contract.LINEAR);
    private static final Spot SPOT = Spot.of("BTC");
    private static final ScanModel MODEL =
            new ScanModel(
                    new ModelInfo("two", "1", "two", ModelInfo.Status.OWN, List.of(), ""),
                    new ScenarioGrid(
                            List.of(
                                    Scenario.of(0.10, VolShock.NONE),
                                    Scenario.of(-0.10, VolShock.NONE))),
                    List.of(),
                    new ScanModel.Factors(1, 1),
                    0,
                    new CollateralRule(Set.of(), Map.of(), false));

    /// Prices are 100; a move of 10 % is 10 either way. Limits at 0 leave an edge of 0 here, since
    /// rows written by hand have no price.
    private static final RiskArrays ARRAYS =
            RiskArrays.of(
                    List.of(
                            new RiskArrays.Row(SPOT, new double[] {10, -10}, 100, 1),
                            new RiskArrays.Row(PERPETUAL, new double[] {10, -10}, 0, 1)),
                    Map.of("BTC", 100.0),
                    1,
                    1);

    private static Margin margin(double held, Order... orders) {
        Portfolio portfolio =
                new Portfolio(
                        List.of(new Position(PERPETUAL, held)), List.of(), List.of(orders), 0);
        return MODEL.margin(ARRAYS, portfolio);
    }

    @Test
    void contributionsStandInTheOrderInWhichOrdersWereSent() {
        Margin margin =
                margin(
                        5,
                        new Order(PERPETUAL, 3, 0),
                        new Order(SPOT, 7, 0),
                        new Order(PERPETUAL, -2, 0),
                        new Order(SPOT, 1, 0));
        assertThat(margin.binding().orElseThrow().index()).isEqualTo(1);
        assertThat(margin.orderContributions()).containsExactly(30., 70., 0., 10.);
    }

    @Test
    void contributionsOfPositionsAndOrdersSumToTheScan() {
        Margin margin = margin(-5, new Order(PERPETUAL, -3, 0), new Order(SPOT, 4, 0));
        double sum =
                margin.contributions().stream().mapToDouble(Margin.Contribution::contribution).sum()
                        + margin.orderContributions().stream().mapToDouble(d -> d).sum();
        assertThat(sum).isCloseTo(margin.binding().orElseThrow().loss(), within(0.0));
        assertThat(margin.initial()).isEqualTo(80);
        assertThat(margin.maintenance()).isEqualTo(50);
    }

    @Test
    void anOrderNeverHelps() {
        double alone = margin(5).initial();
        for (double quantity : new double[] {-20, -5, -1, 1, 5}) {
            Margin with = margin(5, new Order(PERPETUAL, quantity, 0));
            assertThat(with.initial()).as("order of %s", quantity).isGreaterThanOrEqualTo(alone);
            assertThat(with.maintenance()).as("order of %s", quantity).isEqualTo(alone);
        }
    }
}
