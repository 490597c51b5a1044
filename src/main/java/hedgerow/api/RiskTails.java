package hedgerow.api;

import hedgerow.api.RiskBooks.Pair;
import hedgerow.api.RiskBooks.Profits;
import hedgerow.api.RiskReader.Terms;
import hedgerow.api.answer.RiskAnswer.BacktestAnswer;
import hedgerow.api.answer.RiskAnswer.LognormalAnswer;
import hedgerow.api.answer.RiskAnswer.QuantileAnswer;
import hedgerow.api.answer.RiskAnswer.RatioAnswer;
import hedgerow.api.answer.RiskAnswer.TailAnswer;
import hedgerow.api.answer.RiskAnswer.TailsAnswer;
import hedgerow.hedge.Greeks;
import hedgerow.portfolio.Position;
import hedgerow.risk.Backtest;
import hedgerow.risk.DeltaNormal;
import hedgerow.risk.History.Filtered;
import hedgerow.risk.JointProfits.Moves;
import hedgerow.risk.LognormalMove;
import hedgerow.risk.TailRisk;
import hedgerow.scenario.Scenario;
import hedgerow.scenario.VolShock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Finds tails of profits, and holds figures against the past.
///
/// @param books what is assessed
/// @param terms what is asked
/// @param vols of every underlying; empty where one is not known
record RiskTails(RiskBooks books, Terms terms, Optional<SortedMap<String, Double>> vols) {
    /// A test whose probability is no larger rejects a figure.
    private static final double LEVEL = 0.05;

    /// By deltas and normal moves.
    Optional<TailsAnswer> parametric() {
        return vols.map(known -> {
            TailAnswer before = parametric(books.before(), known);
            Optional<TailAnswer> after = books.after().map(held -> parametric(held, known));
            return tails("deltas and normal moves", Optional.empty(), before, after);
        });
    }

    private TailAnswer parametric(List<Position> positions, Map<String, Double> known) {
        List<DeltaNormal.Exposure> exposures = new ArrayList<>();
        List<Greeks> greeks = books.greeks(positions);
        for (Greeks one : greeks) {
            double vol = known.getOrDefault(one.underlying(), 0.0);
            double value = one.delta() * books.spot(one.underlying());
            exposures.add(new DeltaNormal.Exposure(value, vol));
        }
        List<String> ids = greeks.stream().map(Greeks::underlying).toList();
        Optional<double[][]> correlations =
                terms.past().flatMap(past -> past.history().correlations(ids));
        double deviation = DeltaNormal.deviation(exposures, correlations, terms.horizonDays());
        return new TailAnswer(
                TailRisk.normal(deviation, terms.confidence()).valueAtRisk(),
                TailRisk.normal(deviation, terms.shortfallConfidence()).expectedShortfall(),
                Optional.empty());
    }

    /// At the quantile of a lognormal move.
    Optional<LognormalAnswer> lognormal() {
        return vols.map(known -> {
            List<QuantileAnswer> moves = new ArrayList<>();
            known.forEach((id, vol) -> {
                LognormalMove move = LognormalMove.of(vol, terms.horizonDays(), terms.confidence());
                moves.add(new QuantileAnswer(id, vol, move.down(), move.up()));
            });
            Pair worse = quantiles(known, terms.horizonDays(), terms.horizonDays()).worse();
            Pair loss =
                    new Pair(
                            Math.max(0, worse.before()),
                            worse.after().map(with -> Math.max(0, with)));
            return new LognormalAnswer(moves, loss.before(), loss.after(), loss.change());
        });
    }

    /// Profits where all underlyings are at the lower, and at the upper, quantile of their move.
    ///
    /// @param days that they have moved for
    /// @param daysAhead how much later than now they are
    Profits quantiles(Map<String, Double> known, double days, double daysAhead) {
        Map<String, List<Scenario>> both = new TreeMap<>();
        known.forEach((id, vol) -> {
            LognormalMove move = LognormalMove.of(vol, days, terms.confidence());
            both.put(
                    id,
                    List.of(
                            Scenario.of(move.down(), VolShock.NONE),
                            Scenario.of(move.up(), VolShock.NONE)));
        });
        return books.profits(new Moves(both, 2, daysAhead));
    }

