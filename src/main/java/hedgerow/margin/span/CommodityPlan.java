package hedgerow.margin.span;

import hedgerow.market.clearing.CombinedCommodity;
import hedgerow.market.clearing.CombinedCommodity.Minimum;
import hedgerow.market.clearing.CombinedCommodity.PriceRisk;
import hedgerow.market.clearing.DeltaSpread.Slot;
import hedgerow.market.clearing.Period;
import hedgerow.market.clearing.PointSet;
import hedgerow.market.clearing.Series;
import hedgerow.market.clearing.Tier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// One combined commodity with its names resolved: periods are places in order, and tiers are lists
/// of such places.
final class CommodityPlan {
    final CombinedCommodity commodity;

    /// Every period that a delta may belong to, in order.
    final List<Period> periods;

    final int[] all;
    final Tiers scan;
    final Tiers intra;
    final Tiers inter;
    final Tiers minimum;
    final PriceRisk priceRisk;
    final Minimum.Counting counting;
    final Optional<PointSet> points;

    /// Tiers as places of periods.
    ///
    /// @param tiers the tiers
    /// @param periods by tier, the places of its periods in order
    record Tiers(List<Tier> tiers, List<int[]> periods) {
        int count() {
            return tiers.size();
        }

        /// The first tier that holds a period, or -1.
        int of(int period) {
            for (int t = 0; t < periods.size(); t++) {
                if (contains(t, period)) return t;
            }
            return -1;
        }

        boolean contains(int tier, int period) {
            for (int m : periods.get(tier)) if (m == period) return true;
            return false;
        }

        int placeOf(int number) {
            for (int t = 0; t < tiers.size(); t++) if (tiers.get(t).number() == number) return t;
            throw new IllegalArgumentException("there is no tier " + number);
        }
    }

    /// @param series the series of its families
    /// @param foreign periods of others whose deltas it may take
    CommodityPlan(
            CombinedCommodity commodity,
            List<Series> series,
            Collection<Period> foreign,
            SpanRules rules) {
        this.commodity = commodity;
        TreeSet<Period> sorted = new TreeSet<>(foreign);
        series.forEach(s -> sorted.add(s.key().underlyingPeriod()));
        this.periods = List.copyOf(sorted);
        this.all = IntStream.range(0, periods.size()).toArray();
        this.scan = tiers(commodity.tiers().scan());
        this.intra = tiers(commodity.tiers().intra());
        this.inter = tiers(commodity.tiers().inter());
        this.minimum = tiers(commodity.charges().minimum().tiers());
        this.priceRisk = commodity.credit().method().orElse(rules.defaults().priceRisk());
        this.points = commodity.setting().points();
        this.counting = commodity.charges().minimum().method().orElse(rules.defaults().counting());
    }

    private Tiers tiers(List<Tier> tiers) {
        List<int[]> places = new ArrayList<>();
        tiers.forEach(tier -> places.add(places(tier::holds)));
        return new Tiers(tiers, places);
    }

    private int[] places(Predicate<Period> wanted) {
        return IntStream.of(all).filter(m -> wanted.test(periods.get(m))).toArray();
    }

    /// The place of a period.
    int place(Period period) {
        int place = periods.indexOf(period);
        if (place < 0) {
            throw new IllegalArgumentException(
                    "there is no period " + period + " in " + commodity.code());
        }
        return place;
    }

    /// The places of a spread's deltas, with tiers taken from `tiers`.
    int[] places(Slot slot, Tiers tiers) {
        return switch (slot) {
            case Slot.Whole _ -> all;
            case Slot.OfTier(int number) -> tiers.periods().get(tiers.placeOf(number));
            case Slot.OfPeriod(Period period) -> places(period::equals);
            case Slot.OfRolling(int number, int first, int last) -> rolling(number, first, last);
        };
    }

    private int[] rolling(int number, int first, int last) {
        int[] counted =
                first == 0 && last == 0
                        ? all
                        : places(period -> isIn(commodity.tiers().intra(), period, first, last));
        return number >= 1 && number <= counted.length
                ? new int[] {counted[number - 1]}
                : new int[0];
    }

    private static boolean isIn(List<Tier> tiers, Period period, int first, int last) {
        return tiers.stream()
                .anyMatch(t -> t.number() >= first && t.number() <= last && t.holds(period));
    }

    /// The places of the periods that a delivery period stands for.
    int[] delivery(Period period) {
        return places(each -> each.isWithin(period, period));
    }
}
