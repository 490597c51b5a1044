package hedgerow.margin;

import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.Option;
import hedgerow.portfolio.Require;
import hedgerow.pricing.RiskArrays;
import hedgerow.scenario.ScenarioGrid;
import java.util.EnumSet;
import java.util.Set;

/// What it would cost in fees to close all positions, and to fill and close open orders.
///
/// A rate on the notional at the mark; for options a rate on the notional at spot, but no more than
/// a share of the mark. Open orders count in initial margin only.
///
/// Sources: Paradex, "Portfolio margin", fee provision (0.03 %, options at most 12.5 % of the mark;
/// every order), and "Cross margin requirement" (orders by side).
///
/// @param optionRate fraction of spot per unit of an option
/// @param optionCap the largest share of an option's mark that its fee takes
/// @param otherRate fraction of the mark of spot, futures and perpetuals
/// @param orders how open orders count
public record FeeProvision(double optionRate, double optionCap, double otherRate, OrderCount orders)
        implements Charge {
    private static final Set<Instrument.Kind> OTHERS =
            EnumSet.complementOf(EnumSet.of(Instrument.Kind.OPTION));

    public FeeProvision {
        Require.notNegative("optionRate", optionRate);
        Require.notNegative("optionCap", optionCap);
        Require.notNegative("otherRate", otherRate);
    }

    @Override
    public String name() {
        return "fee provision";
    }

    @Override
    public Reader on(RiskArrays arrays, ScenarioGrid grid) {
        double[] fees = fees(arrays);
        return switch (orders) {
            case EACH -> each(fees);
            case SIDE -> OpenSizes.alike(fees, fees);
        };
    }

    private static Reader each(double[] fees) {
        return (group, out) -> {
            double held = 0;
            for (int i = group.from; i < group.to; i++) {
                held += Math.abs(group.quantities[i]) * fees[group.rows[i]];
            }
            double ordered = 0;
            for (int i = group.orderFrom; i < group.orderTo; i++) {
                ordered += Math.abs(group.orders.quantities()[i]) * fees[group.orders.rows()[i]];
            }
            out.set(held + ordered, held);
        };
    }

    /// The fee of one contract of each row.
    private double[] fees(RiskArrays arrays) {
        double[] optionUnits = Rows.optionUnits(arrays);
        double[] otherUnits = Rows.units(arrays, OTHERS);
        double[] fees = new double[otherUnits.length];
        for (int row = 0; row < fees.length; row++) {
            if (arrays.instruments().get(row) instanceof Option) {
                double spot = arrays.runs().get(arrays.runOf(row)).spot();
                double mark = Math.max(0, arrays.columns().value()[row]);
                fees[row] = Math.min(optionRate * spot * optionUnits[row], optionCap * mark);
            } else if (otherUnits[row] > 0) {
                fees[row] = otherRate * otherUnits[row] * Rows.mark(arrays, row);
            }
        }
        return fees;
    }
}
