package hedgerow.risk;

import hedgerow.portfolio.Require;

/// Filtered historical simulation: past returns, rescaled from the vol of their day to today's.
///
/// With `v[0]` the mean square of all returns and `v[t+1] = decay v[t] + (1 - decay) r[t]^2`, the
/// scenario of day `t` is `r[t] sqrt(v[n] / v[t])`, where `n` is today.
///
/// Sources:
/// 1. J. Hull and A. White, Incorporating volatility updating into the historical simulation method
///    for value-at-risk, Journal of Risk 1 (1998).
/// 2. G. Barone-Adesi, K. Giannopoulos, L. Vosper, VaR without correlations for portfolios of
///    derivative securities, Journal of Futures Markets 19 (1999).
/// 3. RiskMetrics Technical Document, 1996 (decay 0.94 for daily returns).
public final class FilteredHistory {
    /// The decay of RiskMetrics for daily returns.
    public static final double DAILY_DECAY = 0.94;

    private FilteredHistory() {}

    /// The returns as they would be at today's vol.
    ///
    /// @param returns in order of time, at least one
    /// @param decay from 0 to 1; 1 leaves the returns as they are
    public static double[] scenarios(double[] returns, double decay) {
        double[] variances = variances(returns, decay);
        double today = variances[returns.length];
        double[] scenarios = new double[returns.length];
        for (int t = 0; t < returns.length; t++) {
            scenarios[t] = variances[t] > 0 ? returns[t] * Math.sqrt(today / variances[t]) : 0;
        }
        return scenarios;
    }

    /// The standard deviation that the filter expects of the next return.
    public static double volatility(double[] returns, double decay) {
        return Math.sqrt(variances(returns, decay)[returns.length]);
    }

    private static double[] variances(double[] returns, double decay) {
        Require.between("decay", decay, 0, 1);
        if (returns.length == 0) {
            throw new IllegalArgumentException("returns must hold at least one, were none");
        }
        double[] variances = new double[returns.length + 1];
        double squares = 0;
        for (double each : returns) squares += each * each;
        variances[0] = squares / returns.length;
        for (int t = 0; t < returns.length; t++) {
            variances[t + 1] = decay * variances[t] + (1 - decay) * returns[t] * returns[t];
        }
        return variances;
    }
}
