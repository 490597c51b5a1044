package hedgerow.pricing.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PolynomialNormalTest {
    /// Abramowitz and Stegun state an error of the error function of 1.5e-7 at most.
    @Test
    void theErrorIsAsItsSourceStates() {
        double most = 0;
        for (double x = -9; x <= 9; x += 1 / 512.0) {
            double off = Math.abs(PolynomialNormal.cdf(x) - NormalDistribution.cdf(x));
            assertThat(off).as("at %s", x).isLessThan(0.75e-7);
            most = Math.max(most, off);
        }
        assertThat(most).isGreaterThan(0.6e-7);
    }

    /// `erf(1) = 0.84270 07929 5` (Abramowitz and Stegun, table 7.1).
    @Test
    void aTabulatedValueIsMet() {
        double cdf = PolynomialNormal.cdf(Math.sqrt(2));
        assertThat(2 * cdf - 1).isCloseTo(0.84270079295, within(1.5e-7));
    }

    @Test
    void bothTailsSumToOne() {
        for (double x = 1 / 64.0; x <= 9; x += 1 / 64.0) {
            double sum = PolynomialNormal.cdf(x) + PolynomialNormal.cdf(-x);
            assertThat(sum).as("at %s", x).isCloseTo(1, within(1e-15));
        }
    }

    @Test
    void putCallParityHolds() {
        for (double strike = 50; strike <= 200; strike += 10) {
            double call = PolynomialNormal.value(1, 100, strike, 0.3);
            double put = PolynomialNormal.value(-1, 100, strike, 0.3);
            assertThat(call - put).as("at %s", strike).isCloseTo(100 - strike, within(1e-13));
        }
    }

    @Test
    void withoutADoubtLeftAnOptionIsItsIntrinsicValue() {
        assertThat(PolynomialNormal.value(1, 110, 100, 0)).isEqualTo(10);
        assertThat(PolynomialNormal.value(-1, 110, 100, 0)).isZero();
    }
}
