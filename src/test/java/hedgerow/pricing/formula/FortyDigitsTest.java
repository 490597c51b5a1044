package hedgerow.pricing.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/// The reference itself, against tables of constants.
class FortyDigitsTest {
    /// OEIS A001113 and A002392: e and ln 10.
    @Test
    void exponentialAndLogarithmHaveFortyDigits() {
        assertClose(
                FortyDigits.exp(BigDecimal.ONE), "2.718281828459045235360287471352662497757247");
        assertClose(
                FortyDigits.log(BigDecimal.TEN), "2.302585092994045684017991454684364207601101");
        BigDecimal there = FortyDigits.log(FortyDigits.exp(new BigDecimal("-123.456")));
        assertClose(there, "-123.456");
    }

    /// N(1), N(-2) and N(-5): OEIS A239382 and the error function to 50 digits in M. Abramowitz, I.
    /// Stegun, Handbook of Mathematical Functions, table 26.1 and 26.2.
    @Test
    void normalTailsAgreeWithTables() {
        assertClose(FortyDigits.normal(BigDecimal.ZERO), "0.5");
        assertThat(FortyDigits.normal(BigDecimal.ONE).toPlainString())
                .startsWith("0.841344746068542948585232545632");
        assertThat(FortyDigits.normal(BigDecimal.valueOf(-2)).toPlainString())
                .startsWith("0.022750131948179");
        assertThat(FortyDigits.normal(BigDecimal.valueOf(-5)).doubleValue())
                .isEqualTo(2.866515718791939e-7);
    }

    /// Series below 12, continued fraction above: they must meet.
    @Test
    void bothMethodsOfTheTailMeet() {
        double below = FortyDigits.normal(new BigDecimal("-11.9999999999999")).doubleValue();
        double above = FortyDigits.normal(new BigDecimal("-12.0000000000001")).doubleValue();
        assertThat(below / above - 1).isBetween(2.3e-12, 2.5e-12);
    }

    private static void assertClose(BigDecimal actual, String expected) {
        BigDecimal error = actual.subtract(new BigDecimal(expected)).abs();
        assertThat(error).isLessThan(new BigDecimal("1e-39"));
    }
}
