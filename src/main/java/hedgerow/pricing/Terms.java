package hedgerow.pricing;

import hedgerow.market.PublishedArray;
import hedgerow.portfolio.Contract;
import hedgerow.portfolio.OptionRight;
import hedgerow.portfolio.VarianceSwap;
import java.util.OptionalDouble;

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
    /// @param openShare the share of its settlement price that is still open
    record Linear(
            Contract contract, double price, double spot, boolean held, double openShare, double fx)
            implements Terms {}

    /// A European option.
    record European(Vanilla vanilla, Contract contract, double spot, Shown shown, double fx)
            implements Terms {}

    /// An American option.
    ///
    /// @param reference the price that exercise compares with the strike: spot, or the future
    /// @param rateAnnual the discount rate
    /// @param yieldAnnual the yield of what is delivered; the rate itself for a future
    /// @param shown what counts of its quote
    record American(
            Vanilla vanilla,
            Contract contract,
            double reference,
            double rateAnnual,
            double yieldAnnual,
            Shown shown,
            double fx)
            implements Terms {}

    /// What European and American options have in common.
    ///
    /// @param forward the forward for the expiry
    /// @param deltaFactor units of forward per unit of the price that delta is taken against
    /// @param openShare the share of its settlement price that is still open
    record Vanilla(
            OptionRight right,
            double strike,
            double forward,
            double deltaFactor,
            double vol,
            Horizon horizon,
            double openShare) {
        double expiryYears() {
            return horizon.years();
        }

        double discount() {
            return horizon.discount();
        }

        /// `ln(K/F)` before any shock.
        double logMoneyness() {
            return StrictMath.log(strike / forward);
        }
    }

    /// The time to an end, as seen from now and from when scenarios are valued.
    ///
    /// @param years from now
    /// @param discount the discount factor now; one for futures-style premium and inverse options
    /// @param yearsThen from then; zero where the end has come
    /// @param discountThen the discount factor then
    record Horizon(double years, double discount, double yearsThen, double discountThen) {
        boolean isAhead() {
            return yearsThen < years;
        }
    }

    /// What counts of an option's quote, per unit.
    ///
    /// @param excess mark less intrinsic value, where it is quoted below intrinsic; else zero
    /// @param base the mark, where profits are measured from it
    /// @param delta the venue's delta, where it is taken
    record Shown(double excess, OptionalDouble base, OptionalDouble delta) {}

    /// A variance or volatility swap.
    ///
    /// @param fairVol the square root of the fair variance of what is left of the period
    /// @param left the share of the period that is left
    record Swap(VarianceSwap swap, double fairVol, double left, Horizon horizon, double fx)
            implements Terms {}

    /// A contract with a published array.
    record Listed(PublishedArray array, double fx) implements Terms {}
}
