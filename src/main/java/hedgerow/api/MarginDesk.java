package hedgerow.api;

import hedgerow.api.AxisReader.SpotRange;
import hedgerow.api.QuestionReader.Asked;
import hedgerow.api.SuggestReader.Sought;
import hedgerow.api.answer.CompareAnswer;
import hedgerow.api.answer.CurveAnswer;
import hedgerow.api.answer.HedgeAnswer;
import hedgerow.api.answer.LiquidationAnswer;
import hedgerow.api.answer.MarginAnswer;
import hedgerow.api.answer.RiskAnswer;
import hedgerow.api.answer.SuggestAnswer;
import hedgerow.api.answer.VenuesAnswer;
import hedgerow.api.problem.Problem;
import hedgerow.api.problem.ProblemException;
import hedgerow.hedge.CurveAxis;
import hedgerow.hedge.search.Candidate;
import hedgerow.market.Market;
import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.Refusal;
import hedgerow.portfolio.RefusedException;
import hedgerow.store.StoredModel;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Answers questions: prices what each is about once per model, and reads margins from that.
@Singleton
final class MarginDesk {
    private final Engine engine;
    private final PricedMarkets markets;

    MarginDesk(Engine engine, PricedMarkets markets) {
        this.engine = engine;
        this.markets = markets;
    }

    /// What the book must post, and why.
    MarginAnswer margin(Question question) {
        return refusing(question, () -> margin(answers(question, question.models().getFirst())));
    }

    /// The answer, or every reason of the core rooms to refuse it, at the legs concerned.
    private static <T> T refusing(Question question, Supplier<T> answer) {
        try {
            return answer.get();
        } catch (RefusedException refused) {
            Refusals refusals = new Refusals(question);
            refusals.add(refused);
            throw refusals.problem();
        }
    }

    private static MarginAnswer margin(MarginAnswers answers) {
        return answers.of(answers.reckoning().question().book());
    }

    /// What the hedge takes off it.
    HedgeAnswer hedge(Asked<HedgeAnswers.Terms> asked) {
        Question question = asked.question();
        return refusing(
                question,
                () ->
                        new HedgeAnswers(answers(question, question.models().getFirst()))
                                .of(question, asked.about()));
    }

    /// Margin and profit along an axis.
    CurveAnswer curve(Asked<CurveAxis> asked) {
        Question question = asked.question();
        return refusing(
                question,
                () ->
                        new CurveAnswers(
                                        answers(question, question.models().getFirst()),
                                        asked.about())
                                .of(question));
    }

    /// Where the account is liquidated.
    LiquidationAnswer liquidation(Asked<SpotRange> asked) {
        Question question = asked.question();
        return refusing(
                question,
                () ->
                        new LiquidationAnswers(
                                        answers(question, question.models().getFirst()),
                                        asked.about())
                                .of(question));
    }

    /// What one account must post at several venues.
    VenuesAnswer venues(VenuesQuestion asked) {
        Question pooled = asked.pooled();
        return refusing(
                pooled, () -> new VenuesAnswers(asked, pooled, markets, engine.name()).answer());
    }

    /// Hedges that help, best first.
    SuggestAnswer suggest(Asked<Sought> asked) {
        Sought sought = asked.about();
        MoveRefusals.check(asked.question(), sought);
        Question moved = refusing(asked.question(), () -> moved(asked.question(), sought));
        String currency = MarginCurrency.of(moved);
        Tradables tradables = tradables(moved, moved.market().market(), currency, sought);
        Question question = moved.withHedge(tradables.legs());
        return refusing(
                question,
                () -> {
                    MarginAnswers answers = answers(question, question.models().getFirst());
                    List<Candidate> candidates = tradables.candidates(answers.reckoning().arrays());
                    return new SuggestAnswers(answers, sought, candidates).of(question);
                });
    }

    private static Question moved(Question question, Sought sought) {
        if (sought.move().isEmpty()) return question;
        List<Instrument> held = question.book().everyLeg().map(Leg::instrument).toList();
        Market market = sought.move().get().of(question.market().market(), held);
        return question.in(QuestionReader.unnamed(market));
    }

    /// What may be traded; where the market cannot tell, a problem at the chain's filter.
    private static Tradables tradables(
            Question question, Market market, String currency, Sought sought) {
        List<Instrument> held = question.book().everyLeg().map(Leg::instrument).toList();
        try {
            return Tradables.of(market, currency, sought, held);
        } catch (RefusedException refused) {
            Refusals refusals = new Refusals(question);
            for (Refusal refusal : refused.refusals()) {
                refusals.add("/chain", Optional.empty(), refusal);
            }
            throw refusals.problem();
        }
    }

    /// What could be lost.
    RiskAnswer risk(Asked<RiskReader.Terms> asked) {
        Question question = asked.question();
        return refusing(
                question,
                () ->
                        new RiskAnswers(
                                        answers(question, question.models().getFirst()),
                                        asked.about(),
                                        markets)
                                .of(question));
    }

    /// What each model says; one that refuses does not stop the others.
    CompareAnswer compare(Question question) {
        List<CompareAnswer.Entry> entries =
                question.models().stream().map(model -> entry(question, model)).toList();
        return new CompareAnswer(entries);
    }

    private CompareAnswer.Entry entry(Question question, StoredModel model) {
        String name = model.model().info().name();
        try {
            return refusing(question, () -> entry(question, name, answers(question, model)));
        } catch (ProblemException e) {
            Problem problem = e.problem();
            return new CompareAnswer.Entry(
                    name, Optional.empty(), Optional.empty(), Optional.of(problem));
        }
    }

    private static CompareAnswer.Entry entry(
            Question question, String name, MarginAnswers answers) {
        return new CompareAnswer.Entry(
                name,
                Optional.of(margin(answers)),
                question.hedge().isEmpty()
                        ? Optional.empty()
                        : Optional.of(new HedgeAnswers(answers).saving(question)),
                Optional.empty());
    }

    private MarginAnswers answers(Question question, StoredModel model) {
        return new MarginAnswers(Reckoning.of(question, model, markets), engine.name());
    }
}
