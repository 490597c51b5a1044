package hedgerow.portfolio;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/// The dates, strikes and rights that symbols of several venues are made of.
final class SymbolParts {
    static final LocalTime CRYPTO_EXPIRY_UTC = LocalTime.of(8, 0);

    private static final Pattern STRIKE = Pattern.compile("(0|[1-9]\\d{0,11})(\\.\\d{1,8})?");

    private SymbolParts() {}

    /// The day of a two-digit year of this century; empty where the calendar has none.
    static Optional<LocalDate> date(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(2000 + year, month, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// The day written as yymmdd, six digits.
    static Optional<LocalDate> yymmdd(String digits) {
        return date(
                Integer.parseInt(digits.substring(0, 2)),
                Integer.parseInt(digits.substring(2, 4)),
                Integer.parseInt(digits.substring(4, 6)));
    }

    /// A day of this century as yymmdd.
    static String yymmdd(LocalDate day) {
        return String.format(
                Locale.ROOT,
                "%02d%02d%02d",
                day.getYear() % 100,
                day.getMonthValue(),
                day.getDayOfMonth());
    }

    /// The instant at 08:00 UTC of a day, at which the crypto venues' contracts expire.
    static Instant cryptoExpiry(LocalDate day) {
        return day.atTime(CRYPTO_EXPIRY_UTC).toInstant(ZoneOffset.UTC);
    }

    /// The day of an instant at 08:00 UTC; empty at other times and outside this century.
    static Optional<LocalDate> cryptoDay(Instant expiry) {
        return dayAt(expiry, CRYPTO_EXPIRY_UTC, ZoneOffset.UTC);
    }

    /// The day of an instant that falls at `time` in `zone`, in this century.
    static Optional<LocalDate> dayAt(Instant instant, LocalTime time, ZoneId zone) {
        if (instant.isBefore(Instant.EPOCH) || instant.getEpochSecond() > 4_200_000_000L) {
            return Optional.empty();
        }
        var local = instant.atZone(zone);
        boolean fits =
                local.toLocalTime().equals(time)
                        && local.getYear() >= 2000
                        && local.getYear() < 2100;
        return fits ? Optional.of(local.toLocalDate()) : Optional.empty();
    }

    /// A positive decimal strike without sign, exponent or leading zeros.
    static OptionalDouble strike(String text) {
        if (!STRIKE.matcher(text).matches()) return OptionalDouble.empty();
        double strike = Double.parseDouble(text);
        return strike > 0 ? OptionalDouble.of(strike) : OptionalDouble.empty();
    }

    /// The strike as a decimal that [#strike] reads back; empty where it has too many digits.
    static Optional<String> strike(double strike) {
        String text = Numbers.plain(strike);
        return strike(text).isPresent() ? Optional.of(text) : Optional.empty();
    }

    static OptionRight right(String letter) {
        return letter.equals("C") ? OptionRight.CALL : OptionRight.PUT;
    }

    static String letter(OptionRight right) {
        return right == OptionRight.CALL ? "C" : "P";
    }

    static Optional<Parsed> known(Instrument instrument, Venue venue) {
        return Optional.of(new Parsed.Known(instrument, venue));
    }

    static Optional<Parsed> unknown(String reason) {
        return Optional.of(new Parsed.Unknown(reason));
    }
}
