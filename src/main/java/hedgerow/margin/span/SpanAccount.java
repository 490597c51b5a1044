package hedgerow.margin.span;

import hedgerow.margin.span.CommodityState.Delivery;
import hedgerow.margin.span.CommodityState.Gross;
import hedgerow.margin.span.Rounding.Step;
import hedgerow.margin.span.SpanRules.MinimumAgainst;
import hedgerow.margin.span.SpanRules.Stage;
import hedgerow.market.clearing.CombinedCommodity.Charges;
import hedgerow.market.clearing.CombinedCommodity.SpotCharge;
import hedgerow.market.clearing.DeltaSpread;
import hedgerow.market.clearing.InterSpreads;
import hedgerow.market.clearing.ScanSpread;
import hedgerow.market.clearing.Spread;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// One account on its way to its requirement: filled combined commodity by combined commodity, then
/// settled once.
///
/// Money is in the currency of each combined commodity until [Totals] converts it.
public final class SpanAccount {
    final SpanPlan plan;
    final SortedMap<String, CommodityState> states = new TreeMap<>();
    final List<Integer> held = new ArrayList<>();

    /// The codes of the combined commodities that are held.
    final Set<String> taken = new HashSet<>();

    private Totals totals = Totals.NONE;

    /// An account that holds nothing as yet.
    public SpanAccount(SpanPlan plan) {
        this.plan = plan;
    }

    Optional<CommodityState> find(String code) {
        return Optional.ofNullable(states.get(code)).filter(state -> state.movedTo.isEmpty());
    }

    private CommodityState state(String code) {
        return states.computeIfAbsent(
                code, c -> new CommodityState(plan.find(c).orElseThrow(), plan.points.size()));
    }

    /// Takes the summed profits of the positions on one run of the arrays; the positions themselves
    /// follow.
    ///
    /// @param vector profits by scenario, in the margin currency and before weights
    public void take(int run, double[] vector) {
        CommodityState state = state(plan.arrays.runs().get(run).underlying());
        taken.add(state.plan.commodity.code());
        double exchange = plan.rate(state.plan);
        for (int s = 0; s < state.losses.length; s++) {
            state.losses[s] = 0 - plan.arrays.weight(s) * vector[s] / exchange;
        }
    }

    /// Takes one position of a run that was taken.
    public void take(int row, double quantity) {
        CommodityState state = state(plan.arrays.instruments().get(row).underlying());
        RowTable rows = plan.rows;
        int period = rows.period()[row];
        state.hold(period, rows.range()[row]);
        state.pools.add(period, quantity * rows.delta()[row]);
        state.values.add(rows.style()[row], quantity * rows.value()[row], quantity > 0);
        if (quantity < 0) state.count(period, rows.right()[row], -quantity * rows.count()[row]);
        if (state.needsRows(plan.rules)) takeLosses(state, row, quantity);
        held.add(row);
    }

    /// Adds the losses of one position where more than their sum is needed.
    private void takeLosses(CommodityState state, int row, double quantity) {
        Rounding rounding = plan.rules.rounding();
        double exchange = plan.rate(state.plan);
        int period = plan.rows.period()[row];
        int tier = state.plan.scan.of(period);
        double[] scanned = state.scanLosses[tier < 0 ? state.plan.scan.count() : tier];
        double worst = 0;
        boolean isSummed = CommodityState.sumsRows(plan.rules);
        if (isSummed) state.sumAgain();
        for (int s = 0; s < state.losses.length; s++) {
            double plain = -quantity * plan.arrays.weight(s) * plan.arrays.pnl(row, s) / exchange;
            double loss = rounding.round(Step.POSITION, plan.rows.shock()[row].on(plain));
            scanned[s] += loss;
            worst = Math.max(worst, loss);
            if (isSummed) state.losses[s] += loss;
            for (int t = 0; t < state.interLosses.length; t++) {
                if (state.plan.inter.contains(t, period)) state.interLosses[t][s] += loss;
            }
        }
        state.gross =
                quantity > 0
                        ? new Gross(state.gross.longs() + worst, state.gross.shorts())
                        : new Gross(state.gross.longs(), state.gross.shorts() + worst);
    }

    /// Forms spreads, charges and credits, and adds everything up.
    public void settle() {
        Rounding rounding = plan.rules.rounding();
        for (CommodityState state : states.values()) {
            state.pools.start(rounding);
            scan(state);
        }
        if (!plan.rules.account().isGross()) {
            for (Stage stage : plan.rules.order()) take(stage);
        }
        for (CommodityState state : states.values()) finish(state);
        totals = Totals.of(this);
    }

    private void scan(CommodityState state) {
        state.scan(state.plan.points.orElse(plan.points), plan.rules.rounding());
    }

