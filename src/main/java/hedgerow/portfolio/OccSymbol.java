package hedgerow.portfolio;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Symbols of the Options Clearing Corporation: root padded to six characters, yymmdd, C or P, and
/// the strike in thousandths as eight digits.
///
/// The form without padding (`AAPL261218C00200000`) is read too. A contract is 100 units. A root
/// with a digit is an adjusted or a flexible contract, whose deliverable the symbol does not tell:
/// it is refused.
///
/// Source: Options Symbology Initiative, The Options Clearing Corporation, 2008.
final class OccSymbol {
    private static final Contract CONTRACT = Contract.of(Settlement.LINEAR, 100);
    private static final int PADDED = 21;
    private static final int ROOT = 6;

    private static final Pattern FORM =
            Pattern.compile("([A-Z0-9]{1,6})( {0,5})(\\d{6})([A-Z])(\\d{8})");

    private OccSymbol() {}

    /// Empty where the text does not have OCC's form.
    static Optional<Parsed> parse(String symbol) {
        Matcher form = FORM.matcher(symbol);
        if (!form.matches()) return Optional.empty();
        if (!form.group(2).isEmpty() && symbol.length() != PADDED) return Optional.empty();
        if (form.group(1).chars().anyMatch(Character::isDigit)) {
            return SymbolParts.unknown(
                    "root "
                            + form.group(1)
                            + " names an adjusted or a flexible contract, whose"
                            + " deliverable is not known here; state the option as fields");
        }
        Optional<OccRoot> root = OccRoot.of(form.group(1));
        if (root.isEmpty()) {
            return SymbolParts.unknown(
                    "the terms of index root "
                            + form.group(1)
                            + " are not known here; state the option as fields");
        }
        return option(root.get(), form);
    }

    private static Optional<Parsed> option(OccRoot root, Matcher form) {
        Optional<LocalDate> day = SymbolParts.yymmdd(form.group(3));
        if (day.isEmpty()) return SymbolParts.unknown(form.group(3) + " is not a day, as yymmdd");
        if (!form.group(4).matches("[CP]")) {
            return SymbolParts.unknown("the right must be C or P, was " + form.group(4));
        }
        double strike = Integer.parseInt(form.group(5)) / 1_000.0;
        if (strike == 0) return SymbolParts.unknown("the strike must be positive, was 0");
        Instant expiry = day.get().atTime(root.endsAt()).atZone(OccRoot.NEW_YORK).toInstant();
        return SymbolParts.known(
                new Option(
                        root.underlying(),
                        SymbolParts.right(form.group(4)),
                        strike,
                        expiry,
                        root.style(),
                        CONTRACT),
                Venue.OCC);
    }

    /// Empty where the instrument is no listed option of standard terms.
    static Optional<String> print(Instrument instrument) {
        if (!(instrument instanceof Option option) || !option.contract().equals(CONTRACT)) {
            return Optional.empty();
        }
        return OccRoot.on(option.underlying(), option.style().exercise()).stream()
                .filter(root -> root.style().equals(option.style()))
                .flatMap(root -> print(root, option).stream())
                .findFirst();
    }

    private static Optional<String> print(OccRoot root, Option option) {
        long thousandths = Math.round(option.strike() * 1_000);
        if (thousandths > 99_999_999 || thousandths / 1_000.0 != option.strike()) {
            return Optional.empty();
        }
        return SymbolParts.dayAt(option.expiry(), root.endsAt(), OccRoot.NEW_YORK)
                .map(day ->
                        String.format(
                                Locale.ROOT,
                                "%-" + ROOT + "s%s%s%08d",
                                root.root(),
                                SymbolParts.yymmdd(day),
                                SymbolParts.letter(option.right()),
                                thousandths));
    }
}
