package hedgerow.store;

import hedgerow.margin.CollateralRule;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
        Map<String, Double> haircuts =
                fields.find("haircuts")
                        .map(all -> all.named((asset, haircut) -> haircut(asset, haircut, assets)))
                        .orElse(Map.of());
        return new CollateralRule(stablecoins, haircuts, fields.get("optionValueCounts").flag());
    }

    private static double haircut(String asset, YamlValue haircut, Set<String> assets) {
        once(asset, haircut, assets);
        return haircut.number(NumberRange.SHARE);
    }

    private static void once(String asset, YamlValue value, Set<String> assets) {
        if (!assets.add(asset)) value.refuse("each asset once", asset);
    }
}
