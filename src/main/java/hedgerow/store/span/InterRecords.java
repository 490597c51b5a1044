package hedgerow.store.span;

import hedgerow.market.clearing.DeltaSpread;
import hedgerow.market.clearing.DeltaSpread.Amount;
import hedgerow.market.clearing.DeltaSpread.Leg;
import hedgerow.market.clearing.DeltaSpread.Method;
import hedgerow.market.clearing.DeltaSpread.Slot;
import hedgerow.market.clearing.DeltaSpread.Unit;
import hedgerow.market.clearing.InterSpreads;
import hedgerow.market.clearing.RiskParametersBuilder;
import hedgerow.market.clearing.ScanSpread;
import hedgerow.market.clearing.Spread;
import hedgerow.store.Faults;
import hedgerow.store.span.CommodityDraft.Kind;
import hedgerow.store.span.Layout.Inter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Records 6: spreads between combined commodities.
final class InterRecords {
    /// A credit rate is a percentage with four decimals, or money with two.
    private static final int RATE_DECIMALS = 6;

    private static final int MONEY_DECIMALS = 2;

    private final Faults faults;
    private final List<Spread> before = new ArrayList<>();
    private final List<Spread> after = new ArrayList<>();
    private final List<Named> named = new ArrayList<>();

    /// A combined commodity that a leg names, and the tier of it.
    private record Named(String code, int tier, Place place, Place tierPlace) {}

    InterRecords(Faults faults) {
        this.faults = faults;
    }

    void take(Line line) {
        int priority = (int) line.number(Inter.PRIORITY);
        Unit unit =
                line.letter(Inter.CREDIT_METHOD, "WF ") == 'F'
                        ? Unit.FLAT
                        : Unit.WEIGHTED_PRICE_RISK;
        double rate = rate(line, Inter.RATE, unit);
        List<Integer> legs = legs(line);
        Optional<Spread> spread =
                switch (line.text(Inter.METHOD)) {
                    case "01", "10" ->
                            delta(line, Method.REGULAR, priority, new Amount(unit, rate), legs);
                    case "02" ->
                            delta(line, Method.SAME_TIERS, priority, new Amount(unit, rate), legs);
                    case "03" -> delta(line, Method.CRUSH, priority, new Amount(unit, rate), legs);
                    case "20" ->
                            delta(line, Method.DELTA_TIERS, priority, new Amount(unit, rate), legs);
                    case "04" -> scan(line, priority, rate, legs);
                    default -> {
                        line.fault(Inter.METHOD, "01, 02, 03, 04, 10, 20");
                        yield Optional.empty();
                    }
                };
        boolean isSuper = line.letter(Inter.SUPER, "NS ") == 'S';
        if (line.isSound()) spread.ifPresent((isSuper ? before : after)::add);
    }

    private static double rate(Line line, Field field, Unit unit) {
        int decimals = unit == Unit.FLAT ? MONEY_DECIMALS : RATE_DECIMALS;
        return Decimal.shift(line.number(field), -decimals);
    }

    private static double legRate(Line line, int leg, Unit unit, double rate) {
        return line.letter(Inter.OWN_RATES, "YN ") == 'Y'
                ? rate(line, Inter.LEG_RATE.get(leg), unit)
                : rate;
    }

    /// The places of the legs that are there.
    private List<Integer> legs(Line line) {
        List<Integer> legs = new ArrayList<>();
        for (int i = 0; i < Inter.LEGS; i++) {
            if (line.isBlank(Inter.CODE.get(i))) continue;
            legs.add(i);
            String code = line.word(Inter.CODE.get(i));
            if (!(line.decimal(Inter.RATIO.get(i)) > 0)) {
                line.fault(Inter.RATIO.get(i), "a number above zero");
            }
            named.add(
                    new Named(
                            code,
                            tier(line, i),
                            Place.of(line, Inter.CODE.get(i)),
                            Place.of(line, Inter.TIER.get(i))));
        }
        return legs;
    }

    private static int tier(Line line, int leg) {
        return (int) line.digits(Inter.TIER.get(leg)).orElse(0);
    }

    private static Optional<Spread> delta(
            Line line, Method method, int priority, Amount amount, List<Integer> places) {
        if (places.size() < 2) {
            line.fault(Inter.CODE.get(1), "two legs or more");
            return Optional.empty();
        }
        List<Leg> legs = new ArrayList<>();
        for (int i : places) {
            double rate = legRate(line, i, amount.unit(), amount.rate());
            DeltaSpread.Side side = IntraRecords.side(line, Inter.SIDE.get(i));
            if (!line.isSound()) return Optional.empty();
            int tier = tier(line, i);
            legs.add(
                    new Leg(
                            line.word(Inter.CODE.get(i)),
                            tier == 0 ? new Slot.Whole() : new Slot.OfTier(tier),
                            line.decimal(Inter.RATIO.get(i)),
                            side,
                            rate));
        }
        return Optional.of(new DeltaSpread(priority, method, amount, legs));
    }

    private Optional<Spread> scan(Line line, int priority, double rate, List<Integer> places) {
        String target = line.word(Inter.TARGET);
        named.add(new Named(target, 0, Place.of(line, Inter.TARGET), Place.of(line, Inter.TARGET)));
        double targetRatio = line.decimal(Inter.TARGET_RATIO);
        if (!(targetRatio > 0)) line.fault(Inter.TARGET_RATIO, "a number above zero");
        int minimumLegs = (int) Math.max(1, line.digits(Inter.MINIMUM_LEGS).orElse(0));
        if (places.isEmpty()) line.fault(Inter.CODE.get(0), "a leg or more");
        if (minimumLegs > places.size()) {
            line.fault(Inter.MINIMUM_LEGS, "at most " + places.size() + ", the number of legs");
        }
        List<ScanSpread.Leg> legs = new ArrayList<>();
        for (int i : places) {
            boolean isRequired = line.letter(Inter.REQUIRED.get(i), "YN ") == 'Y';
            double own = legRate(line, i, Unit.WEIGHTED_PRICE_RISK, rate);
            if (!line.isSound()) return Optional.empty();
            double ratio = line.decimal(Inter.RATIO.get(i));
            legs.add(new ScanSpread.Leg(line.word(Inter.CODE.get(i)), ratio, isRequired, own));
        }
        return line.isSound()
                ? Optional.of(new ScanSpread(priority, legs, target, targetRatio, minimumLegs))
                : Optional.empty();
    }

    /// Hands over every spread.
    void tell(CommodityRecords commodities, RiskParametersBuilder builder) {
        for (Named name : named) {
            Optional<CommodityDraft> draft = commodities.draft(name.code());
            if (draft.isEmpty()) {
                name.place().fault(faults, "a combined commodity that a record 2 defines");
            } else if (name.tier() != 0
                    && !CommodityChecks.hasTier(draft.get(), Kind.INTER, name.tier())) {
                name.tierPlace()
                        .fault(
                                faults,
                                "a tier that a record S of %s has, or 00".formatted(name.code()));
            }
        }
        builder.spreads(new InterSpreads(before, after, List.of()));
    }
}
