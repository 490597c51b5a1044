package hedgerow.store.span;

import hedgerow.market.clearing.Figures;
import hedgerow.market.clearing.Period;
import hedgerow.market.clearing.ProductFamily;
import hedgerow.market.clearing.ProductFamily.Quotation;
import hedgerow.market.clearing.RiskParametersBuilder;
import hedgerow.market.clearing.Series;
import hedgerow.portfolio.OptionRight;
import hedgerow.store.Faults;
import hedgerow.store.Limits;
import hedgerow.store.span.Layout.Array;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/// Records 81 and 82, or 83 and 84: the risk arrays, two lines each.
///
/// A contract is read as it comes where records P, 2 and B of its series came before it; else its
/// lines are kept until the end of the file.
final class ArrayRecords {
    private static final int SHORT_DIGITS = 5;
    private static final int LONG_DIGITS = 8;

    /// The columns of the series in a line, but for the right, which stands among them.
    private static final int SERIES_FROM = 3;

    private static final int SERIES_TO = 46;
    private static final int CONTRACT_TO = 54;

    private final Faults faults;
    private final FamilyRecords families;
    private final CommodityRecords commodities;
    private final SeriesRecords series;
    private final RiskParametersBuilder builder;
    private final List<Pair> pending = new ArrayList<>();
    private final double[] losses = new double[Array.FIRST + Array.SECOND];
    private final Set<ProductFamily.Key> undescribed = new HashSet<>();
    private final Line held;
    private boolean isHeld;
    private Optional<Resolved> last = Optional.empty();
    private int count;

    private record Pair(byte[] first, byte[] second, int line) {}

    /// A series, and how its lines are read.
    private record Resolved(byte[] columns, Series.Key key, int place, Scale scale) {
        boolean isOf(Line line) {
            for (int column = SERIES_FROM; column <= SERIES_TO; column++) {
                boolean isRight = column == Array.RIGHT.from();
                if (!isRight && columns[column - SERIES_FROM] != (byte) line.at(column)) {
                    return false;
                }
            }
            return true;
        }
    }

    private record Scale(int arrayExponent, Quotation quotation, double valueFactor) {}

    ArrayRecords(
            Faults faults,
            FamilyRecords families,
            CommodityRecords commodities,
            SeriesRecords series,
            RiskParametersBuilder builder) {
        this.faults = faults;
        this.families = families;
        this.commodities = commodities;
        this.series = series;
        this.builder = builder;
        this.held = new Line(faults);
    }

    /// Takes a record 81 or 83.
    void first(Line line) {
        endPair();
        held.set(line.copy(), 0, line.length(), line.number());
        isHeld = true;
        count++;
        if (count > Limits.CONTRACTS) line.fault("at most " + Limits.CONTRACTS + " contracts");
    }

    /// Sees to it that no first line stands alone.
    void endPair() {
        if (isHeld) held.fault("a record 8" + (isLong(held) ? 4 : 2) + " in the next line");
        isHeld = false;
    }

    /// Takes a record 82 or 84.
    void second(Line line) {
        if (!isHeld) {
            line.fault("a record 8" + (isLong(line) ? 3 : 1) + " in the line before");
            return;
        }
        isHeld = false;
        if (isLong(held) != isLong(line)) {
            line.fault("a record 8" + (isLong(held) ? 4 : 2) + ", as the line before begins one");
            return;
        }
        for (int column = SERIES_FROM; column <= CONTRACT_TO; column++) {
            if (held.at(column) != line.at(column)) {
                line.fault(
                        Field.of("contract", SERIES_FROM, CONTRACT_TO),
                        "the contract of the line before");
                return;
            }
        }
        if (!last.map(l -> l.isOf(line)).orElse(false) && !resolve(line, false)) {
            if (line.isSound()) pending.add(new Pair(held.copy(), line.copy(), held.number()));
            return;
        }
        last.ifPresent(resolved -> contract(held, line, resolved));
    }

    private static boolean isLong(Line line) {
        return line.at(2) >= '3';
    }

    /// Finds the series of a line; false where it is not yet known.
    private boolean resolve(Line line, boolean isLast) {
        last = Optional.empty();
        Optional<ProductFamily.Key> key =
                FamilyRecords.key(line, Array.EXCHANGE, Array.COMMODITY, Array.TYPE);
        if (key.isEmpty()) return false;
        Period future = line.period(Array.FUTURE_MONTH, Array.FUTURE_DAY);
        Period option = line.period(Array.OPTION_MONTH, Array.OPTION_DAY);
        Optional<Series.Key> name =
                SeriesRecords.key(line, key.get(), future, option, Array.OPTION_MONTH);
        if (name.isEmpty() || !line.isSound()) return false;
        Optional<ProductFamily> family = families.family(key.get());
        Optional<CommodityRecords.Member> member = commodities.member(key.get());
        if (family.isEmpty() || member.isEmpty()) {
            if (isLast && undescribed.add(key.get())) {
                line.fault(Array.COMMODITY, "a family that records P and 2 describe");
            }
            return false;
        }
        OptionalInt place =
                isLast ? OptionalInt.of(series.lastPlace(name.get())) : series.place(name.get());
        if (place.isEmpty()) return false;
        byte[] columns = new byte[SERIES_TO - SERIES_FROM + 1];
        for (int i = 0; i < columns.length; i++) columns[i] = (byte) line.at(SERIES_FROM + i);
        Scale scale =
                new Scale(
                        member.get().arrayExponent(),
                        family.get().quotation(),
                        family.get().terms().valueFactor());
        last = Optional.of(new Resolved(columns, name.get(), place.getAsInt(), scale));
        return true;
    }

