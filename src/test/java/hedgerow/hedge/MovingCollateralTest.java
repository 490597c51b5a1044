package hedgerow.hedge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hedgerow.TestMarkets;
import hedgerow.margin.MarginModel;
import hedgerow.market.Market;
import hedgerow.portfolio.Collateral;
import hedgerow.portfolio.Contract;
import hedgerow.portfolio.Perpetual;
import hedgerow.portfolio.Portfolio;
import hedgerow.portfolio.Position;
import hedgerow.pricing.Revaluation;
import hedgerow.pricing.RiskArrays;
import hedgerow.scenario.MarketShift;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/// Collateral that is quoted under an id of its own and moves with another underlying: wrapped,
/// staked ether at 3,150 beside ether at 3,000, under Derive's PM2, which takes 15.6 % off it.
class MovingCollateralTest {
    private static final double KEPT = 1 - 0.156;
    private static final double PRICE = 3_150;
    private static final MarginModel MODEL = Accounts.model("derive-pm2");
    private static final Market MARKET =
            Market.of(
                    TestMarkets.NOW,
                    List.of(
                            TestMarkets.flat("ETH", 3_000, 0.7),
                            TestMarkets.flat("BTC", 60_000, 0.6),
                            TestMarkets.flat("weETH", PRICE, 0.7)));

    private static MovingAccount account(double staked, double dollars, double perpetuals) {
        return account(MARKET, staked, dollars, perpetuals);
    }

    private static MovingAccount account(
            Market market, double staked, double dollars, double perpetuals) {
        List<Position> positions =
                perpetuals == 0
                        ? List.of()
                        : List.of(new Position(new Perpetual("ETH", Contract.LINEAR), perpetuals));
        List<Collateral> posted =
                List.of(new Collateral("weETH", staked), new Collateral("USD", dollars));
        Portfolio portfolio = new Portfolio(positions, posted, List.of(), 0);
        RiskArrays now =
                Revaluation.of(market, MODEL.grid(), MODEL.valuation(), "USD")
                        .arrays(MODEL.instruments(portfolio));
        return MovingAccount.of(market, MODEL, portfolio, now);
    }

    /// Equity is 0.844 of the collateral less the debt, maintenance margin 0.8 of an 18 % loss on
    /// it: they meet where the collateral is worth 20,000 / (0.844 - 0.144).
    @Test
    void aDebtAgainstStakedEtherIsLiquidatedAsEtherFalls() {
        MovingAccount account = account(10, -20_000, 0);
        LiquidationPrice price =
                LiquidationPrice.of(account, "ETH", new LiquidationPrice.Range(-0.9, 3));
        assertThat(price.roots()).hasSize(1);
        double worth = 20_000 / (KEPT - 0.8 * 0.18);
        assertThat(price.roots().getFirst().price())
                .isCloseTo(3_000 * worth / (10 * PRICE), within(1e-6));
        assertThat(price.roots().getFirst().deficitBelow()).isTrue();
    }

    /// The same where it is quoted as a currency, in dollars or dollars in it.
    @Test
    void anAssetQuotedAsACurrencyMovesToo() {
        for (Map<String, Double> fx :
                List.of(Map.of("weETH/USD", PRICE), Map.of("USD/weETH", 1 / PRICE))) {
            Market market =
                    new Market(
                            TestMarkets.NOW,
                            new TreeMap<>(Map.of("ETH", TestMarkets.flat("ETH", 3_000, 0.7))),
                            new TreeMap<>(fx),
                            1);
            MovingAccount account = account(market, 10, -20_000, 0);
            assertThat(account.at(MarketShift.none("ETH").withSpotMove(-0.25)).equity())
                    .isCloseTo(KEPT * 0.75 * 10 * PRICE - 20_000, within(1e-6));
        }
    }

    @Test
    void whatMovesWithEtherStandsStillWhenBitcoinMoves() {
        MovingAccount account = account(10, -20_000, 0);
        double today = account.at(MarketShift.none("BTC")).equity();
        assertThat(account.at(MarketShift.none("BTC").withSpotMove(-0.5)).equity())
                .isEqualTo(today);
        assertThat(LiquidationPrice.of(account, "BTC", LiquidationPrice.Range.WIDE).roots())
                .isEmpty();
    }

    /// Whatever is posted and held, equity at a move is the collateral less its haircut, the
    /// dollars, and what the perpetuals have gained; and a curve goes through the same points.
    @Test
    void equityMovesWithTheUnderlying() {
        long seed = 31_505;
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int round = 0; round < 50; round++) {
            double staked = random.nextInt(1, 40);
            double dollars = random.nextInt(-60_000, 60_000);
            double perpetuals = random.nextInt(-30, 31);
            double move = random.nextDouble(-0.8, 2);
            MovingAccount account = account(staked, dollars, perpetuals);
            MovingAccount.Standing there = account.at(MarketShift.none("ETH").withSpotMove(move));
            double expected =
                    KEPT * staked * PRICE * (1 + move) + dollars + perpetuals * 3_000 * move;
            assertThat(there.equity())
                    .as(
                            "seed %s, round %s: %s weETH, %s dollars, %s perpetuals, move %s",
                            seed, round, staked, dollars, perpetuals, move)
                    .isCloseTo(expected, within(1e-6));
            assertThat(there.pnl()).isCloseTo(perpetuals * 3_000 * move, within(1e-6));
        }
    }

    /// Staked ether worth as much as the ether that is sold leaves nothing to the scan, at any
    /// price of ether.
    @Test
    void stakedEtherHedgesSoldEtherWhereverEtherGoes() {
        MovingAccount account = account(20 * 3_000 / PRICE, 0, -20);
        for (double move : new double[] {-0.7, -0.2, 0, 0.4, 2}) {
            MovingAccount.Standing there = account.at(MarketShift.none("ETH").withSpotMove(move));
            assertThat(there.maintenance())
                    .as("move %s", move)
                    .isCloseTo(0.03 * 20 * 3_000 * (1 + move), within(1e-6));
        }
    }
}
