package hedgerow.market;

import hedgerow.portfolio.Require;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The listed forward prices of one underlying by expiry.
///
/// Between listed expiries the annualised carry `ln(F/S)/T` is interpolated linearly in time, and
/// beyond them it is held.
///
/// @param listed forward price in the quote currency by expiry
public record ForwardCurve(SortedMap<Instant, Double> listed) {
    /// A curve that lists nothing.
    public static final ForwardCurve NONE = new ForwardCurve(new TreeMap<>());

    public ForwardCurve {
        listed.values().forEach(price -> Require.positive("forward price", price));
        listed = Collections.unmodifiableSortedMap(new TreeMap<>(listed));
    }

    /// A curve of the given prices by expiry.
    public static ForwardCurve of(Map<Instant, Double> prices) {
        return new ForwardCurve(new TreeMap<>(prices));
    }

    /// The annualised carry for `expiry` from the listed forwards after `asOf`; needs at least one.
    double carryAnnual(Instant asOf, double spot, Instant expiry) {
        SortedMap<Instant, Double> live = live(asOf);
        SortedMap<Instant, Double> before = live.headMap(expiry);
        SortedMap<Instant, Double> after = live.tailMap(expiry);
        if (before.isEmpty()) return carry(asOf, spot, after.firstKey());
        if (after.isEmpty()) return carry(asOf, spot, before.lastKey());
        Instant low = before.lastKey();
        Instant high = after.firstKey();
        double share = Years.between(low, expiry) / Years.between(low, high);
        return (1 - share) * carry(asOf, spot, low) + share * carry(asOf, spot, high);
    }

    boolean lists(Instant asOf) {
        return !live(asOf).isEmpty();
    }

    private SortedMap<Instant, Double> live(Instant asOf) {
        return listed.tailMap(asOf.plusNanos(1));
    }

    private double carry(Instant asOf, double spot, Instant expiry) {
        double forward = listed.getOrDefault(expiry, spot);
        return StrictMath.log(forward / spot) / Years.between(asOf, expiry);
    }
}
