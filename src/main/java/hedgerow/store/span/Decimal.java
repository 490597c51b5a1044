package hedgerow.store.span;

import java.math.BigDecimal;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// Numbers that are written as digits with an unwritten point.
final class Decimal {
    private static final int MOST_DIGITS = 18;

    /// Powers of ten that a double holds exactly.
    private static final double[] POWERS = new double[23];

    static {
        double power = 1;
        for (int i = 0; i < POWERS.length; i++, power *= 10) POWERS[i] = power;
    }

    private Decimal() {}

    /// The double nearest to `digits` times ten to the power of `exponent`.
    static double shift(long digits, int exponent) {
        if (exponent == 0) return digits;
        boolean isExact = Math.abs(digits) < 1L << 53 && Math.abs(exponent) < POWERS.length;
        if (!isExact) return BigDecimal.valueOf(digits, -exponent).doubleValue();
        return exponent > 0 ? digits * POWERS[exponent] : digits / POWERS[-exponent];
    }

    /// The number that a text writes with digits, a sign and a point, or with an exponent; empty
    /// where it writes none.
    static OptionalDouble parse(String text) {
        int at = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        long digits = 0;
        int read = 0;
        int decimals = -1;
        for (int i = at; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' && decimals < 0) {
                decimals = 0;
            } else if (c >= '0' && c <= '9' && read < MOST_DIGITS) {
                digits = 10 * digits + c - '0';
                read++;
                if (decimals >= 0) decimals++;
            } else {
                return exotic(text);
            }
        }
        if (read == 0) return OptionalDouble.empty();
        double value = shift(digits, -Math.max(0, decimals));
        return OptionalDouble.of(text.charAt(0) == '-' && digits != 0 ? -value : value);
    }

    private static OptionalDouble exotic(String text) {
        if (!text.matches("[-+]?[0-9]+([.][0-9]*)?([eE][-+]?[0-9]{1,3})?")) {
            return OptionalDouble.empty();
        }
        double value = Double.parseDouble(text) + 0.0;
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    /// The digits that [#shift] makes `value` of; empty where there are none.
    static OptionalLong digits(double value, int exponent) {
        BigDecimal digits = BigDecimal.valueOf(value).scaleByPowerOfTen(-exponent);
        boolean isWhole = digits.stripTrailingZeros().scale() <= 0;
        boolean isLong = digits.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0;
        return isWhole && isLong ? OptionalLong.of(digits.longValueExact()) : OptionalLong.empty();
    }
}
