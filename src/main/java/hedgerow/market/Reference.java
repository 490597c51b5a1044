package hedgerow.market;

import hedgerow.portfolio.Require;
import java.util.OptionalDouble;

/// The single figures of one underlying.
///
/// @param spot spot or index price in the quote currency, positive
/// @param rateAnnual continuously compounded rate of the quote currency; empty where not given
/// @param dividendYieldAnnual continuously compounded yield of holding the underlying
/// @param perpetual the perpetual's figures
/// @param confidence how sure the source of the prices is, from 0 to 1; empty where not given
public record Reference(
        double spot,
        OptionalDouble rateAnnual,
        double dividendYieldAnnual,
        PerpetualQuote perpetual,
        OptionalDouble confidence) {

    /// The perpetual future of an underlying.
    ///
    /// @param mark mark price in the quote currency; empty where not given
    /// @param fundingRate8h funding paid by longs per 8 hours, a fraction; empty where not given
    /// @param confidence how sure the source of the mark is, from 0 to 1; empty where not given
    /// @param openInterest units of the underlying that are held long; empty where not given
    public record PerpetualQuote(
            OptionalDouble mark,
            OptionalDouble fundingRate8h,
            OptionalDouble confidence,
            OptionalDouble openInterest) {
        /// Nothing quoted.
        public static final PerpetualQuote NONE =
                new PerpetualQuote(OptionalDouble.empty(), OptionalDouble.empty());

        public PerpetualQuote {
            mark.ifPresent(price -> Require.positive("perpetualMark", price));
            fundingRate8h.ifPresent(rate -> Require.finite("fundingRate8h", rate));
            confidence.ifPresent(share -> Require.between("perpetualConfidence", share, 0, 1));
            openInterest.ifPresent(units -> Require.notNegative("openInterest", units));
        }

        /// A mark and a funding rate alone.
        public PerpetualQuote(OptionalDouble mark, OptionalDouble fundingRate8h) {
            this(mark, fundingRate8h, OptionalDouble.empty(), OptionalDouble.empty());
        }
    }

    public Reference {
        Require.positive("spot", spot);
        rateAnnual.ifPresent(rate -> Require.finite("rateAnnual", rate));
        Require.finite("dividendYieldAnnual", dividendYieldAnnual);
        confidence.ifPresent(share -> Require.between("confidence", share, 0, 1));
    }

    /// Figures whose source states no confidence.
    public Reference(
            double spot,
            OptionalDouble rateAnnual,
            double dividendYieldAnnual,
            PerpetualQuote perpetual) {
        this(spot, rateAnnual, dividendYieldAnnual, perpetual, OptionalDouble.empty());
    }

    /// A spot price and a rate, no dividend, no perpetual.
    public static Reference of(double spot, double rateAnnual) {
        return new Reference(spot, OptionalDouble.of(rateAnnual), 0, PerpetualQuote.NONE);
    }
}
