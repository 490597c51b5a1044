package hedgerow.store.span;

import hedgerow.market.clearing.DeltaSpread.Slot;
import hedgerow.store.Faults;
import hedgerow.store.span.CommodityDraft.Count;
import hedgerow.store.span.CommodityDraft.DraftLeg;
import hedgerow.store.span.CommodityDraft.DraftSpread;
import hedgerow.store.span.CommodityDraft.Kind;
import java.util.Map;

/// What can only be judged once every record of a combined commodity has come.
final class CommodityChecks {
    private CommodityChecks() {}

    static void check(CommodityDraft draft, Faults faults) {
        if (draft.definition.isEmpty()) {
            draft.first.ifPresent(
                    place -> place.fault(faults, "a combined commodity that a record 2 defines"));
        }
        for (DraftSpread spread : draft.tierSpreads) {
            for (DraftLeg leg : spread.legs()) {
                if (leg.slot() instanceof Slot.OfTier(int number)
                        && !hasTier(draft, Kind.INTRA, number)) {
                    leg.place().fault(faults, "a tier that a record 3 of " + draft.code + " has");
                }
            }
        }
        for (Map.Entry<Kind, Count> count : draft.counts.entrySet()) {
            checkCount(count.getValue(), draft.tiers(count.getKey()).size(), "tiers", faults);
        }
        draft.spotCount.ifPresent(count -> checkCount(count, draft.spot.size(), "months", faults));
    }

    private static void checkCount(Count count, int found, String what, Faults faults) {
        if (count.expected() != found) {
            count.place().fault(faults, "%d, as there are %d %s".formatted(found, found, what));
        }
    }

    static boolean hasTier(CommodityDraft draft, Kind kind, int number) {
        return draft.tiers(kind).stream().anyMatch(tier -> tier.number() == number);
    }
}
