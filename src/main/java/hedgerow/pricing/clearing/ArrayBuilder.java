package hedgerow.pricing.clearing;

import hedgerow.market.clearing.CombinedCommodity;
import hedgerow.market.clearing.ContractKey;
import hedgerow.market.clearing.Contracts;
import hedgerow.market.clearing.Conversion;
import hedgerow.market.clearing.Figures;
import hedgerow.market.clearing.Period;
import hedgerow.market.clearing.ProductFamily;
import hedgerow.market.clearing.ProductFamily.Kind;
import hedgerow.market.clearing.RiskParameters;
import hedgerow.market.clearing.RiskParametersBuilder;
import hedgerow.market.clearing.Series;
import hedgerow.portfolio.OptionRight;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// Builds the arrays of all contracts of a clearing house anew, from its own prices, vols and scan
/// ranges.
public final class ArrayBuilder {
    private final RiskParameters from;
    private final ArrayRules rules;
    private final Map<ProductFamily.Key, ArrayRules> ofFamily = new HashMap<>();
    private final List<String> kept = new ArrayList<>();

    /// Risk parameters with arrays that were built.
    ///
    /// @param parameters the same but for arrays and composite deltas; the scenarios are those of
    ///   the rules
    /// @param kept the ids of contracts that lack a price, a vol, a scan range or an underlying,
    ///   and keep the array that they came with
    public record Built(RiskParameters parameters, List<String> kept) {
        public Built {
            kept = List.copyOf(kept);
        }
    }

    private ArrayBuilder(RiskParameters from, ArrayRules rules) {
        this.from = from;
        this.rules = rules;
    }

    /// Builds every array of `from`.
    ///
    /// @throws IllegalArgumentException where the rules have another number of scenarios than an
    ///   array that is kept
    public static Built build(RiskParameters from, ArrayRules rules) {
        return new ArrayBuilder(from, rules).built();
    }

    private Built built() {
        Contracts contracts = from.contracts();
        RiskParametersBuilder builder =
                new RiskParametersBuilder().publication(from.publication()).points(rules.points());
        contracts.families().forEach(builder::family);
        contracts.series().forEach(builder::series);
        for (CombinedCommodity commodity : from.commodities().values()) {
            builder.commodity(commodity);
        }
        builder.spreads(from.spreads());
        for (Conversion conversion : from.conversions()) builder.conversion(conversion);
        for (int contract = 0; contract < contracts.size(); contract++) add(builder, contract);
        return new Built(builder.build(), kept);
    }

    private void add(RiskParametersBuilder builder, int contract) {
        Contracts contracts = from.contracts();
        ContractKey key = contracts.key(contract);
        Optional<ContractArray> array =
                terms(contract).map(terms -> ContractArray.of(terms, rules(key.series().family())));
        if (array.isEmpty()) kept.add(key.id());
        builder.contract(
                builder.series(key.series()).orElseThrow(),
                key.right(),
                key.strike(),
                new Figures(
                        contracts.price(contract),
                        contracts.impliedVol(contract),
                        array.map(ContractArray::compositeDelta)
                                .orElse(contracts.compositeDelta(contract))),
                array.map(ContractArray::losses).orElseGet(() -> contracts.losses(contract)));
    }

    /// The rules, with the scenarios of the family's combined commodity where it has its own.
    private ArrayRules rules(ProductFamily.Key family) {
        return ofFamily.computeIfAbsent(
                family,
                key ->
                        from.commodityOf(key)
                                .flatMap(commodity -> commodity.setting().points())
                                .map(rules::with)
                                .orElse(rules));
    }

    /// What the array of a contract is built from; empty where something of it is not told.
    private Optional<ContractTerms> terms(int contract) {
        Contracts contracts = from.contracts();
        Series series = contracts.series(contract);
        if (series.calculation().isEmpty()) return Optional.empty();
        OptionalDouble price = contracts.price(contract);
        Optional<OptionRight> right = contracts.right(contract);
        if (right.isEmpty()) {
            return price.isEmpty()
                    ? Optional.empty()
                    : Optional.of(terms(series, price, Optional.empty()));
        }
        return option(contract, right.get())
                .map(option -> terms(series, price, Optional.of(option)));
    }

    private static ContractTerms terms(
            Series series, OptionalDouble price, Optional<ContractTerms.OptionTerms> option) {
        return new ContractTerms(
                price, series.valueFactor(), series.calculation().orElseThrow(), option);
    }

    private Optional<ContractTerms.OptionTerms> option(int contract, OptionRight right) {
        Contracts contracts = from.contracts();
        Series series = contracts.series(contract);
        ProductFamily family = contracts.family(contract);
        Optional<ContractTerms.Delivered> underlying = underlying(series);
        OptionalDouble vol = contracts.impliedVol(contract);
        if (vol.isEmpty() || vol.getAsDouble() == 0) {
            vol = series.calculation().orElseThrow().vol();
        }
        if (underlying.isEmpty() || vol.isEmpty() || contracts.strike(contract) <= 0) {
            return Optional.empty();
        }
        return Optional.of(
                new ContractTerms.OptionTerms(
                        right,
                        contracts.strike(contract),
                        vol.getAsDouble(),
                        underlying.get(),
                        new ContractTerms.Style(
                                family.terms().exercise(),
                                family.terms().valuation(),
                                family.terms().cabinetValue())));
    }

    /// What an option delivers: the future of its underlying period in its combined commodity, or
    /// the physical or share in it.
    private Optional<ContractTerms.Delivered> underlying(Series option) {
        boolean isFuture =
                switch (option.key().family().kind()) {
                    case OOF, OOC -> true;
                    case OOP, OOE, PHY, EQTY, DEBT, FUT, CMB -> false;
                };
        return from.commodityOf(option.key().family()).stream()
                .flatMap(commodity -> commodity.families().stream())
                .map(CombinedCommodity.Family::key)
                .filter(key -> isDelivered(key.kind(), isFuture))
                .flatMap(key ->
                        price(key, isFuture ? option.key().underlyingPeriod() : Period.NONE)
                                .stream())
                .filter(price -> price > 0)
                .findFirst()
                .map(price -> new ContractTerms.Delivered(price, isFuture));
    }

    private static boolean isDelivered(Kind kind, boolean isFuture) {
        return switch (kind) {
            case FUT, CMB -> isFuture;
            case PHY, EQTY, DEBT -> !isFuture;
            case OOF, OOP, OOC, OOE -> false;
        };
    }

    private Optional<Double> price(ProductFamily.Key family, Period period) {
        Contracts contracts = from.contracts();
        return contracts.find(ContractKey.of(Series.Key.of(family, period))).stream()
                .boxed()
                .flatMap(contract -> contracts.price(contract).stream().boxed())
                .findFirst();
    }
}
