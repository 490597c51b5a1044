package hedgerow.store;

import hedgerow.market.Market;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Markets in our own JSON, the `market` object of a request.
///
/// Reading what was written gives a market of the same hash.
public final class MarketJson {
    private final Json json;

    /// A reader and writer over `json`, which should refuse unknown fields.
    public MarketJson(Json json) {
        this.json = json;
    }

    /// Reads a market.
    ///
    /// @throws IOException where the stream fails; never for what is in it
    public Reading<Market> read(InputStream body) throws IOException {
        Faults faults = new Faults();
        List<String> notes = new ArrayList<>();
        Optional<MarketBody> bound = json.bind(body, MarketBody.class, faults);
        Optional<Market> market = bound.flatMap(b -> market(b, "", faults, notes));
        return market.isPresent()
                ? new Reading.Value<>(market.get(), notes)
                : new Reading.Refused<>(faults.list());
    }

    /// The market of a body that has been bound by [Json].
    ///
    /// @param body the body, of which fields may have failed to bind
    /// @param pointer where it stands in the request: empty, or such as `/market`
    /// @param faults the faults so far, to which those between fields are added
    /// @param notes where to add what the caller should know
    /// @return the market; empty where there is a fault, in this body or elsewhere in the request
    public static Optional<Market> market(
            MarketBody body, String pointer, Faults faults, List<String> notes) {
        return new MarketMapping(faults, notes).market(body, pointer);
    }

    /// Writes a market in UTF-8, on one line.
    public byte[] write(Market market) {
        return json.write(MarketBodies.of(market));
    }

    /// Writes a market in UTF-8, indented.
    public byte[] writeIndented(Market market) {
        return json.writeIndented(MarketBodies.of(market));
    }
}
