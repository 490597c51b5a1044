package hedgerow.margin;

import hedgerow.portfolio.Instrument.Kind;
import hedgerow.pricing.RiskArrays;
import hedgerow.scenario.ScenarioGrid;
import java.util.Set;

/// What is asked for more, in initial margin, on positions whose prices their source is unsure of.
///
/// A confidence below the threshold adds `(1 - confidence) * scale * units * spot`. The confidence
/// of a perpetual is the lesser of spot's and its own; that of an option the least of spot's, of
/// its expiry's and of its own quote's, and where the model says so of the perpetual's. What states
/// no confidence is sure. Open orders count as filled.
///
/// Source: Derive, oracle contingency (threshold 0.55, scale 1 under portfolio margin).
///
/// @param rule threshold and scale
/// @param kinds which instruments: perpetuals, options, or both
/// @param shortOnly whether of options only those sold short count
/// @param optionsWithPerpetual whether the perpetual's confidence counts for options too
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
        double[] options = units(arrays, Kind.OPTION);
        double[] perpetuals = units(arrays, Kind.PERPETUAL);
        for (int row = 0; row < options.length; row++) {
            options[row] *= rule.share(Rows.confidence(arrays, row, optionsWithPerpetual));
            perpetuals[row] *= rule.share(Rows.confidence(arrays, row, true));
        }
        return (group, out) -> {
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

    private double[] units(RiskArrays arrays, Kind kind) {
        return Rows.units(arrays, kinds.contains(kind) ? Set.of(kind) : Set.of());
    }

    private double units(double quantity, double[] options, double[] perpetuals, int row) {
        double option = shortOnly ? Math.max(0, -quantity) : Math.abs(quantity);
        return option * options[row] + Math.abs(quantity) * perpetuals[row];
    }
}
