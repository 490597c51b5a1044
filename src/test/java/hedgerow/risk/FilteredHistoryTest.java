package hedgerow.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class FilteredHistoryTest {
    @Test
    void withoutDecayHistoryStaysAsItIs() {
        assertThat(FilteredHistory.scenarios(new double[] {0.01, -0.03, 0.02}, 1))
                .containsExactly(0.01, -0.03, 0.02);
    }

    /// By hand: v0 = (1 + 9) / 2 = 5, v1 = 0.5 * 5 + 0.5 * 1 = 3, v2 = 0.5 * 3 + 0.5 * 9 = 6.
    @Test
    void returnsAreRescaledFromTheirDayToToday() {
        double[] scenarios = FilteredHistory.scenarios(new double[] {1, -3}, 0.5);
        assertThat(scenarios[0]).isCloseTo(Math.sqrt(6.0 / 5), within(1e-15));
        assertThat(scenarios[1]).isCloseTo(-3 * Math.sqrt(6.0 / 3), within(1e-15));
        assertThat(FilteredHistory.volatility(new double[] {1, -3}, 0.5)).isEqualTo(Math.sqrt(6));
    }

    @Test
    void aQuietPastIsBlownUpToAWildPresent() {
        RandomGenerator random = new Random(7);
        double[] returns = new double[2000];
        for (int t = 0; t < 2000; t++) {
            returns[t] = random.nextGaussian() * (t < 1900 ? 0.01 : 0.04);
        }
        double plain = TailRisk.ofProfits(returns, 0.99).valueAtRisk();
        double[] filtered = FilteredHistory.scenarios(returns, FilteredHistory.DAILY_DECAY);
        double now = TailRisk.ofProfits(filtered, 0.99).valueAtRisk();
        assertThat(now).as("seed 7, plain %s", plain).isBetween(0.07, 0.15);
        assertThat(plain).isLessThan(0.06);
    }

    @Test
    void returnsOfNothingStayNothing() {
        assertThat(FilteredHistory.scenarios(new double[] {0, 0}, 0.94)).containsExactly(0, 0);
    }
}
