package hedgerow.pricing.kernel;

import static hedgerow.pricing.kernel.NormalTail.*;
import static org.assertj.core.api.Assertions.assertThat;

import hedgerow.pricing.formula.FortyDigits;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/// The polynomial against 40-digit arithmetic, in doubles and in the order of the kernels.
class NormalTailTest {
    /// And before rounding at least a fifth of that, or the polynomial has been mended.
    @Test
    void errorIsBelowThreeHalvesInTenToTheFifteen() {
        double worst = 0;
        for (int i = 0; i <= 20_000; i++) {
            double y = RANGE * i / 20_000;
            double truth = FortyDigits.normal(new BigDecimal(-y)).doubleValue();
            worst = Math.max(worst, Math.abs(tail(y) - truth));
        }
        assertThat(worst).isBetween(3e-16, 1.5e-15);
    }

    /// What lies at the end of the range is certain: one half less the tail is one half.
    @Test
    void theEndOfTheRangeRoundsToCertainty() {
        assertThat(tail(RANGE)).isPositive();
        assertThat(0.5 - tail(RANGE)).isEqualTo(0.5);
        assertThat(FortyDigits.normal(new BigDecimal(-RANGE)).doubleValue()).isLessThan(2e-17);
    }

    private static double tail(double y) {
        return NormalTails.tail(4 * y / RANGE - 4.5);
    }
}
