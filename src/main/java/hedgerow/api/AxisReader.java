package hedgerow.api;

import hedgerow.api.body.CurveAxisBody;
import hedgerow.api.body.LiquidationRangeBody;
import hedgerow.api.body.ShiftBody;
import hedgerow.hedge.CurveAxis;
import hedgerow.hedge.CurveAxis.Over;
import hedgerow.hedge.CurveAxis.VolMeasure;
import hedgerow.hedge.LiquidationPrice;
import hedgerow.scenario.MarketShift;
import hedgerow.store.Fault;
import hedgerow.store.Faults;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/// Reads what a market is moved along.
///
/// @param underlyings the ids of all that is held, ordered or would be traded
/// @param faults where what is wrong goes
record AxisReader(SortedSet<String> underlyings, Faults faults) {
    private static final int POINTS = 61;
    private static final double LOWEST = -0.999;
    private static final double HIGHEST = 1_000;

    /// A range of spot moves of one underlying.
    ///
    /// @param underlying the id
    /// @param range the moves
    record SpotRange(String underlying, LiquidationPrice.Range range) {}

    /// The axis of a curve; empty where there is a fault in it.
    Optional<CurveAxis> axis(@Nullable CurveAxisBody body, String pointer) {
        if (body == null) return Optional.empty();
        Over over = body.over();
        Double from = body.from();
        Double to = body.to();
        if (over == null || from == null || to == null) return Optional.empty();
        boolean inside = inside(over, from, pointer + "/from") & inside(over, to, pointer + "/to");
        boolean ordered = ordered(from, to, pointer);
        VolMeasure measure = body.volMoves() == null ? VolMeasure.RELATIVE : body.volMoves();
        Optional<String> underlying = underlying(body.underlying(), over, pointer);
        if (!inside || !ordered || underlying.isEmpty()) return Optional.empty();
        int points = body.points() == null ? POINTS : body.points();
        if (points < 2) return Optional.empty();
        return shift(body.shift(), underlying.get(), measure)
                .map(fixed -> new CurveAxis(over, from, to, points, measure, fixed));
    }

    /// The range of a search for liquidations; empty where there is a fault in it.
    Optional<SpotRange> range(@Nullable LiquidationRangeBody body, String pointer) {
        LiquidationPrice.Range wide = LiquidationPrice.Range.WIDE;
        Double low = body == null ? null : body.from();
        Double high = body == null ? null : body.to();
        double from = low == null ? wide.lowestMove() : low;
        double to = high == null ? wide.highestMove() : high;
        boolean inside =
                inside(Over.SPOT, from, pointer + "/from") & inside(Over.SPOT, to, pointer + "/to");
        boolean ordered = ordered(from, to, pointer);
        String named = body == null ? null : body.underlying();
        Optional<String> underlying = underlying(named, Over.SPOT, pointer);
        if (!inside || !ordered) return Optional.empty();
        return underlying.map(id -> new SpotRange(id, new LiquidationPrice.Range(from, to)));
    }

    private boolean inside(Over over, double place, String pointer) {
        double low = over == Over.DAYS ? 0 : over == Over.SPOT ? LOWEST : -100;
        double high = over == Over.DAYS ? 36_500 : over == Over.SPOT ? HIGHEST : 100;
        if (place >= low && place <= high) return true;
        faults.add(pointer, Double.toString(place), "a number from " + low + " to " + high);
        return false;
    }

    private boolean ordered(double from, double to, String pointer) {
        if (from < to) return true;
        faults.add(pointer + "/from", Double.toString(from), "a number below to, which is " + to);
        return false;
    }

    /// The underlying that is named, or the only one; over days it decides nothing.
    private Optional<String> underlying(@Nullable String named, Over over, String pointer) {
        if (named != null) return named.isBlank() ? Optional.empty() : Optional.of(named);
        if (underlyings.size() == 1 || over == Over.DAYS && !underlyings.isEmpty()) {
            return Optional.of(underlyings.first());
        }
        String allowed =
                underlyings.isEmpty() ? "the id of an underlying" : "one of " + underlyings;
        faults.add(Fault.missing(pointer + "/underlying", allowed));
        return Optional.empty();
    }

    private static Optional<MarketShift> shift(
            @Nullable ShiftBody body, String underlying, VolMeasure measure) {
        MarketShift none = MarketShift.none(underlying);
        if (body == null) return Optional.of(none);
        double spot = body.spot() == null ? 0 : body.spot();
        double vol = body.vol() == null ? 0 : body.vol();
        double days = body.days() == null ? 0 : body.days();
        if (spot <= -1 || days < 0) return Optional.empty();
        return Optional.of(
                none.withSpotMove(spot)
                        .withVolShock(measure.shock(vol))
                        .withPassed(CurveAxis.days(days)));
    }
}
