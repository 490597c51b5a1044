package hedgerow.margin;

import hedgerow.portfolio.Instrument.Kind;
import hedgerow.pricing.RiskArrays;
import hedgerow.scenario.ScenarioGrid;
import java.util.Set;

/// A rate on perpetuals and options sold short while the stablecoin is below its par, in initial
/// margin.
///
/// `max(0, threshold - stable price) * slope * spot * (short options + |perpetuals|)`; short
/// options do not net with long ones. Open orders count as filled.
///
/// Source: Derive, "Standard margin", USDC depeg contingency (threshold 0.99, slope 2).
///
/// @param depeg threshold and slope
public record DepegCharge(Depeg depeg) implements Charge {
    @Override
    public String name() {
        return "depeg";
    }

    @Override
    public Reader on(RiskArrays arrays, ScenarioGrid grid) {
        double rate = depeg.at(arrays.market().stablePrice());
        double[] options = Rows.optionUnits(arrays);
        double[] perpetuals = Rows.units(arrays, Set.of(Kind.PERPETUAL));
        return (group, out) -> {
            double units = 0;
            for (int i = group.from; i < group.to; i++) {
                units += units(group.quantities[i], options, perpetuals, group.rows[i]);
            }
            for (int i = group.orderFrom; i < group.orderTo; i++) {
                double quantity = group.orders.quantities()[i];
                units += units(quantity, options, perpetuals, group.orders.rows()[i]);
            }
            out.set(rate * group.run().spot() * units, 0);
        };
    }

    private static double units(double quantity, double[] options, double[] perpetuals, int row) {
        return Math.max(0, -quantity) * options[row] + Math.abs(quantity) * perpetuals[row];
    }
}
