package hedgerow.api;

import hedgerow.api.SuggestReader.Sought;
import hedgerow.api.answer.GreeksAnswer;
import hedgerow.api.answer.HedgeBoundAnswer;
import hedgerow.api.answer.InitialMaintenance;
import hedgerow.api.answer.PathAnswer;
import hedgerow.api.answer.SuggestAnswer;
import hedgerow.api.answer.SuggestedLegAnswer;
import hedgerow.api.answer.SuggestionAnswer;
import hedgerow.api.answer.TradeAnswer;
import hedgerow.hedge.Greeks;
import hedgerow.hedge.TradePath;
import hedgerow.hedge.search.Candidate;
import hedgerow.hedge.search.HedgeGoal;
import hedgerow.hedge.search.HedgeSearch;
import hedgerow.hedge.search.HedgeSuggestions;
import hedgerow.hedge.search.HedgeSuggestions.Bound;
import hedgerow.hedge.search.HedgeSuggestions.Suggestion;
import hedgerow.hedge.search.HedgeTask;
import hedgerow.market.Market;
import hedgerow.portfolio.Fingerprint;
import hedgerow.portfolio.Numbers;
import hedgerow.portfolio.Portfolio;
import hedgerow.portfolio.Position;
import hedgerow.portfolio.Symbols;
import hedgerow.portfolio.Venue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;

/// Searches for hedges and writes what was found.
///
/// @param answers the writer of margins
/// @param sought what is sought
/// @param candidates what may be traded
record SuggestAnswers(MarginAnswers answers, Sought sought, List<Candidate> candidates) {

    SuggestAnswer of(Question question) {
        Market market = question.market().market();
        HedgeTask task =
                new HedgeTask(
                        market,
                        answers.reckoning().model(),
                        question.book().portfolio(),
                        candidates,
                        sought.goal(),
                        sought.limits(),
                        answers.reckoning().arrays(),
                        sought.gasPerTrade());
        HedgeSuggestions found = HedgeSearch.of(task, sought.alternatives());
        String currency = task.arrays().currency();
        List<SuggestionAnswer> suggestions = new ArrayList<>();
        for (Suggestion suggestion : found.ranked()) {
            suggestions.add(suggestion(suggestions.size() + 1, suggestion, found, task));
        }
        return new SuggestAnswer(
                goal(currency),
                new InitialMaintenance(found.before().initial(), found.before().maintenance()),
                candidates.size(),
                found.bound().map(bound -> bound(bound, found.isBound())),
                suggestions,
                text(found),
                notes(found, task),
                currency,
                MarginAnswers.convention(currency),
                answers.model(),
                answers.market(),
                inputHash(question),
                answers.engine());
    }

    private String goal(String currency) {
        return switch (sought.goal()) {
            case HedgeGoal.LeastMargin _ -> "the least initial margin inside the limits";
            case HedgeGoal.Target target ->
                    "the least cost at which initial margin is at most "
                            + Numbers.plain(target.initial())
                            + " "
                            + currency;
            case HedgeGoal.Economic economic ->
                    "the least of cost and of funding the margin at "
                            + Numbers.signedPercent(economic.capitalRateAnnual()).substring(1)
                            + " a year for "
                            + Numbers.plain(economic.years() * 365)
                            + " days";
        };
    }

    private HedgeBoundAnswer bound(Bound bound, boolean holds) {
        return new HedgeBoundAnswer(
                bound.initial(), bound.cost(), bound.value(), holds, legs(bound.lots()));
    }

    private List<SuggestedLegAnswer> legs(SortedMap<Integer, Double> lots) {
        List<SuggestedLegAnswer> legs = new ArrayList<>();
        lots.forEach((index, count) -> {
            Candidate candidate = candidates.get(index);
            Candidate.Side side = count < 0 ? candidate.selling() : candidate.buying();
            double size = Math.abs(count);
            legs.add(
                    new SuggestedLegAnswer(
                            candidate.name(),
                            count,
                            size * side.costPerLot(),
                            size * side.premiumPerLot()));
        });
        return legs;
    }

