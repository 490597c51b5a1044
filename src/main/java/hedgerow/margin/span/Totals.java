package hedgerow.margin.span;

import hedgerow.margin.span.Rounding.Step;
import hedgerow.margin.span.SpanRules.OptionValue;
import hedgerow.market.clearing.AccountType;
import hedgerow.market.clearing.CombinedCommodity.Factors;
import hedgerow.market.clearing.RiskParameters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What an account comes to, by combined commodity and in all; in the margin currency.
///
/// @param commodities by code, what each comes to
/// @param maintenance the total for maintenance
/// @param initial the total for initial margin
public record Totals(Map<String, Commodity> commodities, Total maintenance, Total initial) {
    static final Totals NONE = new Totals(Map.of(), Total.NONE, Total.NONE);

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

    /// One combined commodity.
    ///
    /// @param base its requirement before any factor
    /// @param maintenanceFactor the factor on it for maintenance
    /// @param initialFactor the factor on it for initial margin
    /// @param maintenance its requirement for maintenance
    /// @param initial its requirement for initial margin
    /// @param counted the option value that counts, for maintenance and for initial margin
    public record Commodity(
            double base,
            double maintenanceFactor,
            double initialFactor,
            double maintenance,
            double initial,
            Counted counted) {}

    /// The option value of a combined commodity that counts.
    ///
    /// @param maintenance for maintenance
    /// @param initial for initial margin
    public record Counted(double maintenance, double initial) {}

    public Totals {
        commodities = Collections.unmodifiableMap(new TreeMap<>(commodities));
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
                                base[i],
                                maintenanceFactor(states.get(i)),
                                initialFactor(states.get(i)),
                                maintenance[i],
                                initial[i],
                                new Counted(countedMaintenance[i], countedInitial[i])));
            }
            return new Totals(
                    commodities,
                    total(maintenance, countedMaintenance),
                    total(initial, countedInitial));
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
        /// its own risk; of the others, by currency, up to the sum of theirs, each by the same
        /// share of what it has.
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
