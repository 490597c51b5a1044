package hedgerow.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class CovarianceTest {
    @Test
    void theSampleIsTheTextbookOne() {
        Covariance covariance = Covariance.sample(new double[][] {{1, 2}, {3, 1}, {2, 6}}, 1);
        assertThat(covariance.matrix()[0]).containsExactly(new double[] {1, -0.5}, within(1e-15));
        assertThat(covariance.matrix()[1]).containsExactly(new double[] {-0.5, 7}, within(1e-15));
    }

    /// Ten days of fifty independent assets: the sample is far off, the shrunk one is not.
    @Test
    void shrinkingBringsAThinSampleNearerToTheTruth() {
        RandomGenerator random = new Random(9);
        double[][] returns = new double[10][50];
        for (double[] day : returns) {
            for (int i = 0; i < 50; i++) day[i] = random.nextGaussian();
        }
        Covariance shrunk = Covariance.shrunk(returns, 1);
        assertThat(shrunk.shrinkage()).as("seed 9").isBetween(0.7, 1.0);
        assertThat(distance(shrunk)).isLessThan(distance(Covariance.sample(returns, 1)) / 3);
    }

    @Test
    void aLongHistoryIsHardlyShrunk() {
        RandomGenerator random = new Random(10);
        double[][] returns = new double[20_000][2];
        for (double[] day : returns) {
            day[0] = random.nextGaussian();
            day[1] = 0.9 * day[0] + random.nextGaussian();
        }
        assertThat(Covariance.shrunk(returns, 1).shrinkage()).as("seed 10").isLessThan(0.001);
    }

    private static double distance(Covariance covariance) {
        double sum = 0;
        for (int i = 0; i < covariance.size(); i++) {
            for (int j = 0; j < covariance.size(); j++) {
                sum += Math.pow(covariance.matrix()[i][j] - (i == j ? 1 : 0), 2);
            }
        }
        return sum;
    }

    @Test
    void whatIsNoCovarianceIsRefused() {
        assertThatThrownBy(() -> Covariance.of(new double[][] {{1, 2}, {2, 1}}))
                .hasMessageContaining("positive semi-definite, had the eigenvalue -");
        assertThatThrownBy(() -> Covariance.of(new double[][] {{1, 0.5}, {0.4, 1}}))
                .hasMessage("covariance must be symmetric, had 0.4 and 0.5 at 1, 0");
        assertThatThrownBy(() -> Covariance.sample(new double[][] {{1}}, 1))
                .hasMessage("returns must hold two observations or more, were 1");
    }
}
