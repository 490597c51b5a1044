package hedgerow.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/// Decimals of eighteen digits against the exact value of the double.
class Fixed18Test {
    private static final long SEED = 20_261_122;

    private static void assertExact(double figure) {
        BigDecimal exact = new BigDecimal(figure);
        assertThat(Fixed18.up(figure))
                .as("up of %s, seed %s", figure, SEED)
                .isEqualTo(exact.setScale(18, RoundingMode.CEILING).toPlainString());
        assertThat(Fixed18.down(figure))
                .as("down of %s, seed %s", figure, SEED)
                .isEqualTo(exact.setScale(18, RoundingMode.FLOOR).toPlainString());
    }

    @Test
    void figuresOfAnySizeAreTheirExactValueRoundedOneWay() {
        RandomGenerator random = new SplittableRandom(SEED);
        for (int i = 0; i < 100_000; i++) {
            double figure = StrictMath.scalb(random.nextDouble(-1, 1), random.nextInt(-80, 80));
            assertExact(figure);
        }
    }

    @Test
    void figuresAtTheEdgesAreTheirExactValueRoundedOneWay() {
        double[] edges = {
            0,
            1,
            0.1,
            0x1p-11,
            Math.nextDown(0x1p-11),
            Math.nextUp(0x1p-11),
            Math.nextDown(1),
            Math.nextDown(2),
            Math.nextUp(1),
            0x1p52 + 0.5,
            0x1p53,
            0x1p62,
            Math.nextDown(0x1p62),
            0x1p63,
            1e18,
            0.000_488_281_250_000_001,
            Double.MIN_VALUE,
            Double.MAX_VALUE
        };
        for (double edge : edges) {
            assertExact(edge);
            assertExact(-edge);
        }
    }
}