    private SuggestionAnswer suggestion(
            int rank, Suggestion suggestion, HedgeSuggestions found, HedgeTask task) {
        double before = found.before().initial();
        TradePath path = suggestion.path();
        return new SuggestionAnswer(
                rank,
                legs(suggestion.lots()),
                suggestion.after().initial(),
                suggestion.after().maintenance(),
                suggestion.saved(),
                before == 0 ? Optional.empty() : Optional.of(suggestion.saved() / before),
                suggestion.cost(),
                sought.gasPerTrade() > 0
                        ? Optional.of(sought.gasPerTrade() * suggestion.positions().size())
                        : Optional.empty(),
                suggestion.premium(),
                suggestion.cost() == 0
                        ? Optional.empty()
                        : Optional.of(suggestion.saved() / suggestion.cost()),
                suggestion.value(),
                boxed(suggestion.gap()),
                nearness(suggestion),
                new PathAnswer(
                        path.order(),
                        path.margins(),
                        path.peak(),
                        path.exact() ? "exact" : "bounded"),
                suggestion.positions().stream().map(SuggestAnswers::trade).toList(),
                suggestion.after().binding().map(MarginAnswers::binding),
                greeks(task, suggestion.positions()),
                suggestion.offGrid().stream().map(MarginAnswers::offGrid).toList());
    }

    private static String nearness(Suggestion suggestion) {
        if (suggestion.gap().isEmpty()) return "priced by the model; no bound to compare with";
        if (suggestion.gap().getAsDouble() > 1) {
            return "the bound lies too far below to say how near the best possible this is";
        }
        double percent = Math.ceil(suggestion.gap().getAsDouble() * 1000) / 10;
        return "within " + Numbers.plain(percent) + " % of the best possible";
    }

    private static TradeAnswer trade(Position trade) {
        return new TradeAnswer(
                trade.instrument().label(),
                Symbols.print(trade.instrument(), Venue.DERIBIT),
                InstrumentWriter.fields(trade.instrument()),
                trade.quantity());
    }

    private static List<GreeksAnswer> greeks(HedgeTask task, List<Position> hedge) {
        return GreeksAnswers.of(
                greeks(task, task.portfolio()), greeks(task, task.portfolio().with(hedge)));
    }

    private static List<Greeks> greeks(HedgeTask task, Portfolio portfolio) {
        return Greeks.of(task.market(), portfolio.positions(), task.arrays().currency());
    }

    private String text(HedgeSuggestions found) {
        if (candidates.isEmpty()) return "nothing can be traded: no candidate has a quote";
        if (found.ranked().isEmpty()) {
            return found.bound().isEmpty()
                    ? "nothing helps: the limits cannot be met with these candidates"
                    : "nothing helps: no hedge in whole lots is better than none";
        }
        Suggestion best = found.ranked().getFirst();
        return found.ranked().size()
                + (found.ranked().size() == 1 ? " hedge; it" : " hedges; the best")
                + " takes "
                + Numbers.plain(Math.rint(best.saved() * 100) / 100)
                + " off the initial margin for a cost of "
                + Numbers.plain(Math.rint(best.cost() * 100) / 100);
    }

    /// How many instruments a lot of a candidate holds at most.
    private static int mostAssets(HedgeTask task) {
        return task.candidates().stream().mapToInt(c -> c.lot().size()).max().orElse(0);
    }

    private List<String> notes(HedgeSuggestions found, HedgeTask task) {
        List<String> notes = new ArrayList<>();
        sought.move()
                .ifPresent(move ->
                        notes.add(
                                "the market is moved: "
                                        + move.words()
                                        + "; bids and offers are as far from what options are"
                                        + " worth as today"));
        if (!found.isBound()) {
            notes.add(
                    "the model has parts that are not linear, or there are open orders: the search"
                            + " runs on the linear part, the model itself decides, and the bound is"
                            + " none");
        }
        int left = task.model().info().assetsLeft(task.portfolio());
        if (left < (long) task.limits().legs() * mostAssets(task)) {
            notes.add(
                    "the model allows only %d more %s in this account: hedges that would hold more are left out"
                            .formatted(left, left == 1 ? "asset" : "assets"));
        }
        if (found.setAside() > 0) {
            notes.add(
                    found.setAside()
                            + " more were left out, as the margin on the way would exceed the peak"
                            + " that is allowed");
        }
        return notes;
    }

    private String inputHash(Question question) {
        Fingerprint print = Fingerprint.start().put(answers.inputHash(question.book()));
        print.put(sought.goal().toString()).put(sought.limits().toString());
        print.put(sought.gasPerTrade()).putLong(sought.alternatives()).putLong(candidates.size());
        for (Candidate candidate : candidates) {
            print.put(candidate.name());
            for (Candidate.Side side : List.of(candidate.buying(), candidate.selling())) {
                print.put(side.costPerLot()).put(side.premiumPerLot()).put(side.mostLots());
            }
            for (Position leg : candidate.lot()) print.put(leg.quantity());
        }
        print.put(answers.inputHash(Book.of(question.hedge())));
        return print.hex();
    }

    private static Optional<Double> boxed(OptionalDouble value) {
        return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
    }
}
