package hedgerow.margin;

import hedgerow.portfolio.Require;
import hedgerow.pricing.RiskArrays;
import hedgerow.scenario.ScenarioGrid;

/// An amount that profits and losses of moves beyond the range come nearer to zero by, which grows
/// with the move.
///
/// With `m` the move and `R` the range, `(|m| / R - 1) * amount / (1 + sign(m) R)` after scenario
/// weights, and never beyond zero; nothing inside the range. Source: Deribit, private/pme/simulate,
/// extended dampener.
///
/// @param amount in the margin currency
/// @param range the largest move that is left as it is, between zero and one
public record Dampener(double amount, double range) implements Adjustment {
    public Dampener {
        Require.notNegative("amount", amount);
        Require.between("range", range, 1e-6, 1 - 1e-6);
    }

    @Override
    public String name() {
        return "dampener";
    }

    @Override
    public Reader on(RiskArrays arrays, ScenarioGrid grid) {
        double[] most = most(arrays, grid);
        return (group, vector, change, work) -> {
            for (int s = 0; s < most.length; s++) {
                double pnl = vector[s];
                change[s] = 0 - Math.signum(pnl) * Math.min(Math.abs(pnl), most[s]);
            }
        };
    }

    /// The most that each scenario comes nearer to zero by, before weights.
    double[] most(RiskArrays arrays, ScenarioGrid grid) {
        double[] most = new double[grid.size()];
        for (int s = 0; s < most.length; s++) {
            double move = grid.get(s).spotMove();
            double beyond = Math.max(0, Math.abs(move) / range - 1);
            double weight = arrays.weight(s);
            double damped = beyond * amount / (1 + Math.signum(move) * range);
            most[s] = weight > 0 ? damped / weight : 0;
        }
        return most;
    }
}
