package hedgerow.hedge;

import static hedgerow.hedge.Accounts.account;
import static hedgerow.hedge.Accounts.model;
import static hedgerow.hedge.Accounts.positions;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hedgerow.TestMarkets;
import hedgerow.hedge.CurveAxis.Over;
import hedgerow.hedge.CurveAxis.VolMeasure;
import hedgerow.hedge.MarginCurve.Mark;
import hedgerow.hedge.MarginCurve.Point;
import hedgerow.hedge.MovingAccount.Standing;
import hedgerow.margin.MarginModel;
import hedgerow.market.Market;
import hedgerow.portfolio.Contract;
import hedgerow.portfolio.Future;
import hedgerow.portfolio.Perpetual;
import hedgerow.portfolio.Position;
import hedgerow.portfolio.RefusedException;
import hedgerow.portfolio.VarianceSwap;
import hedgerow.scenario.MarketShift;
import hedgerow.scenario.VolShock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Margin and profit of accounts in moved markets.
class MarginCurveTest {
    private static final Market FLAT = TestMarkets.flat();
    private static final MarginModel GRID = model("crypto-grid");
    private static final MarketShift NONE = MarketShift.none("BTC");

    private static Standing at(String book, MarketShift shift) {
        return account(FLAT, GRID, positions(book), 120_000).at(shift);
    }

    private static CurveAxis spot(double from, double to, int points, double days) {
        MarketShift fixed = NONE.withPassed(CurveAxis.days(days));
        return new CurveAxis(Over.SPOT, from, to, points, VolMeasure.RELATIVE, fixed);
    }

    private static MarginCurve curve(CurveAxis axis, String book, String hedge) {
        MovingAccount alone = account(FLAT, GRID, positions(book), 0);
        Optional<MovingAccount> hedged =
                hedge.isEmpty()
                        ? Optional.empty()
                        : Optional.of(account(FLAT, GRID, positions(book + ", " + hedge), 0));
        return MarginCurve.of(axis, alone, hedged);
    }

    @ParameterizedTest
    @CsvSource({
        "0, -0.10, 40763",
        "0, -0.05, 43780",
        "0, 0, 46684",
        "0, 0.05, 49477",
        "0, 0.10, 52172",
        "21, -0.10, 41917",
        "21, -0.05, 44315",
        "21, 0, 47279",
        "21, 0.05, 50044",
        "21, 0.10, 52646",
    })
    void marginOverSpotAndTime(double days, double move, double expected) {
        MarketShift shift = NONE.withSpotMove(move).withPassed(CurveAxis.days(days));
        assertThat(at("-10 C60000, 5 perpetual", shift).initial())
                .as("%s days, spot %s", days, move)
                .isCloseTo(expected, within(0.5));
    }

    @Test
    void nothingIsGainedWhereNothingMoves() {
        Standing now = at("-10 C60000, 5 perpetual, 3 P54000", NONE);
        assertThat(now.pnl()).isZero();
        assertThat(now.equity()).isEqualTo(120_000);
        assertThat(now.valuedAt()).isEqualTo(FLAT.asOf());
    }

    /// A moved market and a scenario of a grid are the same thing for what is linear and for
    /// options.
    @ParameterizedTest
    @CsvSource({"-0.16, 0", "0.08, -0.25", "0.16, 0.5", "0, 0.5"})
    void aMoveOfSpotAndVolGainsWhatTheScenarioDoes(double move, double vol) {
        VolShock shock = VolMeasure.RELATIVE.shock(vol);
        String book = "-10 C60000, 5 perpetual, 3 P54000";
        double pnl = at(book, NONE.withSpotMove(move).withVolShock(shock)).pnl();
        hedgerow.scenario.ScenarioGrid grid =
                new hedgerow.scenario.ScenarioGrid(
                        List.of(hedgerow.scenario.Scenario.of(move, shock)));
        var arrays =
                hedgerow.pricing.Revaluation.of(FLAT, grid, 0, "USD")
                        .arrays(positions(book).stream().map(Position::instrument).toList());
        double expected = 0;
        for (Position p : positions(book)) {
            int row = arrays.row(p.instrument()).orElseThrow();
            expected += p.quantity() * arrays.pnl(row, 0);
        }
        assertThat(pnl).as("spot %s vol %s", move, vol).isCloseTo(expected, within(1e-7));
    }

    @Test
    void anExpiredLegSettlesAndCoversNothingAfterwards() {
        MarketShift later = NONE.withSpotMove(0.10).withPassed(Duration.ofDays(30));
        Standing there = at("-10 C60000, 10 perpetual", later);
        double premium = 10 * 4_112.36;
        assertThat(there.pnl()).isCloseTo(10 * 6_000 - 10 * 6_000 + premium, within(0.05));
        assertThat(there.initial()).isCloseTo(0.16 * 10 * 66_000, within(1e-6));
    }

