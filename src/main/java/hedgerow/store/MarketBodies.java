package hedgerow.store;

import hedgerow.market.ForwardQuote;
import hedgerow.market.Listings;
import hedgerow.market.Market;
import hedgerow.market.OptionQuote;
import hedgerow.market.PublishedArray;
import hedgerow.market.Reference;
import hedgerow.market.Smile;
import hedgerow.market.Underlying;
import hedgerow.market.VolSurface;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Markets as bodies, to be written as JSON. Lists are in a fixed order.
final class MarketBodies {
    private static final Comparator<OptionQuote> BY_KEY =
            Comparator.comparing((OptionQuote q) -> q.key().expiry())
                    .thenComparing(q -> q.key().strike())
                    .thenComparing(q -> q.key().right())
                    .thenComparing(q -> q.key().settlement());

    private MarketBodies() {}

    static MarketBody of(Market market) {
        return new MarketBody(
                market.asOf(),
                list(market.underlyings().values().stream().map(MarketBodies::of)),
                market.fx().isEmpty() ? null : new TreeMap<>(market.fx()),
                market.stablePrice());
    }

    private static MarketBody.Underlying of(Underlying underlying) {
        Reference reference = underlying.reference();
        Listings listings = underlying.listings();
        return new MarketBody.Underlying(
                underlying.id(),
                underlying.currency(),
                reference.spot(),
                boxed(reference.rateAnnual()),
                reference.dividendYieldAnnual(),
                boxed(reference.perpetual().mark()),
                boxed(reference.perpetual().fundingRate8h()),
                boxed(reference.perpetual().confidence()),
                boxed(reference.perpetual().openInterest()),
                boxed(reference.confidence()),
                listIfAny(
                        underlying.forwards().listed().entrySet().stream()
                                .map(e -> of(e.getKey(), e.getValue()))),
                underlying.vols() instanceof VolSurface.Flat(double vol) ? vol : null,
                underlying.vols() instanceof VolSurface.Quoted quoted ? vols(quoted) : null,
                listIfAny(listings.quotes().values().stream().sorted(BY_KEY).map(MarketBodies::of)),
                listIfAny(
                        listings.sortedArrays().entrySet().stream()
                                .map(e -> of(e.getKey(), e.getValue()))));
    }

    private static MarketBody.Forward of(Instant expiry, ForwardQuote forward) {
        return new MarketBody.Forward(
                expiry, forward.price(), boxed(forward.rateAnnual()), boxed(forward.confidence()));
    }

    private static List<MarketBody.@Nullable StrikeVol> vols(VolSurface.Quoted quoted) {
        return list(quoted.smiles().values().stream().flatMap(MarketBodies::of));
    }

    private static Stream<MarketBody.StrikeVol> of(Smile smile) {
        double[] strikes = smile.strikes();
        double[] vols = smile.vols();
        return IntStream.range(0, strikes.length)
                .mapToObj(i -> new MarketBody.StrikeVol(smile.expiry(), strikes[i], vols[i]));
    }

    private static MarketBody.Quote of(OptionQuote quote) {
        OptionQuote.Key key = quote.key();
        OptionQuote.Notation notation = quote.listing().notation().orElse(null);
        return new MarketBody.Quote(
                null,
                key.expiry(),
                key.strike(),
                key.right(),
                key.settlement(),
                boxed(quote.vol()),
                boxed(quote.mark()),
                boxed(quote.bid()),
                boxed(quote.ask()),
                boxed(quote.delta()),
                boxed(quote.confidence()),
                notation == null ? null : notation.multiplier(),
                notation == null ? null : notation.style().exercise(),
                boxed(quote.listing().openInterest()),
                boxed(quote.listing().volume()));
    }

    private static MarketBody.Published of(String contract, PublishedArray array) {
        return new MarketBody.Published(
                contract, array.value(), array.delta(), list(Arrays.stream(array.pnl()).boxed()));
    }

    private static <T> List<@Nullable T> list(Stream<T> values) {
        List<@Nullable T> list = new ArrayList<>();
        values.forEach(list::add);
        return list;
    }

    private static <T> @Nullable List<@Nullable T> listIfAny(Stream<T> values) {
        List<@Nullable T> list = list(values);
        return list.isEmpty() ? null : list;
    }

    private static @Nullable Double boxed(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
