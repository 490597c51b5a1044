package hedgerow.margin;

import hedgerow.portfolio.Instrument.Kind;
import hedgerow.pricing.RiskArrays;
import hedgerow.scenario.ScenarioGrid;
import java.util.Set;

/// What is asked for more, in initial margin, on positions whose prices their source is unsure of.
///
/// A confidence below the threshold adds `(1 - confidence) * scale * units * spot`. The confidence
/// of a perpetual is the lesser of spot's and its own; that of an option the least of spot's, of
/// its expiry's and of its own quote's, and where the model says so of the perpetual's, if one is
/// held beside it. What states no confidence is sure. Open orders count as filled.
///
/// Source: Derive, oracle contingency (threshold 0.55, scale 1 under portfolio margin).
///
/// @param rule threshold and scale
/// @param kinds which instruments: perpetuals, options, or both
/// @param shortOnly whether of options only those sold short count
/// @param optionsWithPerpetual whether the perpetual's confidence counts for options beside it
public record OracleConfidence(
        Confidence rule, Set<Kind> kinds, boolean shortOnly, boolean optionsWithPerpetual)
        implements Charge {
    private static final Set<Kind> COVERED = Set.of(Kind.PERPETUAL, Kind.OPTION);

    public OracleConfidence {
        kinds = Set.copyOf(kinds);
        if (!COVERED.containsAll(kinds)) {
            throw new IllegalArgumentException(
                    "kinds must be perpetual and option at most, were " + kinds);
        }
    }

    @Override
    public String name() {
        return "oracle confidence";
    }

    @Override
    public Reader on(RiskArrays arrays, ScenarioGrid grid) {
        double[] perpetuals = shares(arrays, Kind.PERPETUAL, true);
        double[] alone = shares(arrays, Kind.OPTION, false);
        double[] beside = shares(arrays, Kind.OPTION, optionsWithPerpetual);
        boolean[] arePerpetual = Rows.perpetuals(arrays);
        return (group, out) -> {
            double[] options = holds(group, arePerpetual) ? beside : alone;
            double units = 0;
            for (int i = group.from; i < group.to; i++) {
                units += units(group.quantities[i], options, perpetuals, group.rows[i]);
            }
            for (int i = group.orderFrom; i < group.orderTo; i++) {
                double quantity = group.orders.quantities()[i];
                units += units(quantity, options, perpetuals, group.orders.rows()[i]);
            }
            out.set(units * group.run().spot(), 0);
        };
    }

    /// What one contract of each row of a kind costs, in units of the underlying.
    private double[] shares(RiskArrays arrays, Kind kind, boolean withPerpetual) {
        double[] shares = units(arrays, kind);
        for (int row = 0; row < shares.length; row++) {
            if (shares[row] == 0) continue;
            shares[row] *= rule.share(Rows.confidence(arrays, row, withPerpetual));
        }
        return shares;
    }

    /// Whether a perpetual is held or ordered.
    private static boolean holds(Group group, boolean[] perpetuals) {
        for (int i = group.from; i < group.to; i++) {
            if (perpetuals[group.rows[i]] && group.quantities[i] != 0) return true;
        }
        for (int i = group.orderFrom; i < group.orderTo; i++) {
            if (perpetuals[group.orders.rows()[i]]) return true;
        }
        return false;
    }

    private double[] units(RiskArrays arrays, Kind kind) {
        return Rows.units(arrays, kinds.contains(kind) ? Set.of(kind) : Set.of());
    }

    private double units(double quantity, double[] options, double[] perpetuals, int row) {
        double option = shortOnly ? Math.max(0, -quantity) : Math.abs(quantity);
        return option * options[row] + Math.abs(quantity) * perpetuals[row];
    }
}
