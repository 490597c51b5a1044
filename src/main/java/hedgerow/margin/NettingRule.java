package hedgerow.margin;

import hedgerow.portfolio.Instrument;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/// Which legs of an account are margined together.
public enum NettingRule {
    /// All of them.
    FULL,
    /// Those on one underlying.
    BY_UNDERLYING,
    /// Those on one underlying that end at one instant; what never ends stands together.
    BY_EXPIRY,
    /// None: each position and each order alone.
    NONE;

    /// What legs of one set have in common.
    ///
    /// @param underlying the underlying, where the rule tells them apart
    /// @param expiry when they end, where the rule tells that apart and they end
    /// @param place the leg's own number, where the rule nets nothing; else -1
    record Key(String underlying, Optional<Instant> expiry, int place) {
        static final Comparator<Key> ORDER =
                Comparator.comparing(Key::underlying)
                        .thenComparing(key -> key.expiry().orElse(Instant.MIN))
                        .thenComparingInt(Key::place);
    }

    /// The key of a leg.
    ///
    /// @param place a number that no other leg has
    Key key(Instrument instrument, int place) {
        return switch (this) {
            case FULL -> new Key("", Optional.empty(), -1);
            case BY_UNDERLYING -> new Key(instrument.underlying(), Optional.empty(), -1);
            case BY_EXPIRY -> new Key(instrument.underlying(), instrument.maturity(), -1);
            case NONE -> new Key(instrument.underlying(), instrument.maturity(), place);
        };
    }
}
