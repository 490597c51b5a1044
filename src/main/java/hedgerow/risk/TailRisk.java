package hedgerow.risk;

import hedgerow.portfolio.Require;
import java.util.Arrays;
import org.apache.commons.math3.distribution.NormalDistribution;

/// How much is lost in the worst share of outcomes; a loss is positive.
///
/// Of `n` profits in ascending order `x`, at confidence `c` and with `p = 1 - c`, value at risk is
/// `-x[floor(n p)]`, counted from zero, and expected shortfall is the mean loss of the first
/// `floor(n p) + 1` profits, value at risk among them. This is the convention of Open Source Risk
/// Engine [1]; a quantile is always one of the profits, never between two.
///
/// Sources:
/// 1. Open Source Risk Engine, Examples/MarketRisk, historical simulation VaR.
/// 2. Basel Committee on Banking Supervision, Minimum capital requirements for market risk, 2019
///    (expected shortfall at 97.5 %).
///
/// @param confidence such as 0.99
/// @param valueAtRisk the loss that is not exceeded with that confidence; below zero for a gain
/// @param expectedShortfall the mean loss beyond it
public record TailRisk(double confidence, double valueAtRisk, double expectedShortfall) {
    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    /// Of equally likely profits, in any order.
    ///
    /// @param profits at least one; losses are negative
    /// @param confidence above 0 and below 1
    public static TailRisk ofProfits(double[] profits, double confidence) {
        if (profits.length == 0) {
            throw new IllegalArgumentException("profits must hold at least one, were none");
        }
        requireConfidence(confidence);
        double[] sorted = profits.clone();
        Arrays.sort(sorted);
        int place = place(sorted.length, confidence);
        double sum = 0;
        for (int i = 0; i <= place; i++) sum += sorted[i];
        return new TailRisk(confidence, 0 - sorted[place], 0 - sum / (place + 1));
    }

    /// Of normal profits with mean zero.
    ///
    /// @param standardDeviation of the profit
    /// @param confidence above 0 and below 1
    public static TailRisk normal(double standardDeviation, double confidence) {
        Require.notNegative("standardDeviation", standardDeviation);
        double z = quantile(confidence);
        double beyond = NORMAL.density(z) / (1 - confidence);
        return new TailRisk(confidence, z * standardDeviation, beyond * standardDeviation);
    }

    /// The standard normal quantile.
    ///
    /// @param confidence above 0 and below 1
    public static double quantile(double confidence) {
        return NORMAL.inverseCumulativeProbability(requireConfidence(confidence));
    }

    /// The place of the quantile among `count` ascending profits. A product that misses a whole
    /// number by rounding alone counts as that number.
    static int place(int count, double confidence) {
        double share = count * (1 - confidence);
        double nearest = Math.rint(share);
        double whole = Math.abs(share - nearest) <= 1e-9 * count ? nearest : Math.floor(share);
        return (int) Math.min(count - 1, whole);
    }

    private static double requireConfidence(double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException(
                    "confidence must be above 0 and below 1, was " + confidence);
        }
        return confidence;
    }
}
