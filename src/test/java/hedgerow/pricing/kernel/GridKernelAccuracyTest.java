package hedgerow.pricing.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import hedgerow.pricing.formula.Black76;
import hedgerow.pricing.formula.FortyDigits;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// How far the kernels are from the truth, over the stated set.
class GridKernelAccuracyTest {
    private static final double HOUR = 1 / 8766.0;
    private static final double[] STRIKES_OVER_FORWARD = {
        1e-3, 0.01, 0.1, 0.5, 0.8, 0.95, 0.999, 1, 1.001, 1.05, 1.25, 2, 10, 100, 1e3
    };
    private static final double[] VOLS = {0.05, 0.2, 0.8, 3, 8};
    private static final double[] YEARS = {HOUR, 24 * HOUR, 7 / 365.0, 0.25, 1, 10};
    private static final double[] MOVES = {1, 0.34, 0.9, 1.16, 6, 1e-6};

    private record Cell(int sign, double forward, double strike, double stdDev, double move) {
        double scale() {
            return Math.max(forward * move, strike);
        }
    }

    private record Worst(double error, Cell cell) {}

    /// K/F from 1e-3 to 1e3, an hour to ten years, vols of 5 % to 800 %, spot moves from -66 % to
    /// +500 % and down to a millionth, calls and puts, against 40-digit arithmetic.
    @ParameterizedTest
    @MethodSource("hedgerow.pricing.kernel.Kernels#all")
    void errorIsBelowTenToTheMinusFourteenOfTheGreaterOfForwardAndStrike(GridKernel kernel) {
        List<Cell> cells = new ArrayList<>();
        for (double ratio : STRIKES_OVER_FORWARD) {
            for (double vol : VOLS) {
                for (double years : YEARS) {
                    double stdDev = vol * Math.sqrt(years);
                    for (double move : MOVES) {
                        cells.add(new Cell(1, 60_000, 60_000 * ratio, stdDev, move));
                        cells.add(new Cell(-1, 60_000, 60_000 * ratio, stdDev, move));
                    }
                }
            }
        }
        Worst worst = worst(kernel, cells);
        assertThat(worst.error()).as("%s, %s", kernel.name(), worst.cell()).isLessThan(3e-15);
    }

    @ParameterizedTest
    @MethodSource("hedgerow.pricing.kernel.Kernels#all")
    void errorIsAsSmallForRandomOptions(GridKernel kernel) {
        long seed = 20_260_317;
        SplittableRandom random = new SplittableRandom(seed);
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            double forward = StrictMath.exp(random.nextDouble(-8, 12));
            double stdDev = StrictMath.exp(random.nextDouble(-10, 3));
            double strike = strike(forward, stdDev * random.nextDouble(-9, 9));
            double move = StrictMath.exp(Math.min(stdDev, 1) * random.nextDouble(-1, 1));
            cells.add(new Cell(random.nextBoolean() ? 1 : -1, forward, strike, stdDev, move));
        }
        Worst worst = worst(kernel, cells);
        assertThat(worst.error())
                .as("%s, seed %d, %s", kernel.name(), seed, worst.cell())
                .isLessThan(3e-15);
    }

    /// Standard deviations on their way to zero at and near the money, where the time value still
    /// counts and the logarithm's rounding is no longer small beside it.
    @ParameterizedTest
    @MethodSource("hedgerow.pricing.kernel.Kernels#all")
    void errorIsAsSmallOnTheWayToCertainty(GridKernel kernel) {
        List<Cell> cells = new ArrayList<>();
        for (double stdDev = 1e-18; stdDev < 1e-3; stdDev *= 10) {
            for (double away : new double[] {0, 0.1, 1, 3, 1e6}) {
                double strike = 60_000 * (1 + away * stdDev);
                cells.add(new Cell(1, 60_000, strike, stdDev, 1));
                cells.add(new Cell(-1, 60_000, strike, stdDev, 1));
                cells.add(new Cell(1, 50_000, strike, stdDev, 1.2));
            }
        }
        Worst worst = worst(kernel, cells);
        assertThat(worst.error()).as("%s, %s", kernel.name(), worst.cell()).isLessThan(3e-15);
    }

    /// The scalar reference, cell by cell over a grid of many shapes.
    @ParameterizedTest
    @MethodSource("hedgerow.pricing.kernel.Kernels#all")
    void agreesWithTheScalarReference(GridKernel kernel) {
        long seed = 99;
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 20_000; i++) {
            double forward = StrictMath.exp(random.nextDouble(-3, 11));
            double stdDev = StrictMath.exp(random.nextDouble(-9, 2));
            double strike = strike(forward, stdDev * random.nextDouble(-6, 6));
            int sign = random.nextBoolean() ? 1 : -1;
            double value = Kernels.value(kernel, sign, forward, strike, stdDev, 1);
            double expected = Black76.value(sign, forward, strike, stdDev);
            assertThat(Math.abs(value - expected) / Math.max(forward, strike))
                    .as("seed %d, case %d: %d %s %s %s", seed, i, sign, forward, strike, stdDev)
                    .isLessThan(3e-15);
        }
    }

    private static double strike(double forward, double away) {
        return forward * StrictMath.exp(Math.clamp(away, -25, 25));
    }

    private static Worst worst(GridKernel kernel, List<Cell> cells) {
        Worst worst = new Worst(-1, cells.getFirst());
        for (Cell cell : cells) {
            double value =
                    Kernels.value(
                            kernel,
                            cell.sign(),
                            cell.forward(),
                            cell.strike(),
                            cell.stdDev(),
                            cell.move());
            assertThat(value).as("%s", cell).isNotNaN().isNotNegative();
            BigDecimal forward =
                    new BigDecimal(cell.forward()).multiply(new BigDecimal(cell.move()));
            BigDecimal truth =
                    FortyDigits.black76(
                            cell.sign(), forward, new BigDecimal(cell.strike()), cell.stdDev());
            double error = truth.subtract(new BigDecimal(value)).abs().doubleValue() / cell.scale();
            if (error > worst.error()) worst = new Worst(error, cell);
        }
        return worst;
    }
}
