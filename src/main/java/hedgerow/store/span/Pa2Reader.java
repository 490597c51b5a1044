package hedgerow.store.span;

import hedgerow.market.clearing.Conversion;
import hedgerow.market.clearing.Publication;
import hedgerow.market.clearing.Publication.Requirement;
import hedgerow.market.clearing.Publication.Session;
import hedgerow.market.clearing.RiskParameters;
import hedgerow.market.clearing.RiskParametersBuilder;
import hedgerow.store.Fault;
import hedgerow.store.Faults;
import hedgerow.store.Reading;
import hedgerow.store.span.Layout.Combination;
import hedgerow.store.span.Layout.CombinationLeg;
import hedgerow.store.span.Layout.CombinationOption;
import hedgerow.store.span.Layout.Currency;
import hedgerow.store.span.Layout.Exchange;
import hedgerow.store.span.Layout.Header;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Risk-parameter files in the expanded positional format (`.pa2`, format `U2`).
///
/// Lines are latin-1, with or without carriage returns; blanks at their end may be cut or added.
/// Records may stand in any order, but for the two lines of an array; files in the usual order,
/// definitions before arrays, are read in one pass. Amounts come out in whole units of currency,
/// with decimals and risk exponents put on them.
///
/// Records of combinations (X, Y, Z) and exchanges (1) are checked, and nothing is kept of them.
/// Records of other types are passed over and named in the notes. Anything else that is wrong
/// refuses the file, with line and columns of each fault; after as many faults as are told, reading
/// stops.
///
/// Source: CME Group, "Risk Parameter File Layouts for the Positional Formats".
public final class Pa2Reader {
    private final Faults faults = new Faults();
    private final RiskParametersBuilder builder = new RiskParametersBuilder();
    private final FamilyRecords families = new FamilyRecords();
    private final CommodityRecords commodities = new CommodityRecords(faults);
    private final SeriesRecords series = new SeriesRecords(faults, families, commodities, builder);
    private final ArrayRecords arrays =
            new ArrayRecords(faults, families, commodities, series, builder);
    private final InterRecords inter = new InterRecords(faults);
    private final Map<String, Passed> passed = new TreeMap<>();
    private Optional<Place> header = Optional.empty();
    private int combinations;

    /// Lines that were passed over.
    private record Passed(int first, int count) {
        static Passed one(int line) {
            return new Passed(line, 1);
        }

        Passed and(Passed other) {
            return new Passed(first, count + other.count);
        }
    }

    private Pa2Reader() {}

    /// Reads a file; the caller closes the stream.
    ///
    /// @throws IOException where the stream fails; never for what is in it
    public static Reading<RiskParameters> read(InputStream in) throws IOException {
        return new Pa2Reader().readAll(new Lines(in));
    }

    private Reading<RiskParameters> readAll(Lines lines) throws IOException {
        Line line = new Line(faults);
        while (!faults.isFull() && lines.next(line)) {
            if (line.isSound()) take(line);
        }
        if (faults.isFull()) {
            faults.add(Fault.missing("", "fewer faults; reading stopped at line " + line.number()));
            return new Reading.Refused<>(faults.list());
        }
        finish();
        Optional<RiskParameters> read = faults.isEmpty() ? build() : Optional.empty();
        return read.isPresent()
                ? new Reading.Value<>(read.get(), notes(lines))
                : new Reading.Refused<>(faults.list());
    }

    private void take(Line line) {
        if (line.length() > Layout.WIDTH) {
            line.fault(
                    Field.of("beyond the record", Layout.WIDTH + 1, line.length()),
                    "blanks, as records have at most " + Layout.WIDTH + " columns");
            return;
        }
        char second = line.at(2);
        if (line.at(1) == '8' && second >= '1' && second <= '4') {
            if (second == '1' || second == '3') arrays.first(line);
            else arrays.second(line);
            return;
        }
        arrays.endPair();
        if (second == ' ') definition(line);
        else passOver(line);
    }

    private void definition(Line line) {
        switch (line.at(1)) {
            case '0' -> header(line);
            case '1' -> line.word(Exchange.EXCHANGE);
            case '2' -> commodities.definition(line);
            case '3' -> commodities.intra(line);
            case '4' -> commodities.spot(line);
            case '5' -> commodities.group(line);
            case '6' -> inter.take(line);
            case 'B' -> series.take(line);
            case 'C' -> commodities.tierSpread(line);
            case 'E' -> commodities.seriesSpread(line);
            case 'P' -> families.take(line);
            case 'S' -> commodities.scan(line);
            case 'T' -> conversion(line);
            case 'X' -> combination(line);
            case 'Y' -> combinationOption(line);
            case 'Z' -> combinationLeg(line);
            default -> passOver(line);
        }
    }

