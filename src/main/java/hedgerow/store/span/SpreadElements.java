package hedgerow.store.span;

import hedgerow.market.clearing.DeltaSpread;
import hedgerow.market.clearing.DeltaSpread.Amount;
import hedgerow.market.clearing.DeltaSpread.Leg;
import hedgerow.market.clearing.DeltaSpread.Method;
import hedgerow.market.clearing.DeltaSpread.Slot;
import hedgerow.market.clearing.DeltaSpread.Unit;
import hedgerow.market.clearing.Period;
import hedgerow.market.clearing.ScanSpread;
import hedgerow.market.clearing.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.BiPredicate;

/// Elements `dSpread`, `sSpread` and `clearSpread`.
///
/// @param rate the `r` of the rates that are read
/// @param hasTier whether a combined commodity has a tier of a number; a leg on any other is on the
///   whole of it
record SpreadElements(int rate, BiPredicate<String, Integer> hasTier) {

    private static final Set<String> KNOWN =
            Set.of("rate", "pmpsRate", "tLeg", "pLeg", "rpLeg", "volRate", "dSpread", "sSpread");

    Optional<Spread> read(Element spread, Method method) {
        try {
            return switch (spread.name) {
                case "sSpread" -> Optional.of(scan(spread));
                case "clearSpread" -> Optional.of(clearing(spread));
                default -> delta(spread, method).map(each -> each);
            };
        } catch (IllegalArgumentException e) {
            spread.fault("a spread that can be: " + Line.reason(e));
            return Optional.empty();
        }
    }

    Optional<DeltaSpread> delta(Element spread, Method method) {
        spread.refuseAllBut(KNOWN);
        refuseWhatIsNotHeld(spread);
        Optional<Amount> amount = amount(spread, method);
        if (amount.isEmpty()) return Optional.empty();
        List<Leg> legs = new ArrayList<>();
        boolean namesTier = false;
        for (Element leg : spread.children) {
            Optional<Slot> slot =
                    switch (leg.name) {
                        case "tLeg" -> Optional.of(tier(leg));
                        case "pLeg" -> Optional.of(new Slot.OfPeriod(period(leg)));
                        case "rpLeg" ->
                                Optional.of(
                                        new Slot.OfRolling(
                                                leg.whole("rpNum", 1),
                                                leg.whole("btNum", 0),
                                                leg.whole("etNum", 0)));
                        default -> Optional.empty();
                    };
            if (slot.isEmpty()) continue;
            namesTier |= slot.get() instanceof Slot.OfTier;
            legs.add(leg(leg, slot.get(), amount.get()));
        }
        boolean isOfTiers = method == Method.REGULAR && namesTier;
        return Optional.of(
                new DeltaSpread(
                        spread.whole("spread", 0),
                        isOfTiers ? Method.DELTA_TIERS : method,
                        amount.get(),
                        legs));
    }

    private static Period period(Element leg) {
        leg.required("pe");
        return leg.period("pe");
    }

    private static void refuseWhatIsNotHeld(Element spread) {
        String type = spread.text("spreadType");
        if (type.equals("DELTAVOL")) {
            spread.child("spreadType")
                    .ifPresent(t ->
                            t.fault(
                                    "DEFAULT, or nothing; what a volRate is put on is not published"));
        }
        for (String inner : List.of("dSpread", "sSpread", "hSpread")) {
            spread.child(inner).ifPresent(s -> s.fault("no spread inside a spread"));
        }
    }

    private Optional<Amount> amount(Element spread, Method method) {
        String code = spread.required("chargeMeth");
        return switch (code) {
            case "F" -> Optional.of(new Amount(Unit.FLAT, value(spread)));
            case "W" -> Optional.of(new Amount(Unit.WEIGHTED_PRICE_RISK, fraction(spread)));
            case "P" -> Optional.of(new Amount(Unit.PER_MONTH, perMonth(spread)));
            default -> {
                spread.child("chargeMeth").ifPresent(m -> m.fault("F, P or W"));
                yield Optional.empty();
            }
        };
    }

