package hedgerow.store;

import static hedgerow.store.MarketMapping.orEmpty;
import static hedgerow.store.MarketMapping.sent;
import static hedgerow.store.MarketMapping.unique;

import hedgerow.market.ForwardCurve;
import hedgerow.market.ForwardQuote;
import hedgerow.market.Listings;
import hedgerow.market.Lookup;
import hedgerow.market.OptionChain;
import hedgerow.market.OptionQuote;
import hedgerow.market.PublishedArray;
import hedgerow.market.Reference;
import hedgerow.market.Reference.PerpetualQuote;
import hedgerow.market.Smile;
import hedgerow.market.Underlying;
import hedgerow.market.VolSurface;
import hedgerow.portfolio.Exercise;
import hedgerow.portfolio.Numbers;
import hedgerow.portfolio.Option;
import hedgerow.portfolio.Parsed;
import hedgerow.portfolio.Settlement;
import hedgerow.portfolio.Symbols;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One underlying of a body: checked when made, built when the whole request has no fault.
final class UnderlyingMapping {
    private final MarketBody.Underlying row;
    private final Faults faults;
    private final Map<Instant, MarketBody.Forward> forwards;
    private final Map<StrikeKey, MarketBody.StrikeVol> vols;
    private final List<OptionQuote> quotes;
    private final Map<String, MarketBody.Published> arrays;

    private record StrikeKey(Instant expiry, double strike) {
        static @Nullable StrikeKey of(MarketBody.StrikeVol vol) {
            return vol.expiry() == null || vol.strike() == null
                    ? null
                    : new StrikeKey(vol.expiry(), vol.strike());
        }

        @Override
        public String toString() {
            return Numbers.plain(strike) + " at " + expiry;
        }
    }

    private record OptionKey(OptionQuote.Key key) {
        @Override
        public String toString() {
            return Numbers.plain(key.strike())
                    + " "
                    + key.settlement().name().toLowerCase(Locale.ROOT)
                    + " "
                    + key.right().name().toLowerCase(Locale.ROOT)
                    + " at "
                    + key.expiry();
        }
    }

    UnderlyingMapping(MarketBody.Underlying row, String at, Faults faults) {
        this.row = row;
        this.faults = faults;
        this.forwards =
                unique(
                        orEmpty(row.forwards()),
                        MarketBody.Forward::expiry,
                        at + "/forwards",
                        "one forward an expiry",
                        faults);
        this.vols =
                unique(
                        orEmpty(row.vols()),
                        StrikeKey::of,
                        at + "/vols",
                        "one vol a strike and expiry",
                        faults);
        this.arrays =
                unique(
                        orEmpty(row.arrays()),
                        MarketBody.Published::contract,
                        at + "/arrays",
                        "each contract once",
                        faults);
        this.quotes = quotes(at + "/quotes");
        if (row.vol() != null && row.vols() != null) {
            faults.add(at + "/vol", row.vol().toString(), "either vol or vols, not both");
        }
    }

