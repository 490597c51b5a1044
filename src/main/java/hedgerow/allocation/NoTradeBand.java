package hedgerow.allocation;

import hedgerow.portfolio.Require;

/// How far a hedge may drift before trading it is worth what it costs.
///
/// Inside the band nothing is traded; outside, one trades back to its edge, not to its centre.
///
/// ```
/// half width = (3/2 * e^(-rT) * cost * S * gamma^2 / riskAversion)^(1/3)      units of delta
/// ```
///
/// Source: A. E. Whalley, P. Wilmott, An asymptotic analysis of an optimal hedging model for option
/// pricing with transaction costs, Mathematical Finance 7 (1997).
///
/// @param halfWidth units of delta on either side of the target
public record NoTradeBand(double halfWidth) {
    public NoTradeBand {
        Require.notNegative("halfWidth", halfWidth);
    }

    /// The band of Whalley and Wilmott.
    ///
    /// @param gamma of the whole position, units of delta per unit of spot
    /// @param spot price of the underlying
    /// @param costShare of a trade's value that it costs, such as 0.0005 for 5 bp
    /// @param riskAversion absolute, per unit of money, above zero
    /// @param discount `e^(-rT)`
    public static NoTradeBand of(
            double gamma, double spot, double costShare, double riskAversion, double discount) {
        Require.finite("gamma", gamma);
        Require.positive("spot", spot);
        Require.notNegative("costShare", costShare);
        Require.positive("riskAversion", riskAversion);
        Require.positive("discount", discount);
        double cube = 1.5 * discount * costShare * spot * gamma * gamma / riskAversion;
        return new NoTradeBand(StrictMath.cbrt(cube));
    }

    /// What to trade of the underlying, signed; zero inside the band.
    ///
    /// @param drift the net delta less its target
    public double trade(double drift) {
        double beyond = Math.abs(drift) - halfWidth;
        return beyond > 0 ? -Math.signum(drift) * beyond : 0;
    }
}
