package hedgerow.margin;

import hedgerow.portfolio.Require;
import hedgerow.pricing.RiskArrays;
import hedgerow.scenario.ScenarioGrid;

/// A rate on options sold short, net at each strike of each expiry.
///
/// At one strike calls and puts net: a short straddle counts twice, a short call beside a long put
/// not at all. `max(0, -(calls + puts)) * spot * rate`, summed. Open orders to sell count in full.
///
/// Sources: Derive, "Portfolio margin", option contingency (0.5 % and 0.3 %); Deribit, portfolio
/// margin of 2019, short option contingency per strike.
///
/// @param initialRate fraction of spot per unit in initial margin
/// @param maintenanceRate fraction of spot per unit in maintenance margin
public record NetShortOptions(double initialRate, double maintenanceRate) implements Charge {
    public NetShortOptions {
        Require.notNegative("initialRate", initialRate);
        Require.notNegative("maintenanceRate", maintenanceRate);
    }

    @Override
    public String name() {
        return "net short options";
    }

    @Override
    public Reader on(RiskArrays arrays, ScenarioGrid grid) {
        double[] units = Rows.optionUnits(arrays);
        int[] strikes = Rows.strikes(arrays);
        return (group, out) -> {
            double spot = group.run().spot();
            double held = held(group, units, strikes) * spot;
            double ordered = group.hasOrders() ? ordered(group, units) * spot : 0;
            out.set((held + ordered) * initialRate, held * maintenanceRate);
        };
    }

    /// Units that are short, net at each strike.
    static double held(Group group, double[] units, int[] strikes) {
        double shorts = 0;
        for (int i = group.from; i < group.to; ) {
            int strike = strikes[group.rows[i]];
            double net = 0;
            for (; i < group.to && strikes[group.rows[i]] == strike; i++) {
                net += group.quantities[i] * units[group.rows[i]];
            }
            shorts += Math.max(0, -net);
        }
        return shorts;
    }

    /// Units that would be sold.
    private static double ordered(Group group, double[] units) {
        double sold = 0;
        for (int i = group.orderFrom; i < group.orderTo; i++) {
            sold += Math.max(0, -group.orders.quantities()[i]) * units[group.orders.rows()[i]];
        }
        return sold;
    }
}