    @Test
    void strikesAndBreakEvensStandInTheCurve() {
        MarginCurve curve = curve(spot(-0.3, 0.3, 7, 30), "10 perpetual", "10 P54000");
        assertThat(curve.breakEvens()).isEmpty();
        assertThat(curve.hedgedBreakEvens()).hasSize(1);
        // the premium of 1,614.94 a put has to be earned
        assertThat(60_000 * (1 + curve.hedgedBreakEvens().getFirst()))
                .isCloseTo(61_614.94, within(0.005));
        List<Point> strikes =
                curve.points().stream().filter(p -> p.marks().contains(Mark.STRIKE)).toList();
        assertThat(strikes).hasSize(1);
        assertThat(strikes.getFirst().place()).isEqualTo(54_000.0 / 60_000 - 1);
        assertThat(strikes.getFirst().hedged().orElseThrow().pnl())
                .isCloseTo(-76_149.41, within(0.005));
        assertThat(curve.points()).hasSize(7 + 2);
        assertThat(curve.points().get(4).marks()).containsExactly(Mark.NOW);
    }

    @Test
    void daysHaveThePointsAtWhichLegsExpire() {
        CurveAxis axis = new CurveAxis(Over.DAYS, 0, 40, 5, VolMeasure.RELATIVE, NONE);
        MarginCurve curve = curve(axis, "-10 C60000", "10 perpetual");
        List<Point> expiries =
                curve.points().stream().filter(p -> p.marks().contains(Mark.EXPIRY)).toList();
        assertThat(expiries).hasSize(1);
        assertThat(expiries.getFirst().place()).isEqualTo(30);
        assertThat(expiries.getFirst().alone().initial()).isZero();
        assertThat(MarginCurve.settlements(axis, account(FLAT, GRID, positions("-10 C60000"), 0)))
                .hasSize(1);
    }

    @Test
    void volMovesAreRelativeOrAbsolute() {
        CurveAxis relative = new CurveAxis(Over.VOL, -0.5, 0.5, 3, VolMeasure.RELATIVE, NONE);
        CurveAxis absolute = new CurveAxis(Over.VOL, -0.3, 0.3, 3, VolMeasure.ABSOLUTE, NONE);
        List<Point> one = curve(relative, "-10 C60000", "").points();
        List<Point> other = curve(absolute, "-10 C60000", "").points();
        for (int i = 0; i < 3; i++) {
            assertThat(one.get(i).alone().pnl())
                    .isCloseTo(other.get(i).alone().pnl(), within(1e-8));
        }
        assertThat(one.get(0).alone().pnl()).isPositive();
        assertThat(one.get(2).alone().pnl()).isNegative();
    }

    /// Contracts worth 1 USD each gain N (1/F0 - 1/F1) coins.
    @Test
    void inverseContractsGainCoinsAtTheMovedPrice() {
        Position inverse = new Position(new Perpetual("BTC", Contract.inverseNotional(1)), 600_000);
        Standing there = account(FLAT, GRID, List.of(inverse), 0).at(NONE.withSpotMove(-0.25));
        double coins = 600_000 * (1 / 60_000.0 - 1 / 45_000.0);
        assertThat(there.pnl()).isCloseTo(coins * 45_000, within(1e-6));
    }

    @Test
    void listedForwardsKeepTheirCarryAndMeetSpot() {
        Market market = Market.of(TestMarkets.NOW, List.of(TestMarkets.smiling()));
        Market later = NONE.withSpotMove(0.1).withPassed(Duration.ofDays(45)).of(market);
        var forwards = later.underlying("BTC").orElseThrow().forwards().listed();
        assertThat(forwards).hasSize(1);
        // 61,200 over 60,000 in 90 days, of which half are left
        assertThat(forwards.get(TestMarkets.in(90)).price())
                .isCloseTo(66_000 * Math.sqrt(61_200.0 / 60_000), within(1e-8));
        Position future = new Position(new Future("BTC", TestMarkets.in(30), Contract.LINEAR), 1);
        Standing settled =
                account(market, GRID, List.of(future), 0)
                        .at(NONE.withSpotMove(0.1).withPassed(Duration.ofDays(30)));
        assertThat(settled.pnl()).isCloseTo(66_000 - 60_300, within(1e-8));
        assertThat(settled.initial()).isZero();
    }

    @Test
    void aSwapOnWhatIsRealisedHasNoCurveOverTime() {
        VarianceSwap swap =
                new VarianceSwap(
                        "BTC",
                        VarianceSwap.Measure.VARIANCE,
                        0.6,
                        new VarianceSwap.Accrual(TestMarkets.NOW, TestMarkets.in(30), 0),
                        1_000);
        MovingAccount account = account(FLAT, GRID, List.of(new Position(swap, 1)), 0);
        assertThat(account.at(NONE.withVolShock(VolMeasure.ABSOLUTE.shock(0.1))).pnl())
                .isCloseTo(1_000 * (0.49 - 0.36), within(1e-6));
        assertThatThrownBy(() -> account.at(NONE.withPassed(Duration.ofDays(1))))
                .isInstanceOf(RefusedException.class);
    }
}
