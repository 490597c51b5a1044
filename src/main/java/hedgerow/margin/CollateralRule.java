package hedgerow.margin;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What a model accepts as collateral, and at what value.
///
/// @param stablecoins assets worth the market's stablecoin price, in units of the margin currency
/// @param haircuts the fraction taken off each other asset's market value, from 0 to 1
/// @param optionValueCounts whether the market value of options counts towards equity
public record CollateralRule(
        Set<String> stablecoins, Map<String, Double> haircuts, boolean optionValueCounts) {
    public CollateralRule {
        stablecoins = Set.copyOf(stablecoins);
        haircuts = Map.copyOf(haircuts);
    }

    /// The accepted assets, sorted.
    public Set<String> accepted() {
        Set<String> all = new TreeSet<>(stablecoins);
        all.addAll(new TreeMap<>(haircuts).keySet());
        return all;
    }
}
