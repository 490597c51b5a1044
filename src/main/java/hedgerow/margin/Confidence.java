package hedgerow.margin;

import hedgerow.portfolio.Require;

/// When a price is unsure, and what that costs.
///
/// @param threshold the confidence below which a price is unsure
/// @param scale the share of the notional that no confidence at all costs
public record Confidence(double threshold, double scale) {
    /// Every price is sure.
    public static final Confidence NONE = new Confidence(0, 0);

    public Confidence {
        Require.between("threshold", threshold, 0, 1);
        Require.notNegative("scale", scale);
    }

    /// The share of the notional that a confidence costs.
    double share(double confidence) {
        return confidence < threshold ? (1 - confidence) * scale : 0;
    }
}
