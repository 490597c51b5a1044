package hedgerow.store;

import hedgerow.margin.CollateralRule;
import hedgerow.margin.CollateralRule.Category;
import hedgerow.margin.CollateralRule.Haircut;
import hedgerow.margin.CollateralRule.Unsure;
import hedgerow.margin.Health;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads what a model accepts as collateral.
final class CollateralReader {
    private static final CollateralRule NOTHING = new CollateralRule(Set.of(), Map.of(), false);

    private CollateralReader() {}

    static CollateralRule read(YamlValue collateral) {
        return collateral.as(CollateralReader::rule).orElse(NOTHING);
    }

    private static CollateralRule rule(YamlFields fields) {
        Set<String> assets = new LinkedHashSet<>();
        for (YamlValue coin : fields.find("stablecoins").map(YamlValue::list).orElse(List.of())) {
            once(coin.text(), coin, assets);
        }
        Set<String> stablecoins = new LinkedHashSet<>(assets);
        Map<String, Haircut> haircuts =
                fields.find("haircuts")
                        .map(all ->
                                all.named((asset, haircut) -> {
                                    once(asset, haircut, assets);
                                    return haircut(asset, haircut, stablecoins);
                                }))
                        .orElse(Map.of());
        Unsure unsure =
                fields.find("confidence")
                        .flatMap(c -> c.as(CollateralReader::unsure))
                        .orElse(Unsure.NEVER);
        List<Category> categories =
                fields.find("categories")
                        .map(all ->
                                all.named((name, category) -> category(category, assets)).values())
                        .map(read -> read.stream().flatMap(Optional::stream).toList())
                        .orElse(List.of());
        return new CollateralRule(
                stablecoins,
                haircuts,
                fields.get("optionValueCounts").flag(),
                unsure,
                categories,
                fields.find("health").flatMap(h -> h.as(CollateralReader::health)));
    }

    /// A share for both margins, or a mapping of one for each.
    private static Haircut haircut(String asset, YamlValue haircut, Set<String> stablecoins) {
        if (!haircut.isMapping()) return Haircut.of(haircut.number(NumberRange.SHARE));
        return haircut.as(
                        f -> {
                            boolean stable = f.find("stable").map(YamlValue::flag).orElse(false);
                            if (stable) stablecoins.add(asset);
                            return new Haircut(
                                    f.get("initial").number(NumberRange.SHARE),
                                    f.get("maintenance").number(NumberRange.SHARE),
                                    f.find("movesWith").map(YamlValue::text));
                        })
                .orElse(Haircut.of(0));
    }

    private static Optional<Category> category(YamlValue category, Set<String> accepted) {
        return category.as(f -> {
            Set<String> assets = new LinkedHashSet<>();
            for (YamlValue asset : f.get("assets").filledList()) {
                String name = asset.text();
                if (!accepted.contains(name)) asset.refuse("an asset that has a haircut");
                assets.add(name);
            }
            return new Category(
                    assets,
                    new Haircut(
                            f.get("initial").number(NumberRange.SHARE),
                            f.get("maintenance").number(NumberRange.SHARE),
                            Optional.empty()));
        });
    }

    private static Health health(YamlFields fields) {
        return new Health(
                fields.get("measure").word(Health.Measure.class).orElse(Health.Measure.COLLATERAL),
                fields.get("limit").number(NumberRange.POSITIVE),
                fields.find("minimum").map(m -> m.number(NumberRange.NOT_NEGATIVE)).orElse(0.0));
    }

    private static Unsure unsure(YamlFields fields) {
        List<YamlValue> with = fields.find("with").map(YamlValue::filledList).orElse(List.of());
        return new Unsure(
                ChargeReader.confidence(fields),
                with.stream().map(YamlValue::text).collect(Collectors.toSet()));
    }

    private static void once(String asset, YamlValue value, Set<String> assets) {
        if (!assets.add(asset)) value.refuse("each asset once", asset);
    }
}
