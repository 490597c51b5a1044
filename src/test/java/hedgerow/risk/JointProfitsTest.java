package hedgerow.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hedgerow.TestMarkets;
import hedgerow.market.Market;
import hedgerow.portfolio.Contract;
import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.ListedContract;
import hedgerow.portfolio.Option;
import hedgerow.portfolio.OptionRight;
import hedgerow.portfolio.Perpetual;
import hedgerow.portfolio.Position;
import hedgerow.portfolio.RefusedException;
import hedgerow.pricing.formula.Black76;
import hedgerow.risk.JointProfits.Moves;
import hedgerow.scenario.Scenario;
import hedgerow.scenario.TenorScale;
import hedgerow.scenario.VolShock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class JointProfitsTest {
    private static final Position LONG = new Position(TestMarkets.perpetual(), 10);
    private static final Position PUTS = position(OptionRight.PUT, 54_000, 10);
    private static final Position CALLS = position(OptionRight.CALL, 66_000, -10);

    private static Position position(OptionRight right, double strike, double quantity) {
        return new Position(TestMarkets.option(right, strike, 30), quantity);
    }

    private static List<Instrument> instruments(List<Position> positions) {
        return positions.stream().map(Position::instrument).toList();
    }

    /// A day at the 99 % quantile of a lognormal move: the worked figures.
    @Test
    void aLognormalDayLosesWhatWasWorked() {
        LognormalMove day = LognormalMove.of(0.60, 1, 0.99);
        assertThat(day.down()).isCloseTo(-0.070913, within(5e-7));
        Moves moves =
                Moves.alike(
                        List.of("BTC"),
                        List.of(
                                Scenario.of(day.down(), VolShock.NONE),
                                Scenario.of(day.up(), VolShock.NONE)),
                        1);
        List<Position> collar = List.of(LONG, PUTS, CALLS);
        JointProfits profits =
                JointProfits.of(TestMarkets.flat(), moves, instruments(collar), "USD");
        assertThat(-profits.of(List.of(LONG))[0]).isCloseTo(42_547.92, within(5e-3));
        assertThat(-profits.of(List.of(LONG, PUTS))[0]).isCloseTo(29_794.19, within(5e-3));
        assertThat(-profits.of(collar)[0]).isCloseTo(18_725.10, within(5e-3));
        assertThat(profits.of(List.of(LONG))[1]).isPositive();
    }

    /// Each column is the sum of single moves of each underlying, priced by the formula.
    @Test
    void eachColumnMovesEachUnderlyingByItsOwnScenario() {
        RandomGenerator random = new Random(7);
        Market market =
                Market.of(
                        TestMarkets.NOW,
                        List.of(
                                TestMarkets.flat("BTC", 60_000, 0.60),
                                TestMarkets.flat("ETH", 3_000, 0.75)));
        Option option = TestMarkets.option(OptionRight.PUT, 57_000, 30);
        Perpetual eth = new Perpetual("ETH", Contract.LINEAR);
        List<Scenario> btc = new ArrayList<>();
        List<Scenario> other = new ArrayList<>();
        double[] vols = new double[100];
        for (int s = 0; s < 100; s++) {
            vols[s] = random.nextDouble(-0.3, 0.3);
            VolShock shock = new VolShock.Relative(vols[s], TenorScale.NONE, 0);
            btc.add(Scenario.of(random.nextDouble(-0.5, 0.5), shock));
            other.add(Scenario.of(random.nextDouble(-0.5, 0.5), VolShock.NONE));
        }
        List<Position> held = List.of(new Position(option, -3), new Position(eth, 20));
        double[] profits =
                JointProfits.of(
                                market,
                                new Moves(Map.of("BTC", btc, "ETH", other), 100, 2),
                                instruments(held),
                                "USD")
                        .of(held);
        double now = Black76.value(-1, 60_000, 57_000, 0.60 * Math.sqrt(30 / 365.0));
        for (int s = 0; s < 100; s++) {
            double forward = 60_000 * (1 + btc.get(s).spotMove());
            double root = 0.60 * (1 + vols[s]) * Math.sqrt(28 / 365.0);
            double there = Black76.value(-1, forward, 57_000, root);
            assertThat(profits[s])
                    .as("seed 7, column %s", s)
                    .isCloseTo(
                            -3 * (there - now) + 20 * 3_000 * other.get(s).spotMove(),
                            within(1e-8 * 60_000));
        }
    }

    @Test
    void whatExpiresOnTheWayPaysAtTheMovedPrice() {
        Option soon = TestMarkets.option(OptionRight.CALL, 60_000, 2);
        Moves moves = Moves.alike(List.of("BTC"), List.of(Scenario.of(0.1, VolShock.NONE)), 5);
        double value = Black76.value(1, 60_000, 60_000, 0.60 * Math.sqrt(2 / 365.0));
        double[] profits =
                JointProfits.of(TestMarkets.flat(), moves, List.of(soon), "USD")
                        .of(List.of(new Position(soon, 1)));
        assertThat(profits[0]).isCloseTo(6_000 - value, within(1e-8));
    }

    @Test
    void publishedArraysAreRefusedHoweverManyColumnsTheyHave() {
        Moves moves = Moves.alike(List.of("BTC"), List.of(Scenario.of(0, VolShock.NONE)), 1);
        ListedContract listed = new ListedContract("BTC", "X");
        assertThatThrownBy(() -> JointProfits.of(TestMarkets.flat(), moves, List.of(listed), "USD"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("published array");
    }

    @Test
    void moreMovesThanColumnsAreAnError() {
        Scenario still = Scenario.of(0, VolShock.NONE);
        assertThatThrownBy(() -> new Moves(Map.of("A", List.of(still, still)), 1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("scenarios must be 1 for each, were 2");
    }
}
