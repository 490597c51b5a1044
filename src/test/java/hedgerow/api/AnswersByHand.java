package hedgerow.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import hedgerow.store.Json;
import hedgerow.store.MarketStore;
import hedgerow.store.ModelStore;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.nio.file.Path;
import java.util.Optional;

/// The service's way from bytes to answers, put together without the framework.
public final class AnswersByHand {
    private final Validator validator = Validation.buildDefaultValidatorFactory().getValidator();
    private final ObjectMapper mapper =
            new ObjectMapper().registerModules(new Jdk8Module(), new JavaTimeModule());
    private final Beans beans = new Beans();
    private final Json json = beans.json(validator);
    private final ModelStore models;
    private final MarketStore markets = beans.markets(json);
    private final Engine engine = new Engine("hedgerow", "test");
    private final PricedMarkets priced = new PricedMarkets();
    private final MarginDesk desk = new MarginDesk(engine, priced);
    private final QuestionReader questions;

    /// Puts it together over the packaged models.
    public AnswersByHand() {
        this(Optional.empty());
    }

    /// Puts it together over the packaged models and those of a directory.
    AnswersByHand(Optional<Path> directory) {
        models = beans.models(directory);
        questions = new QuestionReader(json, models, markets);
        new AnswerJson().customize(mapper);
    }

    /// What answers single questions.
    public Answers answers() {
        MarketReading reading = new MarketReading(markets, json, validator);
        return new Answers(
                questions,
                desk,
                models,
                new ModelsResource(models, engine),
                new MarketsResource(markets, reading, new Capacity(1)),
                reading,
                mapper);
    }

    /// What answers streams.
    public Bulk bulk() {
        return new Bulk(
                mapper,
                new BulkQuestions(questions, desk),
                new BulkAccounts(json, questions, engine, priced));
    }
}
