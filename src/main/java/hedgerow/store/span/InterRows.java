package hedgerow.store.span;

import hedgerow.market.clearing.DeltaSpread;
import hedgerow.market.clearing.DeltaSpread.Slot;
import hedgerow.market.clearing.DeltaSpread.Unit;
import hedgerow.market.clearing.RiskParameters;
import hedgerow.market.clearing.ScanSpread;
import hedgerow.market.clearing.Spread;
import hedgerow.store.span.Layout.Group;
import hedgerow.store.span.Layout.Inter;
import java.io.IOException;
import java.io.OutputStream;

/// Writes records 6.
final class InterRows {
    private static final String EVERY_GROUP = "ALL";

    private final Row row;
    private final OutputStream out;

    InterRows(Row row, OutputStream out) {
        this.row = row;
        this.out = out;
    }

    void write(RiskParameters parameters) throws IOException {
        for (Spread spread : parameters.spreads().before()) write(spread, "S");
        for (Spread spread : parameters.spreads().after()) write(spread, "");
    }

    private void write(Spread spread, String group) throws IOException {
        String what = "spread " + spread.priority();
        row.start("6", what)
                .text(Group.GROUP, EVERY_GROUP)
                .digits(Inter.PRIORITY, spread.priority())
                .text(Inter.SUPER, group);
        switch (spread) {
            case DeltaSpread delta -> delta(delta, what);
            case ScanSpread scan -> scan(scan, what);
        }
        row.writeTo(out);
    }

    private void delta(DeltaSpread spread, String what) {
        checkLegs(spread.legs().size(), what);
        Unit unit = spread.amount().unit();
        if (unit == Unit.PER_MONTH) throw new Unwritable("rate of " + what, "" + unit, "FLAT");
        int exponent = unit == Unit.FLAT ? -2 : -6;
        boolean hasOwnRates =
                spread.legs().stream().anyMatch(leg -> leg.rate() != spread.amount().rate());
        row.exact(Inter.RATE, spread.amount().rate(), exponent)
                .text(Inter.METHOD, method(spread.method(), what))
                .text(Inter.CREDIT_METHOD, unit == Unit.FLAT ? "F" : "")
                .text(Inter.OWN_RATES, hasOwnRates ? "Y" : "");
        for (int i = 0; i < spread.legs().size(); i++) {
            DeltaSpread.Leg leg = spread.legs().get(i);
            row.text(Inter.CODE.get(i), leg.commodity())
                    .exact(Inter.RATIO.get(i), leg.ratio())
                    .text(Inter.SIDE.get(i), leg.side().name())
                    .digits(Inter.TIER.get(i), tier(leg.slot(), what));
            if (hasOwnRates) row.exact(Inter.LEG_RATE.get(i), leg.rate(), exponent);
        }
    }

    private static void checkLegs(int legs, String what) {
        if (legs > Inter.LEGS) {
            throw new Unwritable("legs of " + what, "" + legs, "at most " + Inter.LEGS);
        }
    }

    private static String method(DeltaSpread.Method method, String what) {
        return switch (method) {
            case REGULAR -> "01";
            case SAME_TIERS -> "02";
            case CRUSH -> "03";
            case DELTA_TIERS -> "20";
            case POOLS -> throw new Unwritable("method of " + what, "POOLS", "REGULAR");
        };
    }

    private static int tier(Slot slot, String what) {
        return switch (slot) {
            case Slot.Whole _ -> 0;
            case Slot.OfTier(int number) -> number;
            case Slot.OfPeriod _, Slot.OfRolling _ ->
                    throw new Unwritable("leg of " + what, slot.toString(), "a tier, or all");
        };
    }

    private void scan(ScanSpread spread, String what) {
        checkLegs(spread.legs().size(), what);
        if (!spread.pointRates().isEmpty()) {
            throw new Unwritable("rates by scenario of " + what, "present", "none");
        }
        double common = spread.legs().getFirst().rate();
        boolean hasOwnRates = spread.legs().stream().anyMatch(leg -> leg.rate() != common);
        row.exact(Inter.RATE, common, -6)
                .text(Inter.METHOD, "04")
                .text(Inter.TARGET, spread.target())
                .exact(Inter.TARGET_RATIO, spread.targetRatio())
                .digits(Inter.MINIMUM_LEGS, spread.minimumLegs())
                .text(Inter.OWN_RATES, hasOwnRates ? "Y" : "");
        for (int i = 0; i < spread.legs().size(); i++) {
            ScanSpread.Leg leg = spread.legs().get(i);
            row.text(Inter.REQUIRED.get(i), leg.isRequired() ? "Y" : "N")
                    .text(Inter.CODE.get(i), leg.commodity())
                    .exact(Inter.RATIO.get(i), leg.ratio())
                    .text(Inter.SIDE.get(i), "A");
            if (hasOwnRates) row.exact(Inter.LEG_RATE.get(i), leg.rate(), -6);
        }
    }
}
