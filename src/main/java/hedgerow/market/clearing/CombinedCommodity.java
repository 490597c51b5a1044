package hedgerow.market.clearing;

import hedgerow.portfolio.Require;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The families of contracts on one thing, margined together.
///
/// @param key what it is called and in which currency it is margined
/// @param families its families
/// @param tiers how its months are grouped
/// @param charges what is charged inside it
/// @param credit how its price risk is credited against others
/// @param factors what the result is multiplied with
/// @param setting its groups, and scenarios of its own
public record CombinedCommodity(
        Key key,
        List<Family> families,
        Tiers tiers,
        Charges charges,
        Credit credit,
        Factors factors,
        Setting setting) {

    /// What a combined commodity is called.
    ///
    /// @param code its code
    /// @param currency its performance-bond currency, as ISO 4217 writes it
    /// @param riskExponent the power of ten by which a positional file divides its arrays
    /// @param isOptionValueCapped whether its option value counts towards no other commodity
    public record Key(String code, String currency, int riskExponent, boolean isOptionValueCapped) {
        public Key {
            Require.text("code", code);
            Require.text("currency", currency);
        }
    }

    /// One of its families.
    ///
    /// @param key the family
    /// @param scaling what deltas and counts of its contracts are multiplied with
    public record Family(ProductFamily.Key key, double scaling) {
        public Family {
            Require.positive("scaling", scaling);
        }
    }

    /// How months are grouped.
    ///
    /// @param scan groups that are scanned apart from one another; none where all are scanned at
    ///   once
    /// @param intra groups that spreads inside the commodity name
    /// @param inter groups that spreads between commodities name
    public record Tiers(List<Tier> scan, List<Tier> intra, List<Tier> inter) {
        /// No tiers.
        public static final Tiers NONE = new Tiers(List.of(), List.of(), List.of());

        public Tiers {
            scan = distinct("scan", scan);
            intra = distinct("intra", intra);
            inter = distinct("inter", inter);
        }

        private static List<Tier> distinct(String kind, List<Tier> tiers) {
            if (tiers.stream().mapToInt(Tier::number).distinct().count() < tiers.size()) {
                throw new Contradiction(kind + " tiers must have numbers of their own");
            }
            return List.copyOf(tiers);
        }
    }

    /// What is charged inside a combined commodity.
    ///
    /// @param strategySpreads spreads that are formed before all others
    /// @param seriesSpreads spreads of periods
    /// @param tierSpreads spreads of tiers
    /// @param spot charges near delivery
    /// @param minimum the least charge on short options
    /// @param multiplier what spread charges and minimum are multiplied with
    public record Charges(
            List<DeltaSpread> strategySpreads,
            List<DeltaSpread> seriesSpreads,
            List<DeltaSpread> tierSpreads,
            List<SpotCharge> spot,
            Minimum minimum,
            double multiplier) {
        public Charges {
            strategySpreads = strategySpreads.stream().sorted(Spread.ORDER).toList();
            seriesSpreads = seriesSpreads.stream().sorted(Spread.ORDER).toList();
            tierSpreads = tierSpreads.stream().sorted(Spread.ORDER).toList();
            spot = List.copyOf(spot);
            Require.positive("multiplier", multiplier);
        }
    }

    /// A charge on deltas of a period near its delivery.
    ///
    /// @param period the period
    /// @param spreadRate money for one delta that is used in spreads
    /// @param outrightRate money for one delta that is not
    /// @param applies which net deltas it is put on
    public record SpotCharge(
            Period period, double spreadRate, double outrightRate, Applies applies) {
        public SpotCharge {
            Require.notNegative("spreadRate", spreadRate);
            Require.notNegative("outrightRate", outrightRate);
        }

        /// The net deltas that a charge is put on.
        public enum Applies {
            BOTH,
            LONG,
            SHORT
        }
    }

    /// The least charge on short options.
    ///
    /// @param method how they are counted; empty where the file leaves it to the model
    /// @param rate money for one of them
    /// @param tiers rates by the underlying's period, in place of `rate`; none where there is one
    public record Minimum(Optional<Counting> method, double rate, List<Tier> tiers) {
        /// No minimum.
        public static final Minimum NONE = new Minimum(Optional.empty(), 0, List.of());

        public Minimum {
            Require.notNegative("minimum rate", rate);
            tiers = List.copyOf(tiers);
        }

        /// How short options are counted.
        public enum Counting {
            /// Calls and puts.
            GROSS,
            /// The more of calls and puts.
            MAX
        }
    }

    /// How price risk is credited.
    ///
    /// @param method how price risk is spread over deltas; empty where the file leaves it to the
    ///   model
    /// @param correlation the limits of its loading on the one factor, where it has them
    public record Credit(Optional<PriceRisk> method, Optional<Correlation> correlation) {
        /// Nothing said.
        public static final Credit NONE = new Credit(Optional.empty(), Optional.empty());
    }

    /// How price risk is spread over deltas.
    public enum PriceRisk {
        /// Price risk for one delta.
        NORMAL,
        /// The same, at most the scan range of the nearest period.
        SCAN_RANGE_CAP,
        /// The scan range of the nearest period.
        SCAN_RANGE
    }

    /// The limits of a loading on the one factor, each from -1 to 1.
    ///
    /// @param least the least
    /// @param most the greatest
    public record Correlation(double least, double most) {
        public Correlation {
            Require.between("least loading", least, -1, 1);
            Require.between("greatest loading", most, least, 1);
        }
    }

    /// What the result is multiplied with, by kind of account.
    ///
    /// @param adjustment by kind of account, the factor on the result; one where none stands
    /// @param initialRatio by kind of account, initial over maintenance; one where none stands
    public record Factors(
            Map<AccountType, Double> adjustment, Map<AccountType, Double> initialRatio) {
        /// Ones.
        public static final Factors ONE = new Factors(Map.of(), Map.of());

        public Factors {
            adjustment = positive("adjustment", adjustment);
            initialRatio = positive("initial ratio", initialRatio);
        }

        private static Map<AccountType, Double> positive(
                String name, Map<AccountType, Double> factors) {
            factors.forEach((type, factor) -> Require.positive(name + " of " + type, factor));
            EnumMap<AccountType, Double> sorted = new EnumMap<>(AccountType.class);
            sorted.putAll(factors);
            return Collections.unmodifiableMap(sorted);
        }

        /// The factor on the result.
        public double adjustment(AccountType type) {
            return adjustment.getOrDefault(type, 1.0);
        }

        /// Initial over maintenance.
        public double initialRatio(AccountType type) {
            return initialRatio.getOrDefault(type, 1.0);
        }
    }

    /// What stands around it.
    ///
    /// @param groups the groups of combined commodities that it belongs to, in order
    /// @param points its own scenarios, where it has other ones than the clearing house's
    public record Setting(List<String> groups, Optional<PointSet> points) {
        /// In no group, with the clearing house's scenarios.
        public static final Setting NONE = new Setting(List.of(), Optional.empty());

        public Setting {
            groups = groups.stream().distinct().sorted().toList();
        }
    }

    /// A combined commodity in no group, with the clearing house's scenarios.
    public CombinedCommodity(
            Key key,
            List<Family> families,
            Tiers tiers,
            Charges charges,
            Credit credit,
            Factors factors) {
        this(key, families, tiers, charges, credit, factors, Setting.NONE);
    }

    public CombinedCommodity {
        families = List.copyOf(families);
    }

    /// Whether a family belongs to it.
    public boolean holds(ProductFamily.Key family) {
        return families.stream().anyMatch(f -> f.key().equals(family));
    }

    /// Its code.
    public String code() {
        return key.code();
    }
}
