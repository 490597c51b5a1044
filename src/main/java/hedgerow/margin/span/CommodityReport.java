package hedgerow.margin.span;

import hedgerow.margin.span.SpanReport.Commodity;
import hedgerow.margin.span.SpanReport.FormedSpread;
import hedgerow.margin.span.SpanReport.GrossRisk;
import hedgerow.margin.span.SpanReport.InterTier;
import hedgerow.margin.span.SpanReport.IntraTier;
import hedgerow.margin.span.SpanReport.MinimumTier;
import hedgerow.margin.span.SpanReport.PeriodDelta;
import hedgerow.margin.span.SpanReport.Scan;
import hedgerow.margin.span.SpanReport.ScanTier;
import hedgerow.margin.span.SpanReport.Values;
import hedgerow.margin.span.SpanRules.Stage;
import hedgerow.market.clearing.CombinedCommodity.Minimum;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Tells of one combined commodity of an account that is settled: every figure on the way, as
/// [SpanReport] names it.
final class CommodityReport {
    private final SpanAccount account;
    private final CommodityState state;
    private final CommodityPlan plan;
    private final Rounding rounding;

    CommodityReport(SpanAccount account, CommodityState state) {
        this.account = account;
        this.state = state;
        this.plan = state.plan;
        this.rounding = account.plan.rules.rounding();
    }

    Commodity tell() {
        Totals.Commodity total =
                account.totals()
                        .commodities()
                        .getOrDefault(plan.commodity.code(), Totals.Commodity.NONE);
        double exchange = account.plan.rate(plan);
        boolean isMoved = state.movedTo.isPresent();
        boolean isGross = account.plan.rules.account().isGross();
        CommodityState.Values held = state.values;
        return new Commodity(
                plan.commodity.code(),
                plan.commodity.key().currency(),
                total.maintenance() / exchange,
                total.initial() / exchange,
                isMoved ? 0 : state.risk.scan(),
                isMoved ? 0 : state.intra,
                isMoved ? 0 : state.spot,
                isMoved ? 0 : state.credit,
                isMoved ? 0 : state.clearingCredit,
                isMoved ? 0 : state.minimum,
                scan(state.risk, state.weightedPriceRisk(rounding), state.netDelta(), state.losses),
                new Values(
                        held.longOptions + 0.0,
                        held.shortOptions + 0.0,
                        held.longFuturesOptions + 0.0,
                        held.shortFuturesOptions + 0.0,
                        held.longFutures + 0.0,
                        held.shortFutures + 0.0),
                periods(),
                scanTiers(),
                intraTiers(),
                interTiers(),
                minimumTiers(),
                spreads(),
                isGross
                        ? new GrossRisk(state.gross.longs(), state.gross.shorts(), state.minimum)
                        : new GrossRisk(0, 0, 0),
                state.movedTo.map(target -> target.plan.commodity.code()).orElse(""),
                state.movedFrom);
    }

    private Scan scan(Risk risk, double perDelta, double netDelta, double[] losses) {
        return new Scan(
                risk.scan(),
                risk.active() + 1,
                risk.time(),
                risk.vol(),
                risk.price(),
                perDelta,
                netDelta,
                Arrays.stream(losses).map(loss -> loss + 0.0).boxed().toList());
    }

    private List<PeriodDelta> periods() {
        Map<Integer, double[]> charges = new TreeMap<>();
        for (CommodityState.Delivery delivery : state.deliveries) {
            double[] sums = charges.computeIfAbsent(delivery.place(), p -> new double[2]);
            sums[0] += delivery.inSpreads();
            sums[1] += delivery.outright();
        }
        List<PeriodDelta> periods = new ArrayList<>();
        for (int m : plan.all) {
            if (!state.heldPeriods[m]) continue;
            double[] charged = charges.getOrDefault(m, new double[2]);
            periods.add(
                    new PeriodDelta(
                            plan.periods.get(m).toString(),
                            state.pools.original[m],
                            state.pools.used[m],
                            state.pools.remaining[m],
                            charged[0],
                            charged[1]));
        }
        return periods;
    }

    private List<ScanTier> scanTiers() {
        List<ScanTier> tiers = new ArrayList<>();
        for (int t = 0; t < state.scanRisks.length; t++) {
            boolean isLast = t == plan.scan.count();
            int number = isLast ? 0 : plan.scan.tiers().get(t).number();
            int[] places = isLast ? new int[0] : plan.scan.periods().get(t);
            double net = DeltaPools.net(state.pools.original, places);
            tiers.add(new ScanTier(number, scan(state.scanRisks[t], 0, net, state.scanLosses[t])));
        }
        return tiers;
    }

    private List<IntraTier> intraTiers() {
        List<IntraTier> tiers = new ArrayList<>();
        for (int t = 0; t < plan.intra.count(); t++) {
            int[] places = plan.intra.periods().get(t);
            DeltaPools pools = state.pools;
            tiers.add(
                    new IntraTier(
                            plan.intra.tiers().get(t).number(),
                            DeltaPools.pool(pools.original, places, 1),
                            DeltaPools.pool(pools.original, places, -1),
                            pools.pool(places, 1),
                            pools.pool(places, -1)));
        }
        return tiers;
    }

    private List<InterTier> interTiers() {
        List<InterTier> tiers = new ArrayList<>();
        for (int t = 0; t < state.interRisks.length; t++) {
            int[] places = plan.inter.periods().get(t);
            DeltaPools pools = state.pools;
            tiers.add(
                    new InterTier(
                            plan.inter.tiers().get(t).number(),
                            state.tierCredit[t],
                            scan(
                                    state.interRisks[t],
                                    state.weightedPriceRisk(t, rounding),
                                    DeltaPools.net(pools.original, places),
                                    state.interLosses[t]),
                            DeltaPools.pool(pools.original, places, 1),
                            DeltaPools.pool(pools.original, places, -1),
                            pools.pool(places, 1),
                            pools.pool(places, -1)));
        }
        return tiers;
    }

    private List<MinimumTier> minimumTiers() {
        Minimum rule = plan.commodity.charges().minimum();
        List<MinimumTier> tiers = new ArrayList<>();
        for (int t = 0; t < state.counts.calls().length; t++) {
            boolean isLast = t == plan.minimum.count();
            tiers.add(
                    new MinimumTier(
                            isLast ? 0 : plan.minimum.tiers().get(t).number(),
                            state.minimumOf(rule, t),
                            state.counts.calls()[t],
                            state.counts.puts()[t]));
        }
        return tiers;
    }

    private List<FormedSpread> spreads() {
        return state.formed.stream()
                .map(f ->
                        new FormedSpread(
                                words(f.stage()),
                                f.priority(),
                                f.isALong() ? "A long" : "A short",
                                f.spreads(),
                                f.rate(),
                                f.amount()))
                .toList();
    }

    private static String words(Stage stage) {
        return stage.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
