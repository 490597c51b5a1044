package hedgerow.api;

import hedgerow.api.Question.Netting;
import hedgerow.api.Question.Shown;
import hedgerow.api.body.BulkHeaderBody;
import hedgerow.api.body.CompareBody;
import hedgerow.api.body.CurveBody;
import hedgerow.api.body.Detail;
import hedgerow.api.body.HedgeBody;
import hedgerow.api.body.HedgeLegsBody;
import hedgerow.api.body.IdOr;
import hedgerow.api.body.LiquidationBody;
import hedgerow.api.body.MarginBody;
import hedgerow.api.body.PortfolioBody;
import hedgerow.api.body.QuestionBody;
import hedgerow.api.body.RiskBody;
import hedgerow.api.body.SuggestBody;
import hedgerow.margin.NettingRule;
import hedgerow.market.Market;
import hedgerow.store.Faults;
import hedgerow.store.Json;
import hedgerow.store.MarketBody;
import hedgerow.store.MarketJson;
import hedgerow.store.MarketStore;
import hedgerow.store.ModelStore;
import hedgerow.store.StoredModel;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Reads request bodies into questions: first every fault of a body at once, then the names in it.
@Singleton
final class QuestionReader {
    private static final String HEDGE_NOT_READ =
            "hedge is not read here; POST /v1/margin/hedge tells what it takes off";

    private final BodyReader bodies;
    private final ModelStore models;
    private final MarketStore markets;

    QuestionReader(Json json, ModelStore models, MarketStore markets) {
        this.bodies = new BodyReader(json);
        this.models = models;
        this.markets = markets;
    }

    /// The question of a body.
    ///
    /// @throws hedgerow.api.problem.ProblemException with everything that is wrong with it
    Question read(InputStream body, Class<? extends QuestionBody> type) {
        return read(body, type, Detail.FULL);
    }

    /// The question of a body, with the detail to answer in where the body does not say.
    ///
    /// @throws hedgerow.api.problem.ProblemException with everything that is wrong with it
    Question read(InputStream body, Class<? extends QuestionBody> type, Detail unlessGiven) {
        return asked(body, type, unlessGiven, (_, _, _) -> Optional.of(true)).question();
    }

    /// A question that asks for more than the margins of a book.
    ///
    /// @param question the book, its market and its models
    /// @param about what else is asked
    record Asked<A>(Question question, A about) {}

    /// Reads what a body asks for beside the margins of a book.
    interface About<T, A> {
        /// What is asked; empty where there is a fault in it.
        ///
        /// @param underlyings the ids of all that is held, ordered or would be traded
        Optional<A> read(T sent, SortedSet<String> underlyings, Faults faults);
    }

    /// The question of a body, with what else it asks for.
    ///
    /// @throws hedgerow.api.problem.ProblemException with everything that is wrong with it
    <T extends QuestionBody, A> Asked<A> asked(InputStream body, Class<T> type, About<T, A> about) {
        return asked(body, type, Detail.FULL, about);
    }

    private <T extends QuestionBody, A> Asked<A> asked(
            InputStream body, Class<T> type, Detail unlessGiven, About<T, A> about) {
        Faults faults = new Faults();
        Optional<T> sent = bodies.bind(body, type, faults);
        if (sent.isEmpty()) throw FaultProblems.of(faults.list());
        RequestLimits.check(sent.get());
        return asked(sent.get(), faults, unlessGiven, about);
    }

