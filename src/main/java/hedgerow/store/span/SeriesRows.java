package hedgerow.store.span;

import hedgerow.market.clearing.ProductFamily;
import hedgerow.market.clearing.ScanRange;
import hedgerow.market.clearing.ScanRange.Basis;
import hedgerow.market.clearing.ScanRange.Range;
import hedgerow.market.clearing.Series;
import hedgerow.store.span.Layout.Calculation;
import java.io.IOException;
import java.io.OutputStream;

/// Writes records B: what the arrays of a series were computed from.
final class SeriesRows {
    private final Row row;
    private final OutputStream out;

    SeriesRows(Row row, OutputStream out) {
        this.row = row;
        this.out = out;
    }

    /// The record of a series, unless it would say nothing.
    void write(Series series, ProductFamily family, int riskExponent) throws IOException {
        boolean isOrdinary =
                series.scaling() == 1 && series.valueFactor() == family.terms().valueFactor();
        if (series.calculation().isEmpty() && isOrdinary) return;
        Series.Key key = series.key();
        boolean isOption = key.family().kind().isOption();
        row.start("B", "series %s %s".formatted(key.family(), key.period()))
                .text(Calculation.EXCHANGE, key.family().exchange())
                .text(Calculation.COMMODITY, key.family().commodity())
                .text(Calculation.TYPE, key.family().kind().name())
                .period(
                        Calculation.FUTURE_MONTH,
                        Calculation.FUTURE_DAY,
                        isOption ? key.underlyingPeriod() : key.period());
        if (isOption) {
            row.period(Calculation.OPTION_MONTH, Calculation.OPTION_DAY, key.period());
        }
        row.exact(Calculation.SCALING, series.scaling())
                .text(Calculation.MODEL, family.quotation().pricingModel())
                .exact(Calculation.VALUE_FACTOR, series.valueFactor());
        if (series.calculation().isPresent()) {
            calculation(series.calculation().get(), riskExponent);
        }
        row.writeTo(out);
    }

    private void calculation(Series.Calculation calculation, int riskExponent) {
        ScanRange scan = calculation.scan();
        boolean isRelative = scan.price().basis() == Basis.RELATIVE;
        boolean isVolRelative = scan.vol().basis() == Basis.RELATIVE;
        row.rounded(Calculation.VOL, calculation.vol().orElse(0))
                .exact(
                        Calculation.VOL_SCAN,
                        symmetric(scan.vol()),
                        -Calculation.VOL_SCAN.decimals() - (isVolRelative ? 2 : 0))
                .rounded(Calculation.RATE, calculation.rateAnnual())
                .rounded(Calculation.TIME, calculation.time().expiryYears())
                .rounded(Calculation.LOOK_AHEAD, calculation.lookAheadYears())
                .rounded(Calculation.YIELD, calculation.yieldAnnual())
                .text(Calculation.VOL_SCAN_BASIS, isVolRelative ? "P" : "A")
                .text(Calculation.PRICE_SCAN_BASIS, isRelative ? "P" : "A");
        priceScan(symmetric(scan.price()), isRelative ? -2 : riskExponent);
        scan.extreme()
                .ifPresent(extreme ->
                        row.exact(Calculation.MULTIPLE, extreme.multiple())
                                .exact(Calculation.COVER, extreme.cover()));
        calculation.time().expiry().ifPresent(expiry -> row.date(Calculation.EXPIRY, expiry));
    }

    /// The price scan range, with an exponent of its own where it needs one.
    private void priceScan(double range, int exponent) {
        int own = 0;
        while (own > -5 && Decimal.digits(range, exponent + own).isEmpty()) own--;
        row.exact(Calculation.PRICE_SCAN, range, exponent + own);
        if (own < 0) {
            row.digits(Calculation.PRICE_SCAN_EXPONENT, -own)
                    .text(Calculation.PRICE_SCAN_EXPONENT_SIGN, "-");
        }
    }

    private static double symmetric(Range range) {
        if (range.up() != range.down()) {
            throw new Unwritable("scan range", range.toString(), "the same both ways");
        }
        return range.up();
    }
}
