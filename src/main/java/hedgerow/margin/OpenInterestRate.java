package hedgerow.margin;

import hedgerow.market.Underlying;
import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.Instrument.Kind;
import hedgerow.portfolio.Refusal;
import hedgerow.portfolio.Refusal.Reason;
import hedgerow.portfolio.RefusedException;
import hedgerow.portfolio.Require;
import hedgerow.pricing.RiskArrays;
import hedgerow.scenario.ScenarioGrid;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

/// A rate on the notional of perpetuals that grows with the open interest of their market.
///
/// ```
/// initial     = min(1, base + max(0, (OI - lower) / (upper - lower)) * (1 - base))
/// maintenance = maintenanceFraction * base
/// ```
///
/// times size and spot, with the open interest `OI` at spot too. Open orders count as filled.
///
/// Source: dYdX v4, perpetuals and liquidity tiers.
///
/// @param tiers the tier of each market, by underlying
public record OpenInterestRate(Map<String, Tier> tiers) implements Charge {
    public OpenInterestRate {
        tiers = Map.copyOf(tiers);
    }

    /// The rates of one market.
    ///
    /// @param base the initial rate while the open interest is small
    /// @param maintenanceFraction the maintenance rate in base rates
    /// @param lower open interest, in the quote currency, from which the initial rate grows
    /// @param upper open interest at which it is one; equal to `lower` where it does not grow
    public record Tier(double base, double maintenanceFraction, double lower, double upper) {
        public Tier {
            Require.between("base", base, 0, 1);
            Require.notNegative("maintenanceFraction", maintenanceFraction);
            Require.notNegative("lower", lower);
            Require.between("upper", upper, lower, Double.MAX_VALUE);
        }

        /// The initial rate at an open interest.
        double initial(double openInterest) {
            if (upper == lower) return base;
            double grown = Math.max(0, (openInterest - lower) / (upper - lower));
            return Math.min(1, base + grown * (1 - base));
        }

        private boolean grows() {
            return upper > lower;
        }
    }

    @Override
    public String name() {
        return "open interest rate";
    }

    @Override
    public Reader on(RiskArrays arrays, ScenarioGrid grid) {
        double[] units = Rows.units(arrays, Set.of(Kind.PERPETUAL));
        double[] initial = new double[units.length];
        double[] maintenance = new double[units.length];
        for (int row = 0; row < units.length; row++) {
            if (units[row] == 0) continue;
            Instrument instrument = arrays.instruments().get(row);
            Tier tier = tier(instrument);
            double notional = units[row] * arrays.runs().get(arrays.runOf(row)).spot();
            double interest = tier.grows() ? openInterest(arrays, row) : 0;
            initial[row] = notional * tier.initial(interest);
            maintenance[row] = notional * tier.maintenanceFraction * tier.base;
        }
        return (group, out) -> {
            double opened = 0;
            double kept = 0;
            for (int i = group.from; i < group.to; i++) {
                opened += Math.abs(group.quantities[i]) * initial[group.rows[i]];
                kept += Math.abs(group.quantities[i]) * maintenance[group.rows[i]];
            }
            for (int i = group.orderFrom; i < group.orderTo; i++) {
                int row = group.orders.rows()[i];
                opened += Math.abs(group.orders.quantities()[i]) * initial[row];
            }
            out.set(opened, kept);
        };
    }

    private Tier tier(Instrument instrument) {
        Tier tier = tiers.get(instrument.underlying());
        if (tier != null) return tier;
        String detail =
                instrument.label()
                        + " has no tier; those of this model are of "
                        + new TreeSet<>(tiers.keySet());
        throw new RefusedException(Refusal.of(Reason.NOT_COVERED, instrument, detail));
    }

    /// The open interest in the currency that the underlying is quoted in.
    private static double openInterest(RiskArrays arrays, int row) {
        Underlying underlying = Rows.underlying(arrays, row);
        OptionalDouble units = underlying.reference().perpetual().openInterest();
        if (units.isPresent()) return units.getAsDouble() * underlying.spot();
        Instrument instrument = arrays.instruments().get(row);
        String detail = "openInterest of " + underlying.id() + " is not given";
        throw new RefusedException(Refusal.of(Reason.MISSING_QUOTE, instrument, detail));
    }
}