    /// Profits in the periods of the past.
    Optional<Profits> historical() {
        return terms.past()
                .map(past -> past(BodyReader.together(HISTORY, past.history()::scenarios)));
    }

    /// The same, filtered.
    ///
    /// @param notes where the reason goes why the past cannot be
    Optional<Profits> filtered(List<String> notes) {
        return terms.past()
                .flatMap(past ->
                        switch (past.history().filtered(past.lambda(), past.seed())) {
                            case Filtered.Periods(var scenarios) -> Optional.of(past(scenarios));
                            case Filtered.LeftOut(String why) -> {
                                notes.add("filtered is left out: " + why);
                                yield Optional.empty();
                            }
                        });
    }

    private static final String HISTORY = "/risk/history";

    private Profits past(Map<String, List<Scenario>> scenarios) {
        int columns = terms.past().orElseThrow().history().size();
        return books.profits(new Moves(scenarios, columns, terms.horizonDays()));
    }

    /// The tails of equally likely profits.
    TailsAnswer tails(String method, Profits profits) {
        return tails(
                method,
                Optional.of(profits.before().length),
                tail(profits.before()),
                profits.after().map(this::tail));
    }

    private TailAnswer tail(double[] profits) {
        return new TailAnswer(
                TailRisk.ofProfits(profits, terms.confidence()).valueAtRisk(),
                TailRisk.ofProfits(profits, terms.shortfallConfidence()).expectedShortfall(),
                Optional.of(0 - Arrays.stream(profits).min().orElseThrow()));
    }

    private static TailsAnswer tails(
            String method,
            Optional<Integer> outcomes,
            TailAnswer before,
            Optional<TailAnswer> after) {
        Pair risk = new Pair(before.valueAtRisk(), after.map(TailAnswer::valueAtRisk));
        return new TailsAnswer(method, outcomes, before, after, risk.change());
    }

    /// Figures held against the past: the margin, the parametric value at risk, and a rolling one.
    ///
    /// @param model whose margin it is
    List<BacktestAnswer> backtests(
            String model, Pair margin, Optional<TailsAnswer> parametric, Profits past) {
        RiskReader.Test test = terms.backtest().orElseThrow();
        List<BacktestAnswer> tests = new ArrayList<>();
        constant("initial margin of " + model, margin, past, tests);
        parametric.ifPresent(tails ->
                constant(
                        "parametric value at risk",
                        new Pair(
                                tails.before().valueAtRisk(),
                                tails.after().map(TailAnswer::valueAtRisk)),
                        past,
                        tests));
        String rolling = "value at risk of the " + test.window() + " periods before";
        tests.add(answer(rolling, false, Optional.empty(), rolling(past.before())));
        past.after()
                .ifPresent(after ->
                        tests.add(answer(rolling, true, Optional.empty(), rolling(after))));
        return tests;
    }

    private Backtest rolling(double[] profits) {
        RiskReader.Test test = terms.backtest().orElseThrow();
        return Backtest.rolling(profits, test.window(), terms.confidence(), test.confidence());
    }

    private void constant(String figure, Pair stated, Profits past, List<BacktestAnswer> tests) {
        tests.add(constant(figure, false, stated.before(), past.before()));
        if (stated.after().isPresent() && past.after().isPresent()) {
            tests.add(constant(figure, true, stated.after().get(), past.after().get()));
        }
    }

    private BacktestAnswer constant(
            String figure, boolean hedged, double stated, double[] profits) {
        double[] all = new double[profits.length];
        Arrays.fill(all, stated);
        double confidence = terms.backtest().orElseThrow().confidence();
        return answer(figure, hedged, Optional.of(stated), Backtest.of(all, profits, confidence));
    }

    private BacktestAnswer answer(
            String figure, boolean hedged, Optional<Double> stated, Backtest test) {
        return new BacktestAnswer(
                figure,
                hedged,
                stated,
                terms.backtest().orElseThrow().confidence(),
                test.days(),
                test.breaches(),
                test.expected(),
                ratio(test.coverage()),
                ratio(test.independence()),
                ratio(test.conditional()),
                test.conditional().probability() > LEVEL);
    }

    private static RatioAnswer ratio(Backtest.Test test) {
        return new RatioAnswer(test.statistic(), test.probability());
    }
}
