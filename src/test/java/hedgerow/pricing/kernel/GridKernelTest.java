package hedgerow.pricing.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What must hold of the kernels whatever their accuracy.
class GridKernelTest {
    private static final String KERNELS = "hedgerow.pricing.kernel.Kernels#all";
    private static final double UNTOUCHED = -7.25;

    /// OpenGamma Strata, BlackFormulaRepositoryTest: forward 104, strikes 85 and 90, 4.5 years.
    @ParameterizedTest
    @MethodSource(KERNELS)
    void reproducesPublishedValues(GridKernel kernel) {
        double root = Math.sqrt(4.5);
        assertThat(Kernels.value(kernel, 1, 104, 85, 0.10 * root, 1))
                .isCloseTo(20.816241352493662, within(2e-13));
        assertThat(Kernels.value(kernel, 1, 104, 85, 0.80 * root, 1))
                .isCloseTo(66.87809290575849, within(2e-13));
        assertThat(Kernels.value(kernel, 1, 104, 90, 0.50 * root, 1))
                .isCloseTo(46.52941355755593, within(2e-13));
    }

    @ParameterizedTest
    @MethodSource(KERNELS)
    void withoutTimeOrVolTheValueIsExactlyIntrinsic(GridKernel kernel) {
        for (double strike : new double[] {1e-3, 59_999.999, 60_000, 60_000.001, 64_999.1, 6e7}) {
            for (double move : new double[] {1, 1.16, 0.84, 1 + 0x1p-52, 1e-6, 6}) {
                for (double stdDev : new double[] {0, 1e-300, 1e-16}) {
                    double difference = 60_000 * move - strike;
                    assertThat(Kernels.value(kernel, 1, 60_000, strike, stdDev, move))
                            .as("call, strike %s, move %s", strike, move)
                            .isEqualTo(Math.max(0, difference));
                    assertThat(Kernels.value(kernel, -1, 60_000, strike, stdDev, move))
                            .as("put, strike %s, move %s", strike, move)
                            .isEqualTo(Math.max(0, -difference));
                }
            }
        }
    }

    /// Beyond 8.45 standard deviations nothing is left to chance.
    @ParameterizedTest
    @MethodSource(KERNELS)
    void deepInTheWingsTheValueIsExactlyIntrinsic(GridKernel kernel) {
        for (double stdDev : new double[] {1e-12, 1e-6, 0.01, 0.1, 0.5}) {
            for (double away : new double[] {9, 20, 1e3, 1e6}) {
                double strike = 60_000 * StrictMath.exp(Math.min(30, stdDev * away + stdDev));
                assertThat(Kernels.value(kernel, 1, 60_000, strike, stdDev, 1)).isZero();
                assertThat(Kernels.value(kernel, -1, 60_000, strike, stdDev, 1))
                        .isEqualTo(strike - 60_000);
            }
        }
    }

    @ParameterizedTest
    @MethodSource(KERNELS)
    void withoutBoundsOnVolACallIsItsForwardAndAPutItsStrike(GridKernel kernel) {
        for (double stdDev : new double[] {17, 50, 1e3, 1e300, Double.MAX_VALUE}) {
            assertThat(Kernels.value(kernel, 1, 100, 3, stdDev, 1)).isCloseTo(100, within(2e-14));
            assertThat(Kernels.value(kernel, -1, 100, 3, stdDev, 1)).isCloseTo(3, within(2e-14));
        }
    }

