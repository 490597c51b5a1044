package hedgerow.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hedgerow.allocation.GasHedge.Cap;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/// 200 transactions of 250,000 gas, a coin at 3,000.
class GasHedgeTest {
    private static final GasHedge GAS = new GasHedge(200 * 250_000, 3_000);
    private static final double MONTH = 30.0 / 365;
    private static final Cap CAP = new Cap(22, 30, 1.5, MONTH, MONTH);

    @Test
    void gasCostsWhatTheExampleSays() {
        assertThat(GAS.cost(20)).isCloseTo(3_000, within(1e-9));
        assertThat(GAS.cost(100)).isCloseTo(15_000, within(1e-9));
        assertThat(GAS.cost(22)).isCloseTo(3_300, within(1e-9));
    }

    @Test
    void theCapIsBlackOnTheForward() {
        assertThat(CAP.premium()).isCloseTo(1.502608, within(5e-7));
        assertThat(GAS.premium(CAP)).isCloseTo(225.39, within(5e-3));
        assertThat(GAS.payoff(CAP, 100)).isCloseTo(10_500, within(1e-9));
        assertThat(GAS.capped(CAP, 100)).isCloseTo(4_725.39, within(5e-3));
        assertThat(GAS.capped(CAP, 10)).isCloseTo(1_725.39, within(5e-3));
    }

    @Test
    void theCappedCostNeverExceedsStrikeAndPremium() {
        for (double gwei = 0; gwei < 500; gwei += 7) {
            assertThat(GAS.capped(CAP, gwei))
                    .isLessThanOrEqualTo(GAS.cost(30) + GAS.premium(CAP) + 1e-9);
        }
    }

    /// The mean of a window that has opened is worth what a simulated mean pays.
    @Test
    void aCapOnAMeanIsWorthWhatASimulatedMeanPays() {
        RandomGenerator random = new Random(8);
        int paths = 40_000;
        int steps = 60;
        double vol = 0.5;
        double dt = MONTH / steps;
        double sum = 0;
        double squares = 0;
        for (int path = 0; path < paths; path++) {
            double price = 22;
            double mean = 0;
            for (int step = 0; step < steps; step++) {
                double before = price;
                price *= Math.exp(vol * Math.sqrt(dt) * random.nextGaussian() - vol * vol * dt / 2);
                mean += (before + price) / 2 / steps;
            }
            double paid = Math.max(0, mean - 23);
            sum += paid;
            squares += paid * paid;
        }
        double average = sum / paths;
        double error = Math.sqrt((squares / paths - average * average) / paths);
        // The mean is not quite lognormal: its first moments agree to second order in vol^2 T
        assertThat(new Cap(22, 23, vol, 0, MONTH).premium())
                .as("seed 8")
                .isCloseTo(average, within(4 * error + 0.005));
        assertThat(new Cap(22, 23, vol, 0, MONTH).premium())
                .isLessThan(new Cap(22, 23, vol, MONTH, MONTH).premium());
    }

    @Test
    void theBaseFeeMovesAtMostAnEighthABlock() {
        assertThat(GasHedge.mostGrowth(5)).isCloseTo(1.802, within(5e-4));
        assertThat(GasHedge.mostGrowth(10)).isCloseTo(3.247, within(5e-4));
        assertThat(GasHedge.mostGrowth(20)).isCloseTo(10.545, within(5e-4));
        assertThat(GasHedge.mostFall(10)).isCloseTo(0.263, within(5e-4));
    }
}
