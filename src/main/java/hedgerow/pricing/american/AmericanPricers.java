package hedgerow.pricing.american;

import java.util.LinkedHashMap;
import java.util.Map;

/// Pricers of American options, each solved once.
///
/// What a pricer is solved for has neither spot nor strike in it, so the strikes of an expiry with
/// one vol share a pricer, and so do the ticks of a price. Those that were asked for longest ago go
/// first. For one thread at a time.
public final class AmericanPricers {
    private static final float LOAD = 0.75f;

    private final AmericanMethod method;
    private final Map<AmericanTerms, AmericanPricer> kept;

    /// @param most how many pricers are kept
    public AmericanPricers(AmericanMethod method, int most) {
        this.method = method;
        this.kept =
                new LinkedHashMap<>(16, LOAD, true) {
                    private static final long serialVersionUID = 1L;

                    @Override
                    protected boolean removeEldestEntry(
                            Map.Entry<AmericanTerms, AmericanPricer> eldest) {
                        return size() > most;
                    }
                };
    }

    /// The pricer for `terms`.
    ///
    /// @throws IllegalArgumentException in the regime of two boundaries
    public AmericanPricer pricer(AmericanTerms terms) {
        return kept.computeIfAbsent(terms, method::pricer);
    }

    /// How many pricers are kept now.
    public int size() {
        return kept.size();
    }
}