    @ParameterizedTest
    @MethodSource(KERNELS)
    void putCallParityHoldsToRounding(GridKernel kernel) {
        long seed = 11;
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 20_000; i++) {
            double forward = StrictMath.exp(random.nextDouble(-5, 12));
            double stdDev = StrictMath.exp(random.nextDouble(-9, 2));
            double strike =
                    forward * StrictMath.exp(Math.min(stdDev, 3) * random.nextDouble(-9, 9));
            double move = random.nextDouble(0.1, 3);
            double call = Kernels.value(kernel, 1, forward, strike, stdDev, move);
            double put = Kernels.value(kernel, -1, forward, strike, stdDev, move);
            double most = Math.max(forward * move, strike);
            assertThat(Math.abs(call - put - (forward * move - strike)) / most)
                    .as("seed %d, case %d: %s %s %s %s", seed, i, forward, strike, stdDev, move)
                    .isLessThan(8e-16);
        }
    }

    @ParameterizedTest
    @MethodSource(KERNELS)
    void nothingIsNaNOrNegativeAtTheEndsOfTheRange(GridKernel kernel) {
        double[] ends = {1e-20, 1e-16, 0.3, 1, 1e16, 1e20};
        double[] stdDevs = {0, 4.9e-324, 7e-15, 1e-10, 0.2, 16.9, 1e100, Double.MAX_VALUE};
        for (double forward : ends) {
            for (double strike : ends) {
                for (double move : new double[] {1e-16, 1e-6, 1, 6, 1e16}) {
                    for (double stdDev : stdDevs) {
                        for (int sign : new int[] {1, -1}) {
                            double value =
                                    Kernels.value(kernel, sign, forward, strike, stdDev, move);
                            double most = sign > 0 ? forward * move : strike;
                            assertThat(value)
                                    .as("%d %s %s %s %s", sign, forward, strike, stdDev, move)
                                    .isNotNaN()
                                    .isBetween(
                                            0.0, most + 1e-14 * Math.max(forward * move, strike));
                        }
                    }
                }
            }
        }
    }

    /// An inverse option is paid in the coin: value over the moved forward.
    @ParameterizedTest
    @MethodSource(KERNELS)
    void inverseOptionsAreCountedInCoins(GridKernel kernel) {
        double[] moves = {0.5, 1, 1.37};
        OptionBlock block = new OptionBlock(1);
        block.add(60_000, 55_000, -1, 1 / 60_000.0);
        block.stdDev(0, 0, 0.4);
        double[] out = new double[3];
        kernel.value(block, MoveRow.inverse(moves, new int[3]), out, 0, 3);
        for (int s = 0; s < 3; s++) {
            double value = Kernels.value(kernel, -1, 60_000, 55_000, 0.4, moves[s]);
            assertThat(out[s]).isCloseTo(value / (60_000 * moves[s]), within(1e-16));
        }
    }

    @ParameterizedTest
    @MethodSource(KERNELS)
    void scenariosTakeTheirVolColumnScaleFactorAndBase(GridKernel kernel) {
        OptionBlock block = new OptionBlock(3);
        block.add(100, 90, 1, 1);
        block.add(100, 110, -1, -0.5);
        for (int i = 0; i < 2; i++) {
            for (int column = 0; column < 3; column++) {
                block.stdDev(i, column, 0.1 * (column + 1) + i);
            }
        }
        block.base(1, 4);
        double[] moves = {1.1, 0.9, 1, 1.1};
        int[] columns = {2, 0, 1, 0};
        double[] factors = {1, 2, -3, 0.1};
        double[] out = new double[8];
        kernel.value(block, MoveRow.of(moves, columns, factors), out, 0, 4);
        for (int s = 0; s < 4; s++) {
            double first =
                    Kernels.value(kernel, 1, 100, 90, 0.1 * (columns[s] + 1), moves[s])
                            * factors[s];
            double second =
                    Kernels.value(kernel, -1, 100, 110, 0.1 * (columns[s] + 1) + 1, moves[s])
                            * -0.5
                            * factors[s];
            assertThat(out[s]).isCloseTo(first, within(1e-13));
            assertThat(out[4 + s]).isCloseTo(second - 4, within(1e-13));
        }
    }

    /// A cell depends on its option and scenario alone, not on its place, its neighbours or how
    /// many there are; and cells outside the block's are left alone.
    @ParameterizedTest
    @MethodSource(KERNELS)
    void aCellDoesNotDependOnItsNeighbours(GridKernel kernel) {
        int options = OptionBlock.CAPACITY;
        RandomGrid grid = new RandomGrid(31, options, 150);
        double[] all = new double[options * 150];
        kernel.value(grid.block(0, options), grid.moves(0, 150), all, 0, 150);
        for (int size : new int[] {1, 2, 7, 8, 9, 17, 100, options - 1}) {
            for (int scenarios : new int[] {1, 3, 8, 16, 63, 64, 65, 127}) {
                int stride = scenarios + 5;
                double[] some = new double[11 + size * stride];
                Arrays.fill(some, UNTOUCHED);
                OptionBlock block = grid.block(options - size, size);
                kernel.value(block, grid.moves(150 - scenarios, scenarios), some, 11, stride);
                for (int at = 0; at < some.length; at++) {
                    int row = Math.floorDiv(at - 11, stride);
                    int column = Math.floorMod(at - 11, stride);
                    boolean inside = at >= 11 && column < scenarios;
                    int there = (options - size + row) * 150 + 150 - scenarios + column;
                    assertThat(some[at])
                            .as("%d options, %d scenarios, cell %d", size, scenarios, at)
                            .isEqualTo(inside ? all[there] : UNTOUCHED);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource(KERNELS)
    void movingAForwardIsTheSameAsAddingItAnew(GridKernel kernel) {
        OptionBlock moved = new OptionBlock(1);
        moved.add(50, 90, 1, 3);
        moved.stdDev(0, 0, 0.3);
        moved.move(0, 100, StrictMath.log(100) - StrictMath.log(90), 1);
        double[] out = new double[1];
        kernel.value(moved, MoveRow.linear(new double[] {1.05}, new int[1]), out, 0, 1);
        assertThat(out[0]).isEqualTo(Kernels.value(kernel, 1, 100, 90, 0.3, 1.05));
    }

    @ParameterizedTest
    @MethodSource(KERNELS)
    void aBlockMayBeEmptyOrFilledAnew(GridKernel kernel) {
        OptionBlock block = new OptionBlock(1);
        MoveRow moves = MoveRow.linear(new double[] {1, 1.1}, new int[2]);
        double[] out = {UNTOUCHED, UNTOUCHED};
        kernel.value(block, moves, out, 0, 2);
        assertThat(out).containsOnly(UNTOUCHED);
        for (int i = 0; i < OptionBlock.CAPACITY; i++) block.add(i + 1, 100, 1, 1);
        for (int i = 0; i < OptionBlock.CAPACITY; i++) block.stdDev(i, 0, 0.5);
        for (int i = 0; i < OptionBlock.CAPACITY; i++) block.base(i, 5);
        assertThat(block.isFull()).isTrue();
        block.clear();
        block.add(100, 90, 1, 1);
        kernel.value(block, moves, out, 0, 2);
        assertThat(out).containsExactly(10, 100 * 1.1 - 90);
    }

    @Test
    void programmingErrorsStateTheValue() {
        OptionBlock block = new OptionBlock(2);
        assertRefused(() -> block.add(100, -3, 1, 1), "strike", "-3");
        assertRefused(() -> block.add(Double.NaN, 100, 1, 1), "forward", "NaN");
        assertRefused(() -> block.add(100, 100, 0, 1), "sign", "0");
        assertRefused(() -> block.add(100, 100, 1, Double.POSITIVE_INFINITY), "scale", "Infinity");
        block.clear();
        block.add(100, 100, 1, 1);
        assertRefused(() -> block.stdDev(0, 0, -0.1), "stdDev", "-0.1");
        assertRefused(() -> block.stdDev(1, 0, 0.1), "option 1 of 1");
        assertRefused(() -> block.base(-1, 0), "option -1 of 1");
        assertRefused(() -> new OptionBlock(0), "volColumns", "0");
        for (int i = 1; i < OptionBlock.CAPACITY; i++) block.add(100, 100, 1, 1);
        assertRefused(() -> block.add(100, 100, 1, 1), "at most " + OptionBlock.CAPACITY);
    }

    @Test
    void rowsThatDoNotFitAreRefusedBeforeAnythingIsWritten() {
        GridKernel kernel = GridKernel.plain();
        OptionBlock block = new OptionBlock(1);
        block.add(100, 100, 1, 1);
        block.add(100, 100, 1, 1);
        MoveRow three = MoveRow.linear(new double[] {1, 1, 1}, new int[] {0, 0, 0});
        MoveRow column = MoveRow.linear(new double[] {1}, new int[] {1});
        double[] out = new double[6];
        kernel.value(block, three, out, 0, 3);
        assertRefused(() -> kernel.value(block, three, out, 1, 3), "from 1 to 7", "inside 6");
        assertRefused(() -> kernel.value(block, three, out, -1, 3), "from -1");
        assertRefused(() -> kernel.value(block, three, out, 0, 4), "from 0 to 7");
        assertRefused(() -> kernel.value(block, three, out, 0, 2), "stride", "3", "2");
        assertRefused(() -> kernel.value(block, column, out, 0, 1), "2 vol columns", "1");
        assertRefused(() -> MoveRow.linear(new double[] {0}, new int[1]), "multiplier", "0.0");
        assertRefused(() -> MoveRow.linear(new double[] {1}, new int[2]), "1 multipliers");
        assertRefused(() -> MoveRow.linear(new double[] {1}, new int[] {-1}), "volColumn", "-1");
    }

    private static void assertRefused(Runnable call, String... parts) {
        assertThatIllegalArgumentException().isThrownBy(call::run).withMessageContainingAll(parts);
    }
}
