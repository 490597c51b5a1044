package hedgerow.api;

import hedgerow.api.answer.BindingAnswer;
import hedgerow.api.answer.ComponentAnswer;
import hedgerow.api.answer.EngineName;
import hedgerow.api.answer.GroupAnswer;
import hedgerow.api.answer.HealthAnswer;
import hedgerow.api.answer.InitialMaintenance;
import hedgerow.api.answer.MarginAnswer;
import hedgerow.api.answer.MarketName;
import hedgerow.api.answer.ModelName;
import hedgerow.api.answer.OffGridAnswer;
import hedgerow.api.answer.SpanAnswer;
import hedgerow.api.body.Detail;
import hedgerow.hedge.OffGridCheck;
import hedgerow.margin.ComposedModel;
import hedgerow.margin.Equity;
import hedgerow.margin.Health;
import hedgerow.margin.HistoryModel;
import hedgerow.margin.Margin;
import hedgerow.margin.MarginReader;
import hedgerow.margin.ModelInfo;
import hedgerow.margin.NettingSets;
import hedgerow.margin.Requirement;
import hedgerow.margin.ScanModel;
import hedgerow.margin.SpanModel;
import hedgerow.margin.span.SpanReport;
import hedgerow.margin.span.SpanText;
import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.Numbers;
import hedgerow.portfolio.Portfolio;
import hedgerow.pricing.Note;
import hedgerow.pricing.RiskArrays;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Writes what a model says of a book as the answer that the service gives.
///
/// @param reckoning the model ready to answer
/// @param engine the program
record MarginAnswers(Reckoning reckoning, EngineName engine) {

    /// The answer for one book of the question's legs, as much of it as is asked for.
    ///
    /// @throws hedgerow.portfolio.RefusedException where the figures are too large to be numbers
    MarginAnswer of(Book book) {
        if (question().shown().explains()) return explained(book);
        MarginReader reader = reader();
        return brief(book, reader, reader.scratch());
    }

    /// What reads margins in brief.
    MarginReader reader() {
        return reckoning.model().on(reckoning.arrays());
    }

    private MarginAnswer explained(Book book) {
        Optional<NettingSets> sets = sets(book);
        if (sets.isEmpty()) return of(book, reckoning.margin(book));
        NettingSets.Read read =
                sets.get().margin(reckoning.model(), reckoning.arrays(), book.portfolio());
        return of(book, read.whole(), Optional.of(new NettedAnswers(question(), sets.get(), read)));
    }

    private Optional<NettingSets> sets(Book book) {
        return question()
                .netting()
                .map(netting -> netting.sets(book, reckoning.model().collateral()));
    }

