package hedgerow.api;

import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.Position;
import java.util.Optional;

/// One leg as it was sent and as it was understood.
///
/// @param pointer where it stands in the request
/// @param symbol the symbol as it was sent, where it was sent by symbol
/// @param currency what the caller says that the contract is settled in
/// @param position what it is
record Leg(String pointer, Optional<String> symbol, Optional<String> currency, Position position) {
    Instrument instrument() {
        return position.instrument();
    }
}
