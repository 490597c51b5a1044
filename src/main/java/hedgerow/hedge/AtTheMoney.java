package hedgerow.hedge;

import hedgerow.market.Lookup;
import hedgerow.market.Market;
import hedgerow.market.Underlying;
import hedgerow.market.VolSurface;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;

/// The one vol that moves of an underlying are measured in: at the money, for a month.
public final class AtTheMoney {
    private static final Duration TENOR = Duration.ofDays(30);

    private AtTheMoney() {}

    /// The vol for a month, or for the quoted expiry that is next to it; empty where there is none.
    public static OptionalDouble vol(Market market, Underlying underlying) {
        if (underlying.vols() instanceof VolSurface.Flat flat) return OptionalDouble.of(flat.vol());
        Instant month = market.asOf().plus(TENOR);
        OptionalDouble asked = vol(market.asOf(), underlying, month);
        if (asked.isPresent() || !(underlying.vols() instanceof VolSurface.Quoted quoted)) {
            return asked;
        }
        var live = quoted.smiles().tailMap(market.asOf(), false);
        var next = live.ceilingEntry(month);
        if (next == null) next = live.lastEntry();
        return next == null
                ? OptionalDouble.empty()
                : vol(market.asOf(), underlying, next.getKey());
    }

    private static OptionalDouble vol(Instant asOf, Underlying underlying, Instant expiry) {
        return underlying.forward(asOf, expiry) instanceof Lookup.Found forward
                        && underlying.vol(asOf, forward.value(), expiry) instanceof Lookup.Found vol
                ? OptionalDouble.of(vol.value())
                : OptionalDouble.empty();
    }
}
