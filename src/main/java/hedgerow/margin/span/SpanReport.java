package hedgerow.margin.span;

import hedgerow.margin.span.SpanRules.Stage;
import hedgerow.market.clearing.CombinedCommodity.Minimum;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Every figure on the way to an account's requirement, under the result names of the SPAN XML
/// schema.
///
/// Losses are positive. Money of a combined commodity is in its own currency; totals are in the
/// margin currency.
///
/// @param spanReq the sum of the commodities' requirements for maintenance
/// @param spanReqInitial the same for initial margin
/// @param anov available net option value: what all premium-style options are worth, long less
///   short
/// @param total `spanReq - anov`; below zero where option value exceeds risk
/// @param totalInitial `spanReqInitial - anov`
/// @param excess option value that counts towards nothing, for maintenance
/// @param currency the margin currency
/// @param ccs the combined commodities by code
/// @param unpriced contracts without a settlement price, which count as worth nothing
public record SpanReport(
        double spanReq,
        double spanReqInitial,
        double anov,
        double total,
        double totalInitial,
        double excess,
        String currency,
        List<Commodity> ccs,
        List<String> unpriced) {

    /// One combined commodity.
    ///
    /// @param cc its code
    /// @param currency its currency
    /// @param req its requirement for maintenance
    /// @param reqInitial its requirement for initial margin
    /// @param sr scan risk
    /// @param ia spread charges inside it
    /// @param dr delivery charges
    /// @param ie credits between combined commodities
    /// @param iex credits against other clearing organisations
    /// @param som short option minimum
    /// @param scan the scan
    /// @param values option and futures values
    /// @param pd deltas by period
    /// @param str scan tiers
    /// @param iatr tiers of spreads inside it
    /// @param ietr tiers of spreads between commodities
    /// @param somtr tiers of the short option minimum
    /// @param spreads spreads and credits that were formed, in order
    /// @param gReq the requirement of an account that is margined gross; zeros of any other
    /// @param movedTo the combined commodity that took it in a scanning spread; empty where none
    ///   did
    /// @param movedFrom those that it took
    public record Commodity(
            String cc,
            String currency,
            double req,
            double reqInitial,
            double sr,
            double ia,
            double dr,
            double ie,
            double iex,
            double som,
            Scan scan,
            Values values,
            List<PeriodDelta> pd,
            List<ScanTier> str,
            List<IntraTier> iatr,
            List<InterTier> ietr,
            List<MinimumTier> somtr,
            List<FormedSpread> spreads,
            GrossRisk gReq,
            String movedTo,
            List<String> movedFrom) {
        public Commodity {
            pd = List.copyOf(pd);
            str = List.copyOf(str);
            iatr = List.copyOf(iatr);
            ietr = List.copyOf(ietr);
            somtr = List.copyOf(somtr);
            spreads = List.copyOf(spreads);
            movedFrom = List.copyOf(movedFrom);
        }

        /// Net option value.
        public double anov() {
            return values.lov() - values.sov();
        }
    }

    /// A scan.
    ///
    /// @param sr scan risk
    /// @param as the active scenario, counted from one
    /// @param tr time risk
    /// @param vr vol risk
    /// @param pr price risk
    /// @param wpr weighted price risk: price risk for one delta
    /// @param netDelta the net delta that price risk is spread over
    /// @param sv losses by scenario
    public record Scan(
            double sr,
            int as,
            double tr,
            double vr,
            double pr,
            double wpr,
            double netDelta,
            List<Double> sv) {
        public Scan {
            sv = List.copyOf(sv);
        }
    }

    /// Values of positions, each positive.
    ///
    /// @param lov long options whose premium was paid
    /// @param sov short ones
    /// @param lovf long futures-style options
    /// @param sovf short ones
    /// @param lfv long futures
    /// @param sfv short ones
    public record Values(
            double lov, double sov, double lovf, double sovf, double lfv, double sfv) {}

    /// The delta of one period.
    ///
    /// @param pe the period
    /// @param od its net delta
    /// @param gd how much of it is used in spreads
    /// @param rd what remains
    /// @param drs delivery charge on what is in spreads
    /// @param dro delivery charge on what is not
    public record PeriodDelta(String pe, double od, double gd, double rd, double drs, double dro) {}

    /// A tier that is scanned for itself.
    ///
    /// @param tn its number; zero for periods outside all tiers
    /// @param scan its scan
    public record ScanTier(int tn, Scan scan) {}

    /// A tier of spreads inside a combined commodity.
    ///
    /// @param tn its number
    /// @param ld long delta
    /// @param sd short delta, positive
    /// @param rld remaining long delta
    /// @param rsd remaining short delta, positive
    public record IntraTier(int tn, double ld, double sd, double rld, double rsd) {}

    /// A tier of spreads between combined commodities.
    ///
    /// @param tn its number
    /// @param ie credits of its legs
    /// @param scan its scan
    /// @param ld long delta
    /// @param sd short delta, positive
    /// @param rld remaining long delta
    /// @param rsd remaining short delta, positive
    public record InterTier(
            int tn, double ie, Scan scan, double ld, double sd, double rld, double rsd) {}

    /// A tier of the short option minimum.
    ///
    /// @param tn its number; zero for periods outside all tiers
    /// @param som its minimum
    /// @param sco short calls, scaled
    /// @param spo short puts, scaled
    public record MinimumTier(int tn, double som, double sco, double spo) {}

    /// A spread that was formed.
    ///
    /// @param stage the stage in which it was, such as `tier spreads`
    /// @param priority its priority
    /// @param orientation `A long` or `A short`
    /// @param spreads how many were formed
    /// @param rate its rate: money for one, or a share of weighted price risk
    /// @param amount the charge, or the credit of this commodity's leg
    public record FormedSpread(
            String stage,
            int priority,
            String orientation,
            double spreads,
            double rate,
            double amount) {}

    /// The requirement of an account that is margined gross.
    ///
    /// @param nlRisk the sum over long positions of their own risk
    /// @param nsRisk the same of short ones
    /// @param som short option minimum
    public record GrossRisk(double nlRisk, double nsRisk, double som) {}

    public SpanReport {
        ccs = List.copyOf(ccs);
        unpriced = List.copyOf(unpriced);
    }

    /// The report of an account that is settled.
    public static SpanReport of(SpanAccount account) {
        Totals totals = account.totals();
        double risk = totals.maintenance().risk();
        double initial = totals.initial().risk();
        double value = totals.maintenance().optionValue();
        return new SpanReport(
                risk,
                initial,
                value,
                risk - value,
                initial - value,
                totals.maintenance().excess(),
                account.plan.arrays.currency(),
                account.states.values().stream()
                        .map(state -> new Telling(account, state).commodity())
                        .toList(),
                account.plan.unpriced(account.held.stream().mapToInt(Integer::intValue).toArray()));
    }

    /// Tells of one combined commodity.
    private static final class Telling {
        private final SpanAccount account;
        private final CommodityState state;
        private final CommodityPlan plan;
        private final Rounding rounding;

        Telling(SpanAccount account, CommodityState state) {
            this.account = account;
            this.state = state;
            this.plan = state.plan;
            this.rounding = account.plan.rules.rounding();
        }

        Commodity commodity() {
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
                    scan(
                            state.risk,
                            state.weightedPriceRisk(rounding),
                            state.netDelta(),
                            state.losses),
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
                            ? new GrossRisk(
                                    state.gross.longs(), state.gross.shorts(), state.minimum)
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
                tiers.add(
                        new ScanTier(
                                number, scan(state.scanRisks[t], 0, net, state.scanLosses[t])));
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
}
