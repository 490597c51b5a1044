package hedgerow.margin;

import hedgerow.portfolio.Require;
import hedgerow.pricing.RiskArrays;
import hedgerow.scenario.ScenarioGrid;

/// What a scenario gains over all positions counts in part, and up to a limit.
///
/// The limit is on gains after scenario weights. Losses stay. Source: Deribit,
/// private/pme/simulate, `pnl_offset` and `max_offsetable_pnl`.
///
/// @param share the share of a gain that counts, from zero to one
/// @param limit the most that counts in one scenario, in the margin currency
public record GainLimit(double share, double limit) implements Adjustment {
    public GainLimit {
        Require.between("share", share, 0, 1);
        Require.notNegative("limit", limit);
    }

    @Override
    public String name() {
        return "gain limit";
    }

    @Override
    public Reader on(RiskArrays arrays, ScenarioGrid grid) {
        double[] weights = arrays.weights();
        return (group, vector, change, work) -> {
            for (int s = 0; s < weights.length; s++) {
                double gain = vector[s];
                if (gain > 0 && weights[s] > 0) {
                    change[s] = Math.min(share * gain, limit / weights[s]) - gain;
                }
            }
        };
    }
}
