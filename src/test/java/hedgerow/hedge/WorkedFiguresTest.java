package hedgerow.hedge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hedgerow.margin.Charge;
import hedgerow.margin.CollateralRule;
import hedgerow.margin.Margin;
import hedgerow.margin.ModelInfo;
import hedgerow.margin.ScanModel;
import hedgerow.market.ForwardCurve;
import hedgerow.market.Listings;
import hedgerow.market.Market;
import hedgerow.market.Reference;
import hedgerow.market.Underlying;
import hedgerow.market.VolSurface;
import hedgerow.portfolio.Contract;
import hedgerow.portfolio.Option;
import hedgerow.portfolio.OptionRight;
import hedgerow.portfolio.Perpetual;
import hedgerow.portfolio.Portfolio;
import hedgerow.portfolio.Position;
import hedgerow.pricing.Revaluation;
import hedgerow.pricing.RiskArrays;
import hedgerow.scenario.Scenario;
import hedgerow.scenario.ScenarioGrid;
import hedgerow.scenario.TenorScale;
import hedgerow.scenario.VolShock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Worked figures of a market without skew: spot and forward 60,000, vol 60 %, 30 days, rate zero.
class WorkedFiguresTest {
    private static final Instant NOW = Instant.parse("2026-01-01T08:00:00Z");
    private static final Instant EXPIRY = NOW.plus(Duration.ofDays(30));
    private static final Market MARKET =
            Market.of(
                    NOW,
                    List.of(
                            new Underlying(
                                    "BTC",
                                    "USD",
                                    Reference.of(60_000, 0),
                                    ForwardCurve.NONE,
                                    new VolSurface.Flat(0.60),
                                    Listings.NONE)));

    private static ScanModel grid(boolean tail) {
        TenorScale tenor = new TenorScale(30, 0.30, 0.13, 1);
        VolShock up = new VolShock.Relative(0.5, tenor, 0.5);
        VolShock down = new VolShock.Relative(-0.25, tenor, 0);
        List<Scenario> scenarios = new ArrayList<>();
        for (int k = -4; k <= 4; k++) {
            for (VolShock shock : List.of(up, VolShock.NONE, down)) {
                scenarios.add(Scenario.of(0.16 * (k / 4.0), shock));
            }
        }
        if (tail) {
            double[][] far = {
                {-0.66, 0.24},
                {-0.33, 0.48},
                {0.5, 0.32},
                {1, 0.16},
                {2, 0.08},
                {3, 0.0533},
                {4, 0.04},
                {5, 0.032}
            };
            for (double[] move : far) scenarios.add(new Scenario(move[0], up, move[1]));
        }
        return new ScanModel(
                new ModelInfo("grid", "1", "grid", ModelInfo.Status.OWN, List.of(), ""),
                new ScenarioGrid(scenarios),
                List.<Charge.Placed>of(),
                new ScanModel.Factors(1, 0.8),
                0,
                new CollateralRule(Set.of("USD"), Map.of(), false));
    }

    private static Position option(OptionRight right, double strike, double quantity) {
        return new Position(
                new Option("BTC", right, strike, EXPIRY, Option.Style.EUROPEAN, Contract.LINEAR),
                quantity);
    }

    private static Position perpetual(double quantity) {
        return new Position(new Perpetual("BTC", Contract.LINEAR), quantity);
    }

    private static RiskArrays arrays(ScanModel model, List<Position> positions) {
        return Revaluation.of(MARKET, model.grid(), 0, "USD")
                .arrays(Portfolio.of(positions).instruments());
    }

    private static Margin margin(ScanModel model, Position... positions) {
        List<Position> list = List.of(positions);
        return model.margin(arrays(model, list), Portfolio.of(list));
    }

    @Test
    void shortCallsHedgedWithPerpetuals() {
        ScanModel model = grid(true);
        Portfolio calls = Portfolio.of(List.of(option(OptionRight.CALL, 60_000, -10)));
        List<Position> hedge = List.of(perpetual(5));
        RiskArrays arrays = arrays(model, calls.with(hedge).positions());
        MarginOffset offset = MarginOffset.of(model, arrays, calls, hedge);
        assertThat(offset.before().initial()).isCloseTo(94_684.04, within(0.005));
        assertThat(offset.hedgeAlone().initial()).isCloseTo(48_000.00, within(0.005));
        assertThat(offset.after().initial()).isCloseTo(46_684.04, within(0.005));
        assertThat(offset.after().maintenance()).isCloseTo(37_347.23, within(0.005));
        assertThat(offset.saved()).isCloseTo(48_000.00, within(0.005));
        assertThat(offset.savedFraction().orElseThrow()).isCloseTo(0.5069, within(0.00005));
        assertThat(offset.offset()).isCloseTo(96_000.00, within(0.005));
    }

    @Test
    void gridWithoutTailIsSmaller() {
        assertThat(margin(grid(false), option(OptionRight.CALL, 60_000, -10)).initial())
                .isCloseTo(84_021.69, within(0.005));
    }

    @Test
    void callSpreadWithPerpetuals() {
        Margin margin =
                margin(
                        grid(true),
                        option(OptionRight.CALL, 60_000, -10),
                        option(OptionRight.CALL, 69_000, 10),
                        perpetual(2));
        assertThat(margin.initial()).isCloseTo(15_104.74, within(0.005));
        assertThat(margin.binding().orElseThrow().scenario().spotMove()).isEqualTo(0.16);
        assertThat(margin.binding().orElseThrow().scenario().volShock().size()).isEqualTo(-0.25);
        double[][] expected = {
            {60_042.11, -16_894.62}, {-25_737.37, -60_379.30}, {-19_200.00, -19_200.00}
        };
        for (int i = 0; i < 3; i++) {
            Margin.Contribution c = margin.contributions().get(i);
            assertThat(c.contribution()).as("leg %d", i).isCloseTo(expected[i][0], within(0.005));
            assertThat(c.incremental()).as("leg %d", i).isCloseTo(expected[i][1], within(0.005));
        }
    }

    @Test
    void protectionOfALongPerpetual() {
        ScanModel model = grid(true);
        assertThat(margin(model, perpetual(10), option(OptionRight.PUT, 54_000, 10)).initial())
                .isCloseTo(63_558.65, within(0.005));
        assertThat(
                        margin(
                                        model,
                                        perpetual(10),
                                        option(OptionRight.PUT, 54_000, 10),
                                        option(OptionRight.CALL, 66_000, -10))
                                .initial())
                .isCloseTo(44_430.69, within(0.005));
        assertThat(
                        margin(
                                        model,
                                        perpetual(10),
                                        option(OptionRight.PUT, 54_000, 10),
                                        option(OptionRight.PUT, 48_000, -10))
                                .initial())
                .isCloseTo(83_505.74, within(0.005));
    }
}
