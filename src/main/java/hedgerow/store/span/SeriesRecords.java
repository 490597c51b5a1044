package hedgerow.store.span;

import hedgerow.market.clearing.Period;
import hedgerow.market.clearing.ProductFamily;
import hedgerow.market.clearing.RiskParametersBuilder;
import hedgerow.market.clearing.ScanRange;
import hedgerow.market.clearing.ScanRange.Basis;
import hedgerow.market.clearing.ScanRange.Range;
import hedgerow.market.clearing.Series;
import hedgerow.store.Faults;
import hedgerow.store.span.Layout.Calculation;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// Records B: what the arrays of a series were computed from, and its delta scaling.
///
/// A series without a record B has a scaling of one and the value factor of its family.
final class SeriesRecords {
    private static final int PERCENT = 2;

    private final Faults faults;
    private final FamilyRecords families;
    private final CommodityRecords commodities;
    private final RiskParametersBuilder builder;
    private final Map<Series.Key, Draft> drafts = new LinkedHashMap<>();
    private final Map<Series.Key, Integer> places = new HashMap<>();
    private int without;

    /// One record B; money is in digits until the risk exponent is known.
    private record Draft(
            double scaling,
            double valueFactor,
            Money priceScan,
            Range volScan,
            Optional<ScanRange.Extreme> extreme,
            Rest rest,
            Place place) {}

    private record Money(long digits, int exponent, Basis basis) {}

    private record Rest(
            OptionalDouble vol,
            double rateAnnual,
            double yieldAnnual,
            Series.Time time,
            double lookAheadYears) {}

    SeriesRecords(
            Faults faults,
            FamilyRecords families,
            CommodityRecords commodities,
            RiskParametersBuilder builder) {
        this.faults = faults;
        this.families = families;
        this.commodities = commodities;
        this.builder = builder;
    }

    /// How many series have contracts and no record B.
    int without() {
        return without;
    }

    void take(Line line) {
        Optional<ProductFamily.Key> family =
                FamilyRecords.key(
                        line, Calculation.EXCHANGE, Calculation.COMMODITY, Calculation.TYPE);
        if (family.isEmpty()) return;
        Period future = line.period(Calculation.FUTURE_MONTH, Calculation.FUTURE_DAY);
        Period option = line.period(Calculation.OPTION_MONTH, Calculation.OPTION_DAY);
        Optional<Series.Key> key =
                key(line, family.get(), future, option, Calculation.OPTION_MONTH);
        Draft draft = draft(line);
        if (!line.isSound() || key.isEmpty()) return;
        families.model(family.get(), line.text(Calculation.MODEL));
        Draft before = drafts.putIfAbsent(key.get(), draft);
        if (before != null) {
            line.fault(
                    Calculation.COMMODITY,
                    "each series once; line " + before.place().line() + " has it too");
        }
    }

    /// The series of a contract, where its fields can be.
    static Optional<Series.Key> key(
            Line line, ProductFamily.Key family, Period future, Period option, Field optionMonth) {
        if (!line.isSound()) return Optional.empty();
        if (!family.kind().isOption()) {
            if (!option.isNone()) line.fault(optionMonth, "no month, as this is no option");
            return Optional.of(Series.Key.of(family, future));
        }
        if (option.isNone()) line.fault(optionMonth, "a month CCYYMM");
        return Optional.of(new Series.Key(family, option, future.isNone() ? option : future));
    }

    private Draft draft(Line line) {
        OptionalDouble vol =
                known(
                        line,
                        Calculation.VOL,
                        Calculation.VOL_EXPONENT,
                        Calculation.VOL_EXPONENT_SIGN);
        Series.Time time =
                new Series.Time(line.date(Calculation.EXPIRY), line.decimal(Calculation.TIME));
        Rest rest =
                new Rest(
                        vol,
                        line.decimal(Calculation.RATE),
                        line.decimal(Calculation.YIELD),
                        time,
                        line.decimal(Calculation.LOOK_AHEAD));
        return new Draft(
                line.decimal(Calculation.SCALING),
                line.decimal(
                        Calculation.VALUE_FACTOR,
                        Calculation.VALUE_EXPONENT,
                        Calculation.VALUE_EXPONENT_SIGN),
                priceScan(line),
                volScan(line),
                extreme(line),
                rest,
                Place.of(line, Calculation.COMMODITY));
    }

