package hedgerow.api;

import hedgerow.api.RiskBooks.Pair;
import hedgerow.api.RiskBooks.Profits;
import hedgerow.api.RiskReader.Terms;
import hedgerow.api.answer.GreeksAnswer;
import hedgerow.api.answer.InitialMaintenance;
import hedgerow.api.answer.RiskAnswer;
import hedgerow.api.answer.RiskAnswer.RequirementsAnswer;
import hedgerow.api.answer.RiskAnswer.ReverseAnswer;
import hedgerow.api.answer.RiskAnswer.TailsAnswer;
import hedgerow.hedge.Greeks;
import hedgerow.margin.Requirement;
import hedgerow.portfolio.Fingerprint;
import hedgerow.risk.ReverseStress;
import hedgerow.scenario.FilteredHistory.Day;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/// Writes what could be lost, without and with a hedge.
///
/// @param answers the writer of margins
/// @param terms what is asked
/// @param markets what was priced before
record RiskAnswers(MarginAnswers answers, Terms terms, PricedMarkets markets) {
    /// Columns that single moves, and closing in on a loss, take at most.
    private static final int FURTHER_COLUMNS = 200;

    RiskAnswer of(Question question) {
        RiskBooks books = RiskBooks.of(answers.reckoning());
        books.refuseTooMuch(columns());
        List<String> notes = new ArrayList<>();
        RiskTails tails = new RiskTails(books, terms, vols(books, notes));
        RequirementsAnswer margin = margin(question);
        Pair initial =
                new Pair(
                        margin.before().initial(), margin.after().map(InitialMaintenance::initial));
        Optional<TailsAnswer> parametric = tails.parametric();
        Optional<Profits> past = tails.historical();
        Optional<Profits> filtered = tails.filtered(notes);
        if (past.isPresent() && terms.backtest().isEmpty()) {
            notes.add("backtests are left out: the history has too few periods");
        }
        RiskStresses stresses = new RiskStresses(tails, initial, markets);
        Optional<ReverseAnswer> reverse =
                terms.reverse().map(asked -> stresses.reverse(asked, notes));
        String model = answers.reckoning().model().info().name();
        String currency = books.currency();
        return new RiskAnswer(
                terms.horizonDays(),
                terms.confidence(),
                terms.shortfallConfidence(),
                margin,
                parametric,
                tails.lognormal(),
                past.map(profits -> tails.tails("periods of the past as they were", profits)),
                filtered.map(profits ->
                        tails.tails("periods of the past at the volatility of today", profits)),
                greeks(books),
                stresses.all(),
                reverse,
                terms.backtest()
                        .flatMap(_ -> past)
                        .map(profits -> tails.backtests(model, initial, parametric, profits)),
                assumptions(),
                notes.isEmpty() ? Optional.empty() : Optional.of(notes),
                currency,
                "A loss is positive. " + MarginAnswers.convention(currency),
                answers.model(),
                answers.market(),
                inputHash(question),
                answers.engine());
    }

    /// How often everything is repriced.
    private long columns() {
        long past = terms.past().map(p -> 2L * p.history().size()).orElse(0L);
        long reverse =
                terms.reverse().isEmpty()
                        ? 0
                        : 2L * ReverseStress.STEPS + ReverseStress.MOST_CORNERS;
        return past + reverse + terms.stresses().moves().size() + FURTHER_COLUMNS;
    }

    /// The vol of each underlying: the market's, or else the history's.
    private Optional<SortedMap<String, Double>> vols(RiskBooks books, List<String> notes) {
        SortedMap<String, Double> vols = new TreeMap<>();
        for (String id : books.underlyings()) {
            OptionalDouble quoted = books.vol(id);
            if (quoted.isPresent()) {
                vols.put(id, quoted.getAsDouble());
            } else if (terms.past().isPresent()) {
                vols.put(id, terms.past().get().history().volAnnual(id));
                notes.add("vol of " + id + " is that of its history, as the market has none");
            } else {
                notes.add(
                        "parametric, lognormal, oracleStale and illiquid are left out: neither the"
                                + " market nor a history has a vol of "
                                + id);
                return Optional.empty();
            }
        }
        return Optional.of(vols);
    }

    private RequirementsAnswer margin(Question question) {
        return new RequirementsAnswer(
                requirement(question.book()),
                question.hedge().isEmpty()
                        ? Optional.empty()
                        : Optional.of(requirement(question.book().with(question.hedge()))));
    }

    private InitialMaintenance requirement(Book book) {
        Reckoning reckoning = answers.reckoning();
        Requirement requirement =
                Reckoning.requirement(book.portfolio(), reckoning.model().on(reckoning.arrays()));
        return new InitialMaintenance(requirement.initial(), requirement.maintenance());
    }

    private static List<GreeksAnswer> greeks(RiskBooks books) {
        List<Greeks> before = books.greeks(books.before());
        return GreeksAnswers.of(before, books.after().map(books::greeks).orElse(before));
    }

    private List<String> assumptions() {
        List<String> all = new ArrayList<>();
        all.add("positions are held as they are; open orders and collateral do not move");
        all.add("vols stay with their strikes; forwards and marks move in proportion to spot");
        all.add("over the horizon options lose its time, forwards do not lose their carry");
        all.add("all underlyings are at their quantile the same way at once");
        if (terms.past().isPresent()) {
            all.add("returns grow with the root of time from their period to the horizon");
            all.add("backtests hold the book of today against every period of the past");
        }
        boolean several = answers.reckoning().arrays().runs().size() > 1;
        if (several && terms.past().isEmpty()) {
            all.add("without a history, parametric moves all go against the book at once");
        }
        return all;
    }

    private String inputHash(Question question) {
        RiskReader.Stresses sizes = terms.stresses();
        Fingerprint print =
                Fingerprint.start()
                        .put(answers.inputHash(question.book()))
                        .put(answers.inputHash(question.book().with(question.hedge())))
                        .put(terms.confidence())
                        .put(terms.shortfallConfidence())
                        .put(terms.horizonDays())
                        .put(sizes.staleSeconds())
                        .put(sizes.stablePrice())
                        .put(sizes.illiquidDays())
                        .putLong(sizes.moves().size());
        for (RiskReader.Move move : sizes.moves()) {
            print.put(move.name()).put(move.spot()).put(move.vol());
        }
        terms.reverse()
                .ifPresent(
                        reverse -> print.put(reverse.loss()).put(reverse.underlying().orElse("")));
        terms.backtest().ifPresent(test -> print.putLong(test.window()).put(test.confidence()));
        terms.past().ifPresent(past -> put(print, past));
        return print.hex();
    }

    private static void put(Fingerprint print, RiskReader.Past past) {
        print.put(past.lambda()).putLong(past.seed());
        for (Map.Entry<String, List<Day>> one : past.history().periods().entrySet()) {
            print.put(one.getKey()).putLong(one.getValue().size());
            for (Day day : one.getValue()) print.put(day.spot()).put(day.vol());
        }
    }
}
