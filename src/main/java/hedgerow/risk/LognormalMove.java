package hedgerow.risk;

import hedgerow.portfolio.Require;

/// The quantiles of a lognormal move, either way, of a price whose expectation stays:
///
/// ```
/// move = exp(+-z * vol * sqrt(t) - vol^2 t / 2) - 1        t = days / 365
/// ```
///
/// @param down the relative move that is not gone below, above -1
/// @param up the relative move that is not exceeded
public record LognormalMove(double down, double up) {
    /// A price falls no further than this, so that something of it is left.
    private static final double LEAST = -1 + 1e-12;

    private static final double YEAR_DAYS = 365;

    /// The move of a price over some days.
    ///
    /// @param volAnnual a year of 365 days
    /// @param confidence above 0 and below 1
    public static LognormalMove of(double volAnnual, double days, double confidence) {
        double years = Require.notNegative("days", days) / YEAR_DAYS;
        double deviation = Require.notNegative("volAnnual", volAnnual) * Math.sqrt(years);
        double reach = TailRisk.quantile(confidence) * deviation;
        double drift = -deviation * deviation / 2;
        return new LognormalMove(
                Math.max(LEAST, StrictMath.expm1(drift - reach)), StrictMath.expm1(drift + reach));
    }
}
