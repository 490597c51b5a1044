package hedgerow.margin;

import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.Instrument.Kind;
import hedgerow.portfolio.Refusal;
import hedgerow.portfolio.Refusal.Reason;
import hedgerow.portfolio.RefusedException;
import hedgerow.portfolio.Require;
import hedgerow.pricing.RiskArrays;
import hedgerow.scenario.ScenarioGrid;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// A rate on the notional of perpetuals that grows with the position itself, and an amount for
/// having one at all.
///
/// With `size` the net units of a market:
///
/// ```
/// ratio       = |size| / skewScale * initialFraction + minimumRatio
/// initial     = |size| * spot * ratio + minimumMargin
/// maintenance = |size| * spot * ratio * maintenanceScalar + minimumMargin
/// ```
///
/// Open orders count as if either all buys or all sells had filled.
///
/// Source: Synthetix v3, perps market, account margins.
///
/// @param markets the rule of each market, by underlying
public record SizeRate(Map<String, Terms> markets) implements Charge {
    public SizeRate {
        markets = Map.copyOf(markets);
    }

    /// The rule of one market.
    ///
    /// @param skewScale units at which the ratio has grown by the initial fraction
    /// @param initialFraction what the ratio grows by
    /// @param minimumRatio the ratio of the smallest position
    /// @param maintenanceScalar the maintenance ratio in initial ratios
    /// @param minimumMargin what any position posts beside, in the margin currency
    public record Terms(
            double skewScale,
            double initialFraction,
            double minimumRatio,
            double maintenanceScalar,
            double minimumMargin) {
        public Terms {
            Require.positive("skewScale", skewScale);
            Require.notNegative("initialFraction", initialFraction);
            Require.notNegative("minimumRatio", minimumRatio);
            Require.notNegative("maintenanceScalar", maintenanceScalar);
            Require.notNegative("minimumMargin", minimumMargin);
        }

        private double initial(double size, double spot) {
            return size * spot * (size / skewScale * initialFraction + minimumRatio);
        }
    }

    @Override
    public String name() {
        return "size rate";
    }

    @Override
    public Reader on(RiskArrays arrays, ScenarioGrid grid) {
        double[] units = Rows.units(arrays, Set.of(Kind.PERPETUAL));
        List<Terms> byRun = arrays.runs().stream().map(run -> terms(arrays, run.from())).toList();
        return (group, out) -> {
            double net = 0;
            for (int i = group.from; i < group.to; i++) {
                net += group.quantities[i] * units[group.rows[i]];
            }
            double bought = net;
            double sold = net;
            for (int i = group.orderFrom; i < group.orderTo; i++) {
                double ordered = group.orders.quantities()[i] * units[group.orders.rows()[i]];
                bought += Math.max(0, ordered);
                sold += Math.min(0, ordered);
            }
            double held = Math.abs(net);
            double most = Math.max(held, Math.max(Math.abs(bought), Math.abs(sold)));
            Terms terms = byRun.get(group.runIndex);
            double spot = group.run().spot();
            out.set(
                    terms.initial(most, spot) + (most > 0 ? terms.minimumMargin : 0),
                    terms.initial(held, spot) * terms.maintenanceScalar
                            + (held > 0 ? terms.minimumMargin : 0));
        };
    }

    /// The rule of the market of a row.
    Terms terms(RiskArrays arrays, int row) {
        Instrument instrument = arrays.instruments().get(row);
        Terms terms = markets.get(instrument.underlying());
        if (terms != null) return terms;
        String detail =
                instrument.label()
                        + " is in no market of this model, which has those of "
                        + new TreeSet<>(markets.keySet());
        throw new RefusedException(Refusal.of(Reason.NOT_COVERED, instrument, detail));
    }
}
