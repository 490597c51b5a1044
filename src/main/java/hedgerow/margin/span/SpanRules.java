package hedgerow.margin.span;

import hedgerow.market.clearing.AccountType;
import hedgerow.market.clearing.CombinedCommodity.Minimum;
import hedgerow.market.clearing.CombinedCommodity.PriceRisk;
import hedgerow.market.clearing.PointSet;
import hedgerow.portfolio.Require;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// The options of the method that a model file picks; the rates themselves come from the clearing
/// house.
///
/// @param points the scenarios, where the clearing house's file does not tell them
/// @param account the kind of account, and whether it is margined gross
/// @param order the stages, in the order in which they are taken
/// @param defaults what stands where the clearing house's file is silent
/// @param combination how the parts become the requirement
/// @param rounding which figures are rounded
public record SpanRules(
        PointSet points,
        Account account,
        List<Stage> order,
        Defaults defaults,
        Combination combination,
        Rounding rounding) {

    /// The kind of account.
    ///
    /// @param type whose factors are taken
    /// @param isGross whether long and short positions are margined one by one, without netting and
    ///   without spreads
    public record Account(AccountType type, boolean isGross) {}

    /// A stage in which spreads are formed or deltas charged.
    public enum Stage {
        /// Spreads between combined commodities that come before anything inside them.
        SUPER_SPREADS,
        /// Strategies inside a combined commodity.
        STRATEGY_SPREADS,
        /// Spreads of periods inside a combined commodity.
        SERIES_SPREADS,
        /// Spreads of tiers inside a combined commodity.
        TIER_SPREADS,
        /// Charges near delivery.
        SPOT_CHARGE,
        /// Credits between combined commodities.
        INTER_SPREADS,
        /// Credits against other clearing organisations.
        CLEARING_SPREADS
    }

    /// What stands where the clearing house's file is silent.
    ///
    /// @param counting how short options are counted
    /// @param priceRisk how price risk is spread over deltas
    /// @param crushMonths for a month of a product, counted from one, the month of the same year
    ///   that it is crushed from; the month itself where none stands
    public record Defaults(
            Minimum.Counting counting, PriceRisk priceRisk, Map<Integer, Integer> crushMonths) {
        public Defaults {
            crushMonths = Map.copyOf(crushMonths);
        }
    }

    /// How the parts become the requirement.
    ///
    /// @param minimum what the short option minimum is compared with
    /// @param optionValue how option value counts
    /// @param isInitialAdjusted whether the initial ratio is put on the adjusted requirement, else
    ///   in place of the adjustment
    /// @param correlationCap where the one-factor credit replaces spread credits, the greatest
    ///   share of scan risk that it takes off
    /// @param currencyShocks by currency of a contract, how its rate against the margin currency is
    ///   shocked in every scenario; a currency that does not stand here is converted as it is
    public record Combination(
            MinimumAgainst minimum,
            OptionValue optionValue,
            boolean isInitialAdjusted,
            OptionalDouble correlationCap,
            Map<String, CurrencyShock> currencyShocks) {
        public Combination {
            currencyShocks = Map.copyOf(currencyShocks);
            if (correlationCap.isPresent()) {
                Require.between("correlationCap", correlationCap.getAsDouble(), 0, 1);
            }
        }
    }

    /// How a rate between currencies is shocked: of the rates up and down, the worse one converts.
    ///
    /// @param up the relative move upwards, not negative: on losses
    /// @param down the relative move downwards, from 0 to 1: on gains
    public record CurrencyShock(double up, double down) {
        /// No shock.
        static final CurrencyShock NONE = new CurrencyShock(0, 0);

        public CurrencyShock {
            Require.notNegative("up", up);
            Require.between("down", down, 0, 1);
        }

        /// A loss, or below zero a gain, at the worse of the shocked rates.
        double on(double loss) {
            return loss * (loss > 0 ? 1 + up : 1 - down);
        }
    }

    /// What the short option minimum is compared with.
    public enum MinimumAgainst {
        /// Scan risk, charges and credits together.
        ALL,
        /// Scan risk and charges; credits come off afterwards.
        BEFORE_CREDITS
    }

    /// How net option value counts.
    public enum OptionValue {
        /// As the clearing house's file says, commodity by commodity.
        AS_PUBLISHED,
        /// The excess of one combined commodity counts towards others of its currency.
        ACROSS,
        /// The excess of one combined commodity counts towards others of its group; each that is in
        /// none for itself.
        BY_GROUP,
        /// Each combined commodity for itself, at most its own risk.
        WITHIN,
        /// Not at all: what an account owns is counted as equity.
        AS_EQUITY
    }

    public SpanRules {
        order = List.copyOf(order);
        if (new HashSet<>(order).size() < order.size()) {
            throw new IllegalArgumentException("stages must stand once each, were " + order);
        }
    }
}
