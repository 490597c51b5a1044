package hedgerow.store.span;

import hedgerow.market.clearing.AccountType;
import hedgerow.market.clearing.CombinedCommodity.Minimum;
import hedgerow.market.clearing.CombinedCommodity.PriceRisk;
import hedgerow.market.clearing.Period;
import hedgerow.market.clearing.ProductFamily;
import hedgerow.market.clearing.RiskParametersBuilder;
import hedgerow.store.Faults;
import hedgerow.store.span.CommodityDraft.Count;
import hedgerow.store.span.CommodityDraft.Definition;
import hedgerow.store.span.CommodityDraft.DraftSpot;
import hedgerow.store.span.CommodityDraft.DraftTier;
import hedgerow.store.span.CommodityDraft.Kind;
import hedgerow.store.span.Layout.Commodity;
import hedgerow.store.span.Layout.Group;
import hedgerow.store.span.Layout.Intra;
import hedgerow.store.span.Layout.Scan;
import hedgerow.store.span.Layout.Spot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Records 2, 3, 4, C, E and S: the combined commodities.
final class CommodityRecords {
    private final Faults faults;
    private final Map<String, CommodityDraft> drafts = new TreeMap<>();
    private final Map<ProductFamily.Key, Member> members = new TreeMap<>();

    /// By combined commodity, the groups that it is in.
    private final Map<String, SortedSet<String>> groups = new HashMap<>();

    /// A family's place in its combined commodity.
    ///
    /// @param arrayExponent the power of ten that its array values are multiplied with
    record Member(
            String commodity,
            int riskExponent,
            int arrayExponent,
            boolean isFuturesStyle,
            Place place) {}

    CommodityRecords(Faults faults) {
        this.faults = faults;
    }

    Optional<Member> member(ProductFamily.Key family) {
        return Optional.ofNullable(members.get(family));
    }

    Optional<CommodityDraft> draft(String code) {
        return Optional.ofNullable(drafts.get(code)).filter(d -> d.definition.isPresent());
    }

    private CommodityDraft draft(Line line, Field field) {
        CommodityDraft draft = drafts.computeIfAbsent(line.word(field), CommodityDraft::new);
        if (draft.first.isEmpty()) draft.first = Optional.of(Place.of(line, field));
        return draft;
    }

    /// Whether a field says what it said in an earlier line of the same record.
    private static boolean says(CommodityDraft draft, Line line, Field field) {
        String before = draft.said.putIfAbsent(field, line.raw(field));
        boolean agrees = before == null || before.equals(line.raw(field));
        if (!agrees) line.fault(field, "'" + before + "', as an earlier line says");
        return agrees;
    }

    /// Record 2.
    void definition(Line line) {
        CommodityDraft draft = draft(line, Commodity.CODE);
        String exchange = line.word(Commodity.EXCHANGE);
        String currency = line.word(Commodity.CURRENCY);
        int exponent = (int) line.digits(Commodity.EXPONENT).orElse(0);
        boolean isFutures = line.letter(Commodity.STYLE, "PF ") == 'F';
        boolean isCapped = line.letter(Commodity.CAPPED, "YN ") == 'Y';
        for (Field field :
                List.of(
                        Commodity.EXPONENT,
                        Commodity.CURRENCY,
                        Commodity.STYLE,
                        Commodity.CAPPED)) {
            says(draft, line, field);
        }
        if (line.isSound() && draft.definition.isEmpty()) {
            Place place = Place.of(line, Commodity.CODE);
            draft.definition =
                    Optional.of(new Definition(currency, exponent, isCapped, isFutures, place));
        }
        for (int i = 0; i < Commodity.FAMILIES && !exchange.isEmpty(); i++) {
            if (!line.isBlank(Commodity.COMMODITY.get(i)) || !line.isBlank(Commodity.TYPE.get(i))) {
                family(line, draft, i, isFutures, exponent);
            }
        }
    }

