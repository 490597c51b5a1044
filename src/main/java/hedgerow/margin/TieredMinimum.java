package hedgerow.margin;

import hedgerow.portfolio.Instrument.Kind;
import hedgerow.portfolio.Require;
import hedgerow.pricing.RiskArrays;
import hedgerow.scenario.ScenarioGrid;
import java.util.Set;

/// The least that positions come to by their size: a rate on notional at spot, gross, which grows
/// by tiers as taxes do.
///
/// Open orders count in full, in initial margin only. Source: OKX, "Portfolio margin", minimum
/// charge, and notice of 2 January 2025: a raw charge of 30,000 comes to 50,000.
///
/// @param kinds which instruments
/// @param rate fraction of spot per unit, long or short
/// @param tiers multipliers of the parts of the raw charge
public record TieredMinimum(Set<Kind> kinds, double rate, Tiers tiers) implements Charge {
    public TieredMinimum {
        kinds = Set.copyOf(kinds);
        Require.notNegative("rate", rate);
    }

    @Override
    public String name() {
        return "minimum charge";
    }

    @Override
    public Reader on(RiskArrays arrays, ScenarioGrid grid) {
        double[] raw = Rows.units(arrays, kinds);
        for (int row = 0; row < raw.length; row++) {
            raw[row] *= rate * arrays.runs().get(arrays.runOf(row)).spot();
        }
        return (group, out) -> {
            double held = 0;
            for (int i = group.from; i < group.to; i++) {
                held += Math.abs(group.quantities[i]) * raw[group.rows[i]];
            }
            double ordered = 0;
            for (int i = group.orderFrom; i < group.orderTo; i++) {
                ordered += Math.abs(group.orders.quantities()[i]) * raw[group.orders.rows()[i]];
            }
            out.set(tiers.of(held + ordered), tiers.of(held));
        };
    }
}
