package hedgerow.portfolio;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/// One kind of thing that can be held, long or short.
///
/// All figures are for one contract held long. An instrument is a value: two that are equal are the
/// same row of the risk arrays.
public sealed interface Instrument
        permits Spot, Future, Perpetual, Option, VarianceSwap, ListedContract {

    /// The order of rows in risk arrays: by underlying, expiry, kind, then terms. Total, so that it
    /// never depends on the order in which a caller listed the legs.
    Comparator<Instrument> ORDER = Instrument::compare;

    /// The id of the underlying, such as `BTC`.
    String underlying();

    /// The instant at which the contract ends; empty for what never does.
    Optional<Instant> maturity();

    /// The kind, in the order in which kinds are listed inside an expiry.
    Kind kind();

    /// A short name in plain words, such as `BTC 2026-12-26T08:00:00Z 60000 call`.
    String label();

    /// The kinds of instrument.
    enum Kind {
        SPOT,
        FUTURE,
        PERPETUAL,
        OPTION,
        VARIANCE_SWAP,
        LISTED
    }

    private static int compare(Instrument a, Instrument b) {
        int order = a.underlying().compareTo(b.underlying());
        if (order == 0) order = end(a).compareTo(end(b));
        if (order == 0) order = a.kind().compareTo(b.kind());
        return order == 0 ? compareTerms(a, b) : order;
    }

    private static Instant end(Instrument instrument) {
        return instrument.maturity().orElse(Instant.MIN);
    }

    private static int compareTerms(Instrument a, Instrument b) {
        return switch (a) {
            case Spot s -> s.contract().compareTo(((Spot) b).contract());
            case Future f -> f.contract().compareTo(((Future) b).contract());
            case Perpetual p -> p.contract().compareTo(((Perpetual) b).contract());
            case Option o -> Option.TERMS.compare(o, (Option) b);
            case VarianceSwap v -> VarianceSwap.TERMS.compare(v, (VarianceSwap) b);
            case ListedContract l -> l.contractId().compareTo(((ListedContract) b).contractId());
        };
    }
}