    private void family(
            Line line, CommodityDraft draft, int i, boolean isFutures, int riskExponent) {
        Field commodity = Commodity.COMMODITY.get(i);
        int decimals = (int) line.digits(Commodity.LOCATOR.get(i)).orElse(0);
        boolean isUp = line.at(Commodity.LOCATOR_SIGN.get(i).from()) == '-';
        Optional<ProductFamily.Key> key =
                FamilyRecords.key(line, Commodity.EXCHANGE, commodity, Commodity.TYPE.get(i));
        if (key.isEmpty()) return;
        Place place = Place.of(line, commodity);
        Member member =
                new Member(
                        draft.code,
                        riskExponent,
                        riskExponent + (isUp ? decimals : -decimals),
                        isFutures,
                        place);
        Member before = members.putIfAbsent(key.get(), member);
        if (before == null) {
            draft.families.add(key.get());
        } else {
            line.fault(
                    commodity,
                    "each family in one combined commodity; it is in %s, line %d"
                            .formatted(before.commodity(), before.place().line()));
        }
    }

    /// Record 5: a group; codes that no record 2 defines are passed over.
    void group(Line line) {
        String group = line.word(Group.GROUP);
        for (Field field : Group.CODE) {
            String code = line.text(field);
            if (!code.isEmpty()) groups.computeIfAbsent(code, c -> new TreeSet<>()).add(group);
        }
    }

    /// Record 3.
    void intra(Line line) {
        CommodityDraft draft = draft(line, Layout.CODE);
        method(line, Set.of("01", "10"));
        for (int i = 0; i < Intra.TIERS; i++) {
            tier(
                    line,
                    draft,
                    Kind.INTRA,
                    Intra.TIER.get(i),
                    Intra.START.get(i),
                    Intra.START_DAY.get(i),
                    Intra.END.get(i),
                    Intra.END_DAY.get(i),
                    0);
        }
        factor(line, draft, Intra.MEMBER, AccountType.MEMBER, draft.initialRatio);
        factor(line, draft, Intra.HEDGER, AccountType.HEDGER, draft.initialRatio);
        factor(line, draft, Intra.SPECULATOR, AccountType.SPECULATOR, draft.initialRatio);
    }

    private static String method(Line line, Set<String> allowed) {
        String method = line.text(Layout.METHOD);
        if (!allowed.contains(method)) {
            line.fault(Layout.METHOD, String.join(", ", allowed.stream().sorted().toList()));
        }
        return method;
    }

    private static void factor(
            Line line,
            CommodityDraft draft,
            Field field,
            AccountType type,
            Map<AccountType, Double> into) {
        double factor = line.decimal(field);
        if (factor > 0 && says(draft, line, field)) into.put(type, factor);
    }

    private static void tier(
            Line line,
            CommodityDraft draft,
            Kind kind,
            Field number,
            Field start,
            Field startDay,
            Field end,
            Field endDay,
            long rate) {
        int tier = (int) line.digits(number).orElse(0);
        if (tier == 0) return;
        Period first = line.period(start, startDay);
        Period last = line.period(end, endDay);
        if (!line.isSound()) return;
        if (first.yearMonth() > last.yearMonth()) line.fault(end, "a month not before " + first);
        List<DraftTier> tiers = draft.tiers.computeIfAbsent(kind, _ -> new ArrayList<>());
        if (tiers.stream().anyMatch(t -> t.number() == tier)) line.fault(number, "each tier once");
        tiers.add(new DraftTier(tier, first, last, rate, Place.of(line, number)));
    }

    /// Record C.
    void tierSpread(Line line) {
        IntraRecords.tierSpread(line, draft(line, Layout.CODE));
    }

    /// Record E.
    void seriesSpread(Line line) {
        IntraRecords.seriesSpread(line, draft(line, Layout.CODE));
    }

