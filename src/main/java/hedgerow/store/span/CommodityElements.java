package hedgerow.store.span;

import hedgerow.market.clearing.AccountType;
import hedgerow.market.clearing.CombinedCommodity;
import hedgerow.market.clearing.CombinedCommodity.Charges;
import hedgerow.market.clearing.CombinedCommodity.Credit;
import hedgerow.market.clearing.CombinedCommodity.Factors;
import hedgerow.market.clearing.CombinedCommodity.Minimum;
import hedgerow.market.clearing.CombinedCommodity.PriceRisk;
import hedgerow.market.clearing.CombinedCommodity.Setting;
import hedgerow.market.clearing.CombinedCommodity.SpotCharge;
import hedgerow.market.clearing.CombinedCommodity.Tiers;
import hedgerow.market.clearing.DeltaSpread;
import hedgerow.market.clearing.DeltaSpread.Method;
import hedgerow.market.clearing.DeltaSpread.Slot;
import hedgerow.market.clearing.ProductFamily;
import hedgerow.market.clearing.RiskParametersBuilder;
import hedgerow.market.clearing.Tier;
import hedgerow.store.Faults;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Elements `ccDef`: the combined commodities.
final class CommodityElements {
    private static final Set<String> KNOWN =
            Set.of(
                    "group",
                    "pointDef",
                    "pfLink",
                    "adjRate",
                    "concAdjRate",
                    "scanTiers",
                    "intraTiers",
                    "interTiers",
                    "rateTiers",
                    "somTiers",
                    "dSpread",
                    "spotRate",
                    "intrRate");

    private final Faults faults;
    private final Map<String, Draft> drafts = new TreeMap<>();

    /// What a rate's number stands for.
    record RateDefinition(Optional<AccountType> account, boolean isMaintenance) {}

    /// One combined commodity, without its families.
    private record Draft(
            CombinedCommodity parts, Tiered inter, List<Element> links, Element place) {}

    CommodityElements(Faults faults) {
        this.faults = faults;
    }

    /// Takes one.
    ///
    /// @param rates the rates by number
    /// @param rate the number of the rates that are read
    void take(Element definition, Map<Integer, RateDefinition> rates, int rate) {
        definition.refuseAllBut(KNOWN);
        String code = definition.word("cc");
        Tiered scan = Tiered.of(definition, "scanTiers", rate);
        Tiered intra = Tiered.of(definition, "intraTiers", rate);
        Tiered inter = Tiered.of(definition, "interTiers", rate);
        CombinedCommodity parts;
        try {
            parts =
                    new CombinedCommodity(
                            new CombinedCommodity.Key(
                                    code,
                                    definition.word("currency"),
                                    definition.whole("riskExponent", 0),
                                    definition.flag("capAnov")),
                            List.of(),
                            new Tiers(plain(scan), plain(intra), plain(inter)),
                            charges(definition, intra, rate),
                            new Credit(priceRisk(definition), Optional.empty()),
                            factors(definition, rates),
                            setting(definition, rate));
        } catch (IllegalArgumentException e) {
            definition.fault("a combined commodity that can be: " + Line.reason(e));
            return;
        }
        Draft draft = new Draft(parts, inter, definition.children("pfLink"), definition);
        Draft before = drafts.putIfAbsent(code, draft);
        if (before != null) {
            definition.fault("each combined commodity once; " + before.place().place());
        }
    }

    private static List<Tier> plain(Tiered tiered) {
        return tiered.tiers().stream().map(t -> Tier.of(t.number(), t.first(), t.last())).toList();
    }

    private static Charges charges(Element definition, Tiered intra, int rate) {
        SpreadElements reader = new SpreadElements(rate, (_, number) -> intra.has(number));
        List<DeltaSpread> ofSeries = new ArrayList<>();
        List<DeltaSpread> ofTiers = new ArrayList<>();
        for (Element spread : definition.children("dSpread")) {
            Optional<DeltaSpread> read = Optional.empty();
            try {
                read = reader.delta(spread, Method.POOLS);
            } catch (IllegalArgumentException e) {
                spread.fault("a spread that can be: " + Line.reason(e));
            }
            read.ifPresent(s -> (isOfSeries(s) ? ofSeries : ofTiers).add(s));
        }
        return new Charges(
                List.of(), ofSeries, ofTiers, spot(definition, rate), minimum(definition, rate), 1);
    }

    private static boolean isOfSeries(DeltaSpread spread) {
        return spread.legs().stream().allMatch(leg -> leg.slot() instanceof Slot.OfPeriod);
    }

