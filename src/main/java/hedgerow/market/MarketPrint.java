package hedgerow.market;

import hedgerow.portfolio.Fingerprint;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/// Writes the figures of an underlying to a fingerprint, in a fixed order.
final class MarketPrint {
    private static final Comparator<OptionQuote> BY_KEY =
            Comparator.comparing((OptionQuote q) -> q.key().expiry())
                    .thenComparingDouble(q -> q.key().strike())
                    .thenComparing(q -> q.key().right())
                    .thenComparing(q -> q.key().settlement());

    private MarketPrint() {}

    static void put(Fingerprint print, Underlying underlying) {
        print.put(underlying.id()).put(underlying.currency());
        put(print, underlying.reference());
        print.putLong(underlying.forwards().listed().size());
        underlying
                .forwards()
                .listed()
                .forEach((expiry, forward) -> {
                    print.put(expiry).put(forward.price());
                    put(print, forward.rateAnnual());
                    put(print, forward.confidence());
                });
        put(print, underlying.vols());
        put(print, underlying.listings());
    }

    private static void put(Fingerprint print, Reference reference) {
        print.put(reference.spot()).put(reference.dividendYieldAnnual());
        put(print, reference.rateAnnual());
        put(print, reference.perpetual().mark());
        put(print, reference.perpetual().fundingRate8h());
        put(print, reference.perpetual().confidence());
        put(print, reference.perpetual().openInterest());
        put(print, reference.confidence());
    }

    private static void put(Fingerprint print, VolSurface vols) {
        switch (vols) {
            case VolSurface.Flat flat -> print.put("flat").put(flat.vol());
            case VolSurface.Quoted quoted -> {
                print.put("quoted").putLong(quoted.smiles().size());
                quoted.smiles().values().forEach(smile -> put(print, smile));
            }
        }
    }

    private static void put(Fingerprint print, Smile smile) {
        print.put(smile.expiry());
        put(print, smile.strikes());
        put(print, smile.vols());
    }

    private static void put(Fingerprint print, Listings listings) {
        List<OptionQuote> chain = listings.quotes().values().stream().sorted(BY_KEY).toList();
        print.putLong(chain.size());
        for (OptionQuote quote : chain) {
            print.put(quote.key().expiry()).put(quote.key().strike());
            print.put(quote.key().right().name()).put(quote.key().settlement().name());
            put(print, quote.vol());
            put(print, quote.mark());
            put(print, quote.bid());
            put(print, quote.ask());
            put(print, quote.delta());
            put(print, quote.confidence());
            put(print, quote.listing());
        }
        print.putLong(listings.arrays().size());
        listings.sortedArrays()
                .forEach((contract, array) -> {
                    print.put(contract).put(array.value()).put(array.delta());
                    put(print, array.pnl());
                });
    }

    private static void put(Fingerprint print, OptionQuote.Listing listing) {
        put(print, listing.openInterest());
        put(print, listing.volume());
        print.put(listing.notation().map(OptionQuote.Notation::toString).orElse(""));
    }

    private static void put(Fingerprint print, double[] values) {
        print.putLong(values.length);
        for (double value : values) print.put(value);
    }

    private static void put(Fingerprint print, OptionalDouble value) {
        print.putLong(value.isPresent() ? 1 : 0).put(value.orElse(0));
    }
}
