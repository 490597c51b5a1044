package hedgerow.portfolio;

import java.time.Instant;
import java.util.Optional;

/// A dated future, linear or inverse, valued at the underlying's forward for its expiry.
///
/// @param underlying the id of the underlying
/// @param expiry the instant at which it settles
/// @param contract size and settlement
public record Future(String underlying, Instant expiry, Contract contract) implements Instrument {
    public Future {
        Require.text("underlying", underlying);
    }

    @Override
    public Optional<Instant> maturity() {
        return Optional.of(expiry);
    }

    @Override
    public Kind kind() {
        return Kind.FUTURE;
    }

    @Override
    public String label() {
        return underlying + " " + expiry + " future";
    }
}