    /// A vol, of which zero and all nines say that there is none.
    static OptionalDouble known(Line line, Field field, Field exponent, Field sign) {
        if (line.isNines(field)) return OptionalDouble.empty();
        double vol = line.decimal(field, exponent, sign);
        return vol == 0 ? OptionalDouble.empty() : OptionalDouble.of(vol);
    }

    private static Money priceScan(Line line) {
        int exponent =
                line.signed(Calculation.PRICE_SCAN_EXPONENT, Calculation.PRICE_SCAN_EXPONENT_SIGN);
        return new Money(
                line.digits(Calculation.PRICE_SCAN).orElse(0),
                exponent,
                basis(line, Calculation.PRICE_SCAN_BASIS));
    }

    private static Range volScan(Line line) {
        Basis basis = basis(line, Calculation.VOL_SCAN_BASIS);
        int exponent =
                line.signed(Calculation.VOL_SCAN_EXPONENT, Calculation.VOL_SCAN_EXPONENT_SIGN)
                        - Calculation.VOL_SCAN.decimals()
                        - (basis == Basis.RELATIVE ? PERCENT : 0);
        long digits = line.digits(Calculation.VOL_SCAN).orElse(0);
        return Range.of(Decimal.shift(digits, exponent), basis);
    }

    private static Basis basis(Line line, Field field) {
        return line.letter(field, "AP ") == 'P' ? Basis.RELATIVE : Basis.ABSOLUTE;
    }

    private static Optional<ScanRange.Extreme> extreme(Line line) {
        double multiple = line.decimal(Calculation.MULTIPLE);
        double cover = line.decimal(Calculation.COVER);
        return multiple > 0 && cover > 0
                ? Optional.of(new ScanRange.Extreme(multiple, cover))
                : Optional.empty();
    }

    /// The place of a series whose record B has come.
    OptionalInt place(Series.Key key) {
        Integer place = places.get(key);
        if (place != null) return OptionalInt.of(place);
        return drafts.containsKey(key) ? OptionalInt.of(add(key)) : OptionalInt.empty();
    }

    /// The place of a series that has a record B, or never will.
    int lastPlace(Series.Key key) {
        OptionalInt place = place(key);
        if (place.isPresent()) return place.getAsInt();
        without++;
        return add(key);
    }

    private int add(Series.Key key) {
        ProductFamily family = families.family(key.family()).orElseThrow();
        CommodityRecords.Member member = commodities.member(key.family()).orElseThrow();
        int place = builder.series(series(key, family, member, drafts.get(key)));
        places.put(key, place);
        return place;
    }

    private static Series series(
            Series.Key key,
            ProductFamily family,
            CommodityRecords.Member member,
            @Nullable Draft draft) {
        double valueFactor = family.terms().valueFactor();
        if (draft == null) return new Series(key, 1, valueFactor, Optional.empty());
        Money money = draft.priceScan();
        double priceScan =
                money.basis() == Basis.RELATIVE
                        ? Decimal.shift(money.digits(), money.exponent() - PERCENT)
                        : Decimal.shift(money.digits(), money.exponent() + member.riskExponent());
        Rest rest = draft.rest();
        Series.Calculation calculation =
                new Series.Calculation(
                        new ScanRange(
                                Range.of(priceScan, money.basis()),
                                draft.volScan(),
                                draft.extreme()),
                        rest.vol(),
                        rest.rateAnnual(),
                        rest.yieldAnnual(),
                        rest.time(),
                        rest.lookAheadYears());
        return new Series(
                key,
                draft.scaling() > 0 ? draft.scaling() : 1,
                draft.valueFactor() > 0 ? draft.valueFactor() : valueFactor,
                Optional.of(calculation));
    }

    /// Hands over every series that no contract has called for.
    void tell() {
        drafts.forEach((key, draft) -> {
            if (families.family(key.family()).isEmpty()) {
                draft.place().fault(faults, "a family that a record P describes");
            } else if (commodities.member(key.family()).isPresent() && !places.containsKey(key)) {
                add(key);
            }
        });
    }
}