    private double value(Element spread) {
        OptionalDouble value = spread.rate("rate", rate);
        if (value.isEmpty()) spread.required("rate");
        return value.orElse(0);
    }

    private double fraction(Element spread) {
        double fraction = value(spread);
        if (!(fraction >= 0 && fraction <= 1)) spread.fault("a rate from 0 to 1, a fraction");
        return Math.min(1, Math.max(0, fraction));
    }

    private double perMonth(Element spread) {
        for (Element each : spread.children("pmpsRate")) {
            if (each.whole("r", rate) != rate) continue;
            if (each.number("psRate", 0) != 0) {
                each.fault("a psRate of 0; a rate for the spread itself is not known here");
            }
            return each.requiredNumber("pmRate");
        }
        return value(spread);
    }

    private Leg leg(Element leg, Slot slot, Amount amount) {
        DeltaSpread.Side side =
                switch (leg.required("rs")) {
                    case "A" -> DeltaSpread.Side.A;
                    case "B" -> DeltaSpread.Side.B;
                    default -> {
                        leg.child("rs").ifPresent(s -> s.fault("A or B"));
                        yield DeltaSpread.Side.A;
                    }
                };
        double own = leg.rate("rate", rate).orElse(amount.rate());
        return new Leg(leg.required("cc"), slot, leg.requiredNumber("i"), side, own);
    }

    private Slot tier(Element leg) {
        int number = leg.whole("tn", 0);
        return hasTier.test(leg.text("cc"), number) ? new Slot.OfTier(number) : new Slot.Whole();
    }

    private ScanSpread scan(Element spread) {
        double common = spread.rate("rate", rate).orElse(0);
        List<ScanSpread.Leg> legs = new ArrayList<>();
        String target = "";
        double targetRatio = 1;
        for (Element leg : spread.children("sLeg")) {
            if (leg.flag("isTarget")) {
                target = leg.required("cc");
                targetRatio = leg.number("i", 1);
            } else {
                legs.add(
                        new ScanSpread.Leg(
                                leg.required("cc"),
                                leg.number("i", 1),
                                leg.flag("isRequired"),
                                leg.rate("rate", rate).orElse(common)));
            }
        }
        int minimumLegs = Math.max(1, spread.whole("numLegsReq", 1));
        return new ScanSpread(
                spread.whole("spread", 0),
                legs,
                target,
                targetRatio,
                minimumLegs,
                pointRates(spread));
    }

    /// The rates by scenario, one for each, in their order; none where none stands.
    private static List<Double> pointRates(Element spread) {
        List<Double> rates = new ArrayList<>();
        for (Element point : spread.children("sPointDef")) {
            if (point.number("nMaxLoss", 0) != 0) {
                point.fault("no nMaxLoss; how losses are aggregated by it is not published");
            }
            if (point.whole("point", 0) != rates.size() + 1)
                point.fault("points from 1 on, in order");
            double rate = point.requiredNumber("sRate");
            if (rate > 1) point.fault("a rate from 0 to 1, a fraction");
            rates.add(rate);
        }
        return rates;
    }

    /// A spread against another clearing organisation: of it, the legs at home.
    private DeltaSpread clearing(Element spread) {
        List<Leg> legs = new ArrayList<>();
        for (String name : List.of("homeLeg", "awayLeg")) {
            for (Element leg : spread.children(name)) {
                double own = leg.rate("rate", rate).orElse(0);
                if (own > 1) leg.fault("a rate from 0 to 1, a fraction");
                legs.add(leg(leg, tier(leg), new Amount(Unit.WEIGHTED_PRICE_RISK, own)));
            }
        }
        double rate = legs.isEmpty() ? 0 : legs.getFirst().rate();
        return new DeltaSpread(
                spread.whole("spread", 0),
                Method.REGULAR,
                new Amount(Unit.WEIGHTED_PRICE_RISK, rate),
                legs);
    }
}
