package hedgerow.api;

import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.Position;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One leg as it was sent and as it was understood.
///
/// @param pointer where it stands in the request
/// @param symbol the symbol as it was sent, where it was sent by symbol
/// @param currency what the caller says that the contract is settled in
/// @param position what it is
/// @param group the account, sub-account or strategy that it belongs to; may be empty
record Leg(
        String pointer,
        Optional<String> symbol,
        Optional<String> currency,
        Position position,
        String group) {
    /// A leg of no group.
    Leg(String pointer, Optional<String> symbol, Optional<String> currency, Position position) {
        this(pointer, symbol, currency, position, "");
    }

    /// The same leg in a group.
    Leg in(@Nullable String other) {
        return other == null ? this : new Leg(pointer, symbol, currency, position, other);
    }

    /// Legs as positions, in their order.
    static List<Position> positions(List<Leg> legs) {
        Position[] positions = new Position[legs.size()];
        for (int i = 0; i < positions.length; i++) positions[i] = legs.get(i).position();
        return List.of(positions);
    }

    Instrument instrument() {
        return position.instrument();
    }

    String underlying() {
        return instrument().underlying();
    }
}
