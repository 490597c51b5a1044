package hedgerow.pricing;

import hedgerow.market.PublishedArray;
import hedgerow.portfolio.Contract;
import hedgerow.portfolio.OptionRight;
import hedgerow.portfolio.VarianceSwap;

/// What a pricer needs of one instrument, as numbers: every look-up is done.
///
/// Prices are in the underlying's quote currency; `fx` turns them into the margin currency.
sealed interface Terms {
    /// Units of the margin currency for one of the quote currency.
    double fx();

    /// Spot, a future or a perpetual.
    ///
    /// @param price its price
    /// @param spot the underlying's spot, at which coins are valued
    /// @param held whether the price itself is owned (spot) or only its moves (futures)
    record Linear(Contract contract, double price, double spot, boolean held, double fx)
            implements Terms {}

    /// A European option.
    ///
    /// @param excess mark less intrinsic value, where it is quoted below intrinsic; else zero
    record European(Vanilla vanilla, Contract contract, double spot, double excess, double fx)
            implements Terms {}

    /// An American option.
    ///
    /// @param reference the price that exercise compares with the strike: spot, or the future
    /// @param rateAnnual the discount rate
    /// @param yieldAnnual the yield of what is delivered; the rate itself for a future
    record American(
            Vanilla vanilla,
            Contract contract,
            double reference,
            double rateAnnual,
            double yieldAnnual,
            double fx)
            implements Terms {}

    /// What European and American options have in common.
    ///
    /// @param forward the forward for the expiry
    /// @param deltaFactor units of forward per unit of the price that delta is taken against
    /// @param discount the discount factor; one for futures-style premium and inverse options
    record Vanilla(
            OptionRight right,
            double strike,
            double forward,
            double deltaFactor,
            double vol,
            double expiryYears,
            double discount) {
        /// `ln(K/F)` before any shock.
        double logMoneyness() {
            return StrictMath.log(strike / forward);
        }
    }

    /// A variance or volatility swap.
    ///
    /// @param fairVol the square root of the fair variance of what is left of the period
    /// @param left the share of the period that is left
    record Swap(
            VarianceSwap swap,
            double fairVol,
            double left,
            double expiryYears,
            double discount,
            double fx)
            implements Terms {}

    /// A contract with a published array.
    record Listed(PublishedArray array, double fx) implements Terms {}
}
