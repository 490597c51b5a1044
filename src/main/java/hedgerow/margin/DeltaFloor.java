package hedgerow.margin;

import hedgerow.portfolio.Require;
import hedgerow.pricing.RiskArrays;
import hedgerow.scenario.ScenarioGrid;

/// A floor for what a scan may not see: basis, gaps, and hedges that match only on paper.
///
/// `(unhedged rate * |net delta| + hedged rate * hedged delta) * spot`, where the hedged delta is
/// the part of the long deltas that short deltas cancel. Open orders count at their worst: as if
/// either all buys or all sells had filled.
///
/// Source: Paradex, "Portfolio margin", minimum delta margin (rates 2 % and 1 % for BTC and ETH).
///
/// @param unhedgedRate fraction of spot per unit of net delta
/// @param hedgedRate fraction of spot per unit of hedged delta; at most the unhedged rate, or an
///   order could lower the requirement by its fill
public record DeltaFloor(double unhedgedRate, double hedgedRate) implements Charge {
    public DeltaFloor {
        Require.notNegative("unhedgedRate", unhedgedRate);
        Require.between("hedgedRate", hedgedRate, 0, unhedgedRate);
    }

    @Override
    public String name() {
        return "delta floor";
    }

    @Override
    public Reader on(RiskArrays arrays, ScenarioGrid grid) {
        double[] delta = arrays.columns().delta();
        return (group, out) -> {
            double longs = 0;
            double shorts = 0;
            for (int i = group.from; i < group.to; i++) {
                double held = group.quantities[i] * delta[group.rows[i]];
                double gross = Math.abs(held);
                // One of the two is zero, the other twice the delta: exact, and without a branch
                longs += gross + held;
                shorts += gross - held;
            }
            read(group, delta, longs / 2, shorts / 2, out);
        };
    }

    private void read(Group group, double[] delta, double longs, double shorts, Amounts out) {
        double spot = group.run().spot();
        double net = Math.abs(longs - shorts);
        double maintenance = amount(net, Math.max(longs, shorts)) * spot;
        double initial =
                group.hasOrders() ? worst(group, delta, longs, shorts) * spot : maintenance;
        out.set(initial, maintenance);
    }

    private double worst(Group group, double[] delta, double longs, double shorts) {
        double mostLong = longs;
        double mostShort = shorts;
        for (int i = group.orderFrom; i < group.orderTo; i++) {
            double ordered = group.orders.quantities()[i] * delta[group.orders.rows()[i]];
            mostLong += Math.max(ordered, 0);
            mostShort -= Math.min(ordered, 0);
        }
        double net = Math.max(0, Math.max(mostLong - shorts, mostShort - longs));
        return amount(net, Math.max(mostLong, mostShort));
    }

    /// @param larger the larger of long and short deltas, of which what is not net is hedged
    private double amount(double net, double larger) {
        return unhedgedRate * net + hedgedRate * (larger - net);
    }
}
