package hedgerow.margin;

import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.Instrument.Kind;
import hedgerow.portfolio.Refusal;
import hedgerow.portfolio.Refusal.Reason;
import hedgerow.portfolio.RefusedException;
import hedgerow.portfolio.Require;
import hedgerow.pricing.RiskArrays;
import hedgerow.risk.MarketImpact;
import hedgerow.scenario.ScenarioGrid;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What getting out of an account costs, and a surcharge on what is large against its market.
///
/// With `Q` the net delta on one underlying, in units of it, and `V` its daily volume:
///
/// ```
/// exit          = averageShare * impact(Q) * Q * spot
/// spread        = optionHalfSpread * spot * units of options, long and short
/// concentration = concentrationRate * spot * max(0, Q - concentrationShare * V)
/// ```
///
/// where `impact` is the law of [MarketImpact]. Open orders count as if either all buys or all
/// sells had filled, in initial margin only.
///
/// @param markets the law of each market, by underlying
/// @param averageShare of the last impact that the whole size pays; one for the peak
/// @param optionHalfSpread half a spread of an option, as a fraction of spot
/// @param concentration the surcharge
public record Liquidity(
        Map<String, MarketImpact> markets,
        double averageShare,
        double optionHalfSpread,
        Concentration concentration)
        implements Charge {
    /// The power of size that the cost of the square-root law grows with.
    private static final double LAW_POWER = 1.5;

    public Liquidity {
        markets = Map.copyOf(markets);
        Require.between("averageShare", averageShare, 0, 1);
        Require.notNegative("optionHalfSpread", optionHalfSpread);
    }

    /// A surcharge on what is large against its market.
    ///
    /// @param share of the daily volume beyond which it is charged
    /// @param rate fraction of the value beyond it
    public record Concentration(double share, double rate) {
        public Concentration {
            Require.notNegative("share", share);
            Require.notNegative("rate", rate);
        }
    }

    @Override
    public String name() {
        return "liquidity";
    }

    @Override
    public Reader on(RiskArrays arrays, ScenarioGrid grid) {
        double[] deltas = arrays.columns().delta();
        double[] options = Rows.units(arrays, Set.of(Kind.OPTION));
        List<MarketImpact> byRun =
                arrays.runs().stream().map(run -> market(arrays, run.from())).toList();
        return (group, out) -> {
            double net = 0;
            double held = 0;
            for (int i = group.from; i < group.to; i++) {
                net += group.quantities[i] * deltas[group.rows[i]];
                held += Math.abs(group.quantities[i]) * options[group.rows[i]];
            }
            double bought = net;
            double sold = net;
            double ordered = 0;
            for (int i = group.orderFrom; i < group.orderTo; i++) {
                int row = group.orders.rows()[i];
                double quantity = group.orders.quantities()[i];
                bought += Math.max(0, quantity * deltas[row]);
                sold += Math.min(0, quantity * deltas[row]);
                ordered += Math.abs(quantity) * options[row];
            }
            double now = Math.abs(net);
            double most = Math.max(now, Math.max(Math.abs(bought), Math.abs(sold)));
            MarketImpact market = byRun.get(group.runIndex);
            double spot = group.run().spot();
            out.set(charge(market, most, held + ordered, spot), charge(market, now, held, spot));
        };
    }

    /// Whether the charge is convex in the net delta: where no part of the law is linear.
    boolean isConvex() {
        return markets.values().stream().allMatch(market -> market.crossoverShare() == 0);
    }

    /// What the charge grows by with the net delta, where it is convex.
    double slope(MarketImpact market, double size, double spot) {
        boolean large = size > concentration.share() * market.volumeDaily();
        double surcharge = large ? concentration.rate() : 0;
        return (LAW_POWER * averageShare * market.impact(size) + surcharge) * spot;
    }

    /// The charge on a net delta and on units of options.
    double charge(MarketImpact market, double size, double options, double spot) {
        double large = Math.max(0, size - concentration.share() * market.volumeDaily());
        return market.cost(size, spot, averageShare)
                + (optionHalfSpread * options + concentration.rate() * large) * spot;
    }

    /// The law of the market of a row.
    MarketImpact market(RiskArrays arrays, int row) {
        Instrument instrument = arrays.instruments().get(row);
        MarketImpact market = markets.get(instrument.underlying());
        if (market != null) return market;
        String detail =
                instrument.label()
                        + " is in no market of this model, which has the volumes of "
                        + new TreeSet<>(markets.keySet());
        throw new RefusedException(Refusal.of(Reason.NOT_COVERED, instrument, detail));
    }
}