    /// The answer without its explanation, of which nothing is worked out.
    ///
    /// @param scratch a working place, which may serve several books
    /// @throws hedgerow.portfolio.RefusedException where the figures are too large to be numbers
    MarginAnswer brief(Book book, MarginReader reader, MarginReader.Scratch scratch) {
        Portfolio portfolio = book.portfolio();
        Requirement requirement =
                sets(book)
                        .map(sets -> sets.requirement(reader, portfolio))
                        .orElseGet(() -> Reckoning.requirement(portfolio, reader, scratch));
        Equity equity = reckoning.equity(portfolio);
        String currency = reckoning.arrays().currency();
        String inputHash = inputHash(book, portfolio);
        return new MarginAnswer(
                requirement.initial(),
                requirement.maintenance(),
                currency,
                convention(currency),
                binding(
                        reckoning.arrays(),
                        requirement.bindingRun(),
                        requirement.bindingScenario(),
                        requirement.bindingLoss()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                equity.total(),
                Optional.empty(),
                new InitialMaintenance(
                        equity.total() - requirement.initial(),
                        equity.maintenanceTotal() - requirement.maintenance()),
                health(equity, requirement.maintenance()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                model(),
                market(),
                inputHash,
                resultHash(inputHash, requirement.initial(), requirement.maintenance(), equity),
                engine);
    }

    /// The explained answer for one book of the question's legs.
    MarginAnswer of(Book book, Margin margin) {
        return of(book, margin, Optional.empty());
    }

    /// @param netted the sets that are margined apart, where there are any
    private MarginAnswer of(Book book, Margin margin, Optional<NettedAnswers> netted) {
        Detail detail = question().shown().detail();
        boolean explained = detail != Detail.BRIEF;
        Equity equity = reckoning.equity(book.portfolio());
        String inputHash = inputHash(book);
        LegAnswers legs =
                new LegAnswers(
                        book, margin, when(question().shown().scenarioPnl(), reckoning.arrays()));
        return new MarginAnswer(
                margin.initial(),
                margin.maintenance(),
                margin.currency(),
                convention(margin.currency()),
                margin.binding().map(MarginAnswers::binding),
                when(explained, components(margin, netted)),
                when(explained || question().shown().scenarioPnl(), groups(margin, netted)),
                when(explained, legs.contributions()),
                when(explained && !book.orders().isEmpty(), legs.orders()),
                when(explained, margin.standAlone()),
                when(explained, margin.offset()),
                when(explained && margin.standAlone() != 0, margin.offset() / margin.standAlone()),
                explained ? netted.map(NettedAnswers::answer) : Optional.empty(),
                equity.total(),
                when(explained, legs.equity(equity, reckoning.model().collateral())),
                new InitialMaintenance(
                        equity.total() - margin.initial(),
                        equity.maintenanceTotal() - margin.maintenance()),
                health(equity, margin.maintenance()),
                when(explained, notes(book)),
                when(detail == Detail.FULL && netted.isEmpty(), () -> offGrid(book, margin)),
                explained && netted.isEmpty() ? span(book) : Optional.empty(),
                model(),
                market(),
                inputHash,
                resultHash(inputHash, margin.initial(), margin.maintenance(), equity),
                engine);
    }

    private Optional<SpanAnswer> span(Book book) {
        return switch (reckoning.model()) {
            case SpanModel model -> {
                SpanReport report = model.report(reckoning.arrays(), book.portfolio());
                yield Optional.of(new SpanAnswer(report, SpanText.of(report)));
            }
            case ScanModel _, HistoryModel _, ComposedModel _ -> Optional.empty();
        };
    }

    private Optional<HealthAnswer> health(Equity equity, double maintenance) {
        return reckoning
                .model()
                .collateral()
                .health()
                .map(rule -> {
                    Health.Standing standing = rule.of(equity, maintenance);
                    return new HealthAnswer(
                            word(rule.measure()),
                            standing.ratio().isPresent()
                                    ? Optional.of(standing.ratio().getAsDouble())
                                    : Optional.empty(),
                            rule.limit(),
                            standing.weighted(),
                            standing.owed(),
                            standing.isHealthy());
                });
    }

    private static <T> Optional<T> when(boolean shown, T part) {
        return shown ? Optional.of(part) : Optional.empty();
    }

    private static <T> Optional<T> when(boolean shown, Supplier<T> part) {
        return shown ? Optional.of(part.get()) : Optional.empty();
    }

    private Question question() {
        return reckoning.question();
    }

    /// Signs and units in words.
    static String convention(String currency) {
        return "A requirement is positive: more is worse. A profit, an asset and a long position are"
                + " positive. Amounts are in "
                + currency
                + "; vols, moves, weights and haircuts are fractions (0.16 is 16 %).";
    }

    /// The scenario that decides, where any does.
    ///
    /// @param arrays what was read
    /// @param run the place of the underlying it decides
    /// @param scenario its place in the grid, or -1
    /// @param loss the weighted loss in it
    Optional<BindingAnswer> binding(RiskArrays arrays, int run, int scenario, double loss) {
        if (scenario < 0) return Optional.empty();
        return Optional.of(
                binding(
                        new Margin.Binding(
                                arrays.runs().get(run).underlying(),
                                scenario,
                                reckoning.model().grid().get(scenario),
                                arrays.weight(scenario),
                                loss)));
    }

    /// The scenario that decides.
    static BindingAnswer binding(Margin.Binding binding) {
        return new BindingAnswer(
                binding.underlying(),
                binding.index(),
                binding.scenario().spotMove(),
                binding.scenario().volShock().size(),
                binding.weight(),
                binding.loss(),
                binding.words());
    }

    private static List<ComponentAnswer> components(Margin margin, Optional<NettedAnswers> netted) {
        List<ComponentAnswer> components = new ArrayList<>();
        for (int i = 0; i < margin.groups().size(); i++) {
            Margin.GroupMargin group = margin.groups().get(i);
            Optional<Integer> set = set(netted, i);
            group.components().forEach(part -> components.add(component(group, part, set)));
        }
        return components;
    }

    private static Optional<Integer> set(Optional<NettedAnswers> netted, int group) {
        return netted.map(sets -> sets.setOfGroup(group));
    }

    private static ComponentAnswer component(
            Margin.GroupMargin group, Margin.Component part, Optional<Integer> set) {
        return new ComponentAnswer(
                part.name(),
                group.underlying(),
                word(part.operator()),
                part.initial(),
                part.maintenance(),
                part.insideFactor() ? "inside" : "outside",
                part.initialFactor(),
                part.maintenanceFactor(),
                part.binds(),
                set);
    }

    private List<GroupAnswer> groups(Margin margin, Optional<NettedAnswers> netted) {
        boolean shown = question().shown().scenarioPnl();
        List<GroupAnswer> groups = new ArrayList<>();
        for (Margin.GroupMargin group : margin.groups()) {
            groups.add(
                    new GroupAnswer(
                            group.underlying(),
                            group.initial(),
                            group.maintenance(),
                            group.binding().map(MarginAnswers::binding),
                            when(shown, group.scenarioPnl()),
                            set(netted, groups.size())));
        }
        return groups;
    }

    private List<String> notes(Book book) {
        Set<Instrument> held = new HashSet<>(book.portfolio().instruments());
        Stream<String> priced =
                reckoning.arrays().notes().stream()
                        .filter(note -> held.contains(note.instrument()))
                        .map(MarginAnswers::words);
        return Stream.concat(question().notes().stream(), priced).toList();
    }

    private static String words(Note note) {
        return note.instrument().label() + ": " + note.text();
    }

    private List<OffGridAnswer> offGrid(Book book, Margin margin) {
        return OffGridCheck.of(
                        question().market().market(), reckoning.model(), book.portfolio(), margin)
                .stream()
                .map(MarginAnswers::offGrid)
                .toList();
    }

    /// The worst loss between a grid's points.
    static OffGridAnswer offGrid(OffGridCheck check) {
        Optional<Double> ratio =
                check.ratio().isPresent()
                        ? Optional.of(check.ratio().getAsDouble())
                        : Optional.empty();
        return new OffGridAnswer(
                check.underlying(),
                check.worstLoss(),
                check.at().spotMove(),
                check.at().volShock().size(),
                check.at().words(),
                ratio,
                when(check.warns(), warning(check)));
    }

    private static String warning(OffGridCheck check) {
        String times =
                check.ratio().isPresent()
                        ? Numbers.plain(Math.rint(check.ratio().getAsDouble() * 100) / 100)
                                + " times what the grid sees"
                        : "where the grid sees none";
        return "between the grid's points, at "
                + check.at().words()
                + ", "
                + check.underlying()
                + " loses "
                + times;
    }

    /// Which model answers.
    ModelName model() {
        ModelInfo info = reckoning.model().info();
        return new ModelName(
                info.id(),
                info.version(),
                info.hash(),
                word(info.status()),
                when(!info.gaps().isEmpty(), info.gaps()));
    }

    /// Which market is used.
    MarketName market() {
        NamedMarket market = question().market();
        return new MarketName(market.id(), market.hash(), market.market().asOf());
    }

    /// The hash of all that decides the figures for one book.
    String inputHash(Book book) {
        return inputHash(book, book.portfolio());
    }

    private String inputHash(Book book, Portfolio portfolio) {
        return InputHash.of(
                portfolio,
                question().market().hash(),
                reckoning.model().info().hash(),
                engine.version(),
                reckoning.arrays().currency(),
                question().netting().map(netting -> texts(netting, book)).orElse(List.of()));
    }

    private String resultHash(String inputHash, double initial, double maintenance, Equity equity) {
        return ResultHash.of(
                new ResultHash.Asked(
                        inputHash,
                        reckoning.model().info().hash(),
                        question().market().hash(),
                        reckoning.arrays().currency()),
                new ResultHash.Came(
                        initial,
                        maintenance,
                        equity.total(),
                        equity.total() - initial,
                        equity.maintenanceTotal() - maintenance));
    }

    private static List<String> texts(Question.Netting netting, Book book) {
        Stream<String> groups = book.everyLeg().map(netting::group);
        return Stream.concat(Stream.of(netting.rule().name()), groups).toList();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
