package hedgerow.pricing.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// The scalar reference against 40-digit arithmetic, and at the ends of what doubles can hold.
class Black76AccuracyTest {
    private static final double[] EXTREMES = {
        Double.MIN_VALUE, 1e-300, 1e-100, 1e-16, 1, 3, 1e16, 1e100, 1e300, Double.MAX_VALUE
    };

    /// Small values keep their digits, out to nine standard deviations and down to an hour at 5 %.
    @Test
    void outOfTheMoneyValuesAreRightInRelativeTerms() {
        long seed = 4;
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 3_000; i++) {
            double stdDev = StrictMath.exp(random.nextDouble(-10, 2));
            double away = random.nextDouble(0, 9);
            int sign = random.nextBoolean() ? 1 : -1;
            double strike = 60_000 * StrictMath.exp(sign * stdDev * away);
            BigDecimal truth = FortyDigits.black76(sign, 60_000, strike, stdDev);
            double value = Black76.value(sign, 60_000, strike, stdDev);
            assertThat(relativeError(value, truth))
                    .as("seed %d, case %d: %d, strike %s, s %s", seed, i, sign, strike, stdDev)
                    .isLessThan(1e-15 * (2 + away * away));
        }
    }

    @Test
    void inTheMoneyValuesAreRightToTheLastDigits() {
        long seed = 5;
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 1_000; i++) {
            double stdDev = StrictMath.exp(random.nextDouble(-10, 2));
            int sign = random.nextBoolean() ? 1 : -1;
            double strike = 60_000 * StrictMath.exp(-sign * stdDev * random.nextDouble(0, 9));
            BigDecimal truth = FortyDigits.black76(sign, 60_000, strike, stdDev);
            double value = Black76.value(sign, 60_000, strike, stdDev);
            double most = Math.max(60_000, strike);
            assertThat(truth.subtract(new BigDecimal(value)).abs().doubleValue() / most)
                    .as("seed %d, case %d: %d, strike %s, s %s", seed, i, sign, strike, stdDev)
                    .isLessThan(5e-16);
        }
    }

    /// The relative error of the standard deviation is that of the value times the condition `value
    /// / (vega s)`, which is large only where an option is nearly certain of its greatest value.
    @Test
    void impliedStdDevFindsTheOneThatWasPutIn() {
        long seed = 6;
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 20_000; i++) {
            double stdDev = StrictMath.exp(random.nextDouble(-12, 1.5));
            int sign = random.nextBoolean() ? 1 : -1;
            double strike = 60_000 * StrictMath.exp(sign * stdDev * random.nextDouble(0, 9));
            double value = Black76.value(sign, 60_000, strike, stdDev);
            double condition = value / (Black76.vega(60_000, strike, stdDev) * stdDev);
            double implied = Black76.impliedStdDev(sign, 60_000, strike, value);
            assertThat(Math.abs(implied / stdDev - 1))
                    .as("seed %d, case %d: %d, strike %s, s %s", seed, i, sign, strike, stdDev)
                    .isLessThan(5e-15 * Math.max(1, condition));
        }
    }

    @Test
    void normalTailsAreRightInRelativeTerms() {
        for (double x = -37; x < 8; x += 0.0873) {
            BigDecimal truth = FortyDigits.normal(new BigDecimal(x));
            assertThat(relativeError(NormalDistribution.cdf(x), truth))
                    .as("N(%s)", x)
                    .isLessThan(6e-16);
        }
    }

    @Test
    void nothingIsNaNForAnyPositiveInputs() {
        for (double forward : EXTREMES) {
            for (double strike : EXTREMES) {
                for (double stdDev : EXTREMES) {
                    for (int sign : new int[] {1, -1}) check(sign, forward, strike, stdDev);
                }
            }
        }
    }

    private static void check(int sign, double forward, double strike, double stdDev) {
        String at = "%d %s %s %s".formatted(sign, forward, strike, stdDev);
        double value = Black76.value(sign, forward, strike, stdDev);
        assertThat(value).as("value %s", at).isNotNaN().isNotNegative();
        assertThat(value).as("value %s", at).isLessThanOrEqualTo(sign > 0 ? forward : strike);
        assertThat(sign * Black76.delta(sign, forward, strike, stdDev))
                .as("delta %s", at)
                .isBetween(0.0, 1.0);
        assertThat(Black76.gamma(forward, strike, stdDev)).as("gamma %s", at).isNotNegative();
        assertThat(Black76.vega(forward, strike, stdDev)).as("vega %s", at).isNotNegative();
    }

    private static double relativeError(double value, BigDecimal truth) {
        return new BigDecimal(value)
                .subtract(truth)
                .divide(truth, MathContext.DECIMAL64)
                .abs()
                .doubleValue();
    }
}
