package hedgerow.market;

import hedgerow.portfolio.Option;
import hedgerow.portfolio.OptionRight;
import hedgerow.portfolio.Settlement;
import java.time.Instant;
import java.util.OptionalDouble;

/// One line of an option chain.
///
/// Prices are per unit of the underlying: in the coin for an inverse option, else in the quote
/// currency.
///
/// @param key which option is quoted
/// @param vol implied vol of the mark, annualised
/// @param mark the venue's mark
/// @param bid best bid
/// @param ask best offer
/// @param delta the venue's delta, per unit of the underlying
/// @param confidence how sure the source of the vol is, from 0 to 1
public record OptionQuote(
        Key key,
        OptionalDouble vol,
        OptionalDouble mark,
        OptionalDouble bid,
        OptionalDouble ask,
        OptionalDouble delta,
        OptionalDouble confidence) {
    /// A vol and prices alone.
    public OptionQuote(
            Key key,
            OptionalDouble vol,
            OptionalDouble mark,
            OptionalDouble bid,
            OptionalDouble ask) {
        this(key, vol, mark, bid, ask, OptionalDouble.empty(), OptionalDouble.empty());
    }

    /// Which option a quote is for.
    ///
    /// @param expiry the instant of expiry
    /// @param strike in the quote currency
    /// @param right call or put
    /// @param settlement linear or inverse
    public record Key(Instant expiry, double strike, OptionRight right, Settlement settlement) {
        /// The key under which an option is quoted.
        public static Key of(Option option) {
            return new Key(
                    option.expiry(),
                    option.strike(),
                    option.right(),
                    option.contract().settlement());
        }
    }
}
