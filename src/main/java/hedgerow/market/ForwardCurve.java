package hedgerow.market;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The listed forwards of one underlying by expiry.
///
/// Between listed expiries the annualised carry `ln(F/S)/T` is interpolated linearly in time, and
/// beyond them it is held.
///
/// @param listed what is quoted by expiry
public record ForwardCurve(SortedMap<Instant, ForwardQuote> listed) {
    /// A curve that lists nothing.
    public static final ForwardCurve NONE = new ForwardCurve(new TreeMap<>());

    public ForwardCurve {
        listed = Collections.unmodifiableSortedMap(new TreeMap<>(listed));
    }

    /// A curve of the given prices by expiry.
    public static ForwardCurve of(Map<Instant, Double> prices) {
        TreeMap<Instant, ForwardQuote> quotes = new TreeMap<>();
        prices.forEach((expiry, price) -> quotes.put(expiry, ForwardQuote.of(price)));
        return new ForwardCurve(quotes);
    }

    /// The annualised carry for `expiry` from the listed forwards after `asOf`; needs at least one.
    double carryAnnual(Instant asOf, double spot, Instant expiry) {
        SortedMap<Instant, ForwardQuote> live = live(asOf);
        SortedMap<Instant, ForwardQuote> before = live.headMap(expiry);
        SortedMap<Instant, ForwardQuote> after = live.tailMap(expiry);
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

    /// What is quoted for exactly this expiry.
    public Optional<ForwardQuote> quote(Instant expiry) {
        return Optional.ofNullable(listed.get(expiry));
    }

    private SortedMap<Instant, ForwardQuote> live(Instant asOf) {
        return listed.tailMap(asOf.plusNanos(1));
    }

    private double carry(Instant asOf, double spot, Instant expiry) {
        double forward = quote(expiry).map(ForwardQuote::price).orElse(spot);
        return StrictMath.log(forward / spot) / Years.between(asOf, expiry);
    }
}
