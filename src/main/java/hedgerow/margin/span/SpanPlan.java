package hedgerow.margin.span;

import hedgerow.margin.span.RowTable.Style;
import hedgerow.margin.span.SpanRules.CurrencyShock;
import hedgerow.margin.span.SpanRules.OptionValue;
import hedgerow.market.clearing.CombinedCommodity;
import hedgerow.market.clearing.CombinedCommodity.Charges;
import hedgerow.market.clearing.CombinedCommodity.Credit;
import hedgerow.market.clearing.CombinedCommodity.Factors;
import hedgerow.market.clearing.CombinedCommodity.Minimum;
import hedgerow.market.clearing.Contracts;
import hedgerow.market.clearing.InterSpreads;
import hedgerow.market.clearing.Period;
import hedgerow.market.clearing.PointSet;
import hedgerow.market.clearing.ProductFamily;
import hedgerow.market.clearing.RiskParameters;
import hedgerow.market.clearing.ScanRange;
import hedgerow.market.clearing.ScanSpread;
import hedgerow.market.clearing.Series;
import hedgerow.market.clearing.Spread;
import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.ListedContract;
import hedgerow.portfolio.Option;
import hedgerow.portfolio.OptionRight;
import hedgerow.portfolio.PremiumStyle;
import hedgerow.portfolio.Refusal;
import hedgerow.portfolio.RefusedException;
import hedgerow.pricing.RiskArrays;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/// A clearing house's parameters and a model's rules, resolved for the rows of one set of arrays;
/// immutable.
///
/// Each run of the arrays is a combined commodity. Where the market's risk parameters know it, its
/// rates are theirs; rows of any other underlying, which are priced here, are a commodity without
/// charges, in which everything has one period.
public final class SpanPlan {
    final RiskArrays arrays;
    final SpanRules rules;
    final Optional<RiskParameters> parameters;
    final PointSet points;
    final RowTable rows;
    private final Map<String, CommodityPlan> plans = new HashMap<>();
    private final Map<String, Double> rates = new HashMap<>();

    private SpanPlan(RiskArrays arrays, SpanRules rules) {
        this.arrays = arrays;
        this.rules = rules;
        this.parameters = arrays.market().riskParameters();
        this.points = parameters.flatMap(RiskParameters::points).orElse(rules.points());
        this.rows = RowTable.ofRows(arrays.instruments().size());
        if (arrays.scenarios() != points.size()) {
            throw new IllegalArgumentException(
                    "arrays must have %d scenarios, had %d"
                            .formatted(points.size(), arrays.scenarios()));
        }
        for (RiskArrays.Run run : arrays.runs()) plans.put(run.underlying(), plan(run));
        spreads().all().forEach(this::addTarget);
        for (RiskArrays.Run run : arrays.runs()) fill(run);
    }

    /// The plan for accounts over `arrays`.
    ///
    /// @throws RefusedException where a rate between currencies is missing
    /// @throws IllegalArgumentException where the arrays have another number of scenarios
    public static SpanPlan of(RiskArrays arrays, SpanRules rules) {
        return new SpanPlan(arrays, rules);
    }

    /// The arrays that accounts are read from.
    public RiskArrays arrays() {
        return arrays;
    }

    /// Whether long and short positions on one contract both count.
    public boolean isGross() {
        return rules.account().isGross();
    }

    InterSpreads spreads() {
        return parameters.map(RiskParameters::spreads).orElse(InterSpreads.NONE);
    }

    /// The plan of a combined commodity, where the arrays hold rows of it or it is a target.
    Optional<CommodityPlan> find(String code) {
        return Optional.ofNullable(plans.get(code));
    }

    CommodityPlan ofRun(int run) {
        return find(arrays.runs().get(run).underlying()).orElseThrow();
    }

    /// Units of the margin currency for one of a combined commodity's.
    double rate(CommodityPlan plan) {
        return rates.computeIfAbsent(
                plan.commodity.key().currency(), c -> rate(c, arrays.currency()));
    }

    private double rate(String from, String to) {
        OptionalDouble quoted = arrays.market().rate(from, to);
        if (quoted.isPresent()) return quoted.getAsDouble();
        return parameters
                .map(p -> p.rate(from, to))
                .orElse(OptionalDouble.empty())
                .orElseThrow(() ->
                        new RefusedException(
                                Refusal.of(
                                        Refusal.Reason.MISSING_FX_RATE,
                                        "fx rate " + from + "/" + to + " is not in the market")));
    }

    private CommodityPlan plan(RiskArrays.Run run) {
        return plan(
                commodity(run.underlying())
                        .orElseGet(() -> bare(run.underlying(), arrays.currency())),
                Set.of());
    }

    private Optional<CombinedCommodity> commodity(String code) {
        return parameters.flatMap(p -> p.commodity(code));
    }

    private CommodityPlan plan(CombinedCommodity commodity, Set<Period> foreign) {
        Set<Period> periods = new HashSet<>(foreign);
        List<Series> series = series(commodity);
        if (series.isEmpty()) periods.add(Period.NONE);
        CommodityPlan plan = new CommodityPlan(commodity, series, periods, rules);
        rate(plan);
        refuseSeveralGroups(commodity);
        return plan;
    }

    private void refuseSeveralGroups(CombinedCommodity commodity) {
        List<String> groups = commodity.setting().groups();
        if (rules.combination().optionValue() != OptionValue.BY_GROUP || groups.size() < 2) return;
        throw new RefusedException(
                Refusal.of(
                        Refusal.Reason.NOT_COVERED,
                        "option value counts by group, and %s is in several: %s"
                                .formatted(commodity.code(), String.join(", ", groups))));
    }

