package hedgerow.pricing.formula;

import hedgerow.portfolio.Require;

/// What holding something until later costs, and so what later prices are.
///
/// `F = S e^((r-q) T)`; the basis is `F - S`, its annual rate `(F/S - 1)/T`, and the carry that a
/// forward implies `ln(F/S)/T`.
///
/// Source: J. Hull, Options, Futures and Other Derivatives, chapter 5.
public final class Carry {
    private static final double PERIODS_PER_YEAR = 3 * 365;

    private Carry() {}

    /// The forward price.
    public static double forward(
            double spot, double rateAnnual, double yieldAnnual, double expiryYears) {
        return spot * StrictMath.exp((rateAnnual - yieldAnnual) * expiryYears);
    }

    /// The continuously compounded carry that a forward implies.
    public static double impliedRate(double spot, double forward, double expiryYears) {
        return StrictMath.log(forward / spot) / Require.positive("expiryYears", expiryYears);
    }

    /// The basis as a simple rate a year.
    public static double basisAnnual(double spot, double forward, double expiryYears) {
        return (forward / spot - 1) / Require.positive("expiryYears", expiryYears);
    }

    /// Funding a year, as a simple rate, from that of 8 hours.
    public static double fundingAnnual(double fundingRate8h) {
        return fundingRate8h * PERIODS_PER_YEAR;
    }

    /// What an inverse contract gains, in coins.
    ///
    /// @param notional in the quote currency, positive for long
    /// @param from price at which it was entered
    /// @param to price now
    public static double inverseProfit(double notional, double from, double to) {
        return notional * (1 / Require.positive("from", from) - 1 / Require.positive("to", to));
    }

    /// What a matched calendar spread is charged for the basis that may move.
    ///
    /// @param units of the base currency
    /// @param moveAnnual of the basis, a fraction of spot a year
    /// @param expiryYears between the two legs
    public static double calendarCharge(
            double units, double spot, double moveAnnual, double expiryYears) {
        return Math.abs(units) * spot * moveAnnual * expiryYears;
    }
}
