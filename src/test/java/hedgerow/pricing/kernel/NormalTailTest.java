package hedgerow.pricing.kernel;

import static hedgerow.pricing.kernel.NormalTail.*;
import static org.assertj.core.api.Assertions.assertThat;

import hedgerow.pricing.formula.FortyDigits;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/// The polynomial against 40-digit arithmetic, in doubles and in the order of the kernels.
class NormalTailTest {
    private static final double[] COEFFICIENTS = {
        C0, C1, C2, C3, C4, C5, C6, C7, C8, C9, C10, C11, C12, C13, C14, C15, C16, C17
    };

    /// And before rounding at least a third of that, or the polynomial has been mended.
    @Test
    void errorIsOneInTenToTheFifteen() {
        double worst = 0;
        for (int i = 0; i <= 4_000; i++) {
            double y = RANGE * i / 4_000;
            double truth = FortyDigits.normal(new BigDecimal(-y)).doubleValue();
            worst = Math.max(worst, Math.abs(tail(y) - truth));
        }
        assertThat(worst).isBetween(3e-16, 1.1e-15);
    }

    /// What lies at the end of the range is certain: one half less the tail is one half.
    @Test
    void theEndOfTheRangeRoundsToCertainty() {
        assertThat(tail(RANGE)).isPositive();
        assertThat(0.5 - tail(RANGE)).isEqualTo(0.5);
        assertThat(FortyDigits.normal(new BigDecimal(-RANGE)).doubleValue()).isLessThan(2e-17);
    }

    private static double tail(double y) {
        double root = 4 * y / RANGE - 4.5;
        double x = root * root - MIDDLE;
        double p = horner(16, x * x) + x * horner(17, x * x);
        return p * p * (p * p);
    }

    /// The even or the odd powers, from `degree` down.
    private static double horner(int degree, double square) {
        double sum = COEFFICIENTS[degree];
        for (int k = degree - 2; k >= 0; k -= 2) sum = sum * square + COEFFICIENTS[k];
        return sum;
    }
}