    private List<Series> series(CombinedCommodity commodity) {
        if (parameters.isEmpty()) return List.of();
        Set<ProductFamily.Key> families = new HashSet<>();
        commodity.families().forEach(family -> families.add(family.key()));
        return parameters.get().contracts().series().stream()
                .filter(s -> families.contains(s.key().family()))
                .toList();
    }

    /// A combined commodity without charges.
    private static CombinedCommodity bare(String code, String currency) {
        return new CombinedCommodity(
                new CombinedCommodity.Key(code, currency, 0, false),
                List.of(),
                CombinedCommodity.Tiers.NONE,
                new Charges(List.of(), List.of(), List.of(), List.of(), Minimum.NONE, 1),
                Credit.NONE,
                Factors.ONE);
    }

    /// Plans a target with the periods of all its legs, where any leg has rows.
    private void addTarget(Spread spread) {
        if (!(spread instanceof ScanSpread scan)) return;
        Set<Period> foreign = new HashSet<>();
        for (ScanSpread.Leg leg : scan.legs()) {
            find(leg.commodity()).ifPresent(plan -> foreign.addAll(plan.periods));
        }
        if (foreign.isEmpty()) return;
        find(scan.target()).ifPresent(plan -> foreign.addAll(plan.periods));
        plans.put(scan.target(), plan(commodity(scan.target()).orElseThrow(), foreign));
    }

    private void fill(RiskArrays.Run run) {
        CommodityPlan plan = find(run.underlying()).orElseThrow();
        for (int row = run.from(); row < run.to(); row++) {
            Instrument instrument = arrays.instruments().get(row);
            OptionalInt contract = contract(instrument);
            rows.contract()[row] = contract.orElse(-1);
            if (contract.isPresent()) fillPublished(row, plan, contract.getAsInt());
            else fillPriced(row, plan, instrument);
        }
    }

    private OptionalInt contract(Instrument instrument) {
        return parameters.isPresent() && instrument instanceof ListedContract listed
                ? parameters.get().contractOf(listed)
                : OptionalInt.empty();
    }

    private void fillPublished(int row, CommodityPlan plan, int contract) {
        Contracts contracts = parameters.orElseThrow().contracts();
        Series series = contracts.series(contract);
        ProductFamily family = contracts.family(contract);
        double scaling = series.scaling() * familyScaling(plan.commodity, family.key());
        rows.period()[row] = plan.place(series.key().underlyingPeriod());
        rows.delta()[row] = contracts.compositeDelta(contract) * scaling;
        rows.count()[row] = scaling;
        rows.right()[row] = right(contracts.right(contract));
        rows.style()[row] = style(family);
        rows.range()[row] = range(contracts, contract);
        double exchange = rate(family.terms().currency(), plan.commodity.key().currency());
        rows.value()[row] = contracts.price(contract).orElse(0) * series.valueFactor() * exchange;
        rows.shock()[row] = shock(family.terms().currency());
    }

    private CurrencyShock shock(String currency) {
        return currency.equals(arrays.currency())
                ? CurrencyShock.NONE
                : rules.combination().currencyShocks().getOrDefault(currency, CurrencyShock.NONE);
    }

    /// The wider of the ranges up and down, in money for one delta.
    private static double range(Contracts contracts, int contract) {
        Series series = contracts.series(contract);
        if (series.calculation().isEmpty()) return Double.NaN;
        ScanRange.Range range = series.calculation().get().scan().price();
        double widest = Math.max(range.up(), range.down());
        return switch (range.basis()) {
            case ABSOLUTE -> widest / series.scaling();
            case RELATIVE ->
                    series.key().family().kind().isOption()
                            ? Double.NaN
                            : widest
                                    * contracts.price(contract).orElse(Double.NaN)
                                    * series.valueFactor()
                                    / series.scaling();
        };
    }

    private static double familyScaling(CombinedCommodity commodity, ProductFamily.Key key) {
        return commodity.families().stream()
                .filter(family -> family.key().equals(key))
                .mapToDouble(CombinedCommodity.Family::scaling)
                .findFirst()
                .orElse(1);
    }

    private static byte right(Optional<OptionRight> right) {
        return (byte) (right.isEmpty() ? 0 : right.get() == OptionRight.CALL ? 1 : 2);
    }

    private static Style style(ProductFamily family) {
        if (!family.key().kind().isOption()) return Style.FUTURE;
        return family.isPremiumStyle() ? Style.PREMIUM_OPTION : Style.FUTURES_OPTION;
    }

    private void fillPriced(int row, CommodityPlan plan, Instrument instrument) {
        rows.period()[row] = plan.place(Period.NONE);
        rows.delta()[row] = arrays.columns().delta()[row];
        rows.count()[row] = 1;
        rows.range()[row] = Double.NaN;
        rows.shock()[row] = CurrencyShock.NONE;
        rows.style()[row] = Style.FUTURE;
        rows.value()[row] = arrays.columns().value()[row] / rate(plan);
        if (instrument instanceof Option option) {
            rows.right()[row] = right(Optional.of(option.right()));
            boolean paid = option.style().premium() == PremiumStyle.PREMIUM;
            rows.style()[row] = paid ? Style.PREMIUM_OPTION : Style.FUTURES_OPTION;
        }
    }

    /// The names of contracts without a settlement price, which count as worth nothing.
    List<String> unpriced(int[] held) {
        List<String> names = new ArrayList<>();
        for (int row : held) {
            int contract = rows.contract()[row];
            if (contract >= 0 && parameters.orElseThrow().contracts().price(contract).isEmpty()) {
                names.add(arrays.instruments().get(row).label());
            }
        }
        return names;
    }
}
