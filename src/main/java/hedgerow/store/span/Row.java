package hedgerow.store.span;

import hedgerow.market.clearing.Period;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.OptionalLong;

/// One line of a positional file that is being written.
final class Row {
    private final byte[] bytes = new byte[Layout.WIDTH + 1];
    private String what = "";
    private int end;

    /// Begins a line.
    ///
    /// @param what what it is of, for what is refused
    Row start(String type, String what) {
        Arrays.fill(bytes, (byte) ' ');
        this.what = what;
        end = 0;
        return text(Field.of("record type", 1, 2), type);
    }

    /// A text, from the left.
    ///
    /// @throws Unwritable where it is too long
    Row text(Field field, String text) {
        if (text.length() > field.length()) {
            throw unwritable(field, text, "at most " + field.length() + " characters");
        }
        byte[] latin = text.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(latin, 0, bytes, field.from() - 1, latin.length);
        if (!text.isBlank()) end = Math.max(end, field.from() - 1 + latin.length);
        return this;
    }

    /// A name in words, cut where it is too long.
    Row name(Field field, String name) {
        return text(field, name.substring(0, Math.min(name.length(), field.length())));
    }

    /// A whole number with leading zeros.
    Row digits(Field field, long digits) {
        String text = Long.toString(digits);
        if (digits < 0 || text.length() > field.length()) {
            throw unwritable(field, text, "a number of " + field.length() + " digits");
        }
        return text(field, "0".repeat(field.length() - text.length()) + text);
    }

    /// A number that must have no more than the decimals of its field.
    Row exact(Field field, double value) {
        return exact(field, value, -field.decimals());
    }

    /// A number that is digits times a power of ten.
    Row exact(Field field, double value, int exponent) {
        OptionalLong digits = Decimal.digits(value, exponent);
        if (digits.isEmpty()) {
            throw unwritable(field, "" + value, "a multiple of ten to the power of " + exponent);
        }
        return digits(field, digits.getAsLong());
    }

    /// A number, rounded to the decimals of its field.
    Row rounded(Field field, double value) {
        BigDecimal rounded =
                BigDecimal.valueOf(value)
                        .setScale(field.decimals(), RoundingMode.HALF_EVEN)
                        .scaleByPowerOfTen(field.decimals());
        return digits(field, rounded.longValue());
    }

    Row sign(Field field, double value) {
        return text(field, value < 0 ? "-" : "+");
    }

    Row date(Field field, LocalDate date) {
        return text(field, DateTimeFormatter.BASIC_ISO_DATE.format(date));
    }

    Row period(Field month, Field day, Period period) {
        if (period.isNone()) return this;
        return digits(month, period.yearMonth()).text(day, period.day());
    }

    void writeTo(OutputStream out) throws IOException {
        bytes[end] = '\n';
        out.write(bytes, 0, end + 1);
    }

    private Unwritable unwritable(Field field, String value, String allowed) {
        return new Unwritable("%s of %s".formatted(field.name(), what), value, allowed);
    }
}
