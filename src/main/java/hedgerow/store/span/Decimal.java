package hedgerow.store.span;

import java.math.BigDecimal;
import java.util.OptionalLong;

/// Numbers that are written as digits with an unwritten point.
final class Decimal {
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

    /// The digits that [#shift] makes `value` of; empty where there are none.
    static OptionalLong digits(double value, int exponent) {
        BigDecimal digits = BigDecimal.valueOf(value).scaleByPowerOfTen(-exponent);
        boolean isWhole = digits.stripTrailingZeros().scale() <= 0;
        boolean isLong = digits.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0;
        return isWhole && isLong ? OptionalLong.of(digits.longValueExact()) : OptionalLong.empty();
    }
}
