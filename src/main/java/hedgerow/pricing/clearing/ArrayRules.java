package hedgerow.pricing.clearing;

import hedgerow.market.clearing.PointSet;
import java.util.OptionalInt;

/// How arrays are built.
///
/// @param points the scenarios, and the points of the composite delta
/// @param base what losses are measured from
/// @param futures how a future moves
/// @param digits digits after the point that losses are rounded to, half up by magnitude; empty for
///   no rounding
public record ArrayRules(PointSet points, Base base, Futures futures, OptionalInt digits) {

    /// What losses are measured from.
    public enum Base {
        /// The model's value at the current price and vol, before any time passes: where nothing
        /// moves and no time passes, nothing is lost.
        MODEL,
        /// The settlement price.
        SETTLEMENT
    }

    /// How a future moves.
    public enum Futures {
        /// By the scan range itself, whatever time passes.
        LINEAR,
        /// By the scan range of what it delivers, carried forward to its expiry: the spot is its
        /// own price discounted at the rate, and grows at it over the time that is left after the
        /// look-ahead. So long and short lose differently.
        CARRIED
    }

    /// The same rules with other scenarios.
    ArrayRules with(PointSet other) {
        return new ArrayRules(other, base, futures, digits);
    }
}