    private List<OptionQuote> quotes(String at) {
        List<MarketBody.@Nullable Quote> rows = orEmpty(row.quotes());
        List<@Nullable OptionKey> keys = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            MarketBody.Quote quote = rows.get(i);
            OptionQuote.Key key = quote == null ? null : key(quote, at + "/" + i);
            keys.add(key == null ? null : new OptionKey(key));
        }
        Map<OptionKey, OptionKey> seen = unique(keys, key -> key, at, "each option once", faults);
        List<OptionQuote> quotes = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            MarketBody.Quote quote = rows.get(i);
            OptionKey key = keys.get(i);
            if (quote != null && key != null && seen.get(key) == key) {
                quotes.add(
                        new OptionQuote(
                                key.key(),
                                optional(quote.vol()),
                                optional(quote.mark()),
                                optional(quote.bid()),
                                optional(quote.ask()),
                                optional(quote.delta()),
                                optional(quote.confidence()),
                                new OptionQuote.Listing(
                                        notation(quote),
                                        optional(quote.openInterest()),
                                        optional(quote.volume()))));
            }
        }
        return quotes;
    }

    /// Exercise and size of the option, where they are told.
    private static Optional<OptionQuote.Notation> notation(MarketBody.Quote quote) {
        if (quote.symbol() != null) {
            return Symbols.parse(quote.symbol()) instanceof Parsed.Known(Option option, _)
                    ? Optional.of(OptionQuote.Notation.of(option))
                    : Optional.empty();
        }
        if (quote.multiplier() == null && quote.exercise() == null) return Optional.empty();
        boolean american =
                quote.exercise() == Exercise.AMERICAN && quote.settlement() != Settlement.INVERSE;
        double multiplier = quote.multiplier() == null ? 1 : quote.multiplier();
        return Optional.of(
                new OptionQuote.Notation(
                        american ? Option.Style.AMERICAN : Option.Style.EUROPEAN,
                        multiplier > 0 ? multiplier : 1));
    }

    /// The option that a quote is for; null where a fault says why it is not known.
    private OptionQuote.@Nullable Key key(MarketBody.Quote quote, String at) {
        if (quote.symbol() == null) return plainKey(quote, at);
        checkNoFieldsBesideSymbol(quote, at);
        switch (Symbols.parse(quote.symbol())) {
            case Parsed.Known(Option option, _) when option.underlying().equals(row.id()) -> {
                return OptionQuote.Key.of(option);
            }
            case Parsed.Known _ ->
                    faults.add(at + "/symbol", quote.symbol(), "an option on " + row.id());
            case Parsed.Unknown(String reason) ->
                    faults.add(at + "/symbol", quote.symbol(), "a known symbol: " + reason);
        }
        return null;
    }

    private void checkNoFieldsBesideSymbol(MarketBody.Quote quote, String at) {
        boolean alone =
                quote.expiry() == null
                        && quote.strike() == null
                        && quote.right() == null
                        && quote.settlement() == null
                        && quote.multiplier() == null
                        && quote.exercise() == null;
        if (!alone) {
            faults.add(
                    at + "/symbol",
                    sent(quote.symbol()),
                    "either symbol or expiry, strike, right, settlement, multiplier and"
                            + " exercise, not both");
        }
    }

    private OptionQuote.@Nullable Key plainKey(MarketBody.Quote quote, String at) {
        need(quote.expiry(), at + "/expiry");
        need(quote.strike(), at + "/strike");
        need(quote.right(), at + "/right");
        need(quote.settlement(), at + "/settlement");
        if (quote.settlement() == Settlement.INVERSE && quote.exercise() == Exercise.AMERICAN) {
            faults.add(at + "/exercise", "american", "european for an inverse option");
        }
        if (quote.expiry() == null || quote.strike() == null) return null;
        if (quote.right() == null || quote.settlement() == null) return null;
        return new OptionQuote.Key(
                quote.expiry(), quote.strike(), quote.right(), quote.settlement());
    }

    private void need(@Nullable Object value, String at) {
        if (value == null) faults.add(Fault.missing(at, "a value, or a symbol for the option"));
    }

    Underlying build(Instant asOf, List<String> notes) {
        TreeMap<Instant, ForwardQuote> listed = new TreeMap<>();
        forwards.forEach((expiry, forward) -> listed.put(expiry, quote(forward)));
        TreeMap<String, PublishedArray> published = new TreeMap<>();
        arrays.forEach((contract, array) -> published.put(contract, array(array)));
        Listings chain = Listings.ofChain(quotes);
        Underlying bare =
                new Underlying(
                        sent(row.id()),
                        sent(row.currency()),
                        reference(),
                        new ForwardCurve(listed),
                        VolSurface.NONE,
                        new Listings(chain.quotes(), published));
        return new Underlying(
                bare.id(),
                bare.currency(),
                bare.reference(),
                bare.forwards(),
                surface(bare, asOf, notes),
                bare.listings());
    }

    private Reference reference() {
        return new Reference(
                sent(row.spot()),
                optional(row.rateAnnual()),
                row.dividendYieldAnnual() == null ? 0 : row.dividendYieldAnnual(),
                new PerpetualQuote(
                        optional(row.perpetualMark()),
                        optional(row.fundingRate8h()),
                        optional(row.perpetualConfidence()),
                        optional(row.openInterest())),
                optional(row.confidence()));
    }

    private static ForwardQuote quote(MarketBody.Forward forward) {
        return new ForwardQuote(
                sent(forward.price()),
                optional(forward.rateAnnual()),
                optional(forward.confidence()));
    }

    private VolSurface surface(Underlying bare, Instant asOf, List<String> notes) {
        if (row.vol() != null) return new VolSurface.Flat(row.vol());
        SortedMap<Instant, Map<Double, Double>> byExpiry = new TreeMap<>();
        vols.forEach((key, vol) ->
                byExpiry.computeIfAbsent(key.expiry(), _ -> new TreeMap<>())
                        .put(key.strike(), sent(vol.vol())));
        if (row.vols() == null) {
            quotedByExpiry()
                    .forEach((expiry, sides) -> {
                        double split = split(bare, asOf, expiry);
                        Map<Double, Double> quoted = OptionChain.vols(sides, split);
                        if (!quoted.isEmpty()) byExpiry.put(expiry, quoted);
                    });
            if (!byExpiry.isEmpty()) notes.add(bare.id() + ": the vols are those of the quotes");
        }
        List<Smile> smiles = new ArrayList<>();
        byExpiry.forEach((expiry, strikes) -> smiles.add(Smile.of(expiry, strikes)));
        return VolSurface.Quoted.of(smiles);
    }

    private SortedMap<Instant, List<OptionQuote>> quotedByExpiry() {
        SortedMap<Instant, List<OptionQuote>> byExpiry = new TreeMap<>();
        for (OptionQuote quote : quotes) {
            byExpiry.computeIfAbsent(quote.key().expiry(), _ -> new ArrayList<>()).add(quote);
        }
        return byExpiry;
    }

    /// Where puts end and calls begin: the forward, or spot where there is none.
    private static double split(Underlying bare, Instant asOf, Instant expiry) {
        if (!expiry.isAfter(asOf)) return bare.spot();
        return switch (bare.forward(asOf, expiry)) {
            case Lookup.Found forward -> forward.value();
            case Lookup.Missing _ -> bare.spot();
        };
    }

    private static PublishedArray array(MarketBody.Published body) {
        double[] pnl = sent(body.pnl()).stream().mapToDouble(MarketMapping::sent).toArray();
        return new PublishedArray(pnl, sent(body.value()), sent(body.delta()));
    }

    private static OptionalDouble optional(@Nullable Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
