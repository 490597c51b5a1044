package hedgerow.api;

import hedgerow.api.answer.HedgeAnswer;
import hedgerow.api.answer.InitialMaintenance;
import hedgerow.api.answer.MarginAnswer;
import hedgerow.api.answer.PathAnswer;
import hedgerow.api.answer.ProtectionAnswer;
import hedgerow.api.answer.SavingAnswer;
import hedgerow.hedge.MarginOffset;
import hedgerow.hedge.Protection;
import hedgerow.hedge.TradePath;
import hedgerow.margin.MarginModel;
import hedgerow.margin.MarginReader;
import hedgerow.portfolio.Portfolio;
import hedgerow.portfolio.Position;
import hedgerow.portfolio.Refusal;
import hedgerow.portfolio.RefusedException;
import hedgerow.pricing.RiskArrays;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/// Writes what a hedge takes off a book's margin.
///
/// @param answers the writer of margins
record HedgeAnswers(MarginAnswers answers) {
    /// Margins, times legs of each, that the search for the safest order may read.
    static final long MOST_WORK = 10_000_000;

    /// What is asked of a hedge beside what it takes off.
    ///
    /// @param protection what is assumed, where it is measured as a protection
    /// @param gasPerTrade what each leg costs besides, where it is sent
    record Terms(Optional<Protection.Terms> protection, Optional<Double> gasPerTrade) {}

    HedgeAnswer of(Question question, Terms terms) {
        Portfolio portfolio = question.book().portfolio();
        List<Position> hedge = Leg.positions(question.hedge());
        Optional<Refusal> tooMany = model().info().tooMany(portfolio.with(hedge));
        if (tooMany.isPresent()) throw new RefusedException(List.of(tooMany.get()));
        Readings read = question.shown().explains() ? explained(question) : brief(question);
        List<String> notes = new ArrayList<>();
        Optional<TradePath> given = Optional.empty();
        Optional<PathAnswer> safe = Optional.empty();
        Optional<PathAnswer> exit = Optional.empty();
        if (question.shown().path()) {
            given = Optional.of(TradePath.given(model(), arrays(), portfolio, hedge));
            safe = safest(portfolio, hedge, notes);
            if (safe.isPresent()) {
                List<Position> closing = hedge.stream().map(Position::negated).toList();
                exit = safest(portfolio.with(hedge), closing, notes);
            }
        }
        double before = read.before().initial();
        double saved = before - read.after().initial();
        String currency = read.before().currency();
        return new HedgeAnswer(
                read.before(),
                read.hedgeAlone(),
                read.after(),
                saved,
                before == 0 ? Optional.empty() : Optional.of(saved / before),
                before + read.hedgeAlone().initial() - read.after().initial(),
                given.map(TradePath::peak),
                given.map(path -> path(path, "given")),
                safe,
                exit,
                terms.gasPerTrade().map(gas -> gas * hedge.size()),
                terms.protection().flatMap(asked -> protection(asked, saved, notes)),
                currency,
                MarginAnswers.convention(currency),
                notes.isEmpty() ? Optional.empty() : Optional.of(notes),
                answers.model(),
                answers.market(),
                read.after().inputHash(),
                answers.engine());
    }

    /// The three margins of an answer.
    private record Readings(MarginAnswer before, MarginAnswer hedgeAlone, MarginAnswer after) {}

    private Readings explained(Question question) {
        Book book = question.book();
        MarginOffset offset = offset(question);
        return new Readings(
                answers.of(book, offset.before()),
                answers.of(Book.of(question.hedge()), offset.hedgeAlone()),
                answers.of(book.with(question.hedge()), offset.after()));
    }

    private Readings brief(Question question) {
        Book book = question.book();
        MarginReader reader = answers.reader();
        MarginReader.Scratch scratch = reader.scratch();
        return new Readings(
                answers.brief(book, reader, scratch),
                answers.brief(Book.of(question.hedge()), reader, scratch),
                answers.brief(book.with(question.hedge()), reader, scratch));
    }

    private Optional<ProtectionAnswer> protection(
            Protection.Terms terms, double saved, List<String> notes) {
        try {
            return Optional.of(ProtectionAnswers.of(answers.reckoning(), terms, saved));
        } catch (RefusedException refused) {
            notes.add(
                    "protection is left out: "
                            + refused.refusals().stream()
                                    .map(Refusal::detail)
                                    .collect(Collectors.joining("; ")));
            return Optional.empty();
        }
    }

    /// How much of the hedge the model recognises.
    SavingAnswer saving(Question question) {
        MarginOffset offset = offset(question);
        return new SavingAnswer(
                offset.hedgeAlone().initial(),
                new InitialMaintenance(offset.after().initial(), offset.after().maintenance()),
                offset.saved(),
                boxed(offset.savedFraction()),
                offset.offset());
    }

    private MarginModel model() {
        return answers.reckoning().model();
    }

    private RiskArrays arrays() {
        return answers.reckoning().arrays();
    }

    private MarginOffset offset(Question question) {
        Portfolio portfolio = question.book().portfolio();
        return MarginOffset.of(model(), arrays(), portfolio, Leg.positions(question.hedge()));
    }

    private Optional<PathAnswer> safest(
            Portfolio portfolio, List<Position> legs, List<String> notes) {
        long work = work(legs.size()) * (portfolio.positions().size() + legs.size());
        if (work > MOST_WORK) {
            notes.add(
                    "safeOrder is left out: a hedge of "
                            + legs.size()
                            + " legs on a book of this size has too many orders to weigh");
            return Optional.empty();
        }
        TradePath safest = TradePath.safest(model(), arrays(), portfolio, legs);
        return Optional.of(path(safest, safest.exact() ? "exact" : "bounded"));
    }

    /// How many margins the search reads.
    private static long work(int legs) {
        return legs <= TradePath.MOST_EXACT ? 1L << legs : 8L * legs * legs;
    }

    private static PathAnswer path(TradePath path, String search) {
        return new PathAnswer(path.order(), path.margins(), path.peak(), search);
    }

    private static Optional<Double> boxed(OptionalDouble value) {
        return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
    }
}
