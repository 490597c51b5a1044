package hedgerow.cli.print;

import hedgerow.portfolio.Numbers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/// Figures as people read them: thousands separators, a point for decimals, a plain minus.
public final class Figures {
    private static final int DIGITS = 6;

    private Figures() {}

    /// An amount with two decimals, such as `-94,684.04`.
    public static String money(double amount) {
        return grouped(amount, "#,##0.00");
    }

    /// An amount without decimals, such as `-94,684`.
    public static String whole(double amount) {
        return grouped(amount, "#,##0");
    }

    private static String grouped(double amount, String pattern) {
        DecimalFormat format =
                new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setRoundingMode(RoundingMode.HALF_EVEN);
        String text = format.format(amount);
        return text.matches("-0(\\.0+)?") ? text.substring(1) : text;
    }

    /// A count, a price or a quantity with its own decimals, such as `66,000` or `0.0625`.
    public static String number(double value) {
        BigDecimal rounded = new BigDecimal(value).round(new java.math.MathContext(12));
        String plain = Numbers.plain(rounded.doubleValue());
        int point = plain.indexOf('.');
        String whole = point < 0 ? plain : plain.substring(0, point);
        String sign = whole.startsWith("-") ? "-" : "";
        String grouped = whole(Double.parseDouble(whole.substring(sign.length())));
        return sign + grouped + (point < 0 ? "" : plain.substring(point));
    }

    /// A figure with few decimals, such as a delta: `-5.3427`.
    public static String brief(double value) {
        BigDecimal rounded =
                BigDecimal.valueOf(value)
                        .round(new java.math.MathContext(DIGITS))
                        .setScale(4, RoundingMode.HALF_EVEN);
        return number(rounded.doubleValue());
    }

    /// A fraction as a percentage with one decimal, such as `50.7 %`.
    public static String percent(double fraction) {
        return grouped(fraction * 100, "#,##0.0") + " %";
    }

    /// A relative move, such as `+16 %`.
    public static String move(double fraction) {
        return fraction == 0 ? "0 %" : Numbers.signedPercent(fraction);
    }
}
