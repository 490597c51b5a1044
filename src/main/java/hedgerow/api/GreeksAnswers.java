package hedgerow.api;

import hedgerow.api.answer.GreeksAnswer;
import hedgerow.hedge.Greeks;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// Writes greeks by underlying, before some trades and after them.
final class GreeksAnswers {
    private GreeksAnswers() {}

    /// Every underlying of either, in order.
    static List<GreeksAnswer> of(List<Greeks> before, List<Greeks> after) {
        SortedMap<String, Greeks> without = byUnderlying(before);
        SortedMap<String, Greeks> with = byUnderlying(after);
        TreeSet<String> ids = new TreeSet<>(without.keySet());
        ids.addAll(with.keySet());
        return ids.stream()
                .map(id -> {
                    Greeks none = new Greeks(id, 0, 0, 0);
                    return of(without.getOrDefault(id, none), with.getOrDefault(id, none));
                })
                .toList();
    }

    private static SortedMap<String, Greeks> byUnderlying(List<Greeks> greeks) {
        SortedMap<String, Greeks> all = new TreeMap<>();
        for (Greeks one : greeks) all.put(one.underlying(), one);
        return all;
    }

    private static GreeksAnswer of(Greeks without, Greeks with) {
        return new GreeksAnswer(
                without.underlying(),
                without.delta(),
                with.delta(),
                without.gamma(),
                with.gamma(),
                without.vega(),
                with.vega());
    }
}
