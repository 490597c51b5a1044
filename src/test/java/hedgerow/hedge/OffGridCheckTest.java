package hedgerow.hedge;

import static hedgerow.TestMarkets.option;
import static hedgerow.TestMarkets.perpetual;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hedgerow.TestMarkets;
import hedgerow.margin.CollateralRule;
import hedgerow.margin.Margin;
import hedgerow.margin.ModelInfo;
import hedgerow.margin.ScanModel;
import hedgerow.market.ForwardCurve;
import hedgerow.market.Listings;
import hedgerow.market.Market;
import hedgerow.market.PublishedArray;
import hedgerow.market.Reference;
import hedgerow.market.Underlying;
import hedgerow.market.VolSurface;
import hedgerow.portfolio.ListedContract;
import hedgerow.portfolio.OptionRight;
import hedgerow.portfolio.Portfolio;
import hedgerow.portfolio.Position;
import hedgerow.pricing.Revaluation;
import hedgerow.scenario.Scenario;
import hedgerow.scenario.ScenarioGrid;
import hedgerow.scenario.TenorScale;
import hedgerow.scenario.VolShock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OffGridCheckTest {
    private static final ScanModel MODEL = model();

    private static ScanModel model() {
        TenorScale tenor = new TenorScale(30, 0.30, 0.13, 1);
        List<Scenario> scenarios = new ArrayList<>();
        for (int k = -4; k <= 4; k++) {
            scenarios.add(Scenario.of(0.04 * k, new VolShock.Relative(0.5, tenor, 0.5)));
            scenarios.add(Scenario.of(0.04 * k, VolShock.NONE));
            scenarios.add(Scenario.of(0.04 * k, new VolShock.Relative(-0.25, tenor, 0)));
        }
        return new ScanModel(
                new ModelInfo("m", "1", "m", ModelInfo.Status.OWN, List.of(), ""),
                new ScenarioGrid(scenarios),
                List.of(),
                new ScanModel.Factors(1, 1),
                0,
                new CollateralRule(Set.of(), Map.of(), false));
    }

    private static List<OffGridCheck> check(Portfolio portfolio) {
        Margin margin =
                MODEL.margin(
                        Revaluation.of(TestMarkets.flat(), MODEL.grid(), 0, "USD")
                                .arrays(portfolio.instruments()),
                        portfolio);
        return OffGridCheck.of(TestMarkets.flat(), MODEL, portfolio, margin);
    }

    /// A butterfly with a day to go whose loss stands between grid points: the grid sees 158 where
    /// 16,437 can be lost inside its range.
    @Test
    void butterflyBetweenGridPointsIsSeen() {
        Portfolio butterfly =
                Portfolio.of(
                        List.of(
                                new Position(option(OptionRight.CALL, 60_600, 1), -100),
                                new Position(option(OptionRight.CALL, 61_200, 1), 200),
                                new Position(option(OptionRight.CALL, 61_800, 1), -100)));
        OffGridCheck check = check(butterfly).getFirst();
        assertThat(check.worstLoss()).isCloseTo(16_437, within(1.0));
        assertThat(check.worstLoss() / check.ratio().orElseThrow()).isCloseTo(158, within(1.0));
        assertThat(check.warns()).isTrue();
    }

    @Test
    void straightBookHasNoWarning() {
        OffGridCheck check = check(Portfolio.of(List.of(new Position(perpetual(), 5)))).getFirst();
        assertThat(check.ratio().orElseThrow()).isCloseTo(1, within(1e-12));
        assertThat(check.warns()).isFalse();
    }

    /// Arrays of a clearing house say nothing between their scenarios.
    @Test
    void publishedArraysAreLeftOut() {
        PublishedArray array = new PublishedArray(new double[MODEL.grid().size()], 0, 0);
        Underlying underlying =
                new Underlying(
                        "SP",
                        "USD",
                        Reference.of(100, 0),
                        ForwardCurve.NONE,
                        VolSurface.NONE,
                        new Listings(Map.of(), Map.of("FUT", array)));
        Market market = Market.of(TestMarkets.NOW, List.of(underlying));
        Portfolio portfolio =
                Portfolio.of(List.of(new Position(new ListedContract("SP", "FUT"), 1)));
        Margin margin =
                MODEL.margin(
                        Revaluation.of(market, MODEL.grid(), 0, "USD")
                                .arrays(portfolio.instruments()),
                        portfolio);
        assertThat(OffGridCheck.of(market, MODEL, portfolio, margin)).isEmpty();
    }

    @Test
    void checkIsNeverBelowTheGridsOwnWorst() {
        Portfolio strangle =
                Portfolio.of(
                        List.of(
                                new Position(option(OptionRight.CALL, 66_000, 30), -3),
                                new Position(option(OptionRight.PUT, 54_000, 30), -3)));
        assertThat(check(strangle).getFirst().ratio().orElseThrow()).isGreaterThanOrEqualTo(1);
    }

    @Test
    void bookThatLosesNothingHasNoRatio() {
        OffGridCheck check = check(Portfolio.of(List.of(new Position(perpetual(), 0)))).getFirst();
        assertThat(check.ratio()).isEmpty();
        assertThat(check.warns()).isFalse();
    }
}
