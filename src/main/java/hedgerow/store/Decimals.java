package hedgerow.store;

import java.util.OptionalDouble;
import java.util.regex.Pattern;

/// Decimal numbers as text.
///
/// Stricter than [Double#parseDouble]: no blanks, no hexadecimal, no type letters, no `NaN` or
/// `Infinity`, and nothing that is too large for a double. A number too small for one is zero.
final class Decimals {
    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,9})?");

    private Decimals() {}

    /// The double nearest to a decimal number; empty where the text is none or is too large.
    static OptionalDouble parse(String text) {
        if (text.length() > Limits.NUMBER || !DECIMAL.matcher(text).matches()) {
            return OptionalDouble.empty();
        }
        double value = Double.parseDouble(text);
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}
