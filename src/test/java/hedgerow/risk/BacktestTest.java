package hedgerow.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class BacktestTest {
    /// Kupiec's test accepts up to 6 breaches of a 99 % figure in 255 days at the 5 % level, and
    /// rejects 7 (Jorion, Value at Risk, 3rd edition, table 6-2: non-rejection below 7).
    @Test
    void coverageRejectsFromSevenBreachesInAYear() {
        assertThat(breaches(255, 6, 0.99).coverage().probability()).isGreaterThan(0.05);
        assertThat(breaches(255, 7, 0.99).coverage().probability()).isLessThan(0.05);
        assertThat(breaches(255, 0, 0.99).coverage().probability()).isLessThan(0.05);
    }

    /// Jorion's bank: 20 breaches in 252 days at 95 %: statistic 3.91 by hand, 2 ln of the ratio.
    @Test
    void theStatisticIsTheLikelihoodRatio() {
        double found = 20.0 / 252;
        double byHand = 2 * (20 * Math.log(found / 0.05) + 232 * Math.log((1 - found) / 0.95));
        assertThat(breaches(252, 20, 0.95).coverage().statistic()).isCloseTo(byHand, within(1e-12));
        assertThat(byHand).isCloseTo(3.91, within(0.005));
    }

    @Test
    void breachesThatClusterAreRejectedThoughTheirNumberIsRight() {
        boolean[] clustered = new boolean[500];
        for (int i = 0; i < 25; i++) clustered[100 + i] = true;
        Backtest test = Backtest.of(clustered, 0.95);
        assertThat(test.coverage().probability()).isGreaterThan(0.9);
        assertThat(test.independence().probability()).isLessThan(1e-6);
        assertThat(test.conditional().probability()).isLessThan(1e-6);
    }

    @Test
    void aRightModelIsAcceptedAndAnOverstatedOneRejected() {
        RandomGenerator random = new Random(3);
        int days = 2000;
        int accepted = 0;
        int rejected = 0;
        for (int trial = 0; trial < 200; trial++) {
            double[] profits = new double[days];
            for (int i = 0; i < days; i++) profits[i] = random.nextGaussian();
            double[] right = constant(days, TailRisk.normal(1, 0.99).valueAtRisk());
            double[] low = constant(days, TailRisk.normal(1, 0.95).valueAtRisk());
            if (Backtest.of(right, profits, 0.99).conditional().probability() > 0.05) accepted++;
            if (Backtest.of(low, profits, 0.99).conditional().probability() < 0.05) rejected++;
        }
        assertThat(accepted).as("of 200, seed 3").isBetween(175, 200);
        assertThat(rejected).as("of 200, seed 3").isEqualTo(200);
    }

    /// Historical simulation on its own simulated past: called what it is it is accepted, called
    /// more it is rejected.
    @Test
    void rollingFiguresAreAcceptedForWhatTheyAreAndRejectedForMore() {
        RandomGenerator random = new Random(6);
        int accepted = 0;
        int rejected = 0;
        for (int trial = 0; trial < 40; trial++) {
            double[] profits = new double[2500];
            for (int i = 0; i < profits.length; i++) profits[i] = random.nextGaussian();
            if (accepts(Backtest.rolling(profits, 1000, 0.99, 0.99))) accepted++;
            if (!accepts(Backtest.rolling(profits, 1000, 0.95, 0.99))) rejected++;
        }
        assertThat(accepted).as("of 40, seed 6").isBetween(32, 40);
        assertThat(rejected).as("of 40, seed 6").isEqualTo(40);
    }

    private static boolean accepts(Backtest test) {
        return test.conditional().probability() > 0.05;
    }

    @Test
    void eachDayIsHeldAgainstTheDaysBeforeItAlone() {
        double[] profits = {-1, -2, -3, -2.5, -4};
        Backtest test = Backtest.rolling(profits, 2, 0.5, 0.5);
        // Of two days the better one is stated: 1, then 2, then 2.5
        assertThat(test.days()).isEqualTo(3);
        assertThat(test.breaches()).isEqualTo(3);
        assertThatThrownBy(() -> Backtest.rolling(profits, 4, 0.5, 0.5))
                .hasMessage("window must be between 1 and 3, was 4");
    }

    private static Backtest breaches(int days, int count, double confidence) {
        boolean[] breached = new boolean[days];
        for (int i = 0; i < count; i++) breached[i * days / Math.max(1, count)] = true;
        return Backtest.of(breached, confidence);
    }

    private static double[] constant(int days, double value) {
        double[] all = new double[days];
        java.util.Arrays.fill(all, value);
        return all;
    }
}
