package hedgerow.market;

import hedgerow.portfolio.Require;
import java.util.OptionalDouble;

/// What is quoted for one expiry of an underlying.
///
/// @param price the forward price in the quote currency, positive
/// @param rateAnnual continuously compounded rate to this expiry; empty where that of the
///   underlying holds
/// @param confidence how sure the source of this expiry's forward, rate and vols is, from 0 to 1;
///   empty where not given
public record ForwardQuote(double price, OptionalDouble rateAnnual, OptionalDouble confidence) {
    public ForwardQuote {
        Require.positive("forward price", price);
        rateAnnual.ifPresent(rate -> Require.finite("rateAnnual", rate));
        confidence.ifPresent(share -> Require.between("confidence", share, 0, 1));
    }

    /// A price alone.
    public static ForwardQuote of(double price) {
        return new ForwardQuote(price, OptionalDouble.empty(), OptionalDouble.empty());
    }
}
