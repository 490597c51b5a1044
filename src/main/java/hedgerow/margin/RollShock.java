package hedgerow.margin;

import hedgerow.portfolio.Require;
import hedgerow.portfolio.Spot;
import hedgerow.pricing.RiskArrays;
import hedgerow.scenario.ScenarioGrid;

/// What the forwards of different expiries may move apart: `|net delta| * spot * max(minimum,
/// exp(annualised move * T) - 1)` for each expiry, which do not net with one another.
///
/// What never expires, perpetuals and spot, is an expiry of its own at the minimum; spot may be one
/// apart from perpetuals. Open orders count in full, in initial margin only.
///
/// Sources: Deribit, private/pme/simulate, roll shock (reproduces its example); OKX, "Portfolio
/// margin", basis risk, and notice of 31 May 2024: spot that a perpetual hedges is charged as the
/// perpetual is.
///
/// @param annualisedMove continuously compounded move a year
/// @param minimum the least move, a fraction
/// @param spotApart whether spot does not net with perpetuals
public record RollShock(double annualisedMove, double minimum, boolean spotApart)
        implements Charge {
    public RollShock {
        Require.notNegative("annualisedMove", annualisedMove);
        Require.notNegative("minimum", minimum);
    }

    @Override
    public String name() {
        return "roll shock";
    }

    @Override
    public Reader on(RiskArrays arrays, ScenarioGrid grid) {
        double[] shock = shocks(arrays);
        int[] terms = terms(arrays);
        return (group, out) -> {
            double held = 0;
            for (int i = group.from; i < group.to; ) {
                int term = terms[group.rows[i]];
                double net = 0;
                for (; i < group.to && terms[group.rows[i]] == term; i++) {
                    net += group.quantities[i] * shock[group.rows[i]];
                }
                held += Math.abs(net);
            }
            double ordered = 0;
            for (int i = group.orderFrom; i < group.orderTo; i++) {
                ordered += Math.abs(group.orders.quantities()[i] * shock[group.orders.rows()[i]]);
            }
            out.set(held + ordered, held);
        };
    }

    /// A number for each row that those share which net; such rows stand together.
    int[] terms(RiskArrays arrays) {
        int[] terms = new int[arrays.instruments().size()];
        for (int row = 0; row < terms.length; row++) {
            boolean apart = spotApart && arrays.instruments().get(row) instanceof Spot;
            terms[row] = apart ? -1 : arrays.expiryOf(row);
        }
        return terms;
    }

    /// What one contract of each row gains when its expiry alone moves up.
    double[] shocks(RiskArrays arrays) {
        double[] shocks = arrays.columns().delta().clone();
        for (int row = 0; row < shocks.length; row++) {
            double years = arrays.expiries().get(arrays.expiryOf(row)).years();
            double move = Math.max(minimum, StrictMath.exp(annualisedMove * years) - 1);
            shocks[row] *= move * arrays.runs().get(arrays.runOf(row)).spot();
        }
        return shocks;
    }
}
