package hedgerow.hedge.search;

import hedgerow.portfolio.Require;
import java.util.List;

/// What a suggested hedge may not exceed; infinite where there is no limit.
///
/// @param cost the most that trading may cost, in the margin currency
/// @param premium the most that may be paid in premiums, net of those received
/// @param legs the most candidates traded, at least one
/// @param netDelta the largest net delta that is left on an underlying that candidates trade, in
///   its units, either way
/// @param peak the largest initial margin on the way, in the best order of trading
/// @param upside what must be kept where the market moves
public record HedgeLimits(
        double cost, double premium, int legs, double netDelta, double peak, List<Upside> upside) {
    /// The most legs that may be asked for.
    public static final int MOST_LEGS = 12;

    /// No limit but on the number of legs.
    public static HedgeLimits ofLegs(int legs) {
        double none = Double.POSITIVE_INFINITY;
        return new HedgeLimits(none, none, legs, none, none, List.of());
    }

    public HedgeLimits {
        notNegative("cost", cost);
        notNegative("netDelta", netDelta);
        notNegative("peak", peak);
        if (Double.isNaN(premium)) throw new IllegalArgumentException("premium must be a number");
        if (legs < 1 || legs > MOST_LEGS) {
            throw new IllegalArgumentException(
                    "legs must be from 1 to " + MOST_LEGS + ", was " + legs);
        }
        upside = List.copyOf(upside);
    }

    private static void notNegative(String name, double limit) {
        if (!(limit >= 0)) {
            throw new IllegalArgumentException(name + " must be zero or more, was " + limit);
        }
    }

    /// A share of the gain of what is held that must be kept where spot moves, vols unchanged.
    ///
    /// @param spotMove the relative move of every spot price
    /// @param keep the share, from 0 to 1; nothing is asked for where what is held does not gain
    public record Upside(double spotMove, double keep) {
        public Upside {
            Require.finite("spotMove", spotMove);
            if (spotMove <= -1) {
                throw new IllegalArgumentException("spotMove must be above -1, was " + spotMove);
            }
            Require.between("keep", keep, 0, 1);
        }
    }
}