    /// Record S.
    void scan(Line line) {
        CommodityDraft draft = draft(line, Layout.CODE);
        String method = method(line, Set.of("01", "10", "20", "21", "22", "23", "30"));
        List<Kind> kinds =
                switch (method) {
                    case "10", "22" -> List.of(Kind.SCAN);
                    case "20", "23" -> List.of(Kind.INTER);
                    case "21" -> List.of(Kind.SCAN, Kind.INTER);
                    case "30" -> List.of(Kind.MINIMUM);
                    default -> List.of();
                };
        for (Kind kind : kinds) {
            for (int i = 0; i < Scan.TIERS; i++) scanTier(line, draft, kind, i);
            Place place = Place.of(line, Scan.COUNT);
            draft.counts.put(kind, new Count(line.digits(Scan.COUNT).orElse(0), place));
        }
        char priceRisk = line.letter(Scan.PRICE_RISK, "123 ");
        if (priceRisk != ' ' && says(draft, line, Scan.PRICE_RISK)) {
            draft.priceRisk = Optional.of(PriceRisk.values()[priceRisk - '1']);
        }
    }

    private static void scanTier(Line line, CommodityDraft draft, Kind kind, int i) {
        long rate = kind == Kind.MINIMUM ? line.digits(Scan.MINIMUM.get(i)).orElse(0) : 0;
        tier(
                line,
                draft,
                kind,
                Scan.TIER.get(i),
                Scan.START.get(i),
                Scan.START_DAY.get(i),
                Scan.END.get(i),
                Scan.END_DAY.get(i),
                rate);
    }

    /// Record 4.
    void spot(Line line) {
        CommodityDraft draft = draft(line, Layout.CODE);
        if (method(line, Set.of("01", "10")).equals("10")) {
            for (int i = 0; i < Spot.MONTHS; i++) spotMonth(line, draft, i);
            Place place = Place.of(line, Spot.COUNT);
            draft.spotCount = Optional.of(new Count(line.number(Spot.COUNT), place));
        }
        if (!line.isBlank(Spot.MINIMUM) && says(draft, line, Spot.MINIMUM)) {
            draft.minimum = line.number(Spot.MINIMUM);
        }
        factor(line, draft, Spot.MEMBER, AccountType.MEMBER, draft.adjustment);
        factor(line, draft, Spot.HEDGER, AccountType.HEDGER, draft.adjustment);
        factor(line, draft, Spot.SPECULATOR, AccountType.SPECULATOR, draft.adjustment);
        char counting = line.letter(Spot.COUNTING, "12 ");
        if (counting != ' ' && says(draft, line, Spot.COUNTING)) {
            draft.counting =
                    Optional.of(counting == '1' ? Minimum.Counting.MAX : Minimum.Counting.GROSS);
        }
    }

    private static void spotMonth(Line line, CommodityDraft draft, int i) {
        if (line.digits(Spot.NUMBER.get(i)).orElse(0) == 0) return;
        Period period = line.period(Spot.MONTH.get(i), Spot.DAY.get(i));
        if (line.isSound() && period.isNone()) line.fault(Spot.MONTH.get(i), "a month CCYYMM");
        long spreadRate = line.number(Spot.SPREAD_RATE.get(i));
        long outrightRate = line.number(Spot.OUTRIGHT_RATE.get(i));
        if (!line.isSound()) return;
        Place place = Place.of(line, Spot.MONTH.get(i));
        if (draft.spot.stream().anyMatch(s -> s.period().equals(period))) {
            line.fault(Spot.MONTH.get(i), "each month once");
        }
        draft.spot.add(new DraftSpot(period, spreadRate, outrightRate, place));
    }

    /// Hands over every combined commodity.
    void tell(FamilyRecords families, RiskParametersBuilder builder) {
        members.forEach((key, member) -> {
            if (families.family(key).isEmpty()) {
                member.place().fault(faults, "a family that a record P describes");
            }
        });
        for (CommodityDraft draft : drafts.values()) tell(draft, builder);
    }

    private void tell(CommodityDraft draft, RiskParametersBuilder builder) {
        CommodityChecks.check(draft, faults);
        if (draft.definition.isEmpty() || !faults.isEmpty()) return;
        Definition definition = draft.definition.get();
        try {
            List<String> of = List.copyOf(groups.getOrDefault(draft.code, new TreeSet<>()));
            builder.commodity(draft.build(definition, of));
        } catch (IllegalArgumentException e) {
            definition.place().fault(faults, "what can be: " + Line.reason(e));
        }
    }
}
