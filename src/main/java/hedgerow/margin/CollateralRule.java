package hedgerow.margin;

import hedgerow.portfolio.Collateral;
import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.Require;
import hedgerow.portfolio.Spot;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What a model accepts as collateral, and at what value.
///
/// @param stablecoins assets worth the market's stablecoin price, in units of the margin currency
/// @param haircuts what is taken off each other asset's market value
/// @param optionValueCounts whether the market value of options counts towards equity
/// @param unsure what is taken off an asset, besides, whose price its source is unsure of, in
///   equity against initial margin
/// @param categories assets that count for more while only assets of their kind are owed
/// @param health how a lending venue tells whether an account can be liquidated; empty for others
public record CollateralRule(
        Set<String> stablecoins,
        Map<String, Haircut> haircuts,
        boolean optionValueCounts,
        Unsure unsure,
        List<Category> categories,
        Optional<Health> health) {

    /// What is taken off an asset, and what it moves with.
    ///
    /// @param initial the share taken off in equity against initial margin, from 0 to 1
    /// @param maintenance the share taken off in equity against maintenance margin, from 0 to 1
    /// @param movesWith the underlying whose spot the asset's value moves with in the scan; empty
    ///   where it takes no part in it
    public record Haircut(double initial, double maintenance, Optional<String> movesWith) {
        public Haircut {
            Require.between("initial haircut", initial, 0, 1);
            Require.between("maintenance haircut", maintenance, 0, 1);
        }

        /// One share for both, on an asset that takes no part in the scan.
        public static Haircut of(double share) {
            return new Haircut(share, share, Optional.empty());
        }
    }

    /// Assets whose prices move together, so that one counts for more against debts in the others.
    ///
    /// @param assets which assets
    /// @param haircut what is taken off each of them while every debt is in one of them
    public record Category(Set<String> assets, Haircut haircut) {
        public Category {
            assets = Set.copyOf(assets);
        }
    }

    /// What unsure prices cost.
    ///
    /// @param rule when a price is unsure, and what share of the value that costs
    /// @param with underlyings whose confidence counts for every asset, besides its own and that of
    ///   what it moves with
    public record Unsure(Confidence rule, Set<String> with) {
        /// Every price is sure.
        public static final Unsure NEVER = new Unsure(Confidence.NONE, Set.of());

        public Unsure {
            with = Set.copyOf(with);
        }
    }

    public CollateralRule {
        stablecoins = Set.copyOf(stablecoins);
        haircuts = Map.copyOf(haircuts);
        categories = List.copyOf(categories);
    }

    /// A rule of no lending venue.
    public CollateralRule(
            Set<String> stablecoins,
            Map<String, Haircut> haircuts,
            boolean optionValueCounts,
            Unsure unsure) {
        this(stablecoins, haircuts, optionValueCounts, unsure, List.of(), Optional.empty());
    }

    /// A rule with one haircut an asset, which trusts every price.
    public CollateralRule(
            Set<String> stablecoins, Map<String, Double> haircuts, boolean optionValueCounts) {
        this(
                stablecoins,
                haircuts.entrySet().stream()
                        .collect(
                                Collectors.toMap(Map.Entry::getKey, e -> Haircut.of(e.getValue()))),
                optionValueCounts,
                Unsure.NEVER);
    }

    /// The accepted assets, sorted.
    public Set<String> accepted() {
        Set<String> all = new TreeSet<>(stablecoins);
        all.addAll(new TreeMap<>(haircuts).keySet());
        return all;
    }

    /// The rule as it is for one book: with the haircuts of the first category that holds every
    /// debt.
    public CollateralRule of(List<Collateral> posted) {
        Set<String> owed =
                posted.stream()
                        .filter(held -> held.quantity() < 0)
                        .map(Collateral::asset)
                        .collect(Collectors.toSet());
        if (owed.isEmpty()) return this;
        return categories.stream()
                .filter(category -> category.assets().containsAll(owed))
                .findFirst()
                .map(this::within)
                .orElse(this);
    }

    private CollateralRule within(Category category) {
        Map<String, Haircut> changed = new TreeMap<>(haircuts);
        changed.replaceAll((asset, haircut) ->
                category.assets().contains(asset) ? category.haircut() : haircut);
        return new CollateralRule(
                stablecoins, changed, optionValueCounts, unsure, List.of(), health);
    }

    /// The underlying with which an asset's value moves in the scan; empty where it does not.
    public Optional<String> movesWith(String asset) {
        return Optional.ofNullable(haircuts.get(asset)).flatMap(Haircut::movesWith);
    }

    /// Whether some collateral takes part in the scan as this instrument.
    boolean hasRowsOf(Instrument instrument) {
        return instrument instanceof Spot spot
                && haircuts.values().stream()
                        .flatMap(haircut -> haircut.movesWith().stream())
                        .anyMatch(spot.underlying()::equals);
    }

    /// What the scan needs rows of, for what is posted.
    public List<Instrument> instruments(List<Collateral> posted) {
        return posted.stream()
                .flatMap(held -> movesWith(held.asset()).stream())
                .<Instrument>map(Spot::of)
                .distinct()
                .toList();
    }
}
