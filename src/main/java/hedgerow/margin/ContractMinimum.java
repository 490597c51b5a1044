package hedgerow.margin;

import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.Option;
import hedgerow.portfolio.Require;
import hedgerow.pricing.RiskArrays;
import hedgerow.scenario.ScenarioGrid;

/// The least that each option contract must post, long or short, whatever the scan says.
///
/// Source: Cboe Rule 10.4 and FINRA Rule 4210(g): 0.375 times the multiplier per contract, which is
/// 37.50 USD for a contract of 100 shares.
///
/// @param perUnit margin currency per unit of the contract's multiplier
public record ContractMinimum(double perUnit) implements Charge {
    public ContractMinimum {
        Require.notNegative("perUnit", perUnit);
    }

    @Override
    public String name() {
        return "per-contract minimum";
    }

    @Override
    public Reader on(RiskArrays arrays, ScenarioGrid grid) {
        double[] minimum = new double[arrays.instruments().size()];
        for (int row = 0; row < minimum.length; row++) {
            minimum[row] = minimum(arrays.instruments().get(row));
        }
        return (group, out) -> {
            double held = 0;
            for (int i = group.from; i < group.to; i++) {
                held += Math.abs(group.quantities[i]) * minimum[group.rows[i]];
            }
            double ordered = group.hasOrders() ? ordered(group, minimum) : 0;
            out.set(held + ordered, held);
        };
    }

    private static double ordered(Group group, double[] minimum) {
        double ordered = 0;
        for (int i = group.orderFrom; i < group.orderTo; i++) {
            ordered += Math.abs(group.orders.quantities()[i]) * minimum[group.orders.rows()[i]];
        }
        return ordered;
    }

    private double minimum(Instrument instrument) {
        return instrument instanceof Option option ? perUnit * option.contract().multiplier() : 0;
    }
}
