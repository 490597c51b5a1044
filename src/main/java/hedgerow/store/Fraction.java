package hedgerow.store;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A number as a file writes it, a decimal or a fraction such as `-3/4`, without rounding.
///
/// @param numerator above the line, signed
/// @param denominator below the line, above zero
record Fraction(BigDecimal numerator, BigDecimal denominator) {
    static final Fraction ONE = new Fraction(BigDecimal.ONE, BigDecimal.ONE);

    private static final String DIGITS = "(?:[0-9]{1,30}(?:\\.[0-9]{0,30})?|\\.[0-9]{1,30})";
    private static final Pattern NUMBER =
            Pattern.compile(
                    "([+-]?" + DIGITS + "(?:[eE][+-]?[0-9]{1,3})?)(?:\\s?/\\s?(" + DIGITS + "))?");

    /// The number that `text` writes; empty where it writes none.
    static Optional<Fraction> parse(String text) {
        Matcher number = NUMBER.matcher(text);
        if (!number.matches()) return Optional.empty();
        BigDecimal below = new BigDecimal(number.group(2) == null ? "1" : number.group(2));
        if (below.signum() == 0) return Optional.empty();
        return Optional.of(new Fraction(new BigDecimal(number.group(1)), below));
    }

    Fraction times(Fraction other) {
        return new Fraction(
                numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /// The nearest double.
    double value() {
        return numerator.divide(denominator, MathContext.DECIMAL128).doubleValue();
    }
}
