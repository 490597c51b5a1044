package hedgerow.margin.span;

import hedgerow.margin.span.CommodityState.Formed;
import hedgerow.margin.span.Rounding.Step;
import hedgerow.market.clearing.DeltaSpread;
import hedgerow.market.clearing.DeltaSpread.Leg;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Forms the spreads inside a combined commodity from its pools of delta.
///
/// Each spread is formed twice, with its A legs long and then with its A legs short: as often as
/// the smallest of its legs' pools allows. Legs on the same deltas and side share a pool.
final class SpreadForming {
    private final CommodityState state;
    private final Rounding rounding;

    SpreadForming(CommodityState state, Rounding rounding) {
        this.state = state;
        this.rounding = rounding;
    }

    void form(SpanRules.Stage stage, List<DeltaSpread> spreads) {
        for (DeltaSpread spread : spreads) {
            form(stage, spread, 1);
            form(stage, spread, -1);
        }
    }

    private void form(SpanRules.Stage stage, DeltaSpread spread, int orientation) {
        double count = rounding.round(Step.SPREADS, possible(spread, orientation));
        if (!(count > 0)) return;
        double charge =
                rounding.round(Step.CHARGE, count * rate(spread))
                        * state.plan.commodity.charges().multiplier();
        for (Leg leg : spread.legs()) {
            int side = orientation * leg.side().sign();
            state.pools.use(places(leg), side, count * leg.ratio());
        }
        state.intra += charge;
        state.formed.add(
                new Formed(
                        stage,
                        spread.priority(),
                        orientation > 0,
                        count,
                        spread.amount().rate(),
                        charge));
    }

    private double possible(DeltaSpread spread, int orientation) {
        Map<List<Object>, Double> ratios = new LinkedHashMap<>();
        for (Leg leg : spread.legs()) {
            ratios.merge(List.of(leg.slot(), leg.side()), leg.ratio(), Double::sum);
        }
        double least = Double.POSITIVE_INFINITY;
        for (Leg leg : spread.legs()) {
            double ratio = ratios.getOrDefault(List.of(leg.slot(), leg.side()), leg.ratio());
            int side = orientation * leg.side().sign();
            least = Math.min(least, state.pools.pool(places(leg), side) / ratio);
        }
        return least;
    }

    private int[] places(Leg leg) {
        return state.plan.places(leg.slot(), state.plan.intra);
    }

    private double rate(DeltaSpread spread) {
        double rate = spread.amount().rate();
        return switch (spread.amount().unit()) {
            case FLAT -> rate;
            case PER_MONTH -> rate * months(spread);
            case WEIGHTED_PRICE_RISK -> {
                double risk = 0;
                for (Leg leg : spread.legs()) risk += leg.ratio() * leg.rate();
                yield risk * state.weightedPriceRisk(rounding);
            }
        };
    }

    /// Months from the first period of the spread's legs to the last.
    private int months(DeltaSpread spread) {
        int first = Integer.MAX_VALUE;
        int last = 0;
        for (Leg leg : spread.legs()) {
            int[] places = places(leg);
            if (places.length == 0) continue;
            int month = monthNumber(state.plan.periods.get(places[0]).yearMonth());
            first = Math.min(first, month);
            last = Math.max(last, month);
        }
        return Math.max(0, last - first);
    }

    static int monthNumber(int yearMonth) {
        return yearMonth / 100 * 12 + yearMonth % 100;
    }
}
