package hedgerow.margin;

import hedgerow.pricing.RiskArrays;
import hedgerow.scenario.ScenarioGrid;

/// What open orders would lose at once by filling at their limits, in initial margin.
///
/// An order that is no worse than the market loses nothing, and takes nothing off. It is for models
/// without a scan: in a scan orders lose this already. Source: Paradex, "Cross margin requirement",
/// open loss.
public record OpenLoss() implements Charge {
    @Override
    public String name() {
        return "open loss";
    }

    @Override
    public Reader on(RiskArrays arrays, ScenarioGrid grid) {
        return (group, out) -> {
            double lost = 0;
            for (int i = group.orderFrom; i < group.orderTo; i++) {
                lost += Math.max(0, -group.orders.edges()[i]);
            }
            out.set(lost, 0);
        };
    }
}
