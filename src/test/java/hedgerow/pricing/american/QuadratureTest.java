package hedgerow.pricing.american;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// The numerical parts under the pricers.
class QuadratureTest {
    /// A rule of n points is exact for polynomials of degree 2n - 1.
    @Test
    void gaussLegendreIntegratesPowersExactly() {
        for (int points : new int[] {1, 2, 3, 8, 16, 24, 32, 64, 160}) {
            GaussLegendre rule = GaussLegendre.of(points);
            for (int power = 0; power < 2 * points; power++) {
                double sum = 0;
                for (int i = 0; i < points; i++) {
                    sum += rule.weights[i] * Math.pow(rule.nodes[i], power);
                }
                assertThat(sum)
                        .as("%s points, power %s", points, power)
                        .isCloseTo(1.0 / (power + 1), within(1e-14));
            }
        }
    }

    /// Abramowitz and Stegun, table 25.4: the two outer nodes and weights of ten points.
    @Test
    void gaussLegendreReproducesThePrintedNodes() {
        GaussLegendre rule = GaussLegendre.of(10);
        assertThat(2 * rule.nodes[9] - 1).isCloseTo(0.973906528517172, within(1e-15));
        assertThat(2 * rule.weights[9]).isCloseTo(0.066671344308688, within(1e-15));
        assertThat(2 * rule.nodes[8] - 1).isCloseTo(0.865063366688985, within(1e-15));
        assertThat(2 * rule.weights[8]).isCloseTo(0.149451349150581, within(1e-15));
    }

    @Test
    void linearSystemsAreSolved() {
        SplittableRandom random = new SplittableRandom(RandomTerms.SEED);
        for (int n = 1; n <= 24; n++) {
            double[][] matrix = new double[n][n];
            double[] solution = new double[n];
            double[] right = new double[n];
            for (int i = 0; i < n; i++) {
                solution[i] = random.nextDouble() - 0.5;
                for (int j = 0; j < n; j++) matrix[i][j] = random.nextDouble() - 0.5;
            }
            matrix[0][0] = 0;
            if (n == 1) matrix[0][0] = 2;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) right[i] += matrix[i][j] * solution[j];
            }
            LinearSystem.solve(matrix, right);
            assertThat(right).containsExactly(solution, within(1e-9));
        }
    }

    @Test
    void decaysAgreeWithTheExponential() {
        SplittableRandom random = new SplittableRandom(RandomTerms.SEED);
        double[] x = new double[1000];
        double[] left = new double[x.length];
        double[] lost = new double[x.length];
        for (int i = 0; i < x.length; i++) x[i] = Math.exp(-40 + 46.4 * random.nextDouble());
        x[0] = 0;
        x[1] = 640;
        x[2] = 1e9;
        Decay.decay(x, left, lost);
        for (int i = 0; i < x.length; i++) {
            double e = Math.exp(-Math.min(640, x[i]));
            double lostExactly = -Math.expm1(-Math.min(640, x[i]));
            assertThat(left[i]).as("%s", x[i]).isCloseTo(e, within(1e-12 * e));
            assertThat(lost[i]).as("%s", x[i]).isCloseTo(lostExactly, within(1e-14 * lostExactly));
        }
        Decay.decay(x);
        assertThat(x).containsExactly(left);
    }

    /// What is read between the nodes is the polynomial through them.
    @Test
    void theGridReadsPolynomialsExactly() {
        BoundaryGrid grid = new BoundaryGrid(9, 12);
        double[] row = new double[9];
        for (double x = 0; x <= 1; x += 1.0 / 64) {
            grid.readAt(x, row);
            double read = 0;
            for (int j = 0; j < 9; j++) {
                double share = grid.share[j];
                read += row[j] * (Math.pow(share, 9) - 2 * share * share + share);
            }
            assertThat(read).as("%s", x).isCloseTo(Math.pow(x, 9) - 2 * x * x + x, within(1e-14));
        }
    }
}
