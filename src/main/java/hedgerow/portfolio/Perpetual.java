package hedgerow.portfolio;

import java.time.Instant;
import java.util.Optional;

/// A perpetual future, linear or inverse, valued at the perpetual's mark.
///
/// @param underlying the id of the underlying
/// @param contract size and settlement
public record Perpetual(String underlying, Contract contract) implements Instrument {
    public Perpetual {
        Require.text("underlying", underlying);
    }

    @Override
    public Optional<Instant> maturity() {
        return Optional.empty();
    }

    @Override
    public Kind kind() {
        return Kind.PERPETUAL;
    }

    @Override
    public String label() {
        return underlying + " perpetual";
    }
}
