package hedgerow.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import hedgerow.api.answer.CompareAnswer;
import hedgerow.api.answer.CurveAnswer;
import hedgerow.api.answer.EngineName;
import hedgerow.api.answer.HedgeAnswer;
import hedgerow.api.answer.LiquidationAnswer;
import hedgerow.api.answer.MarginAnswer;
import hedgerow.api.answer.MarketAnswer;
import hedgerow.api.answer.MarketsAnswer;
import hedgerow.api.answer.ModelAnswer;
import hedgerow.api.answer.ModelsAnswer;
import hedgerow.api.answer.RiskAnswer;
import hedgerow.api.answer.SuggestAnswer;
import hedgerow.api.body.CompareBody;
import hedgerow.api.body.CurveBody;
import hedgerow.api.body.HedgeBody;
import hedgerow.api.body.HedgeLegsBody;
import hedgerow.api.body.LiquidationBody;
import hedgerow.api.body.MarginBody;
import hedgerow.api.body.RiskBody;
import hedgerow.api.body.SuggestBody;
import hedgerow.scenario.ScenarioGrid;
import hedgerow.store.ModelStore;
import jakarta.inject.Singleton;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the service answers, for callers inside the program: the bytes of a body in, the answer
/// out.
///
/// The command line asks here. Bodies, answers and problems are those of the resources, by the same
/// way. Every method throws [hedgerow.api.problem.ProblemException] where a resource would answer
/// with a problem.
@Singleton
public final class Answers {
    private static final int START = 4_096;

    private final QuestionReader questions;
    private final MarginDesk desk;
    private final ModelStore models;
    private final ModelsResource modelList;
    private final MarketsResource marketList;
    private final MarketReading markets;
    private final ObjectMapper mapper;

    Answers(
            QuestionReader questions,
            MarginDesk desk,
            ModelStore models,
            ModelsResource modelList,
            MarketsResource marketList,
            MarketReading markets,
            ObjectMapper mapper) {
        this.questions = questions;
        this.desk = desk;
        this.models = models;
        this.modelList = modelList;
        this.marketList = marketList;
        this.markets = markets;
        this.mapper = mapper;
    }

    /// The answer of `POST /v1/margin`.
    public MarginAnswer margin(InputStream body) {
        return desk.margin(questions.read(body, MarginBody.class));
    }

    /// The answer of `POST /v1/margin/hedge`.
    public HedgeAnswer hedge(InputStream body) {
        return desk.hedge(
                questions.asked(
                        body,
                        HedgeBody.class,
                        (sent, underlyings, faults) ->
                                Optional.of(
                                        new HedgeAnswers.Terms(
                                                new PresetReader(faults)
                                                        .terms(
                                                                sent.protection(),
                                                                isPreset(sent.hedge()),
                                                                underlyings),
                                                Optional.ofNullable(sent.gasPerTrade())))));
    }

    private static boolean isPreset(@Nullable HedgeLegsBody hedge) {
        return hedge != null && hedge.preset() != null;
    }

    /// The answer of `POST /v1/margin/compare`.
    public CompareAnswer compare(InputStream body) {
        return desk.compare(questions.read(body, CompareBody.class));
    }

    /// The answer of `POST /v1/margin/curve`.
    public CurveAnswer curve(InputStream body) {
        return desk.curve(
                questions.asked(
                        body,
                        CurveBody.class,
                        (sent, underlyings, faults) ->
                                new AxisReader(underlyings, faults).axis(sent.curve(), "/curve")));
    }

    /// The answer of `POST /v1/margin/liquidation`.
    public LiquidationAnswer liquidation(InputStream body) {
        return desk.liquidation(
                questions.asked(
                        body,
                        LiquidationBody.class,
                        (sent, underlyings, faults) ->
                                new AxisReader(underlyings, faults)
                                        .range(sent.liquidation(), "/liquidation")));
    }

    /// The answer of `POST /v1/hedge/suggest`.
    public SuggestAnswer suggest(InputStream body) {
        return desk.suggest(
                questions.asked(
                        body,
                        SuggestBody.class,
                        (sent, held, faults) -> new SuggestReader(faults).sought(sent, held)));
    }

    /// The answer of `POST /v1/risk/assess`.
    public RiskAnswer risk(InputStream body) {
        return desk.risk(
                questions.asked(
                        body,
                        RiskBody.class,
                        (sent, held, faults) -> new RiskReader(held, faults).terms(sent.risk())));
    }

    /// The answer of `GET /v1/models`.
    public ModelsAnswer models() {
        return modelList.models();
    }

    /// The answer of `GET /v1/models/{id}`.
    public ModelAnswer model(String name) {
        return modelList.model(name);
    }

    /// The grid of a model that answered.
    public ScenarioGrid grid(String name) {
        return Found.model(models, name).model().grid();
    }

    /// The answer of `GET /v1/markets`.
    public MarketsAnswer markets() {
        return marketList.markets();
    }

    /// Reads a market in any form that `POST /v1/markets` takes, told by how it begins, and keeps
    /// it under the id in the answer.
    public MarketAnswer load(InputStream market) {
        BufferedInputStream in = new BufferedInputStream(market, START);
        Optional<String> id = Optional.empty();
        return MarketAnswers.of(
                switch (form(in)) {
                    case JSON -> markets.json(Body.bytes(in), id);
                    case CSV -> markets.csv(Body.bytes(in), id);
                    case RISK_PARAMETERS -> markets.file(in, id, Set.of());
                });
    }

    private enum Form {
        JSON,
        CSV,
        RISK_PARAMETERS
    }

    /// JSON begins with a bracket, a chain with a line of names and commas; what else is known is a
    /// file of risk parameters.
    private static Form form(BufferedInputStream in) {
        String start = start(in).replace("\uFEFF", "").stripLeading();
        if (start.isEmpty() || start.startsWith("{") || start.startsWith("[")) return Form.JSON;
        String line = start.lines().findFirst().orElse("");
        boolean names = line.indexOf(',') > 0 && !line.startsWith("<");
        return names ? Form.CSV : Form.RISK_PARAMETERS;
    }

    private static String start(BufferedInputStream in) {
        try {
            in.mark(START);
            String start = new String(in.readNBytes(START), StandardCharsets.UTF_8);
            in.reset();
            return start;
        } catch (IOException e) {
            throw new UncheckedIOException("the market cannot be read", e);
        }
    }

    /// The body of `GET /v1/samples/book`.
    public byte[] sampleBook() {
        return json(Samples.book(mapper));
    }

    /// This program.
    public EngineName engine() {
        return modelList.models().engine();
    }

    /// An answer as it is written on the wire.
    public byte[] json(Object answer) {
        try {
            return mapper.writeValueAsBytes(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer cannot be written", e);
        }
    }
}
