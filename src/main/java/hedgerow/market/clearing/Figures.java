package hedgerow.market.clearing;

import hedgerow.portfolio.Require;
import java.util.OptionalDouble;

/// The figures of one contract beside its array.
///
/// @param price the settlement price, where there is one
/// @param impliedVol the implied vol, where there is one, as a fraction
/// @param compositeDelta the composite delta of one contract held long, before any scaling
public record Figures(OptionalDouble price, OptionalDouble impliedVol, double compositeDelta) {
    public Figures {
        if (price.isPresent()) Require.finite("price", price.getAsDouble());
        if (impliedVol.isPresent()) Require.notNegative("impliedVol", impliedVol.getAsDouble());
        Require.finite("compositeDelta", compositeDelta);
    }
}
