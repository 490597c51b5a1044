package hedgerow.api;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import hedgerow.market.Market;
import hedgerow.store.MarketJson;
import hedgerow.store.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/// The market and the book that the service brings along, so that the first request shows
/// something.
final class Samples {
    /// The id of the sample market.
    static final String MARKET = "sample";

    private static final String MODEL = "crypto-grid";

    private Samples() {}

    /// The sample market.
    static Reading.Value<Market> market(MarketJson json) {
        try (InputStream in = resource("market.json")) {
            return switch (json.read(in)) {
                case Reading.Value<Market> value -> value;
                case Reading.Refused<Market> refused ->
                        throw new IllegalStateException("the sample market: " + refused.faults());
            };
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the sample market", e);
        }
    }

    /// The sample book as a whole request, to any of the margin endpoints.
    static Map<String, Object> book(ObjectMapper mapper) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("model", MODEL);
        request.put("market", MARKET);
        try (InputStream in = resource("book.json")) {
            request.putAll(mapper.readValue(in, new TypeReference<Map<String, Object>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the sample book", e);
        }
        return request;
    }

    private static InputStream resource(String name) {
        InputStream in = Samples.class.getResourceAsStream("/samples/" + name);
        if (in == null) throw new IllegalStateException("not packaged: /samples/" + name);
        return in;
    }
}
