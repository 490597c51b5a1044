package hedgerow.api;

import hedgerow.api.body.PresetBody;
import hedgerow.api.body.ProtectionBody;
import hedgerow.hedge.Protection;
import hedgerow.portfolio.Contract;
import hedgerow.portfolio.Future;
import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.Option;
import hedgerow.portfolio.OptionRight;
import hedgerow.portfolio.Perpetual;
import hedgerow.portfolio.Position;
import hedgerow.portfolio.Settlement;
import hedgerow.portfolio.VarianceSwap;
import hedgerow.store.Fault;
import hedgerow.store.Faults;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/// Reads hedges of well-known shapes.
///
/// @param faults where what is wrong goes
record PresetReader(Faults faults) {
    private static final double STRESS = -0.30;
    private static final double FINANCING_RATE = 0.10;

    /// Vol points in one.
    private static final double POINTS = 100;

    /// The legs of a preset, in the order in which they are traded; empty where there is a fault.
    List<Leg> legs(PresetBody body, String pointer) {
        PresetBody.Kind kind = body.kind();
        String underlying = body.underlying();
        Double quantity = body.quantity();
        if (kind == null || underlying == null || underlying.isBlank() || quantity == null) {
            return List.of();
        }
        Shape shape = new Shape(body, underlying, pointer);
        switch (kind) {
            case PROTECTIVE_PUT -> shape.option(OptionRight.PUT, "strike", body.strike(), quantity);
            case COLLAR -> {
                shape.option(OptionRight.PUT, "strike", body.strike(), quantity);
                shape.option(OptionRight.CALL, "callStrike", body.callStrike(), -quantity);
            }
            case PUT_SPREAD -> {
                shape.option(OptionRight.PUT, "strike", body.strike(), quantity);
                shape.option(OptionRight.PUT, "lowerStrike", body.lowerStrike(), -quantity);
            }
            case FUTURE ->
                    shape.given("expiry", body.expiry())
                            .ifPresent(expiry ->
                                    shape.add(
                                            new Future(underlying, expiry, shape.contract()),
                                            -quantity));
            case PERPETUAL -> shape.add(new Perpetual(underlying, shape.contract()), -quantity);
            case VARIANCE_SWAP -> shape.varianceSwap(quantity);
        }
        return shape.legs;
    }

    /// How a hedge is measured; empty where it is not asked for, or there is a fault in it.
    ///
    /// @param isPreset whether the hedge is a preset, which is always measured
    Optional<Protection.Terms> terms(
            @Nullable ProtectionBody body, boolean isPreset, SortedSet<String> underlyings) {
        if (body == null && !isPreset) return Optional.empty();
        String named = body == null ? null : body.underlying();
        if (named == null && underlyings.size() != 1) {
            faults.add(Fault.missing("/protection/underlying", "one of " + underlyings));
            return Optional.empty();
        }
        Double move = body == null ? null : body.stressMove();
        Double rate = body == null ? null : body.financingRateAnnual();
        return Optional.of(
                new Protection.Terms(
                        named == null ? underlyings.first() : named,
                        move == null ? STRESS : move,
                        rate == null ? FINANCING_RATE : rate));
    }

    /// The legs of one preset as they are put together.
    private final class Shape {
        private final List<Leg> legs = new ArrayList<>();
        private final PresetBody body;
        private final String underlying;
        private final String pointer;

        Shape(PresetBody body, String underlying, String pointer) {
            this.body = body;
            this.underlying = underlying;
            this.pointer = pointer;
        }

        Contract contract() {
            Settlement settlement = body.settlement();
            return Contract.of(settlement == null ? Settlement.LINEAR : settlement, 1);
        }

        <T> Optional<T> given(String field, @Nullable T value) {
            String at = pointer + "/" + field;
            if (value == null && !faults.isAt(at)) {
                faults.add(Fault.missing(at, "a value: this kind of hedge needs it"));
            }
            return Optional.ofNullable(value);
        }

        void option(OptionRight right, String field, @Nullable Double strike, double quantity) {
            Optional<Instant> expiry = given("expiry", body.expiry());
            Optional<Double> at = given(field, strike);
            if (expiry.isEmpty() || at.isEmpty() || !(at.get() > 0)) return;
            Option.Style style = Option.Style.EUROPEAN;
            add(new Option(underlying, right, at.get(), expiry.get(), style, contract()), quantity);
        }

        /// A swap of which the vega at its strike is one unit of the quote currency a point.
        void varianceSwap(double vega) {
            Optional<Instant> expiry = given("expiry", body.expiry());
            Optional<Double> vol = given("strikeVol", body.strikeVol());
            Optional<Instant> start = given("start", body.start());
            if (expiry.isEmpty() || vol.isEmpty() || start.isEmpty() || !(vol.get() > 0)) return;
            if (!start.get().isBefore(expiry.get())) {
                String allowed = "an instant before " + expiry.get();
                faults.add(pointer + "/start", start.get().toString(), allowed);
                return;
            }
            add(
                    new VarianceSwap(
                            underlying,
                            VarianceSwap.Measure.VARIANCE,
                            vol.get(),
                            new VarianceSwap.Accrual(start.get(), expiry.get(), 0),
                            POINTS / (2 * vol.get())),
                    vega);
        }

        void add(Instrument instrument, double quantity) {
            legs.add(
                    new Leg(
                            pointer,
                            Optional.empty(),
                            Optional.empty(),
                            new Position(instrument, quantity)));
        }
    }
}
