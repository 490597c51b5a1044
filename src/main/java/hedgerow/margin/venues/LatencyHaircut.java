package hedgerow.margin.venues;

import hedgerow.portfolio.Require;

/// What a hedge at another venue may lose until collateral has been moved: the loss of the delta
/// that a venue sees unhedged, over the time that moving takes.
///
/// ```
/// haircut = quantile * vol * sqrt(seconds / year) * |delta| * spot
/// ```
///
/// @param seconds how long it takes, in a year of 365 days
/// @param quantile how many standard deviations are covered
public record LatencyHaircut(double seconds, double quantile) {
    /// How long moving takes unless a caller says: ten minutes. Our choice.
    public static final double SECONDS = 600;

    /// The standard normal quantile of 99 %.
    public static final double QUANTILE = 2.3263478740408408;

    private static final double YEAR_SECONDS = 365 * 86_400.0;

    public LatencyHaircut {
        Require.notNegative("seconds", seconds);
        Require.notNegative("quantile", quantile);
    }

    /// The haircut on one underlying at one venue, in the currency of `spot`.
    ///
    /// @param volAnnual of the underlying
    /// @param delta units of the underlying that what is held at the venue moves with
    /// @param spot money per unit
    public double of(double volAnnual, double delta, double spot) {
        double move = quantile * volAnnual * Math.sqrt(seconds / YEAR_SECONDS);
        return move * Math.abs(delta) * spot;
    }
}
