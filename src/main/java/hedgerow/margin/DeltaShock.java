package hedgerow.margin;

import hedgerow.portfolio.Require;
import hedgerow.pricing.RiskArrays;
import hedgerow.scenario.ScenarioGrid;

/// What it takes to trade a large net delta out of the market.
///
/// With `d1` the delta of long options and `d2` that of everything else, long options help but do
/// not turn the sign: `d = d2 < 0 ? min(max(d1 + d2, d2), 0) : max(min(d1 + d2, d2), 0)`, and the
/// charge is `min(max(0, |d| * spot - threshold) * |d| * increment, maximum * |d| * spot)`. Open
/// orders count in full on the side that makes it larger, in initial margin only.
///
/// Source: Deribit, private/pme/simulate, delta shock: the formula is from a re-implementation by
/// others, and no example of the venue's has one above zero.
///
/// @param threshold net delta in the margin currency that is traded without a charge
/// @param increment what the charge grows by, per unit of delta and of money above the threshold
/// @param maximum the largest charge, as a fraction of the net delta
public record DeltaShock(double threshold, double increment, double maximum) implements Charge {
    public DeltaShock {
        Require.notNegative("threshold", threshold);
        Require.notNegative("increment", increment);
        Require.notNegative("maximum", maximum);
    }

    @Override
    public String name() {
        return "delta shock";
    }

    @Override
    public Reader on(RiskArrays arrays, ScenarioGrid grid) {
        double[] delta = arrays.columns().delta();
        boolean[] options = Rows.options(arrays);
        return (group, out) -> {
            double longOptions = 0;
            double others = 0;
            for (int i = group.from; i < group.to; i++) {
                double held = group.quantities[i] * delta[group.rows[i]];
                boolean longOption = options[group.rows[i]] && group.quantities[i] > 0;
                if (longOption) longOptions += held;
                else others += held;
            }
            double spot = group.run().spot();
            double maintenance = amount(net(longOptions, others), spot);
            double initial = maintenance;
            if (group.hasOrders()) {
                double buys = 0;
                double sells = 0;
                for (int i = group.orderFrom; i < group.orderTo; i++) {
                    double filled = group.orders.quantities()[i] * delta[group.orders.rows()[i]];
                    buys += Math.max(0, filled);
                    sells += Math.min(0, filled);
                }
                initial = Math.max(initial, amount(net(longOptions, others + buys), spot));
                initial = Math.max(initial, amount(net(longOptions, others + sells), spot));
            }
            out.set(initial, maintenance);
        };
    }

    private static double net(double longOptions, double others) {
        double sum = longOptions + others;
        return others < 0 ? Math.min(Math.max(sum, others), 0) : Math.max(Math.min(sum, others), 0);
    }

    private double amount(double net, double spot) {
        double units = Math.abs(net);
        double above = Math.max(0, units * spot - threshold);
        return Math.min(above * units * increment, maximum * units * spot);
    }
}
