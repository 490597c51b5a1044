package hedgerow.margin;

import hedgerow.pricing.RiskArrays;
import hedgerow.scenario.ScenarioGrid;

/// For each expiry the smaller of what its short options post one by one, and of the most that all
/// its options can lose together.
///
/// Source: Derive, "Standard margin".
///
/// @param isolated the rule for each short option
/// @param bounded the rule for the whole expiry
public record IsolatedOrBounded(IsolatedOptions isolated, BoundedLoss bounded) implements Charge {
    @Override
    public String name() {
        return "isolated or bounded options";
    }

    @Override
    public Reader on(RiskArrays arrays, ScenarioGrid grid) {
        IsolatedOptions.PerRow alone = new IsolatedOptions.PerRow(isolated, arrays);
        BoundedLoss.PerRow together = new BoundedLoss.PerRow(arrays);
        return (group, out) -> {
            double initial = 0;
            double maintenance = 0;
            for (int i = group.from; i < group.to; ) {
                int end = Rows.endOfExpiry(group, i);
                double loss = together.loss(group, i, end);
                double unpaired = together.unpaired(group, i, end);
                initial +=
                        Math.min(
                                IsolatedOptions.sum(group, i, end, alone.initial),
                                loss + bounded.unpairedInitial() * unpaired);
                maintenance +=
                        Math.min(
                                IsolatedOptions.sum(group, i, end, alone.maintenance),
                                loss + bounded.unpairedMaintenance() * unpaired);
                i = end;
            }
            double ordered = group.hasOrders() ? alone.ordered(group) : 0;
            out.set(initial + ordered, maintenance);
        };
    }
}
