package hedgerow.market.clearing;

import hedgerow.portfolio.OptionRight;
import hedgerow.portfolio.Require;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Collects what a file of risk parameters says, and refuses what contradicts itself.
///
/// A series comes before its contracts; all else in any order. Every method throws a
/// [Contradiction], or another [IllegalArgumentException], where what it is told cannot be; the
/// builder is of no use afterwards.
public final class RiskParametersBuilder {
    private Optional<Publication> publication = Optional.empty();
    private Optional<PointSet> points = Optional.empty();
    private final Map<ProductFamily.Key, ProductFamily> families = new HashMap<>();
    private final List<Series> series = new ArrayList<>();
    private final ContractColumns columns = new ContractColumns();
    private final ContractIndex index = new ContractIndex();
    private final SortedMap<String, CombinedCommodity> commodities = new TreeMap<>();
    private InterSpreads spreads = InterSpreads.NONE;
    private final Map<String, Conversion> conversions = new TreeMap<>();

    /// Tells who published it; once.
    public RiskParametersBuilder publication(Publication told) {
        if (publication.isPresent()) throw new Contradiction("the publication is told twice");
        publication = Optional.of(told);
        return this;
    }

    /// Tells the scenarios; once.
    public RiskParametersBuilder points(PointSet told) {
        if (points.isPresent()) throw new Contradiction("the scenarios are told twice");
        points = Optional.of(told);
        return this;
    }

    /// Adds a family.
    public RiskParametersBuilder family(ProductFamily family) {
        if (families.putIfAbsent(family.key(), family) != null) {
            throw new Contradiction("family " + family.key() + " is told twice");
        }
        return this;
    }

    /// The family of that name, where it was added.
    public Optional<ProductFamily> family(ProductFamily.Key key) {
        return Optional.ofNullable(families.get(key));
    }

    /// Adds a series; its family may come later.
    ///
    /// @return its place, by which its contracts are added
    public int series(Series told) {
        if (!index.addSeries(told.key(), series.size())) {
            throw new Contradiction(
                    "series %s %s is told twice"
                            .formatted(told.key().family(), told.key().period()));
        }
        series.add(told);
        return series.size() - 1;
    }

    /// The place of a series, where it was added.
    public OptionalInt series(Series.Key key) {
        return index.series(key);
    }

    /// Adds a contract.
    ///
    /// @param place the place of its series
    /// @param right of an option, call or put
    /// @param strike of an option; zero of anything else
    /// @param figures its price, vol and delta
    /// @param losses its array, copied: losses of one contract held long, weights included
    public RiskParametersBuilder contract(
            int place,
            Optional<OptionRight> right,
            double strike,
            Figures figures,
            double[] losses) {
        ContractKey key = new ContractKey(series.get(place).key(), right, strike);
        if (losses.length == 0 || (columns.size() > 0 && losses.length != columns.scenarios())) {
            throw new Contradiction(
                    "array of %s has %d values, the first array has %d"
                            .formatted(key.id(), losses.length, columns.scenarios()));
        }
        for (double loss : losses) {
            if (!Double.isFinite(loss)) Require.finite("array value of " + key.id(), loss);
        }
        int code = columns.code(right);
        if (index.contract(columns, place, code, key.strike()).isPresent()) {
            throw new Contradiction("contract " + key.id() + " is told twice");
        }
        columns.add(place, code, key.strike(), figures, losses);
        index.add(columns);
        return this;
    }

    /// Adds a combined commodity.
    public RiskParametersBuilder commodity(CombinedCommodity commodity) {
        if (commodities.putIfAbsent(commodity.code(), commodity) != null) {
            throw new Contradiction("combined commodity " + commodity.code() + " is told twice");
        }
        return this;
    }

    /// Tells the spreads between combined commodities; the last telling counts.
    public RiskParametersBuilder spreads(InterSpreads told) {
        spreads = told;
        return this;
    }

    /// Adds a rate between two currencies.
    public RiskParametersBuilder conversion(Conversion conversion) {
        Conversion before =
                conversions.putIfAbsent(conversion.from() + "/" + conversion.to(), conversion);
        if (before != null && !before.equals(conversion)) {
            throw new Contradiction(
                    "rate %s/%s is told as %s and as %s"
                            .formatted(
                                    conversion.from(),
                                    conversion.to(),
                                    before.rate(),
                                    conversion.rate()));
        }
        return this;
    }

