package hedgerow.market;

import hedgerow.portfolio.Require;

/// The forward price that an option chain implies for one expiry.
///
/// @param price in the quote currency
/// @param origin what it was taken from
/// @param pairs strikes at which a call and a put with marks gave a forward
public record FittedForward(double price, Origin origin, int pairs) {

    /// What a fitted forward was taken from, best first.
    public enum Origin {
        /// Put-call parity of the marks: the median over the strikes.
        PARITY,
        /// The mark of the listed future of this expiry.
        FUTURE,
        /// The median of the futures prices printed on the lines of this expiry.
        PRINTED
    }

    public FittedForward {
        Require.positive("forward price", price);
    }
}
