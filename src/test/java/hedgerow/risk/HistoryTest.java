package hedgerow.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import hedgerow.TestMarkets;
import hedgerow.portfolio.Position;
import hedgerow.risk.History.Filtered;
import hedgerow.risk.JointProfits.Moves;
import hedgerow.scenario.FilteredHistory.Day;
import hedgerow.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private static History of(String id, List<Day> days) {
        return new History(new TreeMap<>(Map.of(id, days)), 1);
    }

    private static Map<String, List<Scenario>> periods(History history, double lambda, int seed) {
        return assertInstanceOf(Filtered.Periods.class, history.filtered(lambda, seed)).scenarios();
    }

    private static String whyNot(History history, double lambda, int seed) {
        return assertInstanceOf(Filtered.LeftOut.class, history.filtered(lambda, seed)).why();
    }

    private static List<Day> walk(RandomGenerator random, int days, double daily) {
        List<Day> all = new ArrayList<>();
        for (int t = 0; t < days; t++) all.add(new Day(daily * random.nextGaussian(), 0));
        return all;
    }

    @Test
    void periodsAreMovesAsTheyWere() {
        History history = of("BTC", List.of(new Day(Math.log(1.1), Math.log(0.8)), new Day(0, 0)));
        Scenario first = history.scenarios().get("BTC").getFirst();
        assertThat(first.spotMove()).isCloseTo(0.1, within(1e-15));
        assertThat(first.volShock().shocked(0.5, 0, 1)).isCloseTo(0.4, within(1e-15));
        Scenario still = history.scenarios().get("BTC").getLast();
        assertThat(still.spotMove()).isZero();
    }

    @Test
    void returnsGrowWithTheRootOfTime() {
        History days = of("BTC", List.of(new Day(0.02, 0.01))).over(4);
        assertThat(days.periods().get("BTC").getFirst()).isEqualTo(new Day(0.04, 0.02));
        assertThat(days.periodDays()).isEqualTo(4);
    }

    /// Exponentially weighted, by hand: variance 0.01 at first, and after one move of 0.2.
    @Test
    void filteredReturnsAreScaledToTheVolatilityOfToday() {
        History history = of("BTC", List.of(new Day(0.1, 0), new Day(0.2, 0)));
        double second = 0.9 * 0.01 + 0.1 * 0.01;
        double today = 0.9 * second + 0.1 * 0.04;
        List<Scenario> filtered = periods(history, 0.9, 1).get("BTC");
        assertThat(filtered.getFirst().spotMove())
                .isCloseTo(Math.expm1(0.1 * Math.sqrt(today / 0.01)), within(1e-14));
        assertThat(filtered.getLast().spotMove())
                .isCloseTo(Math.expm1(0.2 * Math.sqrt(today / second)), within(1e-14));
    }

    @Test
    void whatStandsStillAtFirstCannotBeFiltered() {
        History history = of("USDC", List.of(new Day(0, 0), new Day(0.1, 0)));
        assertThat(whyNot(history, 0.94, 1))
                .isEqualTo("USDC did not move in the first of its periods");
        assertThat(periods(history, 0.94, 2)).containsOnlyKeys("USDC");
    }

    /// Half of the variance is lost each still period: after 1,100 of them none is left.
    @Test
    void whatStandsStillForVeryLongCannotBeFiltered() {
        List<Day> days = new ArrayList<>(List.of(new Day(0.1, 0)));
        for (int t = 0; t < 1_100; t++) days.add(new Day(0, 0));
        assertThat(whyNot(of("USDC", days), 0.5, 1))
                .startsWith("USDC stood still for so long that its volatility came to nothing");
        days.add(new Day(0.1, 0));
        assertThat(whyNot(of("USDC", days), 0.5, 1))
                .startsWith("USDC stood still for so long that its volatility came to nothing");
    }

    /// After 60 still periods the volatility is down to 2^-30 of what it was, and comes back in one
    /// period.
    @Test
    void aMoveAfterAVeryLongCalmIsTooLargeToBeScaled() {
        List<Day> days = new ArrayList<>(List.of(new Day(0.1, 0)));
        for (int t = 0; t < 60; t++) days.add(new Day(0, 0));
        assertThat(periods(of("USDC", days), 0.5, 1).get("USDC")).hasSize(61);
        days.add(new Day(0.1, 0));
        assertThat(whyNot(of("USDC", days), 0.5, 1))
                .contains("the return of USDC in period 61 would be 7.", "at most 20.0 is taken");
    }

    /// A walk that doubles its volatility half way: filtered value at risk follows, the plain one
    /// lags behind.
    @Test
    void filteredRiskFollowsAChangeOfVolatility() {
        RandomGenerator random = new Random(17);
        List<Day> days = walk(random, 1_000, 0.02);
        days.addAll(walk(random, 200, 0.06));
        History history = of("BTC", days);
        Position held = new Position(TestMarkets.perpetual(), 1);
        double plain = risk(history.scenarios(), held);
        double filtered = risk(periods(history, 0.97, 30), held);
        double right = 60_000 * -Math.expm1(-TailRisk.quantile(0.99) * 0.06);
        assertThat(filtered).as("seed 17").isCloseTo(right, within(0.15 * right));
        assertThat(plain).as("seed 17").isLessThan(0.85 * filtered);
    }

    private static double risk(Map<String, List<Scenario>> scenarios, Position held) {
        Moves moves = new Moves(scenarios, scenarios.get("BTC").size(), 1);
        double[] profits =
                JointProfits.of(TestMarkets.flat(), moves, List.of(held.instrument()), "USD")
                        .of(List.of(held));
        return TailRisk.ofProfits(profits, 0.99).valueAtRisk();
    }

    @Test
    void theVolIsThatOfTheWalk() {
        History history = of("BTC", walk(new Random(3), 50_000, 0.6 / Math.sqrt(365)));
        assertThat(history.volAnnual("BTC")).as("seed 3").isCloseTo(0.6, within(0.01));
    }

    @Test
    void returnsThatLeaveNothingAreRefused() {
        assertThatThrownBy(() -> of("BTC", List.of(new Day(-21, 0))).scenarios())
                .hasMessageContaining("at most 20.0 either way once scaled, were 21.0 in period 0");
        assertThatThrownBy(() -> new History(new TreeMap<>(Map.of("BTC", List.of())), 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
