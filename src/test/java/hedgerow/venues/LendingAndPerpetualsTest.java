package hedgerow.venues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hedgerow.margin.Health;
import hedgerow.portfolio.RefusedException;
import hedgerow.store.ModelStore;
import org.junit.jupiter.api.Test;

/// Venues that lend against collateral, and venues of perpetuals alone: the examples that they
/// document, and arithmetic by hand where they document none.
class LendingAndPerpetualsTest {
    private static final double CENT = 0.005;

    private static Health.Standing standing(CaseBook.Said said, String model) {
        return ModelStore.packaged()
                .find(model)
                .orElseThrow()
                .model()
                .collateral()
                .health()
                .orElseThrow()
                .of(said.equity(), said.margin().maintenance());
    }

    private static CaseBook.Quotes coin(String id, double spot) {
        return new CaseBook.Quotes(id, spot, 1).perpetual(spot, 1);
    }

    /// The test of the venue's own contracts: 3,000 and 2,000 for two positions, and 1,500 for
    /// having them.
    @Test
    void synthetixAsksForMoreTheLargerThePosition() {
        CaseBook book = new CaseBook();
        book.add(coin("BTC", 30_000));
        book.add(coin("ETH", 2_000));
        book.holdPerpetuals("BTC", -2);
        book.holdPerpetuals("ETH", 20);
        CaseBook.Said said = book.underFile("synthetix-perps");
        assertThat(said.part("size rate", "BTC").initial()).isCloseTo(3_000 + 1_000, within(CENT));
        assertThat(said.part("size rate", "ETH").initial()).isCloseTo(2_000 + 500, within(CENT));
        assertThat(said.margin().initial()).isCloseTo(6_500, within(CENT));
        assertThat(said.margin().maintenance()).isCloseTo(4_000, within(CENT));
    }

    /// The venue's own example: 10,000 HYPE at 40 borrow 200,000, and can be liquidated at three
    /// quarters of their value.
    @Test
    void hyperliquidLendsHalfAndLiquidatesAboveThreeQuarters() {
        CaseBook book = new CaseBook();
        book.post("HYPE", 10_000, 40, 1);
        CaseBook.Said said = book.underFile("hyperliquid-pm");
        assertThat(said.netInitial()).isCloseTo(200_000, within(CENT));
        assertThat(said.equity().maintenanceTotal()).isCloseTo(0.75 * 400_000, within(CENT));
        book.post(CaseBook.CURRENCY, -200_000);
        CaseBook.Said borrowed = book.underFile("hyperliquid-pm");
        Health.Standing standing = standing(borrowed, "hyperliquid-pm");
        assertThat(standing.ratio().orElseThrow()).isCloseTo(200_020 / 300_000.0, within(1e-12));
        assertThat(standing.isHealthy()).isTrue();
    }

    @Test
    void hyperliquidMayLiquidateAboveItsLimit() {
        CaseBook book = new CaseBook();
        book.post("HYPE", 10_000, 26, 1);
        book.post(CaseBook.CURRENCY, -200_000);
        CaseBook.Said said = book.underFile("hyperliquid-pm");
        Health.Standing standing = standing(said, "hyperliquid-pm");
        assertThat(standing.ratio().orElseThrow()).isCloseTo(200_020 / 195_000.0, within(1e-12));
        assertThat(standing.isHealthy()).isFalse();
    }

    /// 10 WETH at 3,000 with a threshold of 82.5 %, against 20,000 DAI.
    @Test
    void aaveWeighsCollateralByItsThreshold() {
        CaseBook book = new CaseBook();
        book.post("WETH", 10, 3_000, 1);
        book.post("DAI", -20_000, 1, 1);
        CaseBook.Said said = book.underFile("aave-health");
        assertThat(said.netInitial()).isCloseTo(24_000 - 20_000, within(CENT));
        Health.Standing standing = standing(said, "aave-health");
        assertThat(standing.ratio().orElseThrow()).isCloseTo(24_750 / 20_000.0, within(1e-12));
        assertThat(standing.isHealthy()).isTrue();
    }

    /// While only stablecoins are owed, stablecoins count for 97 and 97.5 % instead of 80 and 85 %.
    @Test
    void aaveLendsMoreInsideACategory() {
        CaseBook book = new CaseBook();
        book.post("USDC", 10_000);
        book.post("DAI", -9_000, 1, 1);
        CaseBook.Said inside = book.underFile("aave-health");
        assertThat(inside.netInitial()).isCloseTo(9_700 - 9_000, within(CENT));
        assertThat(standing(inside, "aave-health").ratio().orElseThrow())
                .isCloseTo(9_750 / 9_000.0, within(1e-12));
        book.post("WETH", -0.001, 3_000, 1);
        CaseBook.Said outside = book.underFile("aave-health");
        assertThat(outside.netInitial()).isCloseTo(8_000 - 9_003, within(CENT));
        assertThat(standing(outside, "aave-health").isHealthy()).isFalse();
    }

    @Test
    void whereNothingIsOwedThereIsNoRatio() {
        CaseBook book = new CaseBook();
        book.post("WETH", 10, 3_000, 1);
        Health.Standing standing = standing(book.underFile("aave-health"), "aave-health");
        assertThat(standing.ratio()).isEmpty();
        assertThat(standing.isHealthy()).isTrue();
    }

    @Test
    void dydxAsksForFivePercentAndKeepsThree() {
        CaseBook book = new CaseBook();
        book.add(coin("BTC", 60_000));
        book.holdPerpetuals("BTC", -2);
        CaseBook.Said said = book.underFile("dydx-perps");
        assertThat(said.margin().initial()).isCloseTo(6_000, within(CENT));
        assertThat(said.margin().maintenance()).isCloseTo(3_600, within(CENT));
    }

    /// Half-way between 20 and 50 million the rate is half-way between 10 % and all.
    @Test
    void theRateGrowsWithOpenInterest() {
        CaseBook book = new CaseBook();
        book.add(coin("SOL", 100).openInterest(350_000));
        book.holdPerpetuals("SOL", 10);
        CaseBook.Said said = book.under(smallTier());
        assertThat(said.margin().initial()).isCloseTo(1_000 * 0.55, within(1e-9));
        assertThat(said.margin().maintenance()).isCloseTo(1_000 * 0.05, within(1e-9));
    }

    @Test
    void theRateIsAtMostAllOfTheNotional() {
        CaseBook book = new CaseBook();
        book.add(coin("SOL", 100).openInterest(9e9));
        book.holdPerpetuals("SOL", 10);
        assertThat(book.under(smallTier()).margin().initial()).isEqualTo(1_000);
    }

    @Test
    void anOpenInterestThatIsNeededAndNotQuotedIsRefused() {
        CaseBook book = new CaseBook();
        book.add(coin("SOL", 100));
        book.holdPerpetuals("SOL", 10);
        assertThatThrownBy(() -> book.under(smallTier()))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("openInterest of SOL is not given");
    }

    private static String smallTier() {
        return """
        charges:
          - openInterestRate:
              of: { SOL: { base: 0.10, maintenanceFraction: 0.5, lower: 20e6, upper: 50e6 } }
            as: inside
        factors: { initial: 1, maintenance: 1 }
        collateral: { stablecoins: [USDC], optionValueCounts: false }
        """;
    }
}
