package hedgerow.store;

import hedgerow.market.Market;
import hedgerow.market.Underlying;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Bodies of markets turned into markets, with the faults that lie between fields.
///
/// A field that failed to bind is null and has its fault already: it is passed over here. A market
/// is built only where there is no fault at all.
final class MarketMapping {
    private static final Pattern PAIR = Pattern.compile("[A-Z0-9]{1,12}/[A-Z0-9]{1,12}");

    private final Faults faults;
    private final List<String> notes;

    MarketMapping(Faults faults, List<String> notes) {
        this.faults = faults;
        this.notes = notes;
    }

    Optional<Market> market(MarketBody body, String at) {
        List<MarketBody.@Nullable Underlying> rows = orEmpty(body.underlyings());
        String place = at + "/underlyings";
        unique(rows, MarketBody.Underlying::id, place, "each underlying once", faults);
        List<UnderlyingMapping> drafts = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            MarketBody.Underlying row = rows.get(i);
            if (row != null) drafts.add(new UnderlyingMapping(row, place + "/" + i, faults));
        }
        checkPairs(body, at + "/fx/");
        return faults.isEmpty() ? Optional.of(build(body, drafts)) : Optional.empty();
    }

    private void checkPairs(MarketBody body, String at) {
        if (body.fx() == null) return;
        for (String pair : body.fx().keySet()) {
            if (!PAIR.matcher(pair).matches()) {
                faults.add(at + Json.escape(pair), pair, "a pair of currencies such as EUR/USD");
            }
        }
    }

    private Market build(MarketBody body, List<UnderlyingMapping> drafts) {
        Instant asOf = sent(body.asOf());
        TreeMap<String, Underlying> underlyings = new TreeMap<>();
        for (UnderlyingMapping draft : drafts) {
            Underlying underlying = draft.build(asOf, notes);
            underlyings.put(underlying.id(), underlying);
        }
        TreeMap<String, Double> fx = new TreeMap<>();
        if (body.fx() != null) body.fx().forEach((pair, rate) -> fx.put(pair, sent(rate)));
        double stablePrice = body.stablePrice() == null ? 1 : body.stablePrice();
        return new Market(asOf, underlyings, fx, stablePrice);
    }

    /// The rows by key; a fault at each row whose key was there already.
    static <R, K> Map<K, R> unique(
            List<@Nullable R> rows,
            Function<R, @Nullable K> key,
            String at,
            String allowed,
            Faults faults) {
        Map<K, R> byKey = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            R row = rows.get(i);
            K rowKey = row == null ? null : key.apply(row);
            if (row == null || rowKey == null) continue;
            if (byKey.putIfAbsent(rowKey, row) != null) {
                faults.add(at + "/" + i, rowKey.toString(), allowed);
            }
        }
        return byKey;
    }

    static <T extends @Nullable Object> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    /// A value that the checks have found to be there.
    static <T> T sent(@Nullable T value) {
        return Objects.requireNonNull(value);
    }
}
