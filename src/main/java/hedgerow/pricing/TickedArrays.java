package hedgerow.pricing;

import hedgerow.market.Underlying;
import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.RefusedException;
import hedgerow.pricing.american.AmericanPricers;
import java.util.Collection;
import java.util.List;

/// Risk arrays that follow the market: a tick of one underlying prices its rows again and no other.
///
/// Each tick gives arrays of their own, so that readers of those before are not disturbed; they
/// have the bits of a full revaluation at the market after the tick. The exercise boundaries of
/// American options are kept from tick to tick, as they do not depend on spot. For one thread at a
/// time.
public final class TickedArrays {
    private final AmericanPricers pricers;
    private Revaluation revaluation;
    private RiskArrays arrays;

    /// Prices all instruments, each once.
    ///
    /// @throws RefusedException with every reason, where any of them cannot be priced
    public TickedArrays(Revaluation revaluation, Collection<Instrument> instruments) {
        List<Instrument> sorted = Revaluation.rows(instruments);
        this.revaluation = revaluation;
        this.pricers = revaluation.pricers(sorted.size());
        this.arrays = revaluation.arrays(sorted, pricers);
    }

    /// The arrays after the last tick.
    public RiskArrays arrays() {
        return arrays;
    }

    /// Takes other quotes of one underlying, at the same instant, and returns the arrays after it.
    ///
    /// @throws RefusedException with every reason, where a row can no longer be priced; the arrays
    ///   are those before the tick then
    public RiskArrays tick(Underlying quotes) {
        Revaluation next = revaluation.with(quotes);
        arrays = next.after(arrays, quotes.id(), pricers);
        revaluation = next;
        return arrays;
    }
}
