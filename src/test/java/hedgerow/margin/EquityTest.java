package hedgerow.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hedgerow.market.ForwardCurve;
import hedgerow.market.Listings;
import hedgerow.market.Market;
import hedgerow.market.Reference;
import hedgerow.market.Underlying;
import hedgerow.market.VolSurface;
import hedgerow.portfolio.Collateral;
import hedgerow.portfolio.Contract;
import hedgerow.portfolio.Option;
import hedgerow.portfolio.OptionRight;
import hedgerow.portfolio.Perpetual;
import hedgerow.portfolio.Portfolio;
import hedgerow.portfolio.Position;
import hedgerow.portfolio.Refusal;
import hedgerow.portfolio.RefusedException;
import hedgerow.pricing.Revaluation;
import hedgerow.scenario.ScenarioGrid;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// What an account owns, in dollars and in euros, with and without the value of its options.
class EquityTest {
    private static final Instant NOW = Instant.parse("2026-01-01T08:00:00Z");
    private static final double STABLE = 0.97;
    private static final CollateralRule PLAIN =
            new CollateralRule(Set.of("USD", "USDC"), Map.of("BTC", 0.10, "EUR", 0.02), false);
    private static final CollateralRule WITH_OPTIONS =
            new CollateralRule(
                    PLAIN.stablecoins(), PLAIN.haircuts(), true, CollateralRule.Unsure.NEVER);

    private static Market market() {
        Underlying btc =
                new Underlying(
                        "BTC",
                        "USD",
                        Reference.of(60_000, 0),
                        ForwardCurve.NONE,
                        new VolSurface.Flat(0.60),
                        Listings.NONE);
        return new Market(
                NOW,
                new TreeMap<>(Map.of("BTC", btc)),
                new TreeMap<>(Map.of("EUR/USD", 1.25)),
                STABLE);
    }

    private static Equity equity(CollateralRule rule, String currency, Portfolio portfolio) {
        ScanModel model =
                new ScanModel(
                        new ModelInfo("none", "1", "none", ModelInfo.Status.OWN, List.of(), ""),
                        ScenarioGrid.EMPTY,
                        List.of(),
                        new ScanModel.Factors(1, 1),
                        0,
                        rule);
        var arrays =
                Revaluation.of(market(), model.grid(), 0, currency).arrays(portfolio.instruments());
        return Equity.of(rule, market(), portfolio, arrays);
    }

    private static Portfolio holding(double unrealisedPnl, Collateral... collateral) {
        return new Portfolio(List.of(), List.of(collateral), List.of(), unrealisedPnl);
    }

    private static double counted(String currency, String asset, double quantity) {
        return equity(PLAIN, currency, holding(0, new Collateral(asset, quantity))).total();
    }

    @Test
    void dollarsCountAtParAndStablecoinsAtTheirPrice() {
        assertThat(counted("USD", "USD", 1_000)).isEqualTo(1_000);
        assertThat(counted("USD", "USDC", 1_000)).isEqualTo(970);
    }

    @Test
    void coinsAndCurrenciesCountAtTheirPriceLessAHaircut() {
        assertThat(counted("USD", "BTC", 2)).isCloseTo(108_000, within(1e-9));
        assertThat(counted("USD", "EUR", 100)).isCloseTo(122.5, within(1e-9));
    }

    @Test
    void aHaircutNeverMakesADebtSmaller() {
        assertThat(counted("USD", "BTC", -2)).isEqualTo(-120_000);
        assertThat(counted("USD", "BTC", 2)).isLessThan(-counted("USD", "BTC", -2));
    }

    @Test
    void everyAssetIsConvertedToTheMarginCurrency() {
        assertThat(counted("EUR", "USD", 1_000)).isCloseTo(800, within(1e-9));
        assertThat(counted("EUR", "USDC", 1_000)).isCloseTo(776, within(1e-9));
        assertThat(counted("EUR", "BTC", 1)).isCloseTo(43_200, within(1e-9));
        assertThat(counted("EUR", "EUR", 100)).isCloseTo(98, within(1e-9));
    }

    @Test
    void totalIsTheSumOfItsParts() {
        Equity equity =
                equity(
                        PLAIN,
                        "USD",
                        holding(-250, new Collateral("USD", 1_000), new Collateral("BTC", 1)));
        assertThat(equity.assets())
                .extracting(Equity.Asset::value)
                .containsExactly(1_000., 54_000.);
        assertThat(equity.assets()).extracting(Equity.Asset::haircut).containsExactly(0., 0.1);
        assertThat(equity.total()).isEqualTo(-250 + 1_000 + 54_000);
    }

    @Test
    void optionValueCountsWhereTheModelSaysSo() {
        Option call =
                new Option(
                        "BTC",
                        OptionRight.CALL,
                        60_000,
                        NOW.plus(Duration.ofDays(30)),
                        Option.Style.EUROPEAN,
                        Contract.LINEAR);
        Portfolio portfolio =
                Portfolio.of(
                        List.of(
                                new Position(call, -10),
                                new Position(new Perpetual("BTC", Contract.LINEAR), 5)));
        assertThat(equity(PLAIN, "USD", portfolio).total()).isZero();
        // Source: ten times 4,112.36, a Black-76 call at the money, 60 % and 30 days
        Equity counted = equity(WITH_OPTIONS, "USD", portfolio);
        assertThat(counted.optionValue()).isCloseTo(-41_123.6, within(0.1));
        assertThat(counted.total()).isEqualTo(counted.optionValue());
    }

    @Test
    void everyAssetThatIsNotAcceptedIsRefused() {
        Portfolio portfolio =
                holding(
                        0,
                        new Collateral("DOGE", 1),
                        new Collateral("BTC", 1),
                        new Collateral("X", 1));
        assertThatThrownBy(() -> equity(PLAIN, "USD", portfolio))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> {
                            assertThat(refused.refusals())
                                    .extracting(Refusal::reason)
                                    .containsExactly(
                                            Refusal.Reason.NOT_COVERED, Refusal.Reason.NOT_COVERED);
                            assertThat(refused.refusals().getFirst().detail())
                                    .contains("DOGE", "[BTC, EUR, USD, USDC]");
                        });
    }

    @Test
    void anAssetWithoutAPriceIsRefused() {
        CollateralRule eth = new CollateralRule(Set.of(), Map.of("ETH", 0.1), false);
        assertThatThrownBy(() -> equity(eth, "USD", holding(0, new Collateral("ETH", 1))))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("ETH/USD");
    }
}
