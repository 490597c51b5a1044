package hedgerow.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hedgerow.risk.DeltaNormal.Exposure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class DeltaNormalTest {
    @Test
    void tenLongCoinsRiskWhatWasWorked() {
        List<Exposure> held = List.of(new Exposure(600_000, 0.60));
        double deviation = DeltaNormal.deviation(held, Optional.empty(), 1);
        assertThat(TailRisk.normal(deviation, 0.99).valueAtRisk())
                .isCloseTo(43_835.98, within(5e-3));
        assertThat(TailRisk.normal(deviation, 0.975).expectedShortfall())
                .isCloseTo(44_051.83, within(5e-3));
        assertThat(DeltaNormal.deviation(held, Optional.empty(), 4))
                .isCloseTo(2 * deviation, within(1e-9));
    }

    /// Simulated normal moves of two underlyings deviate as the formula says, and no correlation
    /// deviates more than none stated.
    @Test
    void deviationIsThatOfSimulatedMoves() {
        RandomGenerator random = new Random(21);
        List<Exposure> held = List.of(new Exposure(600_000, 0.6), new Exposure(-400_000, 0.75));
        double rho = 0.7;
        int paths = 200_000;
        double squares = 0;
        double root = Math.sqrt(1 / 365.0);
        double[] one = new double[paths];
        double[] two = new double[paths];
        for (int i = 0; i < paths; i++) {
            one[i] = 0.6 * root * random.nextGaussian();
            two[i] =
                    0.75
                            * (rho * one[i] / 0.6
                                    + Math.sqrt(1 - rho * rho) * root * random.nextGaussian());
            double profit = 600_000 * one[i] - 400_000 * two[i];
            squares += profit * profit;
        }
        double simulated = Math.sqrt(squares / paths);
        double[][] found = DeltaNormal.correlations(List.of(one, two)).orElseThrow();
        assertThat(found[0][1]).as("seed 21").isCloseTo(rho, within(0.01));
        double deviation = DeltaNormal.deviation(held, Optional.of(found), 1);
        assertThat(deviation)
                .as("seed 21")
                .isCloseTo(simulated, within(4 * simulated / Math.sqrt(2.0 * paths)));
        assertThat(deviation).isLessThan(DeltaNormal.deviation(held, Optional.empty(), 1));
    }

    @Test
    void noCorrelationsMakeMoreOfItThanNone() {
        RandomGenerator random = new Random(2);
        for (int trial = 0; trial < 500; trial++) {
            int size = random.nextInt(1, 6);
            List<Exposure> held = new ArrayList<>();
            List<double[]> returns = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                held.add(new Exposure(random.nextDouble(-1e6, 1e6), random.nextDouble(0, 2)));
                returns.add(random.doubles(10, -0.1, 0.1).toArray());
            }
            double known = DeltaNormal.deviation(held, DeltaNormal.correlations(returns), 1);
            double unknown = DeltaNormal.deviation(held, Optional.empty(), 1);
            assertThat(known)
                    .as("seed 2, trial %s, %s", trial, held)
                    .isLessThanOrEqualTo(unknown * (1 + 1e-12));
        }
    }

    @Test
    void whatNeverMovedHasNoCorrelation() {
        assertThat(DeltaNormal.correlations(List.of(new double[5], new double[5]))).isEmpty();
        assertThat(DeltaNormal.correlations(List.of(new double[2], new double[2]))).isEmpty();
        assertThat(DeltaNormal.correlations(List.of(new double[0]))).isPresent();
    }
}
