package hedgerow.scenario;

import hedgerow.portfolio.Require;

/// How a vol shock grows for short expiries and shrinks for long ones: `(reference / days)^power`.
///
/// @param referenceDays the tenor at which the scale is one, in days
/// @param shortPower the power up to the reference tenor
/// @param longPower the power above the reference tenor
/// @param dayFloor the fewest days that count, so that the scale stays finite
public record TenorScale(
        double referenceDays, double shortPower, double longPower, double dayFloor) {
    /// No scaling: one at every tenor.
    public static final TenorScale NONE = new TenorScale(1, 0, 0, 1);

    public TenorScale {
        Require.positive("referenceDays", referenceDays);
        Require.finite("shortPower", shortPower);
        Require.finite("longPower", longPower);
        Require.positive("dayFloor", dayFloor);
    }

    /// The scale at `expiryYears`, in years of 365 days.
    ///
    /// At the reference tenor itself both powers give one, unless the fewest days that count are
    /// more: then the short power holds. The power is that of the time itself, not of the fewest
    /// days that count.
    public double at(double expiryYears) {
        double days = expiryYears * 365;
        double power = days <= referenceDays ? shortPower : longPower;
        return StrictMath.pow(referenceDays / Math.max(dayFloor, days), power);
    }
}
