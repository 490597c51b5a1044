package hedgerow.pricing.clearing;

import hedgerow.market.clearing.ProductFamily;
import hedgerow.market.clearing.Series.Calculation;
import hedgerow.portfolio.Exercise;
import hedgerow.portfolio.OptionRight;
import hedgerow.portfolio.Require;
import java.util.Optional;
import java.util.OptionalDouble;

/// What the array of one contract is built from, every look-up done.
///
/// @param price its settlement price
/// @param valueFactor money that one contract gains when its price gains one
/// @param calculation scan ranges, rates and time
/// @param option what makes it an option, where it is one
public record ContractTerms(
        OptionalDouble price,
        double valueFactor,
        Calculation calculation,
        Optional<OptionTerms> option) {
    public ContractTerms {
        Require.positive("valueFactor", valueFactor);
        if (option.isEmpty() && price.isEmpty()) {
            throw new IllegalArgumentException("a future must have a price, had none");
        }
    }

    /// An option.
    ///
    /// @param right call or put
    /// @param strike its strike, positive
    /// @param vol its vol, as a fraction
    /// @param underlying what is delivered
    /// @param style when it is exercised, and what it is worth at least
    public record OptionTerms(
            OptionRight right, double strike, double vol, Delivered underlying, Style style) {
        public OptionTerms {
            Require.positive("strike", strike);
            Require.notNegative("vol", vol);
        }
    }

    /// What an option delivers.
    ///
    /// @param price its price
    /// @param isFuture whether it is a future, which costs nothing to hold
    public record Delivered(double price, boolean isFuture) {
        public Delivered {
            Require.positive("underlying price", price);
        }
    }

    /// How an option is exercised and valued.
    ///
    /// @param exercise when it may be
    /// @param valuation whether its price is paid up front; a futures-style option is not
    ///   discounted
    /// @param cabinetValue the least it is worth, in money per contract
    public record Style(
            Exercise exercise, ProductFamily.Valuation valuation, double cabinetValue) {}
}
