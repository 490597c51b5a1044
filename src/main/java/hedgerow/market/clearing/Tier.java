package hedgerow.market.clearing;

import java.util.OptionalDouble;

/// Months that are looked at together.
///
/// @param number its number, by which spreads name it
/// @param first its first period
/// @param last its last period
/// @param rate of a tier of the short option minimum, its rate
public record Tier(int number, Period first, Period last, OptionalDouble rate) {
    public Tier {
        if (number < 1) throw new IllegalArgumentException("tier must be positive, was " + number);
        if (first.yearMonth() > last.yearMonth()) {
            throw new Contradiction(
                    "tier %d must not start after it ends, was %s to %s"
                            .formatted(number, first, last));
        }
    }

    /// A tier without a rate.
    public static Tier of(int number, Period first, Period last) {
        return new Tier(number, first, last, OptionalDouble.empty());
    }

    /// Whether a period belongs to it.
    public boolean holds(Period period) {
        return period.isWithin(first, last);
    }
}
