package hedgerow.allocation;

import hedgerow.portfolio.Require;

/// How far the weights of a portfolio have drifted from their targets, and what brings them back.
///
/// Where any weight lies outside its band, every asset is traded back to its target: what one trade
/// buys another must pay for.
///
/// @param relativeBand by what fraction of its target a weight may drift
public record WeightDrift(double relativeBand) {
    public WeightDrift {
        Require.notNegative("relativeBand", relativeBand);
    }

    /// Whether any weight is out of its band.
    ///
    /// @param values market value of each asset, summing to more than zero
    /// @param targets its weight
    public boolean isBreached(double[] values, double[] targets) {
        double whole = whole(values, targets);
        for (int i = 0; i < values.length; i++) {
            double drift = Math.abs(values[i] / whole - targets[i]);
            if (drift > relativeBand * Math.abs(targets[i])) return true;
        }
        return false;
    }

    /// The value of each asset to buy, below zero to sell; all zero inside the bands.
    public double[] trades(double[] values, double[] targets) {
        double[] trades = new double[values.length];
        if (!isBreached(values, targets)) return trades;
        double whole = whole(values, targets);
        for (int i = 0; i < trades.length; i++) trades[i] = targets[i] * whole - values[i];
        return trades;
    }

    private static double whole(double[] values, double[] targets) {
        if (values.length != targets.length) {
            throw new IllegalArgumentException(
                    "values and targets must be of one length, were of %d and %d"
                            .formatted(values.length, targets.length));
        }
        double whole = 0;
        for (double value : values) whole += value;
        return Require.positive("sum of values", whole);
    }
}
