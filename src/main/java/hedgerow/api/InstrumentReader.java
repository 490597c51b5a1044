package hedgerow.api;

import hedgerow.api.body.InstrumentBody;
import hedgerow.api.body.InstrumentBody.Delivers;
import hedgerow.api.body.InstrumentBody.Premium;
import hedgerow.api.body.InstrumentBody.Style;
import hedgerow.api.body.InstrumentBody.Type;
import hedgerow.api.body.InstrumentBody.Unit;
import hedgerow.portfolio.Contract;
import hedgerow.portfolio.ContractUnit;
import hedgerow.portfolio.Deliverable;
import hedgerow.portfolio.Exercise;
import hedgerow.portfolio.Future;
import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.ListedContract;
import hedgerow.portfolio.Option;
import hedgerow.portfolio.OptionRight;
import hedgerow.portfolio.Perpetual;
import hedgerow.portfolio.PremiumStyle;
import hedgerow.portfolio.Settlement;
import hedgerow.portfolio.Spot;
import hedgerow.portfolio.VarianceSwap;
import hedgerow.store.Faults;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Turns an instrument that was spelt out as fields into what the models read.
final class InstrumentReader {
    private final InstrumentBody body;
    private final String pointer;
    private final Faults faults;

    private InstrumentReader(InstrumentBody body, String pointer, Faults faults) {
        this.body = body;
        this.pointer = pointer;
        this.faults = faults;
    }

    /// The instrument; empty where there is a fault in it.
    static Optional<Instrument> read(InstrumentBody body, String pointer, Faults faults) {
        if (body.type() == null) return Optional.empty();
        boolean complete = InstrumentFields.check(body, body.type(), pointer, faults);
        if (!complete || !hasText(body.underlying())) return Optional.empty();
        return new InstrumentReader(body, pointer, faults).instrument(body.type());
    }

    private static boolean hasText(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    private Optional<Instrument> instrument(Type type) {
        String underlying = given(body.underlying());
        return switch (type) {
            case SPOT -> contract().map(contract -> new Spot(underlying, contract));
            case FUTURE -> contract().map(contract -> new Future(underlying, expiry(), contract));
            case PERPETUAL -> contract().map(contract -> new Perpetual(underlying, contract));
            case OPTION -> option(underlying);
            case VARIANCE_SWAP -> swap(underlying, VarianceSwap.Measure.VARIANCE);
            case VOLATILITY_SWAP -> swap(underlying, VarianceSwap.Measure.VOLATILITY);
            case LISTED -> Optional.of(new ListedContract(underlying, given(body.contract())));
        };
    }

    private Optional<Contract> contract() {
        boolean quote = body.unit() == Unit.QUOTE;
        if (quote && settlement() == Settlement.LINEAR) {
            faults.add(pointer + "/unit", "quote", "base, or quote with settlement inverse");
            return Optional.empty();
        }
        ContractUnit unit = quote ? ContractUnit.QUOTE : ContractUnit.BASE;
        return positive("multiplier", multiplier())
                ? Optional.of(new Contract(settlement(), multiplier(), unit))
                : Optional.empty();
    }

    private Optional<Instrument> option(String underlying) {
        OptionRight right = given(body.right());
        double strike = given(body.strike());
        boolean american = body.style() == Style.AMERICAN;
        boolean futures = body.premium() == Premium.FUTURES;
        if (american && settlement() == Settlement.INVERSE) {
            faults.add(pointer + "/style", "american", "european for an inverse option");
        } else if (american && futures) {
            faults.add(
                    pointer + "/style",
                    "american",
                    "european where the premium is paid by variation margin: such an option is"
                            + " never exercised early");
        } else if (positive("strike", strike)) {
            Option.Style style =
                    new Option.Style(
                            american ? Exercise.AMERICAN : Exercise.EUROPEAN,
                            futures ? PremiumStyle.FUTURES : PremiumStyle.PREMIUM,
                            body.deliverable() == Delivers.FUTURE
                                    ? Deliverable.FUTURE
                                    : Deliverable.SPOT);
            return contract()
                    .map(size -> new Option(underlying, right, strike, expiry(), style, size));
        }
        return Optional.empty();
    }

    private Optional<Instrument> swap(String underlying, VarianceSwap.Measure measure) {
        Instant start = given(body.start());
        double strikeVol = given(body.strikeVol());
        double realisedVol = body.realisedVol() == null ? 0 : body.realisedVol();
        if (!start.isBefore(expiry())) {
            faults.add(pointer + "/start", start.toString(), "an instant before " + expiry());
            return Optional.empty();
        }
        if (strikeVol < 0 || realisedVol < 0 || !positive("multiplier", multiplier())) {
            return Optional.empty();
        }
        VarianceSwap.Accrual accrual = new VarianceSwap.Accrual(start, expiry(), realisedVol);
        return Optional.of(new VarianceSwap(underlying, measure, strikeVol, accrual, multiplier()));
    }

    /// Whether a number can be used; where not, its bounds have made it a fault already.
    private boolean positive(String field, double value) {
        if (value > 0 && Double.isFinite(value)) return true;
        faults.add(pointer + "/" + field, Double.toString(value), "a number above 0");
        return false;
    }

    private Settlement settlement() {
        return body.settlement() == null ? Settlement.LINEAR : body.settlement();
    }

    private double multiplier() {
        return body.multiplier() == null ? 1 : body.multiplier();
    }

    private Instant expiry() {
        return given(body.expiry());
    }

    /// A field that [InstrumentFields] has found to be there.
    private static <T> T given(@Nullable T field) {
        if (field == null) throw new IllegalStateException("a required field was let through");
        return field;
    }
}
