package hedgerow.margin;

import hedgerow.portfolio.Require;
import hedgerow.portfolio.Settlement;
import hedgerow.pricing.RiskArrays;
import hedgerow.scenario.ScenarioGrid;
import java.util.Optional;

/// What it costs that contracts paid in a stablecoin hedge contracts paid in coins: a rate on the
/// hedged amount, which grows by tiers as taxes do.
///
/// Such a hedge fails when the stablecoin leaves its par. With `L` the net delta of linear
/// contracts at spot and `I` that of inverse ones, the hedged amount is the smaller of the two
/// where their signs differ, and zero where they do not. Spot is paid in neither and takes no part.
/// Open orders count, in initial margin, as those fills that hedge most.
///
/// Source: OKX, "Portfolio margin", stablecoin depegging risk (MR9), as copied by others: 10
/// million of hedge cost 202,500.
///
/// @param tiers rates on the parts of the hedged amount, in the margin currency
/// @param initialFactor what initial margin takes of the charge
public record StablecoinHedge(Tiers tiers, double initialFactor) implements Charge {
    public StablecoinHedge {
        Require.notNegative("initialFactor", initialFactor);
    }

    @Override
    public String name() {
        return "stablecoin hedge";
    }

    @Override
    public Reader on(RiskArrays arrays, ScenarioGrid grid) {
        double[] linear = money(arrays, Settlement.LINEAR);
        double[] inverse = money(arrays, Settlement.INVERSE);
        return (group, out) -> {
            double stable = held(group, linear);
            double coins = held(group, inverse);
            double hedged = hedged(stable, coins);
            double most =
                    Math.max(
                            hedged(stable + bought(group, linear), coins - sold(group, inverse)),
                            hedged(stable - sold(group, linear), coins + bought(group, inverse)));
            out.set(initialFactor * tiers.of(Math.max(hedged, most)), tiers.of(hedged));
        };
    }

    private static double hedged(double stable, double coins) {
        return Math.max(0, Math.max(Math.min(stable, -coins), Math.min(-stable, coins)));
    }

    private static double held(Group group, double[] money) {
        double net = 0;
        for (int i = group.from; i < group.to; i++) {
            net += group.quantities[i] * money[group.rows[i]];
        }
        return net;
    }

    private static double bought(Group group, double[] money) {
        double sum = 0;
        for (int i = group.orderFrom; i < group.orderTo; i++) {
            sum += Math.max(0, group.orders.quantities()[i] * money[group.orders.rows()[i]]);
        }
        return sum;
    }

    private static double sold(Group group, double[] money) {
        double sum = 0;
        for (int i = group.orderFrom; i < group.orderTo; i++) {
            sum += Math.max(0, -group.orders.quantities()[i] * money[group.orders.rows()[i]]);
        }
        return sum;
    }

    /// Delta at spot of one contract of each row that is paid so; zero for others.
    private static double[] money(RiskArrays arrays, Settlement settlement) {
        double[] money = new double[arrays.instruments().size()];
        for (int row = 0; row < money.length; row++) {
            if (Scope.settlement(arrays.instruments().get(row)).equals(Optional.of(settlement))) {
                double spot = arrays.runs().get(arrays.runOf(row)).spot();
                money[row] = arrays.columns().delta()[row] * spot;
            }
        }
        return money;
    }
}
