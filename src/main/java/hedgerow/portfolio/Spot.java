package hedgerow.portfolio;

import java.time.Instant;
import java.util.Optional;

/// The underlying itself: a coin, a share, an index basket.
///
/// @param underlying the id of the underlying
/// @param contract units per contract; spot is linear, so the settlement must be `LINEAR`
public record Spot(String underlying, Contract contract) implements Instrument {
    public Spot {
        Require.text("underlying", underlying);
        if (contract.settlement() != Settlement.LINEAR) {
            throw new IllegalArgumentException("spot settlement must be LINEAR, was INVERSE");
        }
    }

    /// One unit of the underlying.
    public static Spot of(String underlying) {
        return new Spot(underlying, Contract.LINEAR);
    }

    @Override
    public Optional<Instant> maturity() {
        return Optional.empty();
    }

    @Override
    public Kind kind() {
        return Kind.SPOT;
    }

    @Override
    public String label() {
        return underlying + " spot";
    }
}
