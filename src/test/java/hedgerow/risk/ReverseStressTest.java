package hedgerow.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class ReverseStressTest {
    private static ReverseStress of(double loss, DoubleUnaryOperator profit, double... corners) {
        double[] moves = ReverseStress.scan(corners).moves();
        double[] profits = Arrays.stream(moves).map(profit).toArray();
        return ReverseStress.of(loss, moves, profits, profit);
    }

    @Test
    void aLinearPositionLosesByOneWayOnly() {
        ReverseStress stress = of(60_000, move -> 600_000 * move);
        assertThat(stress.down().orElseThrow()).isCloseTo(-0.1, within(1e-12));
        assertThat(stress.up()).isEmpty();
        assertThat(of(700_000, move -> 600_000 * move).down()).isEmpty();
    }

    @Test
    void ofSeveralMovesTheSmallestIsFound() {
        ReverseStress stress = of(0.5, move -> -Math.abs(Math.sin(20 * move)));
        assertThat(stress.up().orElseThrow()).isCloseTo(Math.asin(0.5) / 20, within(1e-12));
        assertThat(stress.down().orElseThrow()).isCloseTo(-Math.asin(0.5) / 20, within(1e-12));
    }

    @Test
    void aDipAtACornerIsSeenWhereTheCornerIsTold() {
        DoubleUnaryOperator dip = move -> -Math.max(0, 1 - 1e4 * Math.abs(move - 0.3333));
        assertThat(of(0.9, dip).up()).isEmpty();
        assertThat(of(0.9, dip, 0.3333).up().orElseThrow()).isCloseTo(0.33329, within(1e-9));
    }

    /// The dip is the last of the corners as they come, and the nearest but a few.
    @Test
    void ofTooManyCornersThoseNearestToNoMoveAreLookedAt() {
        double[] corners = new double[3 * ReverseStress.MOST_CORNERS];
        for (int i = 0; i < corners.length; i++) corners[i] = -0.9 + 1e-4 * i;
        corners[corners.length - 1] = 0.3333;
        DoubleUnaryOperator dip = move -> -Math.max(0, 1 - 1e4 * Math.abs(move - 0.3333));
        assertThat(of(0.9, dip, corners).up().orElseThrow()).isCloseTo(0.33329, within(1e-9));
        ReverseStress.Scan scan = ReverseStress.scan(corners);
        int even = 2 * ReverseStress.STEPS;
        assertThat(scan.moves()).hasSize(even + ReverseStress.MOST_CORNERS).isSorted();
        assertThat(scan.cornersLeftOut()).isEqualTo(2 * ReverseStress.MOST_CORNERS);
        double[] few = Arrays.copyOf(corners, ReverseStress.MOST_CORNERS);
        assertThat(ReverseStress.scan(few).cornersLeftOut()).isZero();
    }

    @Test
    void cornersThatAreNoneOrOutOfRangeOrToldTwiceAreNotCounted() {
        double[] corners = new double[2 * ReverseStress.MOST_CORNERS];
        Arrays.fill(corners, 20);
        corners[0] = 0;
        corners[1] = -0.995;
        corners[2] = 0.1;
        corners[3] = 0.1;
        ReverseStress.Scan scan = ReverseStress.scan(corners);
        assertThat(scan.moves()).hasSize(2 * ReverseStress.STEPS + 1).contains(0.1);
        assertThat(scan.cornersLeftOut()).isZero();
    }

    @Test
    void atTheMoveTheLossIsTheOneAskedFor() {
        RandomGenerator random = new Random(9);
        for (int trial = 0; trial < 300; trial++) {
            double a = random.nextDouble(-5, 5);
            double b = random.nextDouble(-5, 5);
            double loss = random.nextDouble(0.01, 3);
            DoubleUnaryOperator profit = move -> a * move + b * move * move;
            ReverseStress stress = of(loss, profit);
            String what = "seed 9, trial %s, a %s, b %s, loss %s".formatted(trial, a, b, loss);
            stress.down()
                    .ifPresent(m ->
                            assertThat(profit.applyAsDouble(m))
                                    .as(what)
                                    .isCloseTo(-loss, within(1e-9)));
            stress.up()
                    .ifPresent(m ->
                            assertThat(profit.applyAsDouble(m))
                                    .as(what)
                                    .isCloseTo(-loss, within(1e-9)));
            if (stress.up().isEmpty()) {
                for (double m = 0; m <= 9; m += 0.001) {
                    assertThat(profit.applyAsDouble(m)).as(what).isGreaterThan(-loss - 1e-3);
                }
            }
        }
    }

    @Test
    void aLossOfNothingIsAnError() {
        assertThatThrownBy(() -> of(0, move -> move)).hasMessageContaining("loss must be positive");
    }
}
