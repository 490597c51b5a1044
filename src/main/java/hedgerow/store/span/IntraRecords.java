package hedgerow.store.span;

import hedgerow.market.clearing.DeltaSpread;
import hedgerow.market.clearing.DeltaSpread.Slot;
import hedgerow.market.clearing.Period;
import hedgerow.store.span.CommodityDraft.DraftLeg;
import hedgerow.store.span.CommodityDraft.DraftSpread;
import hedgerow.store.span.Layout.SeriesSpread;
import hedgerow.store.span.Layout.TierSpread;
import java.util.ArrayList;
import java.util.List;

/// Records C and E: spreads inside a combined commodity.
final class IntraRecords {
    private IntraRecords() {}

    /// Record C.
    static void tierSpread(Line line, CommodityDraft draft) {
        int priority = (int) line.number(TierSpread.PRIORITY);
        long rate = line.number(TierSpread.RATE);
        long count = line.number(TierSpread.COUNT);
        if (count < 2 || count > TierSpread.LEGS) {
            line.fault(TierSpread.COUNT, "from 2 to " + TierSpread.LEGS + " legs");
            return;
        }
        List<DraftLeg> legs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int tier = (int) line.number(TierSpread.TIER.get(i));
            long ratio = line.number(TierSpread.RATIO.get(i));
            if (ratio == 0) line.fault(TierSpread.RATIO.get(i), "a number above zero");
            legs.add(
                    new DraftLeg(
                            new Slot.OfTier(tier),
                            ratio,
                            side(line, TierSpread.SIDE.get(i)),
                            Place.of(line, TierSpread.TIER.get(i))));
        }
        for (int i = (int) count; i < TierSpread.LEGS; i++) {
            if (!line.isBlank(TierSpread.NUMBER.get(i))
                    && line.digits(TierSpread.NUMBER.get(i)).orElse(0) != 0) {
                line.fault(TierSpread.NUMBER.get(i), "no leg, as there are " + count);
            }
        }
        if (line.isSound()) {
            Place place = Place.of(line, TierSpread.PRIORITY);
            draft.tierSpreads.add(new DraftSpread(priority, rate, legs, place));
        }
    }

    static DeltaSpread.Side side(Line line, Field field) {
        return line.letter(field, "AB") == 'A' ? DeltaSpread.Side.A : DeltaSpread.Side.B;
    }

    /// Record E.
    static void seriesSpread(Line line, CommodityDraft draft) {
        int priority = (int) line.number(SeriesSpread.PRIORITY);
        long rate = line.number(SeriesSpread.RATE);
        List<DraftLeg> legs = new ArrayList<>();
        for (int i = 0; i < SeriesSpread.LEGS; i++) {
            Field month = SeriesSpread.MONTH.get(i);
            if (line.isBlank(month)) break;
            Period period = line.shortPeriod(month, SeriesSpread.DAY.get(i));
            double ratio = line.decimal(SeriesSpread.RATIO.get(i));
            if (!(ratio > 0)) line.fault(SeriesSpread.RATIO.get(i), "a number above zero");
            legs.add(
                    new DraftLeg(
                            new Slot.OfPeriod(period),
                            ratio,
                            side(line, SeriesSpread.SIDE.get(i)),
                            Place.of(line, month)));
        }
        if (legs.size() < 2) line.fault(SeriesSpread.MONTH.get(legs.size()), "two legs or more");
        if (line.isSound()) {
            Place place = Place.of(line, SeriesSpread.PRIORITY);
            draft.seriesSpreads.add(new DraftSpread(priority, rate, legs, place));
        }
    }
}
