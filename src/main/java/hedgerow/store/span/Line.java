package hedgerow.store.span;

import hedgerow.market.clearing.Period;
import hedgerow.store.Faults;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// One line of a positional file, as if blanks followed it without end.
///
/// What cannot be read becomes a fault with line and columns, and zero or an empty text in place of
/// a value; whoever makes something of several fields asks [#isSound] before.
final class Line {
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\x80-\\x9f]");

    private final Faults faults;
    private byte[] bytes = new byte[0];
    private int start;
    private int length;
    private int number;
    private boolean sound = true;

    Line(Faults faults) {
        this.faults = faults;
    }

    /// Looks at a line.
    ///
    /// @param number counted from one
    void set(byte[] bytes, int start, int length, int number) {
        this.bytes = bytes;
        this.start = start;
        this.length = length;
        this.number = number;
        this.sound = true;
    }

    /// A copy of its bytes.
    byte[] copy() {
        return Arrays.copyOfRange(bytes, start, start + length);
    }

    int number() {
        return number;
    }

    int length() {
        return length;
    }

    /// Whether no fault was found in it.
    boolean isSound() {
        return sound;
    }

    /// The character in a column, counted from one.
    char at(int column) {
        return column > length ? ' ' : (char) (bytes[start + column - 1] & 0xff);
    }

    boolean isBlank(Field field) {
        for (int column = field.from(); column <= field.to(); column++) {
            if (at(column) != ' ') return false;
        }
        return true;
    }

    /// What stands in a field, as it stands there.
    String raw(Field field) {
        StringBuilder text = new StringBuilder(field.length());
        for (int column = field.from(); column <= field.to(); column++) text.append(at(column));
        return text.toString();
    }

    /// A text, without the blanks around it.
    String text(Field field) {
        String text = raw(field).strip();
        if (text.chars().anyMatch(Character::isISOControl)) fault(field, "printable characters");
        return text;
    }

    /// A code, which has no blanks inside.
    String word(Field field) {
        String word = text(field);
        boolean whole = !word.isEmpty() && word.indexOf(' ') < 0 && word.indexOf('/') < 0;
        if (sound && !whole) fault(field, "a code without blanks and slashes");
        return word;
    }

    /// One of some letters; a blank must be among them to be allowed.
    char letter(Field field, String allowed) {
        char letter = at(field.from());
        if (allowed.indexOf(letter) < 0) {
            String letters = allowed.strip().replaceAll("(?<=.)(?=.)", ", ");
            fault(field, letters + (allowed.indexOf(' ') < 0 ? "" : ", or a blank"));
            return allowed.charAt(0);
        }
        return letter;
    }

    /// Digits; empty where all is blank.
    OptionalLong digits(Field field) {
        if (isBlank(field)) return OptionalLong.empty();
        long value = 0;
        for (int column = field.from(); column <= field.to(); column++) {
            int digit = at(column) - '0';
            if (digit < 0 || digit > 9) {
                fault(field, field.length() + " digits, or blanks");
                return OptionalLong.empty();
            }
            value = 10 * value + digit;
        }
        return OptionalLong.of(value);
    }

    /// Digits, which must be there.
    long number(Field field) {
        OptionalLong digits = digits(field);
        if (digits.isEmpty() && isBlank(field)) fault(field, field.length() + " digits");
        return digits.orElse(0);
    }

    /// A number with the decimals of its field; zero where all is blank.
    double decimal(Field field) {
        return Decimal.shift(digits(field).orElse(0), -field.decimals());
    }

    /// A number with the decimals of its field and an exponent; zero where all is blank.
    double decimal(Field field, Field exponent, Field sign) {
        return Decimal.shift(digits(field).orElse(0), signed(exponent, sign) - field.decimals());
    }

    /// A number with a sign of its own; zero where all is blank.
    int signed(Field field, Field sign) {
        int magnitude = (int) digits(field).orElse(0);
        return letter(sign, "+- ") == '-' ? -magnitude : magnitude;
    }

    /// Whether all digits are nine, which stands for none.
    boolean isNines(Field field) {
        for (int column = field.from(); column <= field.to(); column++) {
            if (at(column) != '9') return false;
        }
        return true;
    }

    /// A period of a month CCYYMM and a day; none where both are blank or zero.
    Period period(Field month, Field day) {
        return period(month, (int) digits(month).orElse(0), text(day));
    }

    /// A period of a month YYMM of this century and a day.
    Period shortPeriod(Field month, Field day) {
        return period(month, 2000_00 + (int) number(month), text(day));
    }

    private Period period(Field month, int yearMonth, String day) {
        if (!sound) return Period.NONE;
        boolean isNone = yearMonth == 0 && (day.isEmpty() || day.equals("00"));
        try {
            return isNone ? Period.NONE : new Period(yearMonth, day.equals("00") ? "" : day);
        } catch (IllegalArgumentException e) {
            fault(month, "a contract month with a day of letters or digits, if any: " + reason(e));
            return Period.NONE;
        }
    }

    /// A date; empty where all is blank or zero.
    Optional<LocalDate> date(Field field) {
        int digits = (int) digits(field).orElse(0);
        if (digits == 0) return Optional.empty();
        try {
            return Optional.of(LocalDate.of(digits / 10_000, digits / 100 % 100, digits % 100));
        } catch (DateTimeException e) {
            fault(field, "a date CCYYMMDD");
            return Optional.empty();
        }
    }

    /// Adds a fault in a field.
    void fault(Field field, String allowed) {
        sound = false;
        faults.add("line " + number + ", " + field.place(), show(raw(field).strip()), allowed);
    }

    /// Adds a fault in the line as a whole.
    void fault(String allowed) {
        sound = false;
        faults.add("line %d, column 1".formatted(number), show(head()), allowed);
    }

    private String head() {
        int shown = Math.min(length, 60);
        return new String(bytes, start, shown, StandardCharsets.ISO_8859_1);
    }

    private static String show(String text) {
        return UNPRINTABLE.matcher(text).replaceAll("?");
    }

    static String reason(IllegalArgumentException e) {
        return String.valueOf(e.getMessage());
    }
}
