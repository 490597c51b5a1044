package hedgerow.pricing.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LinearBlockTest {
    private static final double[] MOVES = {0.84, 1, 1.16};

    /// One future of 60,000, up and down 16 %: 9,600 either way.
    @Test
    void aFutureGainsWhatItsForwardMoves() {
        double[] out = values(60_000, 60_000, 1, MoveRow.linear(MOVES, new int[3]));
        assertThat(out).containsExactly(new double[] {-9600, 0, 9600}, within(1e-11));
    }

    /// In coins an inverse future of one coin gains `1 - 1/m` of it.
    @Test
    void anInverseFutureGainsCoins() {
        double[] out = values(60_000, 60_000, 1 / 60_000.0, MoveRow.inverse(MOVES, new int[3]));
        for (int s = 0; s < 3; s++) {
            assertThat(out[s]).isCloseTo(1 - 1 / MOVES[s], within(1e-16));
        }
    }

    @Test
    void spotIsWorthItsPrice() {
        double[] out = values(60_000, 0, 2, MoveRow.linear(MOVES, new int[3]));
        assertThat(out).containsExactly(new double[] {100_800, 120_000, 139_200}, within(1e-10));
    }

    /// A future is a call less a put of the same strike.
    @Test
    void aFutureIsACallLessAPut() {
        OptionBlock options = new OptionBlock(1);
        for (int sign : new int[] {1, -1}) {
            options.stdDev(options.add(60_000, 55_000, sign, 0.5), 0, 0.6);
        }
        MoveRow moves = MoveRow.linear(MOVES, new int[3]);
        double[] legs = new double[6];
        GridKernel.plain().value(options, moves, legs, 0, 3);
        double[] future = values(60_000, 55_000, 0.5, moves);
        for (int s = 0; s < 3; s++) {
            assertThat(legs[s] - legs[3 + s]).isCloseTo(future[s], within(1e-11));
        }
    }

    /// Variance 0.36 struck at 0.25, and after shocks of vol by a half either way.
    @Test
    void aVarianceSwapFollowsItsVolColumn() {
        LinearBlock block = new LinearBlock(1, 3);
        block.add(0, 0.25, 1_000);
        block.level(0, 0, 0.36);
        block.level(0, 1, 0.81);
        block.level(0, 2, 0.09);
        block.base(0, 110);
        double[] out = new double[4];
        MoveRow moves = MoveRow.linear(new double[] {1, 0.5, 2, 1}, new int[] {0, 1, 2, 0});
        block.value(moves, out, 0, 4);
        assertThat(out).containsExactly(new double[] {0, 450, -270, 0}, within(1e-12));
    }

    @Test
    void rowsStandAtOffsetAndStride() {
        LinearBlock block = new LinearBlock(2, 1);
        block.add(10, 0, 1);
        block.add(20, 0, 1);
        double[] out = new double[8];
        block.value(MoveRow.linear(new double[] {1, 2}, new int[2]), out, 1, 3);
        assertThat(out).containsExactly(0, 10, 20, 0, 20, 40, 0, 0);
        block.clear();
        assertThat(block.size()).isZero();
    }

    @Test
    void programmingErrorsStateTheValue() {
        LinearBlock block = new LinearBlock(1, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> block.add(Double.NaN, 0, 1))
                .withMessageContaining("forward must be finite, was NaN");
        block.clear();
        block.add(1, 1, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> block.add(1, 1, 1))
                .withMessageContaining("at most 1 rows");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> block.level(0, 1, 0.5))
                .withMessageContaining("column");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> block.level(1, 0, 0.5))
                .withMessageContaining("row 1 of 1");
    }

    private static double[] values(double forward, double reference, double scale, MoveRow moves) {
        LinearBlock block = new LinearBlock(1, 1);
        block.add(forward, reference, scale);
        double[] out = new double[moves.size()];
        block.value(moves, out, 0, moves.size());
        return out;
    }
}
