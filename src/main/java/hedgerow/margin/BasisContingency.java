package hedgerow.margin;

import hedgerow.portfolio.Require;
import hedgerow.pricing.RiskArrays;
import hedgerow.scenario.Scenario;
import hedgerow.scenario.ScenarioGrid;
import hedgerow.scenario.VolShock;
import java.util.List;

/// What an account loses when the forward of each expiry moves against it by itself.
///
/// For each expiry the larger loss of its options under the two moves, zero at least, times
/// `addition + multiplier * years`; summed over expiries, so that no expiry hedges another.
///
/// Source: Derive, "Portfolio margin", basis contingency (moves of 4.5 %, addition 0.5, multiplier
/// 2), where the sum competes with the scenarios: a floor.
///
/// @param up the move up, above zero
/// @param down the move down, below zero
/// @param addition the share of the loss that counts at once
/// @param multiplier the further share for each year to expiry
public record BasisContingency(double up, double down, double addition, double multiplier)
        implements Charge {
    public BasisContingency {
        Require.notNegative("up", up);
        Require.between("down", down, -1, 0);
        Require.notNegative("addition", addition);
        Require.notNegative("multiplier", multiplier);
    }

    @Override
    public String name() {
        return "basis contingency";
    }

    @Override
    public List<Scenario> asides() {
        return List.of(Scenario.aside(up, VolShock.NONE), Scenario.aside(down, VolShock.NONE));
    }

    @Override
    public Reader on(RiskArrays arrays, ScenarioGrid grid) {
        boolean[] options = Rows.options(arrays);
        int risen = grid.indexOf(asides().getFirst());
        int fallen = grid.indexOf(asides().getLast());
        double[] share =
                arrays.expiries().stream()
                        .mapToDouble(e -> addition + multiplier * e.years())
                        .toArray();
        return (group, out) -> {
            double amount = 0;
            for (int i = group.from; i < group.to; ) {
                int expiry = arrays.expiryOf(group.rows[i]);
                double up = 0;
                double down = 0;
                for (; i < group.to && arrays.expiryOf(group.rows[i]) == expiry; i++) {
                    int row = group.rows[i];
                    if (!options[row]) continue;
                    up += group.quantities[i] * arrays.pnl(row, risen);
                    down += group.quantities[i] * arrays.pnl(row, fallen);
                }
                amount += Math.max(0, -Math.min(up, down)) * share[expiry];
            }
            double ordered = 0;
            for (int i = group.orderFrom; i < group.orderTo; i++) {
                int row = group.orders.rows()[i];
                if (!options[row]) continue;
                double quantity = group.orders.quantities()[i];
                double worse =
                        Math.min(
                                quantity * arrays.pnl(row, risen),
                                quantity * arrays.pnl(row, fallen));
                ordered += Math.max(0, -worse) * share[arrays.expiryOf(row)];
            }
            out.set(amount + ordered, amount);
        };
    }
}
