package hedgerow.pricing.kernel;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// A random matrix with weights, and random groups of legs over its rows.
final class RandomGroups {
    final int scenarios;
    final int stride;
    final double[] cells;
    final double[] weights;
    final int[] starts;
    final int[] rows;
    final double[] quantities;

    /// Cells over many sizes, a tenth of them zero; groups of no leg up to thirty.
    RandomGroups(long seed, int scenarios, int matrixRows, int groups) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        this.scenarios = scenarios;
        this.stride = (scenarios + Aggregation.TILE - 1) / Aggregation.TILE * Aggregation.TILE;
        this.cells = new double[matrixRows * stride];
        for (int row = 0; row < matrixRows; row++) {
            for (int s = 0; s < scenarios; s++) cells[row * stride + s] = number(random);
        }
        this.weights = random.doubles(scenarios, 0.03, 1).toArray();
        this.starts = new int[groups + 1];
        for (int g = 0; g < groups; g++) starts[g + 1] = starts[g] + random.nextInt(31);
        this.rows = random.ints(starts[groups], 0, matrixRows).toArray();
        this.quantities = random.doubles(starts[groups]).map(_ -> number(random)).toArray();
    }

    private static double number(RandomGenerator random) {
        if (random.nextInt(10) == 0) return random.nextBoolean() ? 0.0 : -0.0;
        return random.nextGaussian() * StrictMath.pow(10, random.nextInt(-3, 8));
    }

    int groups() {
        return starts.length - 1;
    }

    Aggregation plain() {
        return Aggregation.plain(cells, stride, weights);
    }

    Aggregation fastest() {
        return Aggregation.fastest(cells, stride, weights);
    }

    GroupSums sum(Aggregation aggregation) {
        GroupSums sums = new GroupSums(groups(), stride);
        for (int g = 0; g < groups(); g++) Arrays.fill(sums.vector(g), Double.NaN);
        aggregation.sum(rows, quantities, starts, 0, groups(), sums);
        return sums;
    }

    /// Column `s` of group `g`, leg by leg.
    double sum(int g, int s) {
        double sum = 0;
        for (int i = starts[g]; i < starts[g + 1]; i++) {
            sum += quantities[i] * cells[rows[i] * stride + s];
        }
        return sum;
    }
}
