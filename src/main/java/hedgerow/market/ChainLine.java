package hedgerow.market;

import hedgerow.portfolio.Require;
import java.util.OptionalDouble;

/// One line of an option chain with the prices that the venue printed beside it.
///
/// @param quote the option and its quotes
/// @param futuresPrice the price of the future or the synthetic forward of this expiry, as printed
/// @param indexPrice the index or spot price, as printed
public record ChainLine(OptionQuote quote, OptionalDouble futuresPrice, OptionalDouble indexPrice) {
    public ChainLine {
        futuresPrice.ifPresent(price -> Require.positive("futuresPrice", price));
        indexPrice.ifPresent(price -> Require.positive("indexPrice", price));
    }
}
