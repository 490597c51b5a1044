package hedgerow.api;

import hedgerow.portfolio.Parsed;
import hedgerow.portfolio.Symbols;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Symbols that were read before, since callers send the same ones again and again.
final class KnownSymbols {
    /// How many are kept; one more, and the keeping starts anew.
    private static final int MOST = 16_384;

    private static final Map<String, Parsed.Known> KNOWN = new ConcurrentHashMap<>();

    private KnownSymbols() {}

    /// What a symbol names, as [Symbols#parse] says it.
    static Parsed parse(String symbol) {
        Parsed.Known known = KNOWN.get(symbol);
        if (known != null) return known;
        Parsed parsed = Symbols.parse(symbol);
        if (parsed instanceof Parsed.Known fresh) {
            if (KNOWN.size() >= MOST) KNOWN.clear();
            KNOWN.put(symbol, fresh);
        }
        return parsed;
    }
}
