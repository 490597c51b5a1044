package hedgerow.market;

import java.time.Duration;
import java.time.Instant;

/// Time as a fraction of a year of 365 days.
public final class Years {
    /// Seconds in a year of 365 days.
    public static final double SECONDS = 365 * 86_400.0;

    private Years() {}

    /// Years from `start` to `end`; negative where `end` comes first.
    public static double between(Instant start, Instant end) {
        return seconds(start, end) / SECONDS;
    }

    /// Seconds from `start` to `end`, with their fraction.
    public static double seconds(Instant start, Instant end) {
        Duration time = Duration.between(start, end);
        return time.getSeconds() + time.getNano() * 1e-9;
    }
}
