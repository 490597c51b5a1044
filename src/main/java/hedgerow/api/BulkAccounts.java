package hedgerow.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import hedgerow.api.NdjsonLines.Line;
import hedgerow.api.answer.BulkOpening;
import hedgerow.api.body.BulkHeaderBody;
import hedgerow.store.Json;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/// Opens streams whose first line names the model and the market of all accounts.
@Singleton
final class BulkAccounts {
    private static final JsonFactory FIELDS = new JsonFactory();

    private final Json json;
    private final QuestionReader questions;
    private final Engine engine;
    private final PricedMarkets markets;

    BulkAccounts(Json json, QuestionReader questions, Engine engine, PricedMarkets markets) {
        this.json = json;
        this.questions = questions;
        this.engine = engine;
        this.markets = markets;
    }

    /// A stream that has been opened.
    ///
    /// @param answer what its first line is answered with
    /// @param answers what answers the others
    record Opened(BulkOpening answer, Bulk.LineAnswers answers) {}

    /// Whether a line names a model or a market and holds no portfolio.
    static boolean isHeader(byte[] line) {
        Set<String> fields = new HashSet<>();
        try (JsonParser parser = FIELDS.createParser(line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) return false;
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                fields.add(parser.currentName());
                parser.nextToken();
                parser.skipChildren();
            }
        } catch (IOException e) {
            return false;
        }
        boolean names = fields.contains("model") || fields.contains("market");
        return names && !fields.contains("portfolio");
    }

    /// Reads a first line.
    ///
    /// @throws hedgerow.api.problem.ProblemException with everything that is wrong with it
    Opened open(Line line) {
        Question question =
                questions.read(new ByteArrayInputStream(line.bytes()), BulkHeaderBody.class);
        MarginAnswers answers =
                new MarginAnswers(
                        Reckoning.of(question, question.models().getFirst(), markets),
                        engine.name());
        String currency = answers.reckoning().arrays().currency();
        BulkOpening opening =
                new BulkOpening(
                        line.number(),
                        answers.model(),
                        answers.market(),
                        currency,
                        MarginAnswers.convention(currency),
                        engine.name());
        return new Opened(opening, new AccountLines(json, answers));
    }
}