    /// Everything that was told, once it is seen to fit together.
    public RiskParameters build() {
        if (publication.isEmpty()) throw new Contradiction("the publication is not told");
        checkScenarios();
        checkFamilies();
        commodities.values().forEach(this::checkCommodity);
        spreads.all().forEach(this::checkSpread);
        return new RiskParameters(
                publication.get(),
                points,
                commodities,
                spreads,
                List.copyOf(conversions.values()),
                new Contracts(families, series, columns, index));
    }

    private void checkScenarios() {
        if (points.isPresent()
                && columns.size() > 0
                && points.get().size() != columns.scenarios()) {
            throw new Contradiction(
                    "%d scenarios are told, arrays have %d values"
                            .formatted(points.get().size(), columns.scenarios()));
        }
    }

    private void checkScenarios(CombinedCommodity commodity) {
        Optional<PointSet> own = commodity.setting().points();
        int scenarios = points.map(PointSet::size).orElse(columns.scenarios());
        if (own.isPresent() && scenarios > 0 && own.get().size() != scenarios) {
            throw new Contradiction(
                    "%s has %d scenarios, all others have %d"
                            .formatted(commodity.code(), own.get().size(), scenarios));
        }
    }

    private void checkPoints(ScanSpread spread) {
        int told = spread.pointRates().size();
        int scenarios = points.map(PointSet::size).orElse(columns.scenarios());
        if (told > 0 && scenarios > 0 && told != scenarios) {
            throw new Contradiction(
                    "spread %d has rates for %d scenarios of %d"
                            .formatted(spread.priority(), told, scenarios));
        }
    }

    private void checkFamilies() {
        for (Series each : series) {
            if (!families.containsKey(each.key().family())) {
                throw new Contradiction("family " + each.key().family() + " is not told");
            }
        }
        Set<ProductFamily.Key> seen = new HashSet<>();
        for (CombinedCommodity commodity : commodities.values()) {
            for (CombinedCommodity.Family family : commodity.families()) {
                if (!families.containsKey(family.key())) {
                    throw new Contradiction(
                            "family %s of %s is not told"
                                    .formatted(family.key(), commodity.code()));
                }
                if (!seen.add(family.key())) {
                    throw new Contradiction(
                            "family " + family.key() + " is in two combined commodities");
                }
            }
        }
    }

    private void checkCommodity(CombinedCommodity commodity) {
        checkScenarios(commodity);
        CombinedCommodity.Charges charges = commodity.charges();
        for (List<DeltaSpread> list :
                List.of(
                        charges.strategySpreads(),
                        charges.seriesSpreads(),
                        charges.tierSpreads())) {
            for (DeltaSpread spread : list) {
                for (DeltaSpread.Leg leg : spread.legs()) checkIntraLeg(commodity, spread, leg);
            }
        }
    }

    private static void checkIntraLeg(
            CombinedCommodity commodity, DeltaSpread spread, DeltaSpread.Leg leg) {
        if (!leg.commodity().equals(commodity.code())) {
            throw new Contradiction(
                    "spread %d inside %s has a leg on %s"
                            .formatted(spread.priority(), commodity.code(), leg.commodity()));
        }
        checkSlot(commodity.tiers().intra(), spread, leg);
    }

    private void checkSpread(Spread spread) {
        for (String code : spread.commodities()) {
            if (!commodities.containsKey(code)) {
                throw new Contradiction(
                        "spread %d names %s, which is not told".formatted(spread.priority(), code));
            }
        }
        switch (spread) {
            case ScanSpread scan -> checkPoints(scan);
            case DeltaSpread delta -> {
                for (DeltaSpread.Leg leg : delta.legs()) {
                    CombinedCommodity commodity = commodities.get(leg.commodity());
                    if (commodity != null) checkSlot(commodity.tiers().inter(), delta, leg);
                }
            }
        }
    }

    private static void checkSlot(List<Tier> tiers, DeltaSpread spread, DeltaSpread.Leg leg) {
        if (leg.slot() instanceof DeltaSpread.Slot.OfTier(int number)
                && tiers.stream().noneMatch(tier -> tier.number() == number)) {
            throw new Contradiction(
                    "spread %d names tier %d of %s, which is not told"
                            .formatted(spread.priority(), number, leg.commodity()));
        }
    }
}