    private static List<SpotCharge> spot(Element definition, int rate) {
        List<SpotCharge> spot = new ArrayList<>();
        for (Element each : definition.children("spotRate")) {
            if (each.whole("r", rate) != rate) continue;
            each.required("pe");
            spot.add(
                    new SpotCharge(
                            each.period("pe"),
                            each.number("sprd", 0),
                            each.number("outr", 0),
                            SpotCharge.Applies.BOTH));
        }
        return spot;
    }

    private static Minimum minimum(Element definition, int rate) {
        Tiered tiered = Tiered.of(definition, "somTiers", rate);
        Optional<Minimum.Counting> counting =
                switch (definition.text("somMeth")) {
                    case "" -> Optional.empty();
                    case "GROSS", "2" -> Optional.of(Minimum.Counting.GROSS);
                    case "MAX", "1" -> Optional.of(Minimum.Counting.MAX);
                    default -> {
                        definition.child("somMeth").ifPresent(m -> m.fault("GROSS or MAX"));
                        yield Optional.empty();
                    }
                };
        return new Minimum(counting, tiered.wholeRate().orElse(0), tiered.tiers());
    }

    private static Optional<PriceRisk> priceRisk(Element definition) {
        return switch (definition.text("wfprMeth")) {
            case "" -> Optional.empty();
            case "NORMAL", "1" -> Optional.of(PriceRisk.NORMAL);
            case "SCANRANGE_CAP", "2" -> Optional.of(PriceRisk.SCAN_RANGE_CAP);
            case "SCANRANGE", "3" -> Optional.of(PriceRisk.SCAN_RANGE);
            default -> {
                definition
                        .child("wfprMeth")
                        .ifPresent(m -> m.fault("NORMAL, SCANRANGE_CAP or SCANRANGE"));
                yield Optional.empty();
            }
        };
    }

    private static Factors factors(Element definition, Map<Integer, RateDefinition> rates) {
        Map<AccountType, Double> adjustment = new EnumMap<>(AccountType.class);
        Map<AccountType, Double> initial = new EnumMap<>(AccountType.class);
        for (Element each : definition.children("adjRate")) {
            RateDefinition rate = rates.get(each.whole("r", 0));
            if (rate == null || rate.account().isEmpty()) continue;
            (rate.isMaintenance() ? adjustment : initial)
                    .putIfAbsent(rate.account().get(), each.requiredNumber("val"));
        }
        return new Factors(adjustment, initial);
    }

    private static Setting setting(Element definition, int rate) {
        List<String> groups =
                definition.children("group").stream()
                        .map(group -> group.required("aVal"))
                        .filter(name -> !name.isEmpty())
                        .toList();
        return new Setting(groups, PointElements.of(definition.children("pointDef"), rate));
    }

    boolean has(String code) {
        return drafts.containsKey(code);
    }

    boolean hasInterTier(String code, int number) {
        Draft draft = drafts.get(code);
        return draft != null && draft.inter().has(number);
    }

    /// Hands over every combined commodity that has a family; gives how many have none.
    int tell(
            Map<String, ProductFamily.Key> families,
            boolean isFiltered,
            RiskParametersBuilder builder) {
        List<String> without = new ArrayList<>();
        drafts.forEach((code, draft) -> {
            List<CombinedCommodity.Family> members = members(draft, families, isFiltered);
            if (members.isEmpty() && isFiltered) {
                without.add(code);
            } else if (faults.isEmpty()) {
                CombinedCommodity parts = draft.parts();
                builder.commodity(
                        new CombinedCommodity(
                                parts.key(),
                                members,
                                parts.tiers(),
                                parts.charges(),
                                parts.credit(),
                                parts.factors(),
                                parts.setting()));
            }
        });
        without.forEach(drafts::remove);
        return without.size();
    }

    private static List<CombinedCommodity.Family> members(
            Draft draft, Map<String, ProductFamily.Key> families, boolean isFiltered) {
        Map<ProductFamily.Key, CombinedCommodity.Family> members = new LinkedHashMap<>();
        for (Element link : draft.links()) {
            ProductFamily.Key key =
                    families.get(link.required("exch") + "/" + link.required("pfId"));
            double scaling = link.number("sc", 1);
            if (key == null) {
                if (!isFiltered) link.fault("a product family that the file has");
            } else if (!(scaling > 0)) {
                link.fault("an sc above zero");
            } else if (members.put(key, new CombinedCommodity.Family(key, scaling)) != null) {
                link.fault("each family once");
            }
        }
        return List.copyOf(members.values());
    }
}