    /// Reads the contracts that were kept until every definition had come.
    void finish() {
        endPair();
        Line first = new Line(faults);
        Line second = new Line(faults);
        for (Pair pair : pending) {
            if (faults.isFull()) return;
            first.set(pair.first(), 0, pair.first().length, pair.line());
            second.set(pair.second(), 0, pair.second().length, pair.line() + 1);
            boolean isKnown = last.map(l -> l.isOf(first)).orElse(false) || resolve(first, true);
            if (isKnown) last.ifPresent(resolved -> contract(first, second, resolved));
        }
        pending.clear();
    }

    private void contract(Line first, Line second, Resolved resolved) {
        boolean isLong = isLong(first);
        Array.Tail tail = isLong ? Array.LONG : Array.SHORT;
        int digits = isLong ? LONG_DIGITS : SHORT_DIGITS;
        int exponent = resolved.scale().arrayExponent();
        values(first, digits, 0, Array.FIRST, exponent);
        values(second, digits, Array.FIRST, Array.SECOND, exponent);
        Optional<OptionRight> right = right(first, resolved);
        double strike = strike(first, second, tail, resolved);
        Figures figures = figures(first, second, tail, resolved);
        checkValueFactor(second, tail, resolved);
        if (!first.isSound() || !second.isSound()) return;
        try {
            builder.contract(resolved.place(), right, strike, figures, losses);
        } catch (IllegalArgumentException e) {
            first.fault(
                    Field.of("contract", SERIES_FROM, CONTRACT_TO),
                    "what can be: " + Line.reason(e));
        }
    }

    private void values(Line line, int digits, int from, int values, int exponent) {
        int column = Array.VALUES;
        for (int i = 0; i < values; i++) {
            long value = 0;
            for (int d = 0; d < digits; d++) {
                int digit = line.at(column + d) - '0';
                if (digit < 0 || digit > 9) {
                    line.fault(
                            Field.of("a" + (from + i + 1), column, column + digits - 1),
                            digits + " digits");
                    return;
                }
                value = 10 * value + digit;
            }
            char sign = line.at(column + digits);
            if (sign != '+' && sign != '-') {
                line.fault(Field.at("sign of a" + (from + i + 1), column + digits), "+, -");
                return;
            }
            losses[from + i] = Decimal.shift(sign == '-' ? -value : value, exponent);
            column += digits + 1;
        }
    }

    private static Optional<OptionRight> right(Line line, Resolved resolved) {
        if (!resolved.key().family().kind().isOption()) {
            line.letter(Array.RIGHT, " ");
            return Optional.empty();
        }
        char right = line.letter(Array.RIGHT, "CP");
        return Optional.of(right == 'C' ? OptionRight.CALL : OptionRight.PUT);
    }

    private static double strike(Line first, Line second, Array.Tail tail, Resolved resolved) {
        if (!resolved.key().family().kind().isOption()) {
            if (first.digits(Array.STRIKE).orElse(0) != 0) {
                first.fault(Array.STRIKE, "zeros, as this is no option");
            }
            return 0;
        }
        long digits = first.number(Array.STRIKE);
        boolean isNegative = second.letter(tail.strikeSign(), "+- ") == '-';
        int decimals = resolved.scale().quotation().strikeDecimals();
        return Decimal.shift(isNegative ? -digits : digits, -decimals);
    }

    private static Figures figures(Line first, Line second, Array.Tail tail, Resolved resolved) {
        double delta = Decimal.shift(second.number(tail.delta()), -tail.delta().decimals());
        boolean isShort = second.letter(tail.deltaSign(), "+-") == '-';
        OptionalDouble vol =
                SeriesRecords.known(second, tail.vol(), tail.volExponent(), tail.volExponentSign());
        return new Figures(
                price(first, second, tail, resolved), vol, isShort && delta != 0 ? -delta : delta);
    }

    /// The settlement price, of which all nines say that there is none.
    private static OptionalDouble price(
            Line first, Line second, Array.Tail tail, Resolved resolved) {
        boolean isInFirst = first.letter(tail.flag(), "YN ") == 'Y';
        Line line = isInFirst ? first : second;
        Field field = isInFirst ? tail.price() : tail.settlement();
        if (line.isNines(field)) return OptionalDouble.empty();
        long digits = line.number(field);
        boolean isNegative = second.letter(tail.settlementSign(), "+- ") == '-';
        int decimals = resolved.scale().quotation().settlementDecimals();
        return OptionalDouble.of(Decimal.shift(isNegative ? -digits : digits, -decimals));
    }

    private static void checkValueFactor(Line line, Array.Tail tail, Resolved resolved) {
        double own = line.decimal(tail.valueFactor());
        if (own != 0 && own != resolved.scale().valueFactor()) {
            line.fault(tail.valueFactor(), "the value factor of its family, or none");
        }
    }
}
