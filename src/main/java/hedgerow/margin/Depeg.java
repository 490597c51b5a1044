package hedgerow.margin;

import hedgerow.portfolio.Require;

/// What is asked for more when the dollar stablecoin falls below its par.
///
/// Source: Derive, "Portfolio margin" and "Standard margin", USDC contingency (threshold 0.99,
/// slopes 4 and 2).
///
/// @param threshold the stablecoin price below which more is asked for
/// @param slope how much more for each dollar below it
public record Depeg(double threshold, double slope) {
    /// Nothing more at any price.
    public static final Depeg NONE = new Depeg(0, 0);

    public Depeg {
        Require.notNegative("threshold", threshold);
        Require.notNegative("slope", slope);
    }

    /// How much more at `stablePrice`.
    double at(double stablePrice) {
        return Math.max(0, threshold - stablePrice) * slope;
    }
}