    private void take(Stage stage) {
        InterSpreads spreads = plan.spreads();
        switch (stage) {
            case SUPER_SPREADS -> between(stage, spreads.before());
            case STRATEGY_SPREADS, SERIES_SPREADS, TIER_SPREADS -> inside(stage);
            case SPOT_CHARGE -> states.values().forEach(this::chargeDelivery);
            case INTER_SPREADS -> {
                if (plan.rules.combination().correlationCap().isPresent()) {
                    OneFactor.credit(this, plan.rules.combination().correlationCap().getAsDouble());
                } else {
                    between(stage, spreads.after());
                }
            }
            case CLEARING_SPREADS -> between(stage, spreads.clearing());
        }
    }

    private void between(Stage stage, List<Spread> spreads) {
        CreditForming forming = new CreditForming(this, stage);
        for (Spread spread : spreads) {
            switch (spread) {
                case DeltaSpread delta -> forming.form(delta);
                case ScanSpread scan -> move(scan);
            }
        }
    }

    private void inside(Stage stage) {
        for (CommodityState state : states.values()) {
            if (state.movedTo.isPresent()) continue;
            Charges charges = state.plan.commodity.charges();
            List<DeltaSpread> spreads =
                    switch (stage) {
                        case STRATEGY_SPREADS -> charges.strategySpreads();
                        case SERIES_SPREADS -> charges.seriesSpreads();
                        default -> charges.tierSpreads();
                    };
            new SpreadForming(state, plan.rules.rounding()).form(stage, spreads);
        }
    }

    /// Moves the legs of a scanning spread into their target, and scans that again.
    private void move(ScanSpread spread) {
        List<ScanSpread.Leg> legs =
                spread.legs().stream().filter(leg -> find(leg.commodity()).isPresent()).toList();
        boolean all =
                spread.legs().stream().filter(ScanSpread.Leg::isRequired).allMatch(legs::contains);
        if (!all || legs.size() < spread.minimumLegs()) return;
        CommodityState target = state(spread.target());
        if (target.movedTo.isPresent()) return;
        for (ScanSpread.Leg leg : legs) {
            CommodityState from = find(leg.commodity()).orElseThrow();
            if (from == target) {
                target.creditGains(rates(spread, leg));
            } else {
                double exchange = plan.rate(from.plan) / plan.rate(target.plan);
                double deltas = spread.targetRatio() / leg.ratio();
                from.moveTo(target, rates(spread, leg), deltas, exchange);
            }
        }
        scan(target);
    }

    private double[] rates(ScanSpread spread, ScanSpread.Leg leg) {
        double[] rates = new double[plan.points.size()];
        for (int s = 0; s < rates.length; s++) rates[s] = spread.rate(leg, s);
        return rates;
    }

    private void chargeDelivery(CommodityState state) {
        if (state.movedTo.isPresent()) return;
        Charges charges = state.plan.commodity.charges();
        for (SpotCharge charge : charges.spot()) {
            int[] places = state.plan.delivery(charge.period());
            double net = DeltaPools.net(state.pools.original, places);
            boolean applies =
                    switch (charge.applies()) {
                        case BOTH -> true;
                        case LONG -> net > 0;
                        case SHORT -> net < 0;
                    };
            if (applies) for (int m : places) charge(state, charge, m);
        }
    }

    private void charge(CommodityState state, SpotCharge charge, int m) {
        Rounding rounding = plan.rules.rounding();
        double used = state.pools.used[m] * charge.spreadRate();
        double outright = Math.abs(state.pools.remaining[m]) * charge.outrightRate();
        Delivery delivery =
                new Delivery(
                        m,
                        rounding.round(Step.CHARGE, used),
                        rounding.round(Step.CHARGE, outright));
        if (delivery.inSpreads() + delivery.outright() == 0) return;
        state.deliveries.add(delivery);
        state.spot += delivery.inSpreads() + delivery.outright();
    }

    private void finish(CommodityState state) {
        state.minimum();
        if (state.movedTo.isPresent()) return;
        Rounding rounding = plan.rules.rounding();
        state.credit = rounding.round(Step.CREDITS, state.credit);
        state.clearingCredit = rounding.round(Step.CREDITS, state.clearingCredit);
    }

    /// The requirement of a combined commodity before any factor.
    double base(CommodityState state) {
        if (plan.rules.account().isGross()) {
            return Math.max(state.gross.longs() + state.gross.shorts(), state.minimum);
        }
        double charged = state.risk.scan() + state.intra + state.spot;
        double credits = state.credit + state.clearingCredit;
        return plan.rules.combination().minimum() == MinimumAgainst.ALL
                ? Math.max(charged - credits, state.minimum)
                : Math.max(0, Math.max(charged, state.minimum) - credits);
    }

    /// What the account comes to; after [#settle].
    public Totals totals() {
        return totals;
    }
}
