package hedgerow.margin.span;

import hedgerow.margin.span.CommodityState.Formed;
import hedgerow.margin.span.Rounding.Step;
import hedgerow.market.clearing.DeltaSpread;
import hedgerow.market.clearing.DeltaSpread.Leg;
import hedgerow.market.clearing.DeltaSpread.Slot;
import hedgerow.market.clearing.Period;
import hedgerow.market.clearing.Tier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/// Forms the spreads between combined commodities, each from the net deltas of its legs.
///
/// The first leg's side of the market tells whether A legs are long; where any other leg is not on
/// the side that follows, nothing is formed. A leg is credited `spreads * ratio * weighted price
/// risk * rate`, or its part of a flat amount.
final class CreditForming {
    private final SpanAccount account;
    private final SpanRules.Stage stage;
    private final Rounding rounding;

    /// A leg that is held, and the places of the periods that it is formed from.
    private record Held(Leg leg, CommodityState state, int[] places) {
        double net() {
            return state.pools.net(places);
        }
    }

    CreditForming(SpanAccount account, SpanRules.Stage stage) {
        this.account = account;
        this.stage = stage;
        this.rounding = account.plan.rules.rounding();
    }

    void form(DeltaSpread spread) {
        List<Held> held = held(spread);
        if (held.size() < spread.legs().size()) return;
        switch (spread.method()) {
            case POOLS, REGULAR, DELTA_TIERS -> form(spread, held, Double.POSITIVE_INFINITY);
            case SAME_TIERS -> formSameTiers(spread, held);
            case CRUSH -> formCrush(spread, held);
        }
    }

    private List<Held> held(DeltaSpread spread) {
        List<Held> held = new ArrayList<>();
        for (Leg leg : spread.legs()) {
            account.find(leg.commodity())
                    .ifPresent(state ->
                            held.add(
                                    new Held(
                                            leg,
                                            state,
                                            state.plan.places(leg.slot(), state.plan.inter))));
        }
        return held;
    }

    /// How many spreads the legs allow: zero where they are not on the sides that belong together.
    private static double possible(List<Held> legs) {
        double least = Double.POSITIVE_INFINITY;
        double orientation = orientation(legs.getFirst());
        for (Held held : legs) {
            if (orientation == 0 || orientation(held) != orientation) return 0;
            least = Math.min(least, Math.abs(held.net()) / held.leg.ratio());
        }
        return least;
    }

    private static double orientation(Held held) {
        return Math.signum(held.net()) * held.leg.side().sign();
    }

    /// Forms at most `most` spreads.
    ///
    /// @return how many were formed
    private double form(DeltaSpread spread, List<Held> legs, double most) {
        double count = rounding.round(Step.SPREADS, Math.min(most, possible(legs)));
        if (!(count > 0)) return 0;
        boolean isALong = orientation(legs.getFirst()) > 0;
        double[] credits = new double[legs.size()];
        for (int i = 0; i < credits.length; i++) credits[i] = credit(spread, legs, i, count);
        for (int i = 0; i < credits.length; i++) {
            Held held = legs.get(i);
            int side = (int) Math.signum(held.net());
            held.state.pools.use(held.places, side, count * held.leg.ratio());
            book(held, credits[i]);
            held.state.formed.add(
                    new Formed(
                            stage, spread.priority(), isALong, count, held.leg.rate(), credits[i]));
        }
        return count;
    }

    private double credit(DeltaSpread spread, List<Held> legs, int leg, double count) {
        Held held = legs.get(leg);
        double rate = spread.amount().rate();
        double credit =
                switch (spread.amount().unit()) {
                    case FLAT -> count * rate / legs.size() * exchange(legs.getFirst(), held);
                    case PER_MONTH ->
                            count
                                    * rate
                                    * months(legs)
                                    / legs.size()
                                    * exchange(legs.getFirst(), held);
                    case WEIGHTED_PRICE_RISK ->
                            count * held.leg.ratio() * priceRisk(spread, held) * held.leg.rate();
                };
        return rounding.round(Step.CREDIT, credit);
    }

    /// Units of a leg's currency for one of the first leg's, in which flat amounts stand.
    private double exchange(Held first, Held leg) {
        return account.plan.rate(first.state.plan) / account.plan.rate(leg.state.plan);
    }

    private static int months(List<Held> legs) {
        int[] months =
                legs.stream()
                        .filter(held -> held.places.length > 0)
                        .mapToInt(held ->
                                SpreadForming.monthNumber(
                                        held.state.plan.periods.get(held.places[0]).yearMonth()))
                        .toArray();
        if (months.length == 0) return 0;
        return Arrays.stream(months).max().getAsInt() - Arrays.stream(months).min().getAsInt();
    }

    private double priceRisk(DeltaSpread spread, Held held) {
        return spread.method() == DeltaSpread.Method.DELTA_TIERS
                        && held.leg.slot() instanceof Slot.OfTier(int number)
                ? held.state.weightedPriceRisk(held.state.plan.inter.placeOf(number), rounding)
                : held.state.weightedPriceRisk(rounding);
    }

    private void book(Held held, double credit) {
        if (stage == SpanRules.Stage.CLEARING_SPREADS) held.state.clearingCredit += credit;
        else held.state.credit += credit;
        if (held.leg.slot() instanceof Slot.OfTier(int number)) {
            held.state.tierCredit[held.state.plan.inter.placeOf(number)] += credit;
        }
    }

    /// Tier by tier of one number, at most what the whole commodities allow.
    private void formSameTiers(DeltaSpread spread, List<Held> whole) {
        double left = possible(whole);
        TreeSet<Integer> numbers = new TreeSet<>();
        whole.getFirst().state.plan.inter.tiers().forEach(tier -> numbers.add(tier.number()));
        for (int number : numbers) {
            List<Held> legs = new ArrayList<>();
            for (Held held : whole) {
                List<Tier> tiers = held.state.plan.inter.tiers();
                if (tiers.stream().noneMatch(tier -> tier.number() == number)) continue;
                int[] places =
                        held.state.plan.inter.periods().get(held.state.plan.inter.placeOf(number));
                legs.add(new Held(held.leg, held.state, places));
            }
            if (legs.size() == whole.size()) left -= form(spread, legs, left);
        }
    }

    /// Month by month of the first leg, with the periods of the other legs that are crushed from
    /// it.
    private void formCrush(DeltaSpread spread, List<Held> whole) {
        CommodityPlan first = whole.getFirst().state.plan;
        for (int m : first.all) {
            int month = first.periods.get(m).yearMonth();
            List<Held> legs = new ArrayList<>();
            legs.add(new Held(whole.getFirst().leg, whole.getFirst().state, new int[] {m}));
            for (Held held : whole.subList(1, whole.size())) {
                CommodityPlan product = held.state.plan;
                int[] places =
                        Arrays.stream(product.all)
                                .filter(p -> crushedFrom(product.periods.get(p)) == month)
                                .toArray();
                legs.add(new Held(held.leg, held.state, places));
            }
            form(spread, legs, Double.POSITIVE_INFINITY);
        }
    }

    /// The year and month that a product's period is crushed from.
    private int crushedFrom(Period period) {
        int month = period.yearMonth() % 100;
        int from = account.plan.rules.defaults().crushMonths().getOrDefault(month, month);
        return period.yearMonth() - month + from;
    }
}
