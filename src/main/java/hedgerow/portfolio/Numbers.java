package hedgerow.portfolio;

import java.math.BigDecimal;

/// Numbers as people write them.
public final class Numbers {
    private Numbers() {}

    /// The shortest decimal that reads back as `value`, without exponent or trailing zeros.
    public static String plain(double value) {
        BigDecimal exact = BigDecimal.valueOf(value);
        return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
    }

    /// A fraction as a signed percentage, such as `+16 %` for 0.16.
    public static String signedPercent(double fraction) {
        String digits = plain(Math.rint(Math.abs(fraction) * 1e6) / 1e4);
        return (fraction < 0 ? "-" : fraction > 0 ? "+" : "") + digits + " %";
    }
}
