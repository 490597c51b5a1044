package hedgerow.hedge;

import static hedgerow.hedge.Accounts.account;
import static hedgerow.hedge.Accounts.model;
import static hedgerow.hedge.Accounts.positions;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hedgerow.TestMarkets;
import hedgerow.hedge.LiquidationPrice.Range;
import hedgerow.hedge.LiquidationPrice.Root;
import hedgerow.margin.Charge;
import hedgerow.margin.CollateralRule;
import hedgerow.margin.DeltaFloor;
import hedgerow.margin.ModelInfo;
import hedgerow.margin.ScanModel;
import hedgerow.market.Market;
import hedgerow.portfolio.Contract;
import hedgerow.portfolio.Perpetual;
import hedgerow.portfolio.Position;
import hedgerow.scenario.MarketShift;
import hedgerow.scenario.ScenarioGrid;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Liquidation prices of whole accounts.
class LiquidationPriceTest {
    private static final Market FLAT = TestMarkets.flat();

    private static LiquidationPrice of(String model, String book, double dollars) {
        return LiquidationPrice.of(
                account(FLAT, model(model), positions(book), dollars), "BTC", Range.WIDE);
    }

    @Test
    void hedgedCallsAreLiquidatedOnBothSides() {
        LiquidationPrice price = of("crypto-grid", "-10 C60000, 5 perpetual", 120_000);
        assertThat(price.now().excess()).isCloseTo(82_652.77, within(0.005));
        assertThat(price.roots()).hasSize(2);
        Root below = price.below().orElseThrow();
        Root above = price.above().orElseThrow();
        assertThat(below.price()).isCloseTo(31_857.00, within(0.005));
        assertThat(above.price()).isCloseTo(81_250.93, within(0.005));
        assertThat(below.deficitBelow()).isTrue();
        assertThat(above.deficitBelow()).isFalse();
        // ln(31,857 / 60,000) over 60 % a year, in days
        assertThat(below.sigmas().orElseThrow())
                .isCloseTo(Math.log(31_857.00 / 60_000) / (0.6 / Math.sqrt(365)), within(1e-5));
    }

    /// Equity 5, one contract long at 100 with a maintenance of 0.4 % of its price, and 4 for
    /// another position: 5 + P - 100 = 0.004 P + 4 at 99 / 0.996. Source: TorchTrade, issue 344,
    /// where an estimate that ignored the other position gave 95.40.
    @Test
    void theOtherPositionsCount() {
        ScanModel model =
                new ScanModel(
                        new ModelInfo("rate", "1", "rate", ModelInfo.Status.OWN, List.of(), ""),
                        ScenarioGrid.EMPTY,
                        List.of(
                                new Charge.Placed(
                                        new DeltaFloor(0.004, 0.004), Charge.Placement.FLOOR)),
                        new ScanModel.Factors(1, 1),
                        0,
                        new CollateralRule(Set.of("USD"), Map.of(), false));
        Market market =
                Market.of(
                        TestMarkets.NOW,
                        List.of(
                                TestMarkets.flat("A", 100, 0.5),
                                TestMarkets.flat("B", 1_000, 0.5)));
        List<Position> held =
                List.of(
                        new Position(new Perpetual("A", Contract.LINEAR), 1),
                        new Position(new Perpetual("B", Contract.LINEAR), 1));
        LiquidationPrice price =
                LiquidationPrice.of(account(market, model, held, 5), "A", Range.WIDE);
        assertThat(price.roots()).hasSize(1);
        assertThat(price.roots().getFirst().price()).isCloseTo(99 / 0.996, within(1e-9));
    }

    @Test
    void anAccountThatOwnsEnoughIsNeverLiquidated() {
        LiquidationPrice price = of("crypto-grid", "1 perpetual", 1_000_000);
        assertThat(price.roots()).isEmpty();
        assertThat(price.below()).isEmpty();
        assertThat(price.above()).isEmpty();
    }

    /// A short butterfly falls short around its middle strike and nowhere else.
    @Test
    void aShortfallMayLieBetweenTwoPrices() {
        LiquidationPrice price =
                of("crypto-grid", "-40 C80000@7, 80 C90000@7, -40 C100000@7", 160_000);
        assertThat(price.now().excess()).isPositive();
        assertThat(price.roots().size()).as("%s", price).isGreaterThanOrEqualTo(2);
        for (int i = 1; i < price.roots().size(); i++) {
            assertThat(price.roots().get(i).deficitBelow())
                    .as("%s", price.roots())
                    .isNotEqualTo(price.roots().get(i - 1).deficitBelow());
        }
    }

    /// At each root the account, revalued from the start, has no excess.
    @Test
    void excessIsZeroAtEachRoot() {
        MovingAccount account =
                account(FLAT, model("crypto-grid"), positions("-10 C60000, 5 perpetual"), 120_000);
        for (Root root : LiquidationPrice.of(account, "BTC", Range.WIDE).roots()) {
            MarketShift there = MarketShift.none("BTC").withSpotMove(root.move());
            assertThat(account.at(there).excess()).as("%s", root).isCloseTo(0, within(1e-5));
        }
    }

    @Test
    void aLongPositionOfItsOwnHasAClosedForm() {
        // 100,000 + 10 (P - 60,000) = 0.8 * 0.16 * 10 P
        LiquidationPrice price = of("crypto-grid", "10 perpetual", 100_000);
        assertThat(price.roots()).hasSize(1);
        assertThat(price.roots().getFirst().price())
                .isCloseTo((600_000 - 100_000) / (10 * (1 - 0.128)), within(1e-6));
    }
}
