package hedgerow.market;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What a venue lists on an underlying: quotes of options, and arrays of contracts.
///
/// @param quotes the option chain
/// @param arrays published risk arrays by contract id
public record Listings(
        Map<OptionQuote.Key, OptionQuote> quotes, Map<String, PublishedArray> arrays) {
    /// Nothing listed.
    public static final Listings NONE = new Listings(Map.of(), Map.of());

    public Listings {
        quotes = Map.copyOf(quotes);
        arrays = Map.copyOf(arrays);
    }

    /// An option chain; two quotes for one option are an error.
    public static Listings ofChain(List<OptionQuote> chain) {
        return new Listings(
                chain.stream().collect(Collectors.toMap(OptionQuote::key, Function.identity())),
                Map.of());
    }

    /// The quote for one option.
    public Optional<OptionQuote> quote(OptionQuote.Key key) {
        return Optional.ofNullable(quotes.get(key));
    }

    /// The published array of one contract.
    public Optional<PublishedArray> array(String contractId) {
        return Optional.ofNullable(arrays.get(contractId));
    }

    /// The arrays in order of contract id.
    public Map<String, PublishedArray> sortedArrays() {
        return new TreeMap<>(arrays);
    }
}
