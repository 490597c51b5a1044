package hedgerow.market;

import hedgerow.portfolio.Require;

/// A risk array as a clearing house publishes it, turned to our sign.
///
/// Clearing files give losses, already weighted; here a profit is positive, and the weight stays
/// in.
///
/// @param pnl profit of one contract held long, by scenario
/// @param value what one contract is worth now, in the quote currency
/// @param delta units of the underlying that one contract moves with
public record PublishedArray(double[] pnl, double value, double delta) {
    public PublishedArray {
        pnl = pnl.clone();
        for (int s = 0; s < pnl.length; s++) Require.finite("pnl[" + s + "]", pnl[s]);
        Require.finite("value", value);
        Require.finite("delta", delta);
    }

    /// The profits by scenario; a copy.
    @Override
    public double[] pnl() {
        return pnl.clone();
    }
}
