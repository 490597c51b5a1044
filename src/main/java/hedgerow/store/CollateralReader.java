package hedgerow.store;

import hedgerow.margin.CollateralRule;
import hedgerow.margin.CollateralRule.Haircut;
import hedgerow.margin.CollateralRule.Unsure;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
        Set<String> stablecoins = Set.copyOf(assets);
        Map<String, Haircut> haircuts =
                fields.find("haircuts")
                        .map(all -> all.named((asset, haircut) -> haircut(asset, haircut, assets)))
                        .orElse(Map.of());
        Unsure unsure =
                fields.find("confidence")
                        .flatMap(c -> c.as(CollateralReader::unsure))
                        .orElse(Unsure.NEVER);
        return new CollateralRule(
                stablecoins, haircuts, fields.get("optionValueCounts").flag(), unsure);
    }

    /// A share for both margins, or a mapping of one for each.
    private static Haircut haircut(String asset, YamlValue haircut, Set<String> assets) {
        once(asset, haircut, assets);
        if (!haircut.isMapping()) return Haircut.of(haircut.number(NumberRange.SHARE));
        return haircut.as(f ->
                        new Haircut(
                                f.get("initial").number(NumberRange.SHARE),
                                f.get("maintenance").number(NumberRange.SHARE),
                                f.find("movesWith").map(YamlValue::text)))
                .orElse(Haircut.of(0));
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
