package hedgerow.margin;

import hedgerow.portfolio.Instrument.Kind;
import hedgerow.portfolio.Require;
import hedgerow.pricing.RiskArrays;
import hedgerow.scenario.ScenarioGrid;
import java.util.List;
import java.util.Set;

/// The least that positions come to by their size: a rate on notional at spot, gross, which grows
/// by tiers as taxes do.
///
/// Open orders count in full, in initial margin only. Source: OKX, "Portfolio margin", minimum
/// charge, and notice of 2 January 2025: a raw charge of 30,000 comes to 50,000.
///
/// @param kinds which instruments
/// @param rate fraction of spot per unit, long or short
/// @param tiers multipliers of the parts of the raw charge, in order of their upper ends
public record TieredMinimum(Set<Kind> kinds, double rate, List<Tier> tiers) implements Charge {
    /// A part of the raw charge.
    ///
    /// @param to where it ends, in the margin currency; the last tier goes on beyond
    /// @param multiplier what the part is multiplied by
    public record Tier(double to, double multiplier) {
        public Tier {
            Require.positive("to", to);
            Require.notNegative("multiplier", multiplier);
        }
    }

    public TieredMinimum {
        kinds = Set.copyOf(kinds);
        tiers = List.copyOf(tiers);
        Require.notNegative("rate", rate);
        if (tiers.isEmpty()) throw new IllegalArgumentException("tiers must not be empty");
        for (int i = 1; i < tiers.size(); i++) {
            if (!(tiers.get(i).to() > tiers.get(i - 1).to())) {
                throw new IllegalArgumentException("tiers must ascend, were " + tiers);
            }
        }
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
            out.set(charge(held + ordered), charge(held));
        };
    }

    /// What a raw charge comes to.
    double charge(double raw) {
        double sum = 0;
        double from = 0;
        int last = tiers.size() - 1;
        for (int i = 0; i <= last; i++) {
            double to = i == last ? raw : Math.min(raw, tiers.get(i).to());
            sum += Math.max(0, to - from) * tiers.get(i).multiplier();
            from = tiers.get(i).to();
        }
        return sum;
    }
}
