package hedgerow.margin;

import hedgerow.pricing.RiskArrays;
import hedgerow.scenario.ScenarioGrid;

/// What the net delta gains or loses with spot is taken out, as if it were hedged: what is left are
/// the curvature of options, vega and time.
///
/// A model with this has a charge on net delta beside the scan. Source: Kraken, "Portfolio
/// margining": scenarios of the delta-hedged book.
public record DeltaHedge() implements Adjustment {
    @Override
    public String name() {
        return "delta hedge";
    }

    @Override
    public Reader on(RiskArrays arrays, ScenarioGrid grid) {
        double[] delta = arrays.columns().delta();
        double[] moves = grid.scenarios().stream().mapToDouble(s -> s.spotMove()).toArray();
        return (group, vector, change, work) -> {
            double net = 0;
            for (int i = group.from; i < group.to; i++) {
                net += group.quantities[i] * delta[group.rows[i]];
            }
            double money = net * group.run().spot();
            for (int s = 0; s < moves.length; s++) change[s] = 0 - money * moves[s];
        };
    }
}
