package hedgerow.market.clearing;

import hedgerow.portfolio.Fingerprint;
import hedgerow.portfolio.ListedContract;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/// Everything that a clearing house publishes for one business date; built by a
/// [RiskParametersBuilder], which checks that its parts fit together.
///
/// @param publication who published it, and for when
/// @param points the scenarios of the arrays, where the file tells them
/// @param commodities the combined commodities by code
/// @param spreads spreads between them
/// @param conversions rates between currencies
/// @param contracts the contracts and their arrays
public record RiskParameters(
        Publication publication,
        Optional<PointSet> points,
        SortedMap<String, CombinedCommodity> commodities,
        InterSpreads spreads,
        List<Conversion> conversions,
        Contracts contracts) {

    public RiskParameters {
        commodities = Collections.unmodifiableSortedMap(new TreeMap<>(commodities));
        conversions = List.copyOf(conversions);
    }

    /// The combined commodity of a code.
    public Optional<CombinedCommodity> commodity(String code) {
        return Optional.ofNullable(commodities.get(code));
    }

    /// Units of `to` for one unit of `from`; empty where neither the pair nor its inverse is
    /// published.
    public OptionalDouble rate(String from, String to) {
        if (from.equals(to)) return OptionalDouble.of(1);
        for (Conversion conversion : conversions) {
            if (conversion.from().equals(from) && conversion.to().equals(to)) {
                return OptionalDouble.of(conversion.rate());
            }
        }
        for (Conversion conversion : conversions) {
            if (conversion.from().equals(to) && conversion.to().equals(from)) {
                return OptionalDouble.of(1 / conversion.rate());
            }
        }
        return OptionalDouble.empty();
    }

    /// The combined commodity of a family, where it belongs to one.
    public Optional<CombinedCommodity> commodityOf(ProductFamily.Key family) {
        return commodities.values().stream().filter(c -> c.holds(family)).findFirst();
    }

    /// The contract that a listed contract stands for: its id names one, whose family belongs to
    /// the combined commodity that is its underlying. Empty where there is none.
    public OptionalInt contractOf(ListedContract listed) {
        CombinedCommodity commodity = commodities.get(listed.underlying());
        if (commodity == null) return OptionalInt.empty();
        return ContractKey.find(listed.contractId())
                .filter(key ->
                        commodity.families().stream()
                                .anyMatch(family -> family.key().equals(key.series().family())))
                .map(contracts::find)
                .orElse(OptionalInt.empty());
    }

    /// Adds every figure to a fingerprint; the order of a file's records changes nothing.
    public void print(Fingerprint print) {
        print.put(publication.toString()).put(points.toString());
        print.putLong(commodities.size());
        commodities.values().forEach(commodity -> print.put(commodity.toString()));
        print.put(spreads.toString()).put(conversions.toString());
        contracts.print(print);
    }
}
