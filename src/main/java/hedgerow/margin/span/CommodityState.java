package hedgerow.margin.span;

import hedgerow.margin.span.Rounding.Step;
import hedgerow.market.clearing.CombinedCommodity.Minimum;
import hedgerow.market.clearing.PointSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What one account holds of one combined commodity, and what that comes to step by step; all money
/// in the commodity's own currency.
final class CommodityState {
    final CommodityPlan plan;
    final double[] losses;

    /// Losses by scan tier; those of periods outside all tiers stand last.
    final double[][] scanLosses;

    /// Losses by tier that spreads between commodities name.
    final double[][] interLosses;

    final DeltaPools pools;
    final OptionCounts counts;
    final Values values = new Values();
    final List<Formed> formed = new ArrayList<>();
    final List<Delivery> deliveries = new ArrayList<>();
    final List<String> movedFrom = new ArrayList<>();

    Risk risk = Risk.NONE;
    Risk[] scanRisks = new Risk[0];
    Risk[] interRisks = new Risk[0];
    double intra;
    double spot;
    double credit;
    double clearingCredit;
    final double[] tierCredit;
    final boolean[] heldPeriods;

    /// By period, the widest price scan range for one delta among what is held; not a number where
    /// it is not told of something.
    final double[] ranges;

    double minimum;

    /// The least charges of those that were moved here.
    double movedMinimum;

    Gross gross = Gross.NONE;

    /// The combined commodity that took everything, where one did.
    Optional<CommodityState> movedTo = Optional.empty();

    /// What option value comes to.
    static final class Values {
        double longOptions;
        double shortOptions;
        double longFuturesOptions;
        double shortFuturesOptions;
        double longFutures;
        double shortFutures;

        double net() {
            return longOptions - shortOptions;
        }

        void add(RowTable.Style style, double value, boolean isLong) {
            switch (style) {
                case PREMIUM_OPTION -> {
                    if (isLong) longOptions += value;
                    else shortOptions -= value;
                }
                case FUTURES_OPTION -> {
                    if (isLong) longFuturesOptions += value;
                    else shortFuturesOptions -= value;
                }
                case FUTURE -> {
                    if (isLong) longFutures += value;
                    else shortFutures -= value;
                }
            }
        }

        void take(Values other, double exchange) {
            longOptions += exchange * other.longOptions;
            shortOptions += exchange * other.shortOptions;
            longFuturesOptions += exchange * other.longFuturesOptions;
            shortFuturesOptions += exchange * other.shortFuturesOptions;
            longFutures += exchange * other.longFutures;
            shortFutures += exchange * other.shortFutures;
        }
    }

    /// Short options, by tier of the minimum; those outside all tiers stand last.
    ///
    /// @param calls short calls, scaled
    /// @param puts short puts, scaled
    record OptionCounts(double[] calls, double[] puts) {}

    /// A spread that was formed.
    ///
    /// @param stage the stage in which it was
    /// @param priority its priority
    /// @param isALong whether its A legs are long
    /// @param spreads how many were formed
    /// @param rate its rate
    /// @param amount what it comes to here: a charge, or a credit
    record Formed(
            SpanRules.Stage stage,
            int priority,
            boolean isALong,
            double spreads,
            double rate,
            double amount) {}

    /// A charge near delivery.
    ///
    /// @param place the place of the period
    /// @param inSpreads the charge on deltas in spreads
    /// @param outright the charge on deltas that are not
    record Delivery(int place, double inSpreads, double outright) {}

    /// The risk of an account that is margined gross.
    ///
    /// @param longs the sum over long positions of their own risk
    /// @param shorts the same of short ones
    record Gross(double longs, double shorts) {
        static final Gross NONE = new Gross(0, 0);
    }

    CommodityState(CommodityPlan plan, int scenarios) {
        this.plan = plan;
        this.losses = new double[scenarios];
        this.scanLosses = new double[plan.scan.count() + 1][scenarios];
        this.interLosses = new double[plan.inter.count()][scenarios];
        this.pools = new DeltaPools(plan.periods.size());
        int minimumTiers = plan.minimum.count() + 1;
        this.counts = new OptionCounts(new double[minimumTiers], new double[minimumTiers]);
        this.tierCredit = new double[plan.inter.count()];
        this.heldPeriods = new boolean[plan.periods.size()];
        this.ranges = new double[plan.periods.size()];
    }

    /// Notes that something of a period is held.
    void hold(int period, double range) {
        heldPeriods[period] = true;
        ranges[period] = Math.max(ranges[period], range);
    }

    /// Whether the loss of each position is needed, and not only their sum.
    boolean needsRows(SpanRules rules) {
        return sumsRows(rules)
                || plan.scan.count() > 0
                || plan.inter.count() > 0
                || rules.account().isGross();
    }

    /// Whether the losses of positions are changed one by one before they are summed.
    static boolean sumsRows(SpanRules rules) {
        return rules.rounding().places().containsKey(Step.POSITION)
                || !rules.combination().currencyShocks().isEmpty();
    }

    /// Whether losses are sums over positions that were changed one by one.
    private boolean isSummedAgain;

