package hedgerow.store;

import hedgerow.market.ChainLine;
import hedgerow.market.FittedForward;
import hedgerow.market.Market;
import hedgerow.market.OptionChain;
import hedgerow.market.OptionQuote;
import hedgerow.market.Reference;
import hedgerow.market.Reference.PerpetualQuote;
import hedgerow.market.Underlying;
import hedgerow.portfolio.Future;
import hedgerow.portfolio.Numbers;
import hedgerow.portfolio.Perpetual;
import hedgerow.portfolio.Settlement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// A market in the making, from the lines of crypto venues' lists.
///
/// Marks of these venues are not discounted, so the rate of such a market is zero. Where a coin's
/// future or perpetual is listed both coin-settled and linear, the coin-settled one gives the mark.
final class ChainMarket {
    /// The quote currency: dollars, and dollar stablecoins at par.
    private static final String CURRENCY = "USD";

    private static final double RATE_ANNUAL = 0;
    private static final Duration NOTED_SPREAD = Duration.ofMinutes(1);
    private static final int NAMED = 20;

    private final SortedMap<String, Gathered> byUnderlying = new TreeMap<>();
    private final List<String> unknown = new ArrayList<>();
    private Instant first = Instant.MAX;
    private Instant last = Instant.MIN;
    private int beyondNamed;

    private static final class Gathered {
        final List<ChainLine> options = new ArrayList<>();
        final Set<OptionQuote.Key> keys = new HashSet<>();
        final Map<Instant, Double> futures = new HashMap<>();
        final List<Double> index = new ArrayList<>();
        PerpetualQuote perpetual = PerpetualQuote.NONE;
    }

    /// Takes the instant of a line; the latest is the market's.
    void printedAt(Instant instant) {
        if (instant.isBefore(first)) first = instant;
        if (instant.isAfter(last)) last = instant;
    }

    /// Takes an option's line; false where the option has one already.
    boolean option(String underlying, ChainLine line) {
        Gathered gathered = of(underlying);
        if (!gathered.keys.add(line.quote().key())) return false;
        gathered.options.add(line);
        line.indexPrice().ifPresent(gathered.index::add);
        return true;
    }

    void future(Future future, double mark) {
        Map<Instant, Double> futures = of(future.underlying()).futures;
        if (future.contract().settlement() == Settlement.INVERSE) {
            futures.put(future.expiry(), mark);
        } else {
            futures.putIfAbsent(future.expiry(), mark);
        }
    }

    void perpetual(Perpetual perpetual, PerpetualQuote quote) {
        Gathered gathered = of(perpetual.underlying());
        boolean prevails = perpetual.contract().settlement() == Settlement.INVERSE;
        if (prevails || gathered.perpetual.equals(PerpetualQuote.NONE)) gathered.perpetual = quote;
    }

    /// Takes an index price that is printed beside a future.
    void index(String underlying, double price) {
        of(underlying).index.add(price);
    }

    /// Takes a line whose instrument is not known: it is left out.
    void unknown(String name, String reason) {
        if (unknown.size() < NAMED) {
            unknown.add(Fault.cut(name) + " is left out: " + reason);
        } else {
            beyondNamed++;
        }
    }

    private Gathered of(String underlying) {
        return byUnderlying.computeIfAbsent(underlying, _ -> new Gathered());
    }

    /// The whole market with what was left out, or every reason why there is none.
    Reading<Market> read(Faults faults) {
        if (byUnderlying.isEmpty() && faults.isEmpty()) {
            String because = unknown.isEmpty() ? "" : "; " + String.join("; ", unknown);
            faults.add(Fault.missing("", "at least one line of a known instrument" + because));
        }
        if (byUnderlying.size() > Limits.UNDERLYINGS) {
            faults.add("", byUnderlying.size() + " underlyings", "at most " + Limits.UNDERLYINGS);
        }
        List<Underlying> underlyings = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        byUnderlying.forEach((id, gathered) -> {
            OptionalDouble spot = median(gathered.index);
            if (spot.isEmpty()) {
                faults.add(Fault.missing("", "an index price of " + id + " on some line"));
            } else if (faults.isEmpty()) {
                OptionChain chain = chain(id, gathered, notes);
                checkForwards(id, chain, faults);
                underlyings.add(underlying(id, gathered, chain, spot.getAsDouble()));
            }
        });
        if (!faults.isEmpty()) return new Reading.Refused<>(faults.list());
        notes.addAll(general());
        return new Reading.Value<>(Market.of(last, underlyings), notes);
    }

    private List<String> general() {
        List<String> notes = new ArrayList<>(unknown);
        if (beyondNamed > 0) {
            notes.add(count(beyondNamed, "more line") + " of unknown instruments left out");
        }
        if (first.isBefore(last) && Duration.between(first, last).compareTo(NOTED_SPREAD) > 0) {
            notes.add("the lines are from " + first + " to " + last);
        }
        return notes;
    }

    /// The chain of one underlying, with vols where the lines show none.
    private OptionChain chain(String id, Gathered gathered, List<String> notes) {
        OptionChain.Basis basis = new OptionChain.Basis(last, RATE_ANNUAL, gathered.futures);
        OptionChain printed = OptionChain.of(basis, gathered.options);
        if (printed.expired() > 0) {
            notes.add(id + ": " + count(printed.expired(), "line") + " had expired at " + last);
        }
        printed.forwards()
                .forEach((expiry, forward) ->
                        origin(forward)
                                .map(text -> id + ": the forward of " + expiry + text)
                                .ifPresent(notes::add));
        int silent = printed.strikesWithoutVol();
        if (silent == 0) return printed;
        ImpliedVols implied = new ImpliedVols(last, printed.forwards());
        OptionChain chain = OptionChain.of(basis, implied.fill(gathered.options));
        int none = chain.strikesWithoutVol();
        if (silent > none) {
            notes.add(
                    id
                            + ": the vol of "
                            + count(silent - none, "strike")
                            + " is implied from the mark, as none is shown");
        }
        if (none > 0) {
            notes.add(
                    id + ": " + count(none, "strike") + " without a vol or a mark that gives one");
        }
        return chain;
    }

    private static void checkForwards(String id, OptionChain chain, Faults faults) {
        chain.forwards()
                .forEach((expiry, forward) -> {
                    if (forward.price() > Limits.PRICE) {
                        faults.add(
                                "",
                                Numbers.plain(forward.price()),
                                "marks of "
                                        + id
                                        + " at "
                                        + expiry
                                        + " that imply a forward of at"
                                        + " most "
                                        + Numbers.plain(Limits.PRICE));
                    }
                });
    }

    private static Underlying underlying(
            String id, Gathered gathered, OptionChain chain, double spot) {
        Reference reference =
                new Reference(spot, OptionalDouble.of(RATE_ANNUAL), 0, gathered.perpetual);
        return chain.underlying(id, CURRENCY, reference);
    }

    private static String count(int number, String word) {
        return number + " " + word + (number == 1 ? "" : "s");
    }

    /// What is worth telling about where a forward came from.
    private static Optional<String> origin(FittedForward forward) {
        return switch (forward.origin()) {
            case PARITY, FUTURE -> Optional.empty();
            case PRINTED ->
                    Optional.of(
                            " is the median of the printed futures prices, as no strike has marks of"
                                    + " both a call and a put");
        };
    }

    private static OptionalDouble median(List<Double> values) {
        return OptionChain.median(values.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
