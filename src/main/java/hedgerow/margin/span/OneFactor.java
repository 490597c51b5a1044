package hedgerow.margin.span;

import hedgerow.market.clearing.CombinedCommodity.Correlation;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// The credit of combined commodities that load on one common factor, in place of spread credits.
///
/// With `l_c` the loading of commodity `c`, `L_c,i` its loss in scenario `i` and `S_c` its scan
/// risk, all in the margin currency:
///
/// ```
/// G = max(0, max_i sum_c l_c * L_c,i)^2        what moves together
/// I = sum_c (1 - l_c^2) * S_c^2                what does not
/// R = max over greatest and least loadings of sqrt(G + I)
/// offset = clamp(1 - R / sum_c S_c, 0, cap)    credit_c = offset * S_c
/// ```
final class OneFactor {
    private final SpanAccount account;
    private final List<CommodityState> loaded;

    private OneFactor(SpanAccount account) {
        this.account = account;
        this.loaded =
                account.states.values().stream()
                        .filter(s -> s.movedTo.isEmpty())
                        .filter(s -> s.plan.commodity.credit().correlation().isPresent())
                        .toList();
    }

    static void credit(SpanAccount account, double cap) {
        OneFactor factor = new OneFactor(account);
        double scans = 0;
        for (CommodityState state : factor.loaded) scans += factor.scan(state);
        if (!(scans > 0)) return;
        double risk = Math.max(factor.risk(Correlation::most), factor.risk(Correlation::least));
        double offset = Math.clamp(1 - risk / scans, 0, cap);
        for (CommodityState state : factor.loaded) state.credit += offset * state.risk.scan();
    }

    private double scan(CommodityState state) {
        return state.risk.scan() * account.plan.rate(state.plan);
    }

    private double risk(ToDoubleFunction<Correlation> loading) {
        double common = 0;
        for (int s = 0; s < account.plan.points.size(); s++) {
            double loss = 0;
            for (CommodityState state : loaded) {
                loss += loading(state, loading) * state.losses[s] * account.plan.rate(state.plan);
            }
            common = Math.max(common, loss);
        }
        double own = 0;
        for (CommodityState state : loaded) {
            double load = loading(state, loading);
            own += (1 - load * load) * scan(state) * scan(state);
        }
        return Math.sqrt(common * common + own);
    }

    private static double loading(CommodityState state, ToDoubleFunction<Correlation> loading) {
        return loading.applyAsDouble(state.plan.commodity.credit().correlation().orElseThrow());
    }
}
