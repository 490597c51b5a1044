package hedgerow.portfolio;

import java.time.Instant;
import java.util.Optional;

/// A contract whose risk array is published by a clearing house instead of being priced here.
///
/// @param underlying the id of the underlying or combined commodity
/// @param contractId the contract's name in the published arrays
public record ListedContract(String underlying, String contractId) implements Instrument {
    public ListedContract {
        Require.text("underlying", underlying);
        Require.text("contractId", contractId);
    }

    @Override
    public Optional<Instant> maturity() {
        return Optional.empty();
    }

    @Override
    public Kind kind() {
        return Kind.LISTED;
    }

    @Override
    public String label() {
        return underlying + " " + contractId;
    }
}
