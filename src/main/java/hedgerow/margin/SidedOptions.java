package hedgerow.margin;

import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.Option;
import hedgerow.portfolio.OptionRight;
import hedgerow.portfolio.Require;
import hedgerow.pricing.RiskArrays;
import hedgerow.scenario.ScenarioGrid;

/// What each option posts by itself, under a venue that counts its value as equity: a long one part
/// of its mark, a short one a rate on spot.
///
/// With `S` spot, `K` the strike and `otm` how far the option is out of the money:
///
/// ```
/// long  = min(premium * mark, longRate * S)
/// short = max(shortMaximum * S - otm, shortMinimum * S)     a put: at most putCap * K
/// ```
///
/// in initial and in maintenance margin with rates of their own. Open orders count by side, as the
/// largest size that a position may come to.
///
/// Source: Paradex, "Cross margin requirement" and "Margin requirements for options", with examples
/// at a spot price of 100.
///
/// @param initial rates in initial margin
/// @param maintenance rates in maintenance margin
public record SidedOptions(Rates initial, Rates maintenance) implements Charge {
    /// The rates of one of the two margins.
    ///
    /// @param premium the share of its mark that a long option posts
    /// @param longRate the most that it posts, a fraction of spot
    /// @param shortMaximum fraction of spot for a short option in the money
    /// @param shortMinimum fraction of spot for one far out of it
    /// @param putCap the most that a short put posts, a fraction of its strike
    public record Rates(
            double premium,
            double longRate,
            double shortMaximum,
            double shortMinimum,
            double putCap) {
        public Rates {
            Require.notNegative("premium", premium);
            Require.notNegative("longRate", longRate);
            Require.notNegative("shortMaximum", shortMaximum);
            Require.notNegative("shortMinimum", shortMinimum);
            Require.notNegative("putCap", putCap);
        }

        private double bought(double mark, double notional) {
            return Math.min(premium * mark, longRate * notional);
        }

        private double sold(Option option, double spot, double notional) {
            double otm = Math.max(0, option.right().sign() * (option.strike() - spot)) / spot;
            double plain = Math.max(shortMaximum - otm, shortMinimum);
            if (option.right() == OptionRight.CALL) return plain * notional;
            return Math.min(plain, putCap * option.strike() / spot) * notional;
        }
    }

    @Override
    public String name() {
        return "sided options";
    }

    @Override
    public Reader on(RiskArrays arrays, ScenarioGrid grid) {
        int rows = arrays.instruments().size();
        OpenSizes sizes =
                new OpenSizes(
                        new double[rows], new double[rows], new double[rows], new double[rows]);
        for (int row = 0; row < rows; row++) {
            Instrument instrument = arrays.instruments().get(row);
            if (instrument instanceof Option option) set(sizes, arrays, row, option);
        }
        return sizes;
    }

    private void set(OpenSizes sizes, RiskArrays arrays, int row, Option option) {
        double spot = Rows.quotedSpot(arrays, row);
        double notional =
                option.contract().multiplier() * arrays.runs().get(arrays.runOf(row)).spot();
        double mark = Math.max(0, arrays.columns().value()[row]);
        sizes.initialLong()[row] = initial.bought(mark, notional);
        sizes.maintenanceLong()[row] = maintenance.bought(mark, notional);
        sizes.initialShort()[row] = initial.sold(option, spot, notional);
        sizes.maintenanceShort()[row] = maintenance.sold(option, spot, notional);
    }
}
