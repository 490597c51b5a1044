package hedgerow.market.clearing;

import hedgerow.portfolio.Require;

/// A contract period: a month, with the day or week code of contracts that have one.
///
/// Written as `202512`, `20251112` or `202511W1`; a contract without a period, such as a physical,
/// has [#NONE], written `-`. In order of month, then day.
///
/// @param yearMonth year times 100 plus month, such as 202512; zero for none
/// @param day two or three letters or digits, or empty
public record Period(int yearMonth, String day) implements Comparable<Period> {
    /// No period.
    public static final Period NONE = new Period(0, "");

    public Period {
        boolean month = yearMonth % 100 >= 1 && yearMonth % 100 <= 12;
        if (yearMonth != 0 && (!month || yearMonth < 1000_00 || yearMonth > 9999_99)) {
            throw new IllegalArgumentException("period must be CCYYMM, was " + yearMonth);
        }
        boolean code = day.length() <= 3 && day.chars().allMatch(Character::isLetterOrDigit);
        if (!code || (yearMonth == 0 && !day.isEmpty())) {
            throw new IllegalArgumentException(
                    "day code must be up to three letters or digits, was '" + day + "'");
        }
    }

    /// A month without a day.
    public static Period ofMonth(int yearMonth) {
        return new Period(yearMonth, "");
    }

    /// The period that `text` writes, as [#toString] does.
    ///
    /// @throws IllegalArgumentException where it writes none
    public static Period of(String text) {
        Require.text("period", text);
        if (text.equals("-")) return NONE;
        String digits = text.substring(0, Math.min(6, text.length()));
        if (digits.length() < 6 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new IllegalArgumentException("period must start with CCYYMM, was " + text);
        }
        return new Period(Integer.parseInt(digits), text.substring(6));
    }

    /// Whether there is no period.
    public boolean isNone() {
        return yearMonth == 0;
    }

    /// Whether this lies between two periods, both included; one without a day stands for its whole
    /// month.
    public boolean isWithin(Period first, Period last) {
        return !isBefore(first) && !last.isBefore(this);
    }

    /// Whether this ends before `other` starts.
    private boolean isBefore(Period other) {
        if (yearMonth != other.yearMonth) return yearMonth < other.yearMonth;
        return !day.isEmpty() && !other.day.isEmpty() && day.compareTo(other.day) < 0;
    }

    @Override
    public int compareTo(Period other) {
        int byMonth = Integer.compare(yearMonth, other.yearMonth);
        return byMonth != 0 ? byMonth : day.compareTo(other.day);
    }

    @Override
    public String toString() {
        return isNone() ? "-" : "%06d%s".formatted(yearMonth, day);
    }
}
