package hedgerow.margin.span;

import hedgerow.margin.span.Rounding.Step;
import hedgerow.margin.span.SpanRules.OptionValue;
import hedgerow.market.clearing.AccountType;
import hedgerow.market.clearing.CombinedCommodity.Factors;
import hedgerow.market.clearing.RiskParameters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What an account comes to, by combined commodity and in all; in the margin currency.
///
/// @param commodities by code, what each comes to
/// @param carriers the code of each that is held, with that of the one that its requirement stands
///   in: itself, unless it was moved to a target
/// @param maintenance the total for maintenance
/// @param initial the total for initial margin
public record Totals(
        Map<String, Commodity> commodities,
        Map<String, String> carriers,
        Total maintenance,
        Total initial) {
    static final Totals NONE = new Totals(Map.of(), Map.of(), Total.NONE, Total.NONE);

    /// A total.
    ///
    /// @param risk the sum of the commodities' requirements
    /// @param optionValue net option value
    /// @param counted how much of it counts
    /// @param requirement `risk - counted`, at least zero
    public record Total(double risk, double optionValue, double counted, double requirement) {
        static final Total NONE = new Total(0, 0, 0, 0);

        /// The option value that counts towards nothing.
        public double excess() {
            return optionValue - counted;
        }
    }

    /// What adds up to a requirement before any factor, but for the short option minimum.
    ///
    /// @param scan scan risk
    /// @param intra spread charges
    /// @param spot delivery charges
    /// @param inter credits between combined commodities; positive
    /// @param clearing credits against other clearing organisations; positive
    public record Parts(double scan, double intra, double spot, double inter, double clearing) {
        static final Parts NONE = new Parts(0, 0, 0, 0, 0);

        /// Charges less credits.
        public double sum() {
            return scan + intra + spot - inter - clearing;
        }
    }

    /// One combined commodity.
    ///
    /// @param parts what its requirement is made of
    /// @param base its requirement before any factor
    /// @param maintenanceFactor the factor on it for maintenance
    /// @param initialFactor the factor on it for initial margin
    /// @param maintenance its requirement for maintenance
    /// @param initial its requirement for initial margin
    /// @param counted the option value that counts, for maintenance and for initial margin
    public record Commodity(
            Parts parts,
            double base,
            double maintenanceFactor,
            double initialFactor,
            double maintenance,
            double initial,
            Counted counted) {
        static final Commodity NONE = new Commodity(Parts.NONE, 0, 1, 1, 0, 0, new Counted(0, 0));
    }

    /// The option value of a combined commodity that counts.
    ///
    /// @param maintenance for maintenance
    /// @param initial for initial margin
    public record Counted(double maintenance, double initial) {}

    public Totals {
        commodities = Collections.unmodifiableMap(new TreeMap<>(commodities));
        carriers = Collections.unmodifiableMap(new TreeMap<>(carriers));
    }

    /// The requirement that is reported with a combined commodity that is held: its own, or that of
    /// the target of which it is the first leg; nothing where it was moved to another's.
    public Commodity carriedBy(String code) {
        String target = carriers.getOrDefault(code, code);
        return commodities.getOrDefault(target, Commodity.NONE);
    }

    static Totals of(SpanAccount account) {
        return new Adding(account).totals();
    }

    /// Adds up the commodities of one account.
    private static final class Adding {
        private final SpanAccount account;
        private final List<CommodityState> states;
        private final double[] base;
        private final double[] maintenance;
        private final double[] initial;
        private final double[] value;

        Adding(SpanAccount account) {
            this.account = account;
            this.states =
                    account.states.values().stream().filter(s -> s.movedTo.isEmpty()).toList();
            int n = states.size();
            this.base = new double[n];
            this.maintenance = new double[n];
            this.initial = new double[n];
            this.value = new double[n];
            for (int i = 0; i < n; i++) fill(i);
        }

        private void fill(int i) {
            CommodityState state = states.get(i);
            double exchange = account.plan.rate(state.plan);
            Rounding rounding = account.plan.rules.rounding();
            double risk = account.base(state);
            base[i] = risk * exchange;
            maintenance[i] =
                    rounding.round(Step.REQUIREMENT, risk * maintenanceFactor(state)) * exchange;
            initial[i] = rounding.round(Step.REQUIREMENT, risk * initialFactor(state)) * exchange;
            value[i] = state.values.net() * exchange;
        }

        private double maintenanceFactor(CommodityState state) {
            return state.plan.commodity.factors().adjustment(type());
        }

        private double initialFactor(CommodityState state) {
            Factors factors = state.plan.commodity.factors();
            boolean isAdjusted = account.plan.rules.combination().isInitialAdjusted();
            return factors.initialRatio(type()) * (isAdjusted ? factors.adjustment(type()) : 1);
        }

        private AccountType type() {
            return account.plan.rules.account().type();
        }

        Totals totals() {
            double[] countedMaintenance = counted(maintenance);
            double[] countedInitial = counted(initial);
            Map<String, Commodity> commodities = new TreeMap<>();
            for (int i = 0; i < states.size(); i++) {
                commodities.put(
                        states.get(i).plan.commodity.code(),
                        new Commodity(
                                parts(states.get(i)),
                                base[i],
                                maintenanceFactor(states.get(i)),
                                initialFactor(states.get(i)),
                                maintenance[i],
                                initial[i],
                                new Counted(countedMaintenance[i], countedInitial[i])));
            }
            return new Totals(
                    commodities,
                    carriers(),
                    total(maintenance, countedMaintenance),
                    total(initial, countedInitial));
        }

        private Parts parts(CommodityState state) {
            double exchange = account.plan.rate(state.plan);
            if (account.plan.rules.account().isGross()) {
                double gross = state.gross.longs() + state.gross.shorts();
                return new Parts(exchange * gross, 0, 0, 0, 0);
            }
            return new Parts(
                    exchange * state.risk.scan(),
                    exchange * state.intra,
                    exchange * state.spot,
                    exchange * state.credit,
                    exchange * state.clearingCredit);
        }

        /// A target that is not held itself is carried by the first of its legs.
        private Map<String, String> carriers() {
            Map<String, String> carriers = new TreeMap<>();
            Set<String> carried = new HashSet<>();
            for (CommodityState state : account.states.values()) {
                String code = state.plan.commodity.code();
                if (!account.taken.contains(code)) continue;
                CommodityState end = state;
                while (end.movedTo.isPresent()) end = end.movedTo.get();
                String target = end.plan.commodity.code();
                boolean stands = end == state || !account.taken.contains(target);
                carriers.put(code, stands && carried.add(target) ? target : "");
            }
            return carriers;
        }

        private Total total(double[] risks, double[] counted) {
            double risk = sum(risks);
            double sum = sum(counted);
            double requirement = 0;
            for (int i = 0; i < risks.length; i++) requirement += risks[i] - counted[i];
            return new Total(risk, sum(value), sum, Math.max(0, requirement));
        }

        private static double sum(double[] values) {
            double sum = 0;
            for (double value : values) sum += value;
            return sum;
        }

        /// How much option value of each commodity counts: that of one that stands for itself up to
        /// its own risk; of the others, by currency or group, up to the sum of theirs, each by the
        /// same share of what it has.
        private double[] counted(double[] risks) {
            double[] counted = new double[risks.length];
            Map<String, List<Integer>> shared = new TreeMap<>();
            for (int i = 0; i < risks.length; i++) {
                switch (optionValue(states.get(i))) {
                    case WITHIN -> counted[i] = Math.min(value[i], risks[i]);
                    case AS_EQUITY -> counted[i] = 0;
                    case ACROSS, AS_PUBLISHED -> {
                        String currency = states.get(i).plan.commodity.key().currency();
                        shared.computeIfAbsent(currency, c -> new ArrayList<>()).add(i);
                    }
                    case BY_GROUP -> {
                        List<String> groups = states.get(i).plan.commodity.setting().groups();
                        if (groups.isEmpty()) counted[i] = Math.min(value[i], risks[i]);
                        else
                            shared.computeIfAbsent(groups.getFirst(), g -> new ArrayList<>())
                                    .add(i);
                    }
                }
            }
            shared.values().forEach(group -> share(group, risks, counted));
            return counted;
        }

        private OptionValue optionValue(CommodityState state) {
            OptionValue rule = account.plan.rules.combination().optionValue();
            if (rule != OptionValue.AS_PUBLISHED) return rule;
            boolean isCapped =
                    state.plan.commodity.key().isOptionValueCapped()
                            || account.plan
                                    .parameters
                                    .map(RiskParameters::publication)
                                    .filter(p -> p.isOptionValueCapped())
                                    .isPresent();
            return isCapped ? OptionValue.WITHIN : OptionValue.ACROSS;
        }

        private void share(List<Integer> group, double[] risks, double[] counted) {
            double room = 0;
            double positive = 0;
            for (int i : group) {
                room += risks[i] - Math.min(0, value[i]);
                positive += Math.max(0, value[i]);
            }
            double share = positive > room ? room / positive : 1;
            for (int i : group) counted[i] = value[i] > 0 ? share * value[i] : value[i];
        }
    }
}
