package hedgerow.pricing.formula;

/// The normal distribution by a polynomial, and options valued with it, as some venues do.
///
/// Where a venue's figures are to be met digit by digit, its approximation belongs to its rule; for
/// everything else there is [Black76]. The distribution is off by up to 1.5e-7, so values are off
/// by so much of forward and strike, and may be a little below zero.
///
/// Source: M. Abramowitz, I. Stegun, "Handbook of Mathematical Functions", 1964, formula 7.1.26 (by
/// C. Hastings).
public final class PolynomialNormal {
    private static final double P = 0.3275911;
    private static final double A1 = 0.254829592;
    private static final double A2 = -0.284496736;
    private static final double A3 = 1.421413741;
    private static final double A4 = -1.453152027;
    private static final double A5 = 1.061405429;

    private PolynomialNormal() {}

    /// The probability of a value at or below `x`.
    public static double cdf(double x) {
        double z = Math.abs(x) / Math.sqrt(2);
        double t = 1 / (1 + P * z);
        double polynomial = ((((A5 * t + A4) * t + A3) * t + A2) * t + A1) * t;
        double erf = 1 - polynomial * StrictMath.exp(-z * z);
        return 0.5 * (1 + (x < 0 ? -erf : erf));
    }

    /// The undiscounted value of a European option; intrinsic at zero `stdDev`.
    ///
    /// @param sign plus one for a call, minus one for a put
    /// @param stdDev `vol * sqrt(T)`
    public static double value(int sign, double forward, double strike, double stdDev) {
        if (stdDev <= 0) return Math.max(0, sign * (forward - strike));
        double d1 = StrictMath.log(forward / strike) / stdDev + 0.5 * stdDev;
        double d2 = d1 - stdDev;
        return sign * (forward * cdf(sign * d1) - strike * cdf(sign * d2));
    }
}
