package hedgerow.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hedgerow.margin.HistoryModel.Mix;
import hedgerow.portfolio.Contract;
import hedgerow.portfolio.Perpetual;
import hedgerow.portfolio.Portfolio;
import hedgerow.portfolio.Position;
import hedgerow.pricing.RiskArrays;
import hedgerow.scenario.FilteredHistory;
import hedgerow.scenario.FilteredHistory.Day;
import hedgerow.scenario.Scenario;
import hedgerow.scenario.ScenarioGrid;
import hedgerow.scenario.VolShock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/// Filtered days of the past, and the margin that is read from them.
class HistoryModelTest {
    private static FilteredHistory history(double lambda, double floor, double... returns) {
        List<Day> days = DoubleStream.of(returns).mapToObj(r -> new Day(r, 0)).toList();
        return new FilteredHistory(days, lambda, returns.length, floor);
    }

    @Test
    void daysOfOneVolatilityStayAsTheyWere() {
        List<Scenario> scenarios = history(0.9, 0, 0.02, -0.02, -0.02, 0.02).scenarios();
        for (int t = 0; t < 4; t++) {
            double expected = StrictMath.expm1(t == 0 || t == 3 ? 0.02 : -0.02);
            assertThat(scenarios.get(t).spotMove()).isCloseTo(expected, within(1e-15));
        }
    }

    /// By hand: variances 0.00025 (mean of 0.0001 and 0.0004), then 0.5 * that + 0.5 * 0.0001 =
    /// 0.000175, then 0.5 * that + 0.5 * 0.0004 = 0.0002875.
    @Test
    void returnsAreScaledToTheVolatilityOfToday() {
        List<Scenario> scenarios = history(0.5, 0, 0.01, 0.02).scenarios();
        assertThat(scenarios.get(0).spotMove())
                .isCloseTo(Math.expm1(0.01 * Math.sqrt(0.0002875 / 0.00025)), within(1e-14));
        assertThat(scenarios.get(1).spotMove())
                .isCloseTo(Math.expm1(0.02 * Math.sqrt(0.0002875 / 0.000175)), within(1e-14));
    }

    @Test
    void aQuietTodayIsKeptAtTheFloor() {
        double quiet =
                history(0.5, 0, 0.04, 0.001, 0.001, 0.001, 0.001).scenarios().getLast().spotMove();
        double floored =
                history(0.5, 1, 0.04, 0.001, 0.001, 0.001, 0.001).scenarios().getLast().spotMove();
        assertThat(floored).isGreaterThan(2 * quiet);
    }

    @Test
    void whatCannotBeFilteredIsRefused() {
        assertThatThrownBy(() -> history(1, 0, 0.1)).hasMessage("lambda must be below 1, was 1.0");
        assertThatThrownBy(() -> history(0.9, 0, 0.0))
                .hasMessage("the first 1 days must not all be still");
    }

    /// Ten days that lose 1 to 10, two stresses that lose 40 and gain 40; one contract of delta 3
    /// at a spot of 100.
    @Test
    void quantileStressLiquidityAndConcentrationAdd() {
        double[] pnl = {-3, -10, -1, -2, -4, -6, -5, -8, -7, -9, -40, 40};
        Perpetual held = new Perpetual("BTC", Contract.LINEAR);
        RiskArrays arrays =
                RiskArrays.of(
                        List.of(new RiskArrays.Row(held, pnl, 0, 3)),
                        Map.of("BTC", 100.0),
                        DoubleStream.generate(() -> 1).limit(12).toArray());
        List<Scenario> scenarios = new ArrayList<>();
        for (int s = 0; s < 12; s++) scenarios.add(Scenario.of(0.001 * s, VolShock.NONE));
        HistoryModel model =
                new HistoryModel(
                        new ModelInfo("h", "1", "h", ModelInfo.Status.OWN, List.of(), "-"),
                        new ScenarioGrid(scenarios),
                        10,
                        new Mix(0.8, 0.75, 0.01, 200, 0.1),
                        new HistoryModel.Factors(2, 1),
                        new CollateralRule(Set.of("USD"), Map.of(), true));
        Margin margin = model.margin(arrays, Portfolio.of(List.of(new Position(held, 1))));
        // The third largest of ten losses is 8; delta is worth 300
        double expected = 0.75 * 8 + 0.25 * 40 + 3 + 10;
        assertThat(margin.maintenance()).isCloseTo(expected, within(1e-12));
        assertThat(margin.initial()).isCloseTo(2 * expected, within(1e-12));
        assertThat(margin.groups().getFirst().components())
                .extracting(Margin.Component::name)
                .containsExactly("historical risk", "stress risk", "liquidity", "concentration");
        Margin sold = model.margin(arrays, Portfolio.of(List.of(new Position(held, -1))));
        assertThat(sold.maintenance()).isCloseTo(0.25 * 40 + 13, within(1e-12));
    }
}
