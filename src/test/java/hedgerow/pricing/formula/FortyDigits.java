package hedgerow.pricing.formula;

import java.math.BigDecimal;
import java.math.MathContext;

/// The Black-76 value and what it is made of in long decimal arithmetic, by methods that share
/// nothing with the code under test: Taylor series, Newton steps and a continued fraction.
///
/// Inputs are taken as the exact numbers that their doubles are. Results have at least 40 correct
/// digits; of a normal tail even at 1e-40.
public final class FortyDigits {
    private static final MathContext DIGITS = new MathContext(100);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal ROOT_TWO_PI = pi().multiply(TWO, DIGITS).sqrt(DIGITS);

    private FortyDigits() {}

    /// The undiscounted value of a call (`sign` 1) or a put (-1) with `stdDev` above zero.
    public static BigDecimal black76(
            int sign, BigDecimal forward, BigDecimal strike, double stdDev) {
        BigDecimal s = new BigDecimal(stdDev);
        BigDecimal x = log(forward.divide(strike, DIGITS));
        BigDecimal d1 = x.divide(s, DIGITS).add(s.multiply(HALF), DIGITS);
        BigDecimal d2 = d1.subtract(s, DIGITS);
        BigDecimal call =
                forward.multiply(normal(d1), DIGITS).subtract(strike.multiply(normal(d2)), DIGITS);
        return sign > 0 ? call : call.subtract(forward).add(strike);
    }

    /// The value where all inputs are doubles.
    public static BigDecimal black76(int sign, double forward, double strike, double stdDev) {
        return black76(sign, new BigDecimal(forward), new BigDecimal(strike), stdDev);
    }

    /// The standard normal distribution function.
    public static BigDecimal normal(BigDecimal x) {
        BigDecimal tail = tail(x.abs());
        return x.signum() < 0 ? tail : BigDecimal.ONE.subtract(tail);
    }

    private static BigDecimal tail(BigDecimal y) {
        if (y.doubleValue() > 60) return BigDecimal.ZERO;
        BigDecimal density = exp(y.multiply(y).multiply(HALF).negate()).divide(ROOT_TWO_PI, DIGITS);
        if (y.doubleValue() > 12) return density.divide(fraction(y), DIGITS);
        BigDecimal square = y.multiply(y, DIGITS);
        BigDecimal term = y;
        BigDecimal sum = y;
        for (int k = 1; term.signum() != 0 && term.compareTo(new BigDecimal("1e-100")) > 0; k++) {
            term = term.multiply(square, DIGITS).divide(BigDecimal.valueOf(2L * k + 1), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        return HALF.subtract(density.multiply(sum, DIGITS));
    }

    /// Laplace's `y + 1/(y + 2/(y + 3/(y + ...)))`.
    private static BigDecimal fraction(BigDecimal y) {
        BigDecimal value = y;
        for (int k = 200; k > 0; k--) {
            value = y.add(BigDecimal.valueOf(k).divide(value, DIGITS), DIGITS);
        }
        return value;
    }

    /// The exponential function.
    public static BigDecimal exp(BigDecimal x) {
        int halvings = Math.max(0, 10 + Math.getExponent(Math.abs(x.doubleValue()) + 1e-300));
        BigDecimal small = x.divide(TWO.pow(halvings), DIGITS);
        BigDecimal term = BigDecimal.ONE;
        BigDecimal sum = BigDecimal.ONE;
        for (int k = 1; k <= 40; k++) {
            term = term.multiply(small, DIGITS).divide(BigDecimal.valueOf(k), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        for (int k = 0; k < halvings; k++) sum = sum.multiply(sum, DIGITS);
        return sum;
    }

    /// The natural logarithm.
    public static BigDecimal log(BigDecimal x) {
        BigDecimal y = new BigDecimal(Math.log(x.doubleValue()));
        for (int i = 0; i < 3; i++) {
            BigDecimal power = exp(y);
            BigDecimal step = x.subtract(power).multiply(TWO).divide(x.add(power), DIGITS);
            y = y.add(step, DIGITS);
        }
        return y;
    }

    /// Machin's formula.
    private static BigDecimal pi() {
        return BigDecimal.valueOf(16)
                .multiply(arctanOfInverse(5))
                .subtract(BigDecimal.valueOf(4).multiply(arctanOfInverse(239)), DIGITS);
    }

    private static BigDecimal arctanOfInverse(int n) {
        MathContext digits = new MathContext(DIGITS.getPrecision() + 5);
        BigDecimal term = BigDecimal.ONE.divide(BigDecimal.valueOf(n), digits);
        BigDecimal sum = term;
        for (int k = 1; k < 80; k++) {
            term = term.divide(BigDecimal.valueOf((long) -n * n), digits);
            sum = sum.add(term.divide(BigDecimal.valueOf(2L * k + 1), digits), digits);
        }
        return sum;
    }
}
