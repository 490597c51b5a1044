package hedgerow.api;

import hedgerow.api.body.Bounds;
import hedgerow.api.problem.Problem;
import hedgerow.api.problem.ProblemException;
import hedgerow.api.problem.ProblemType;
import hedgerow.market.Market;
import hedgerow.store.DeribitBookSummaryReader;
import hedgerow.store.Json;
import hedgerow.store.MarketJson;
import hedgerow.store.MarketStore;
import hedgerow.store.MarketStore.Snapshot;
import hedgerow.store.OptionChainCsvReader;
import hedgerow.store.Reading;
import hedgerow.store.span.RiskFiles;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads market snapshots in any of the known forms, and keeps them.
@Singleton
final class MarketReading {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private final MarketStore markets;
    private final MarketJson own;
    private final Json foreign;

    MarketReading(MarketStore markets, Json json, Validator validator) {
        this.markets = markets;
        this.own = new MarketJson(json);
        this.foreign = new Json(validator, Json.UnknownFields.IGNORED);
    }

    /// Keeps a market sent as JSON: our own form, or Deribit's book summaries.
    ///
    /// @throws ProblemException with everything that is wrong with it
    Snapshot json(byte[] body, Optional<String> id) {
        return BookSummaries.areIn(body)
                ? kept(
                        BookSummaries.oneAfterTheOther(body),
                        id,
                        in -> DeribitBookSummaryReader.read(foreign, in))
                : kept(body, id, own::read);
    }

    /// Keeps a market sent as an option chain in CSV.
    ///
    /// @throws ProblemException with everything that is wrong with it
    Snapshot csv(byte[] body, Optional<String> id) {
        return kept(body, id, OptionChainCsvReader::read);
    }

    /// Keeps a risk-parameter file, positional or in XML, which is read as it comes.
    ///
    /// @param commodities the commodity codes that are wanted; all where empty
    /// @throws ProblemException with everything that is wrong with it, or where it is too large
    Snapshot file(InputStream body, Optional<String> id, Set<String> commodities) {
        id.ifPresent(this::checkId);
        return kept(
                new LimitedBody(body, Bounds.FILE_BYTES),
                id,
                in -> RiskFiles.read(in, commodities));
    }

    /// A market in our own form.
    byte[] write(Market market) {
        return own.write(market);
    }

    private interface Reader {
        Reading<Market> read(InputStream body) throws IOException;
    }

    private Snapshot kept(byte[] body, Optional<String> id, Reader reader) {
        id.ifPresent(this::checkId);
        return kept(new ByteArrayInputStream(body), id, reader);
    }

    private Snapshot kept(InputStream body, Optional<String> id, Reader reader) {
        try {
            return switch (reader.read(body)) {
                case Reading.Value<Market> value ->
                        id.isPresent() ? markets.load(id.get(), value) : markets.load(value);
                case Reading.Refused<Market> refused -> throw FaultProblems.of(refused.faults());
            };
        } catch (IOException e) {
            throw new UncheckedIOException("the request body cannot be read", e);
        }
    }

    private void checkId(String id) {
        if (!ID.matcher(id).matches()) {
            String allowed = "1 to 64 letters, digits, points, dashes and underscores";
            Problem.Item item =
                    new Problem.Item(
                            "?id",
                            Optional.of(id),
                            Optional.of(allowed),
                            "allowed: " + allowed,
                            "INVALID");
            throw new ProblemException(
                    Problem.of(ProblemType.INVALID_REQUEST, "id: " + allowed, List.of(item)));
        }
        if (markets.isNamed(id)) {
            String detail = "the service's own snapshot " + id + " is not replaced; choose an id";
            throw new ProblemException(Problem.of(ProblemType.CONFLICT, detail));
        }
    }
}
