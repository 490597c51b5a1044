package hedgerow.market.clearing;

import hedgerow.portfolio.Require;
import java.util.List;

/// A spread that is formed from deltas: a charge inside a combined commodity, or a credit between
/// several.
///
/// @param priority spreads of lower priority numbers are formed first
/// @param method how legs are matched
/// @param amount what one spread costs or is credited
/// @param legs at least two
public record DeltaSpread(int priority, Method method, Amount amount, List<Leg> legs)
        implements Spread {

    /// How the legs of a spread are matched.
    public enum Method {
        /// Inside a combined commodity: by pools of long and short delta, both ways round.
        POOLS,
        /// Between combined commodities: by net delta (method 01, 10).
        REGULAR,
        /// Tier with the tier of the same number, in turn (method 02).
        SAME_TIERS,
        /// Month with the month that the product is delivered in (method 03).
        CRUSH,
        /// By net delta of each leg's tier (method 20).
        DELTA_TIERS
    }

    /// What one spread costs or is credited.
    ///
    /// @param unit what the rate is
    /// @param rate money, or a fraction of the weighted price risk
    public record Amount(Unit unit, double rate) {
        public Amount {
            Require.notNegative("rate", rate);
        }
    }

    /// What a rate is.
    public enum Unit {
        /// Money for one spread.
        FLAT,
        /// Money for one spread and each month from its first leg to its last.
        PER_MONTH,
        /// A fraction of the weighted price risk of the deltas used.
        WEIGHTED_PRICE_RISK
    }

    /// One leg.
    ///
    /// @param commodity the code of its combined commodity
    /// @param slot which of its deltas are used
    /// @param ratio deltas for one spread; positive
    /// @param side the side of the market that it is on, against the other legs
    /// @param rate the credit rate of this leg; that of the spread unless legs have their own
    public record Leg(String commodity, Slot slot, double ratio, Side side, double rate) {
        public Leg {
            Require.text("commodity", commodity);
            Require.positive("ratio", ratio);
            Require.notNegative("rate", rate);
        }
    }

    /// Which deltas of a combined commodity a leg uses.
    public sealed interface Slot {
        /// All of them.
        record Whole() implements Slot {}

        /// Those of a tier.
        record OfTier(int number) implements Slot {}

        /// Those of one period.
        record OfPeriod(Period period) implements Slot {}

        /// Those of the n-th period that has any contract, counted from one, among those of a span
        /// of tiers.
        ///
        /// @param number which period
        /// @param firstTier the first tier whose periods are counted; zero for all
        /// @param lastTier the last; zero for all
        record OfRolling(int number, int firstTier, int lastTier) implements Slot {}
    }

    /// The side of the market of a leg: all A legs are long and all B legs short, or the reverse.
    public enum Side {
        A(1),
        B(-1);

        private final int sign;

        Side(int sign) {
            this.sign = sign;
        }

        /// Plus one for A, minus one for B.
        public int sign() {
            return sign;
        }
    }

    public DeltaSpread {
        legs = List.copyOf(legs);
        if (legs.size() < 2) {
            throw new Contradiction("a spread must have two legs or more, had " + legs.size());
        }
    }

    @Override
    public List<String> commodities() {
        return legs.stream().map(Leg::commodity).toList();
    }
}
