package hedgerow.api;

import hedgerow.margin.MarginModel;
import hedgerow.portfolio.Instrument;
import hedgerow.pricing.KeptArrays;
import hedgerow.pricing.Revaluation;
import hedgerow.pricing.RiskArrays;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/// What instruments of loaded markets are worth over the models' grids, kept so that each is priced
/// once and not for every question.
///
/// The pairs of market and model that were asked last are kept, [#MOST] of them. A market that came
/// with its request is priced for that request.
@Singleton
final class PricedMarkets {
    /// The most pairs of market and model.
    static final int MOST = 16;

    private record Key(String marketHash, String modelHash, String currency) {}

    private final Map<Key, KeptArrays> kept =
            new LinkedHashMap<>(2 * MOST, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Key, KeptArrays> eldest) {
                    return size() > MOST;
                }
            };

    /// The risk arrays of instruments in a market under a model.
    ///
    /// @throws hedgerow.portfolio.RefusedException with every reason, where any cannot be priced
    RiskArrays arrays(
            NamedMarket market,
            MarginModel model,
            String currency,
            Collection<Instrument> instruments) {
        Revaluation revaluation =
                Revaluation.of(market.market(), model.grid(), model.valuation(), currency);
        if (market.id().isEmpty()) return revaluation.arrays(instruments);
        Key key = new Key(market.hash(), model.info().hash(), currency);
        KeptArrays arrays;
        synchronized (kept) {
            arrays = kept.computeIfAbsent(key, _ -> new KeptArrays(revaluation));
        }
        return arrays.arrays(instruments);
    }
}