    private <T extends QuestionBody, A> Asked<A> asked(
            T sent, Faults faults, Detail unlessGiven, About<T, A> about) {
        BookReader reader = new BookReader(faults);
        PortfolioBody portfolio = sent.portfolio();
        HedgeLegsBody hedge = sent.hedge();
        Optional<Book> book = Optional.ofNullable(portfolio).map(p -> reader.book(p, "/portfolio"));
        List<Leg> legs = hedge == null ? List.of() : reader.legs(hedge, "/hedge");
        List<String> notes = new ArrayList<>();
        Optional<Market> market = sentMarket(sent.market(), faults, notes);
        Optional<A> more = about.read(sent, underlyings(book, legs), faults);
        if (!faults.isEmpty()) throw FaultProblems.of(faults.list());
        boolean read = !(sent instanceof MarginBody) || legs.isEmpty();
        if (!read) notes.add(HEDGE_NOT_READ);
        Question question =
                new Question(
                        models(sent),
                        market.map(QuestionReader::unnamed).orElseGet(() -> loaded(sent.market())),
                        book.orElseThrow(),
                        read ? legs : List.of(),
                        Optional.ofNullable(sent.currency()),
                        netting(sent, book.orElseThrow()),
                        shown(sent, unlessGiven),
                        notes);
        return new Asked<>(question, more.orElseThrow());
    }

    private static SortedSet<String> underlyings(Optional<Book> book, List<Leg> hedge) {
        SortedSet<String> underlyings = new TreeSet<>();
        book.stream().flatMap(Book::everyLeg).forEach(leg -> underlyings.add(leg.underlying()));
        hedge.forEach(leg -> underlyings.add(leg.underlying()));
        return underlyings;
    }

    /// The market that is sent along; empty where one is named, or where there is a fault in it.
    static Optional<Market> sentMarket(
            @Nullable IdOr<MarketBody> field, Faults faults, List<String> notes) {
        return field instanceof IdOr.Sent<MarketBody>(MarketBody body)
                ? MarketJson.market(body, "/market", faults, notes)
                : Optional.empty();
    }

    static NamedMarket unnamed(Market market) {
        return new NamedMarket(Optional.empty(), market.hash(), market);
    }

    private NamedMarket loaded(@Nullable IdOr<MarketBody> field) {
        if (field instanceof IdOr.Id<MarketBody>(String id)) {
            return Snapshots.named(markets, id, "/market");
        }
        throw new IllegalStateException("a market that was sent is read already, was " + field);
    }

    private List<StoredModel> models(QuestionBody sent) {
        return switch (sent) {
            case MarginBody margin -> model(margin.model());
            case HedgeBody hedge -> model(hedge.model());
            case BulkHeaderBody header -> model(header.model());
            case CompareBody compare -> models(compare.models());
            case CurveBody curve -> model(curve.model());
            case LiquidationBody liquidation -> model(liquidation.model());
            case SuggestBody suggest -> model(suggest.model());
            case RiskBody risk -> model(risk.model());
        };
    }

    private List<StoredModel> model(@Nullable String name) {
        return Found.models(models, given(name), List.of("/model"));
    }

    private List<StoredModel> models(@Nullable List<@Nullable String> names) {
        List<String> asked = new ArrayList<>();
        if (names != null) names.forEach(name -> asked.addAll(given(name)));
        List<String> pointers =
                IntStream.range(0, asked.size()).mapToObj(i -> "/models/" + i).toList();
        return Found.models(models, asked, pointers);
    }

    private static List<String> given(@Nullable String name) {
        return name == null ? List.of() : List.of(name);
    }

    private static Optional<Netting> netting(QuestionBody sent, Book book) {
        if (!(sent instanceof MarginBody margin)) return Optional.empty();
        NettingRule rule = margin.netting();
        Integer level = margin.groupLevel();
        boolean grouped = book.everyLeg().anyMatch(leg -> !leg.group().isEmpty());
        if (rule == null && level == null && !grouped) return Optional.empty();
        return Optional.of(
                new Netting(
                        rule == null ? NettingRule.FULL : rule,
                        level == null ? Integer.MAX_VALUE : level));
    }

    private static Shown shown(QuestionBody sent, Detail unlessGiven) {
        Detail detail = sent.detail() == null ? unlessGiven : sent.detail();
        boolean path = sent instanceof HedgeBody hedge && Boolean.TRUE.equals(hedge.tradePath());
        return new Shown(
                detail, Boolean.TRUE.equals(sent.scenarioPnl()), path || detail != Detail.BRIEF);
    }
}