    /// Passes over a record of a type that carries nothing for margin.
    private void passOver(Line line) {
        boolean isType = isCapitalOrDigit(line.at(1));
        if (!isType || !(line.at(2) == ' ' || isCapitalOrDigit(line.at(2)))) {
            line.fault(
                    Field.of("record type", 1, 2),
                    "a capital letter or digit, and such or a blank");
            return;
        }
        String type = ("" + line.at(1) + line.at(2)).strip();
        passed.merge(type, Passed.one(line.number()), Passed::and);
    }

    private static boolean isCapitalOrDigit(char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
    }

    private void header(Line line) {
        if (header.isPresent()) {
            line.fault("one record 0; line " + header.get().line() + " is one");
            return;
        }
        header = Optional.of(Place.of(line, Header.COMPLEX));
        String organisation = line.word(Header.COMPLEX);
        Optional<LocalDate> date = line.date(Header.DATE);
        if (line.isSound() && date.isEmpty()) line.fault(Header.DATE, "a date CCYYMMDD");
        if (!line.text(Header.FORMAT).equals("U2")) {
            line.fault(Header.FORMAT, "U2, the expanded unpacked format");
        }
        boolean isIntraday = line.letter(Header.SESSION, "SI") == 'I';
        boolean isInitial = line.letter(Header.REQUIREMENT, "MI ") == 'I';
        boolean isCapped = line.letter(Header.CAPPED, "NY ") == 'Y';
        String qualifier = line.text(Header.IDENTIFIER);
        if (!line.isSound() || date.isEmpty()) return;
        builder.publication(
                new Publication(
                        organisation,
                        date.get(),
                        isIntraday ? Session.INTRADAY : Session.SETTLEMENT,
                        qualifier,
                        isInitial ? Requirement.INITIAL : Requirement.MAINTENANCE,
                        isCapped));
    }

    private void conversion(Line line) {
        String from = line.word(Currency.FROM);
        String to = line.word(Currency.TO);
        double rate = Decimal.shift(line.number(Currency.RATE), -Currency.RATE.decimals());
        if (line.isSound() && !(rate > 0)) line.fault(Currency.RATE, "a number above zero");
        if (!line.isSound()) return;
        try {
            builder.conversion(new Conversion(from, to, rate));
        } catch (IllegalArgumentException e) {
            line.fault(Currency.RATE, "one rate for two currencies: " + Line.reason(e));
        }
    }

    private void combination(Line line) {
        combinations++;
        line.letter(Combination.METHOD, "SDM");
        line.word(Combination.COMMODITY);
        line.digits(Combination.OFFSET);
    }

    private void combinationOption(Line line) {
        combinations++;
        line.word(CombinationOption.COMBINATION);
        line.word(CombinationOption.OPTION);
    }

    private void combinationLeg(Line line) {
        combinations++;
        line.word(CombinationLeg.EXCHANGE);
        line.word(CombinationLeg.COMMODITY);
        line.period(CombinationLeg.MONTH, CombinationLeg.DAY);
        line.digits(CombinationLeg.NUMBER);
        line.letter(CombinationLeg.SIDE, "AB");
        line.digits(CombinationLeg.RATIO);
        line.word(CombinationLeg.LEG_COMMODITY);
        line.word(CombinationLeg.LEG_TYPE);
        line.period(CombinationLeg.LEG_MONTH, CombinationLeg.LEG_DAY);
    }

    private void finish() {
        if (header.isEmpty()) {
            faults.add(
                    Fault.missing("line 1, column 1", "a record 0, which names the organisation"));
        }
        families.tell(commodities, builder);
        commodities.tell(families, builder);
        inter.tell(commodities, builder);
        arrays.finish();
        series.tell();
    }

    private Optional<RiskParameters> build() {
        try {
            return Optional.of(builder.build());
        } catch (IllegalArgumentException e) {
            faults.add(Fault.missing("", "what fits together: " + Line.reason(e)));
            return Optional.empty();
        }
    }

    private List<String> notes(Lines lines) {
        List<String> notes = new ArrayList<>();
        passed.forEach((type, some) ->
                notes.add(
                        "%d records %s are passed over, the first is line %d"
                                .formatted(some.count(), type, some.first())));
        if (combinations > 0) {
            notes.add(
                    "%d records X, Y and Z are not used: combinations are margined by their own"
                                    .formatted(combinations)
                            + " arrays");
        }
        if (families.alone() > 0) {
            notes.add(
                    families.alone()
                            + " families belong to no combined commodity and are left out");
        }
        if (families.aligned() > 0) {
            notes.add(
                    families.aligned()
                            + " families have an alignment of prices, which is not applied");
        }
        if (series.without() > 0) {
            notes.add(
                    series.without() + " series have no record B: their deltas are scaled by one");
        }
        if (lines.endsOpen()) notes.add("the last line has no end; the file may be cut there");
        return notes;
    }
}
