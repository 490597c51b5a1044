package hedgerow.store;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/// The most that one input may hold.
public final class Limits {
    /// Underlyings of one market.
    public static final int UNDERLYINGS = 50;

    /// Listed forwards of one underlying.
    public static final int FORWARDS = 1_000;

    /// Option quotes, and vols, of one underlying; lines of a chain.
    public static final int QUOTES = 100_000;

    /// Published arrays of one underlying.
    public static final int ARRAYS = 20_000;

    /// Scenarios of a published array.
    public static final int SCENARIOS = 1_000;

    /// Contracts of one risk-parameter file.
    public static final int CONTRACTS = 2_000_000;

    /// Currency pairs of one market.
    public static final int FX_PAIRS = 200;

    /// Characters of an id, a symbol or a contract name.
    public static final int NAME = 64;

    /// Characters of a number.
    public static final int NUMBER = 64;

    /// The highest price.
    public static final double PRICE = 1e15;

    /// The highest vol, a fraction: 10,000 % a year.
    public static final double VOL = 100;

    /// The furthest rate from zero, continuously compounded: 1,000 % a year.
    public static final double RATE = 10;

    /// Snapshots kept in memory; the oldest makes room.
    public static final int SNAPSHOTS = 64;

    /// What an instant must be, in words.
    static final String INSTANT =
            "an instant with its zone such as 2026-01-31T08:00:00Z, from 1970 to 2199";

    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant END = Instant.parse("2200-01-01T00:00:00Z");

    private Limits() {}

    /// An instant with its zone, in ISO 8601, from 1970 to 2199; else empty.
    static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant())
                    .filter(instant -> !instant.isBefore(EARLIEST) && instant.isBefore(END));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
