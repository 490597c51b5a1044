package hedgerow.store.span;

import hedgerow.market.clearing.AccountType;
import hedgerow.market.clearing.CombinedCommodity;
import hedgerow.market.clearing.CombinedCommodity.Charges;
import hedgerow.market.clearing.CombinedCommodity.Credit;
import hedgerow.market.clearing.CombinedCommodity.Factors;
import hedgerow.market.clearing.CombinedCommodity.Minimum;
import hedgerow.market.clearing.CombinedCommodity.PriceRisk;
import hedgerow.market.clearing.CombinedCommodity.SpotCharge;
import hedgerow.market.clearing.CombinedCommodity.Tiers;
import hedgerow.market.clearing.DeltaSpread;
import hedgerow.market.clearing.DeltaSpread.Amount;
import hedgerow.market.clearing.DeltaSpread.Leg;
import hedgerow.market.clearing.DeltaSpread.Method;
import hedgerow.market.clearing.DeltaSpread.Slot;
import hedgerow.market.clearing.DeltaSpread.Unit;
import hedgerow.market.clearing.Period;
import hedgerow.market.clearing.ProductFamily;
import hedgerow.market.clearing.Tier;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// A combined commodity as its records come, in whatever order; rates are digits until the risk
/// exponent of record 2 is known.
final class CommodityDraft {
    final String code;
    final List<ProductFamily.Key> families = new ArrayList<>();
    final Map<Kind, List<DraftTier>> tiers = new EnumMap<>(Kind.class);
    final Map<Kind, Count> counts = new EnumMap<>(Kind.class);
    final List<DraftSpread> tierSpreads = new ArrayList<>();
    final List<DraftSpread> seriesSpreads = new ArrayList<>();
    final List<DraftSpot> spot = new ArrayList<>();
    final Map<AccountType, Double> adjustment = new EnumMap<>(AccountType.class);
    final Map<AccountType, Double> initialRatio = new EnumMap<>(AccountType.class);

    /// What was told of it once, by field, so that a second line may not say another thing.
    final Map<Field, String> said = new LinkedHashMap<>();

    Optional<Definition> definition = Optional.empty();
    Optional<Count> spotCount = Optional.empty();
    Optional<Place> first = Optional.empty();
    Optional<PriceRisk> priceRisk = Optional.empty();
    Optional<Minimum.Counting> counting = Optional.empty();
    long minimum;

    /// What tiers are for.
    enum Kind {
        SCAN,
        INTRA,
        INTER,
        MINIMUM
    }

    /// Record 2.
    record Definition(
            String currency,
            int riskExponent,
            boolean isOptionValueCapped,
            boolean isFuturesStyle,
            Place place) {}

    /// How many of something there are to be.
    record Count(long expected, Place place) {}

    record DraftTier(int number, Period first, Period last, long rate, Place place) {}

    record DraftSpread(int priority, long rate, List<DraftLeg> legs, Place place) {}

    record DraftLeg(Slot slot, double ratio, DeltaSpread.Side side, Place place) {}

    record DraftSpot(Period period, long spreadRate, long outrightRate, Place place) {}

    CommodityDraft(String code) {
        this.code = code;
    }

    List<DraftTier> tiers(Kind kind) {
        return tiers.getOrDefault(kind, List.of());
    }

    /// The combined commodity, once record 2 has come.
    ///
    /// @param groups the groups that it is in
    /// @throws IllegalArgumentException where what was told cannot be
    CombinedCommodity build(Definition definition, List<String> groups) {
        int exponent = definition.riskExponent();
        return new CombinedCommodity(
                new CombinedCommodity.Key(
                        code, definition.currency(), exponent, definition.isOptionValueCapped()),
                families.stream().map(key -> new CombinedCommodity.Family(key, 1)).toList(),
                new Tiers(plain(Kind.SCAN), plain(Kind.INTRA), plain(Kind.INTER)),
                new Charges(
                        List.of(),
                        spreads(seriesSpreads, exponent),
                        spreads(tierSpreads, exponent),
                        spot(exponent),
                        minimum(exponent),
                        1),
                new Credit(priceRisk, Optional.empty()),
                new Factors(adjustment, initialRatio),
                new CombinedCommodity.Setting(groups, Optional.empty()));
    }

    private List<Tier> plain(Kind kind) {
        return tiers(kind).stream().map(t -> Tier.of(t.number(), t.first(), t.last())).toList();
    }

    private List<DeltaSpread> spreads(List<DraftSpread> drafts, int exponent) {
        return drafts.stream().map(draft -> spread(draft, exponent)).toList();
    }

    private DeltaSpread spread(DraftSpread draft, int exponent) {
        double rate = Decimal.shift(draft.rate(), exponent);
        List<Leg> legs =
                draft.legs().stream()
                        .map(leg -> new Leg(code, leg.slot(), leg.ratio(), leg.side(), rate))
                        .toList();
        return new DeltaSpread(draft.priority(), Method.POOLS, new Amount(Unit.FLAT, rate), legs);
    }

    private List<SpotCharge> spot(int exponent) {
        return spot.stream()
                .map(draft ->
                        new SpotCharge(
                                draft.period(),
                                Decimal.shift(draft.spreadRate(), exponent),
                                Decimal.shift(draft.outrightRate(), exponent),
                                SpotCharge.Applies.BOTH))
                .toList();
    }

    private Minimum minimum(int exponent) {
        List<Tier> rates =
                tiers(Kind.MINIMUM).stream()
                        .map(t ->
                                new Tier(
                                        t.number(),
                                        t.first(),
                                        t.last(),
                                        OptionalDouble.of(Decimal.shift(t.rate(), exponent))))
                        .toList();
        return new Minimum(counting, Decimal.shift(minimum, exponent), rates);
    }
}
