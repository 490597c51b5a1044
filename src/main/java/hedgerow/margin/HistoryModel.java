package hedgerow.margin;

import hedgerow.portfolio.Require;
import hedgerow.pricing.RiskArrays;
import hedgerow.scenario.ScenarioGrid;
import hedgerow.scenario.Valuation;

/// The shape of margins that mix a quantile of the past with the worst of a few stresses.
///
/// For each underlying, with `H` the loss at the confidence level over the grid's days of the past,
/// `S` the worst loss over its stresses, and `d` the net delta in money:
///
/// ```
/// risk          = share * H + (1 - share) * S
/// liquidity     = rate * |d|
/// concentration = rate * max(0, |d| - threshold)
/// requirement   = factor * (risk + liquidity + concentration)
/// ```
///
/// and these add. `H` is the `floor((1 - confidence) * n) + 1`-th largest of `n` losses, at least
/// zero. This is the shape that CME describes for SPAN 2 (historical risk, stress risk, liquidity,
/// concentration); its weights and parameters are not public, so those of the model files are ours.
///
/// @param info who the model is
/// @param grid days of the past, then stresses
/// @param days how many of the grid's scenarios are days of the past
/// @param mix how the parts are weighed
/// @param factors the factors on their sum
/// @param collateral what it accepts
public record HistoryModel(
        ModelInfo info,
        ScenarioGrid grid,
        int days,
        Mix mix,
        Factors factors,
        CollateralRule collateral)
        implements MarginModel {

    /// How the parts are weighed.
    ///
    /// @param confidence the level of the quantile, above 0 and below 1
    /// @param share the share of the quantile; the rest is that of the worst stress
    /// @param liquidityRate money for one of net delta, to close it out
    /// @param threshold the net delta in money from which it counts as concentrated
    /// @param concentrationRate money for one of net delta above the threshold
    public record Mix(
            double confidence,
            double share,
            double liquidityRate,
            double threshold,
            double concentrationRate) {
        public Mix {
            Require.between("confidence", confidence, 0, 1);
            Require.between("share", share, 0, 1);
            Require.notNegative("liquidityRate", liquidityRate);
            Require.notNegative("threshold", threshold);
            Require.notNegative("concentrationRate", concentrationRate);
        }

        /// The place of the quantile among `days` losses, from the largest, counted from zero.
        int place(int days) {
            return Math.min(days - 1, (int) Math.floor((1 - confidence) * days + 1e-9));
        }
    }

    /// The factors on the sum of the parts.
    ///
    /// @param initial for initial margin
    /// @param maintenance for maintenance margin
    public record Factors(double initial, double maintenance) {
        public Factors {
            Require.notNegative("initial factor", initial);
            Require.notNegative("maintenance factor", maintenance);
        }
    }

    public HistoryModel {
        if (days < 1 || days > grid.size()) {
            throw new IllegalArgumentException(
                    "days must be between 1 and the %d scenarios, were %d"
                            .formatted(grid.size(), days));
        }
    }

    @Override
    public Valuation valuation() {
        return Valuation.STANDARD;
    }

    @Override
    public MarginReader on(RiskArrays arrays) {
        return new HistoryReader(this, arrays);
    }
}