    /// Forgets the sum of losses the first time, as changed ones are summed instead.
    void sumAgain() {
        if (!isSummedAgain) Arrays.fill(losses, 0);
        isSummedAgain = true;
    }

    void count(int period, int right, double shortContracts) {
        int tier = plan.minimum.of(period);
        int at = tier < 0 ? plan.minimum.count() : tier;
        if (right == 1) counts.calls[at] += shortContracts;
        if (right == 2) counts.puts[at] += shortContracts;
    }

    /// Scans what stands here.
    void scan(PointSet points, Rounding rounding) {
        risk = Risk.of(losses, points, rounding);
        if (plan.scan.count() > 0) {
            scanRisks = risks(scanLosses, points, rounding);
            risk = scanRisks[0];
            for (int t = 1; t < scanRisks.length; t++) risk = risk.plus(scanRisks[t]);
        }
        interRisks = risks(interLosses, points, rounding);
    }

    private static Risk[] risks(double[][] losses, PointSet points, Rounding rounding) {
        Risk[] risks = new Risk[losses.length];
        for (int t = 0; t < losses.length; t++) risks[t] = Risk.of(losses[t], points, rounding);
        return risks;
    }

    double netDelta() {
        return DeltaPools.net(pools.original, plan.all);
    }

    /// Price risk for one delta.
    double weightedPriceRisk(Rounding rounding) {
        return weightedPriceRisk(risk, plan.all, rounding);
    }

    /// Price risk for one delta of an inter tier.
    double weightedPriceRisk(int tier, Rounding rounding) {
        return weightedPriceRisk(interRisks[tier], plan.inter.periods().get(tier), rounding);
    }

    private double weightedPriceRisk(Risk of, int[] places, Rounding rounding) {
        double net = Math.abs(DeltaPools.net(pools.original, places));
        double normal = net == 0 || of.price() == 0 ? 0 : of.price() / net;
        Optional<Double> range = nearestRange(places);
        double spread =
                switch (plan.priceRisk) {
                    case NORMAL -> normal;
                    case SCAN_RANGE_CAP -> Math.min(normal, range.orElse(normal));
                    case SCAN_RANGE -> net == 0 ? 0 : range.orElse(normal);
                };
        return rounding.round(Step.PRICE_RISK, spread);
    }

    /// The widest range of what is held in the nearest of these periods; empty where it is not told
    /// of everything that is.
    private Optional<Double> nearestRange(int[] places) {
        for (int m : places) {
            if (heldPeriods[m]) return Optional.of(ranges[m]).filter(Double::isFinite);
        }
        return Optional.empty();
    }

    /// The least charge on short options.
    void minimum() {
        Minimum rule = plan.commodity.charges().minimum();
        minimum = 0;
        for (int t = 0; t < counts.calls.length; t++) minimum += minimumOf(rule, t);
        minimum = minimum * plan.commodity.charges().multiplier() + movedMinimum;
    }

    double minimumOf(Minimum rule, int tier) {
        double calls = counts.calls[tier];
        double puts = counts.puts[tier];
        double counted =
                switch (plan.counting) {
                    case GROSS -> calls + puts;
                    case MAX -> Math.max(calls, puts);
                };
        return counted * rate(rule, tier);
    }

    private static double rate(Minimum rule, int tier) {
        return tier < rule.tiers().size()
                ? rule.tiers().get(tier).rate().orElse(rule.rate())
                : rule.rate();
    }

    /// Moves everything into `target`, gains at a rate.
    ///
    /// @param rates by scenario, the share of gains that counts
    /// @param deltaFactor deltas of the target for one of this
    /// @param exchange units of the target's currency for one of this one's
    void moveTo(CommodityState target, double[] rates, double deltaFactor, double exchange) {
        takeLosses(losses, target.losses, rates, exchange);
        takeLosses(losses, target.scanLosses[target.plan.scan.count()], rates, exchange);
        int[] places = new int[plan.periods.size()];
        for (int m = 0; m < places.length; m++) places[m] = target.plan.place(plan.periods.get(m));
        target.pools.take(pools, places, deltaFactor);
        for (int m = 0; m < places.length; m++) {
            if (heldPeriods[m]) target.hold(places[m], exchange * ranges[m] / deltaFactor);
        }
        target.values.take(values, exchange);
        target.intra += exchange * intra;
        target.spot += exchange * spot;
        target.credit += exchange * credit;
        target.clearingCredit += exchange * clearingCredit;
        minimum();
        target.movedMinimum += exchange * minimum;
        target.movedFrom.add(plan.commodity.code());
        movedTo = Optional.of(target);
    }

    private static void takeLosses(double[] from, double[] to, double[] rates, double exchange) {
        for (int s = 0; s < to.length; s++) {
            to[s] += exchange * (from[s] >= 0 ? from[s] : rates[s] * from[s]);
        }
    }

    /// Counts its own gains at a rate, where it is a leg of the spread that it takes.
    void creditGains(double[] rates) {
        creditGains(losses, rates);
        for (double[] tier : scanLosses) creditGains(tier, rates);
    }

    private static void creditGains(double[] losses, double[] rates) {
        for (int s = 0; s < losses.length; s++) if (losses[s] < 0) losses[s] *= rates[s];
    }
}
