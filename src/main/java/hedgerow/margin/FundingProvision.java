package hedgerow.margin;

import hedgerow.market.Underlying;
import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.Refusal;
import hedgerow.portfolio.Refusal.Reason;
import hedgerow.portfolio.RefusedException;
import hedgerow.portfolio.Require;
import hedgerow.pricing.RiskArrays;
import hedgerow.scenario.ScenarioGrid;
import java.util.Set;

/// The funding that perpetuals are about to pay: `max(0, net size * spot * rate)`.
///
/// What is about to be received takes nothing off. Source: Paradex, "Portfolio margin", funding
/// provision over 8 hours.
///
/// @param hours of funding at the market's rate, which is that of 8 hours
/// @param orders how open orders count, in initial margin only
public record FundingProvision(double hours, Orders orders) implements Charge {
    /// How open orders count.
    public enum Orders {
        /// Those whose fill would pay funding count as filled.
        WORST,
        /// All count with the opposite sign, as the venue's own library has it.
        OPPOSED
    }

    public FundingProvision {
        Require.notNegative("hours", hours);
    }

    @Override
    public String name() {
        return "funding provision";
    }

    /// @throws RefusedException where a perpetual's funding rate is not in the market
    @Override
    public Reader on(RiskArrays arrays, ScenarioGrid grid) {
        double[] paid = paid(arrays);
        return (group, out) -> {
            double held = 0;
            for (int i = group.from; i < group.to; i++) {
                held += group.quantities[i] * paid[group.rows[i]];
            }
            double ordered = 0;
            for (int i = group.orderFrom; i < group.orderTo; i++) {
                double filled = group.orders.quantities()[i] * paid[group.orders.rows()[i]];
                ordered +=
                        switch (orders) {
                            case WORST -> Math.max(0, filled);
                            case OPPOSED -> 0 - filled;
                        };
            }
            out.set(Math.max(0, held + ordered), Math.max(0, held));
        };
    }

    /// What one contract of each row pays when held long.
    private double[] paid(RiskArrays arrays) {
        double[] units = Rows.units(arrays, Set.of(Instrument.Kind.PERPETUAL));
        double[] paid = new double[units.length];
        for (int row = 0; row < paid.length; row++) {
            if (units[row] == 0) continue;
            double spot = arrays.runs().get(arrays.runOf(row)).spot();
            paid[row] = units[row] * spot * rate8h(arrays, row) * hours / 8;
        }
        return paid;
    }

    private static double rate8h(RiskArrays arrays, int row) {
        Instrument perpetual = arrays.instruments().get(row);
        Underlying underlying = arrays.market().underlying(perpetual.underlying()).orElseThrow();
        return underlying
                .reference()
                .perpetual()
                .fundingRate8h()
                .orElseThrow(() ->
                        new RefusedException(
                                Refusal.of(
                                        Reason.MISSING_QUOTE,
                                        perpetual,
                                        "fundingRate8h of "
                                                + underlying.id()
                                                + " is not in the market")));
    }
}
