package hedgerow.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hedgerow.TestMarkets;
import hedgerow.margin.Charge.Placement;
import hedgerow.market.Market;
import hedgerow.portfolio.Contract;
import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.Option;
import hedgerow.portfolio.OptionRight;
import hedgerow.portfolio.Order;
import hedgerow.portfolio.Perpetual;
import hedgerow.portfolio.Portfolio;
import hedgerow.portfolio.Position;
import hedgerow.portfolio.RefusedException;
import hedgerow.pricing.Revaluation;
import hedgerow.pricing.RiskArrays;
import hedgerow.risk.MarketImpact;
import hedgerow.scenario.Scenario;
import hedgerow.scenario.ScenarioGrid;
import hedgerow.scenario.VolShock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class LiquidityTest {
    private static final Perpetual PERPETUAL = TestMarkets.perpetual();
    private static final Option CALL = TestMarkets.option(OptionRight.CALL, 60_000, 30);
    private static final ScenarioGrid STILL =
            new ScenarioGrid(List.of(Scenario.of(0, VolShock.NONE)));
    private static final Liquidity PLAIN = liquidity(0, new Liquidity.Concentration(0, 0));

    private static Liquidity liquidity(double halfSpread, Liquidity.Concentration concentration) {
        Map<String, MarketImpact> markets =
                Map.of("BTC", new MarketImpact(1, 0.60 / Math.sqrt(365), 20_000, 0));
        return new Liquidity(markets, 1, halfSpread, concentration);
    }

    private static Margin margin(Liquidity liquidity, Portfolio portfolio) {
        ScanModel model =
                new ScanModel(
                        new ModelInfo("m", "1", "m", ModelInfo.Status.OWN, List.of(), ""),
                        STILL,
                        List.of(new Charge.Placed(liquidity, Placement.OUTSIDE)),
                        new ScanModel.Factors(1, 0.8),
                        0,
                        new CollateralRule(Set.of(), Map.of(), false));
        List<Instrument> instruments = List.of(PERPETUAL, CALL);
        RiskArrays arrays = Revaluation.of(TestMarkets.flat(), STILL, 0, "USD").arrays(instruments);
        return model.margin(arrays, portfolio);
    }

    private static Portfolio perpetuals(double quantity) {
        return Portfolio.of(List.of(new Position(PERPETUAL, quantity)));
    }

    /// The worked costs at the peak: a day's volume of 20,000, vol 60 %.
    @Test
    void gettingOutCostsWhatTheLawSays() {
        assertThat(margin(PLAIN, perpetuals(25)).initial()).isCloseTo(1_665.52, within(5e-3));
        assertThat(margin(PLAIN, perpetuals(-100)).initial()).isCloseTo(13_324, within(0.5));
        assertThat(margin(PLAIN, perpetuals(400)).initial()).isCloseTo(106_594, within(0.5));
        assertThat(margin(PLAIN, perpetuals(400)).maintenance()).isCloseTo(106_594, within(0.5));
        assertThat(margin(PLAIN, perpetuals(0)).initial()).isZero();
    }

    @Test
    void whatHedgesIsGotRidOfTogether() {
        double delta = 0.534_269_703_591_267_6;
        Portfolio hedged =
                Portfolio.of(
                        List.of(new Position(CALL, -100), new Position(PERPETUAL, 100 * delta)));
        assertThat(margin(PLAIN, hedged).initial()).isCloseTo(0, within(1e-6));
    }

    @Test
    void spreadsCountLongAndShort() {
        Liquidity spread = liquidity(0.001, new Liquidity.Concentration(0, 0));
        double delta = 0.534_269_703_591_267_6;
        Portfolio hedged =
                Portfolio.of(
                        List.of(new Position(CALL, -100), new Position(PERPETUAL, 100 * delta)));
        assertThat(margin(spread, hedged).initial()).isCloseTo(100 * 60, within(1e-6));
    }

    @Test
    void whatIsLargeAgainstItsMarketPaysMore() {
        Liquidity large = liquidity(0, new Liquidity.Concentration(0.02, 0.05));
        assertThat(margin(large, perpetuals(400))).isEqualTo(margin(PLAIN, perpetuals(400)));
        assertThat(margin(large, perpetuals(500)).initial())
                .isCloseTo(
                        margin(PLAIN, perpetuals(500)).initial() + 100 * 60_000 * 0.05,
                        within(1e-6));
    }

    @Test
    void anOrderNeverTakesMarginOff() {
        RandomGenerator random = new Random(3);
        for (int trial = 0; trial < 300; trial++) {
            double held = random.nextInt(-50, 51);
            double ordered = random.nextInt(-50, 51);
            Portfolio without = perpetuals(held);
            Portfolio with =
                    new Portfolio(
                            without.positions(),
                            List.of(),
                            List.of(new Order(PERPETUAL, ordered, 60_000)),
                            0);
            Margin margin = margin(PLAIN, with);
            String what = "seed 3, trial %s, held %s, ordered %s".formatted(trial, held, ordered);
            double most = Math.max(Math.abs(held), Math.abs(held + ordered));
            assertThat(margin.initial())
                    .as(what)
                    .isCloseTo(margin(PLAIN, perpetuals(most)).initial(), within(1e-9));
            assertThat(margin.maintenance())
                    .as(what)
                    .isEqualTo(margin(PLAIN, without).maintenance());
        }
    }

    /// Cost per unit grows with size: two halves cost less than the whole.
    @Test
    void splittingNeverCostsMore() {
        RandomGenerator random = new Random(8);
        for (int trial = 0; trial < 300; trial++) {
            double a = random.nextDouble(0, 1_000);
            double b = random.nextDouble(0, 1_000);
            double apart =
                    margin(PLAIN, perpetuals(a)).initial() + margin(PLAIN, perpetuals(b)).initial();
            assertThat(margin(PLAIN, perpetuals(a + b)).initial())
                    .as("seed 8, trial %s, %s and %s", trial, a, b)
                    .isGreaterThanOrEqualTo(apart - 1e-6);
        }
    }

    @Test
    void aMarketWithoutAVolumeIsRefusedByName() {
        Market market = Market.of(TestMarkets.NOW, List.of(TestMarkets.flat("ETH", 3_000, 0.7)));
        RiskArrays arrays =
                Revaluation.of(market, STILL, 0, "USD")
                        .arrays(List.of(new Perpetual("ETH", Contract.LINEAR)));
        assertThatThrownBy(() -> PLAIN.on(arrays, STILL))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("[BTC]");
    }
}
