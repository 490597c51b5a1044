package hedgerow.api;

import hedgerow.api.body.HistoryBody;
import hedgerow.api.body.HistoryBody.PastBody;
import hedgerow.api.body.RiskTermsBody;
import hedgerow.api.body.RiskTermsBody.BacktestBody;
import hedgerow.api.body.RiskTermsBody.ReverseBody;
import hedgerow.api.body.StressBody;
import hedgerow.api.body.StressBody.MoveBody;
import hedgerow.risk.History;
import hedgerow.scenario.FilteredHistory.Day;
import hedgerow.store.Fault;
import hedgerow.store.Faults;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Reads what is asked of a risk assessment.
///
/// @param underlyings the ids of all that is held, ordered or would be traded
/// @param faults where what is wrong goes
record RiskReader(SortedSet<String> underlyings, Faults faults) {
    private static final String HISTORY = "/risk/history";
    private static final int WINDOW = 250;
    private static final int SEED = 30;

    /// Periods that figures can be held against: a rolling one needs two before, and two after.
    private static final int BACKTEST_PERIODS = 4;

    /// What is asked.
    ///
    /// @param confidence of value at risk
    /// @param shortfallConfidence of expected shortfall
    /// @param horizonDays days ahead
    /// @param past what the underlyings did
    /// @param stresses sizes of stresses, and further ones
    /// @param reverse a loss whose smallest moves are wanted
    /// @param backtest how figures are held against the past; only where there is one
    record Terms(
            double confidence,
            double shortfallConfidence,
            double horizonDays,
            Optional<Past> past,
            Stresses stresses,
            Optional<Reverse> reverse,
            Optional<Test> backtest) {}

    /// What the underlyings did.
    ///
    /// @param history over the horizon
    /// @param lambda of the exponentially weighted variance
    /// @param seed periods of its first value
    record Past(History history, double lambda, int seed) {}

    /// Sizes of stresses, and further ones.
    record Stresses(
            double staleSeconds, double stablePrice, double illiquidDays, List<Move> moves) {}

    /// A stress in which all underlyings move alike.
    record Move(String name, double spot, double vol) {}

    /// A loss, and what moves.
    record Reverse(double loss, Optional<String> underlying) {}

    /// How figures are held against the past.
    record Test(int window, double confidence) {}

    /// What is asked; empty where there is a fault in it.
    Optional<Terms> terms(@Nullable RiskTermsBody sent) {
        RiskTermsBody body =
                sent == null ? new RiskTermsBody(null, null, null, null, null, null, null) : sent;
        double confidence = or(body.confidence(), 0.99);
        double horizon = or(body.horizonDays(), 1);
        Optional<Past> past =
                Optional.ofNullable(body.history()).flatMap(history -> past(history, horizon));
        boolean historyFails = body.history() != null && past.isEmpty();
        Optional<Reverse> reverse = reverse(body.reverse());
        Optional<Test> backtest = backtest(body, past, confidence);
        if (historyFails || !faults.isEmpty()) return Optional.empty();
        return Optional.of(
                new Terms(
                        confidence,
                        or(body.shortfallConfidence(), 0.975),
                        horizon,
                        past,
                        stresses(body.stress()),
                        reverse,
                        backtest));
    }

    private Optional<Past> past(HistoryBody body, double horizonDays) {
        List<@Nullable PastBody> sent = body.underlyings() == null ? List.of() : body.underlyings();
        SortedMap<String, List<Day>> periods = new TreeMap<>();
        int length = -1;
        for (int i = 0; i < sent.size(); i++) {
            PastBody one = sent.get(i);
            if (one == null || one.underlying() == null) return Optional.empty();
            String at = HISTORY + "/underlyings/" + i;
            Optional<List<Day>> days = days(one, at);
            if (days.isEmpty()) return Optional.empty();
            int size = days.get().size();
            if (length >= 0 && size != length) {
                faults.add(at, size + " periods", length + " periods, as those before have");
            }
            length = size;
            if (periods.put(one.underlying(), days.get()) != null) {
                faults.add(at + "/underlying", one.underlying(), "each underlying once");
            }
        }
        SortedSet<String> missing = new TreeSet<>(underlyings);
        missing.removeAll(periods.keySet());
        if (!missing.isEmpty()) {
            faults.add(Fault.missing(HISTORY + "/underlyings", "a history of each of " + missing));
        }
        if (!faults.isEmpty()) return Optional.empty();
        History history = new History(periods, or(body.periodDays(), 1)).over(horizonDays);
        int seed = Math.min(body.seed() == null ? SEED : body.seed(), history.size());
        return Optional.of(new Past(history, or(body.lambda(), 0.94), seed));
    }

    private Optional<List<Day>> days(PastBody body, String at) {
        if ((body.levels() == null) == (body.returns() == null)) {
            if (faults.isAt(at + "/levels") || faults.isAt(at + "/returns"))
                return Optional.empty();
            faults.add(Fault.missing(at, "levels or returns, one of them"));
            return Optional.empty();
        }
        double[] spots = body.levels() == null ? numbers(body.returns()) : logs(body.levels());
        double[] vols = body.vols() == null ? new double[spots.length] : logs(body.vols());
        if (vols.length != spots.length) {
            faults.add(
                    at + "/vols",
                    vols.length + 1 + " vols",
                    spots.length + 1 + " vols, one more than there are periods");
            return Optional.empty();
        }
        List<Day> days = new ArrayList<>();
        for (int t = 0; t < spots.length; t++) {
            if (!Double.isFinite(spots[t]) || !Double.isFinite(vols[t])) return Optional.empty();
            days.add(new Day(spots[t], vols[t]));
        }
        return Optional.of(days);
    }

    private static double[] numbers(@Nullable List<@Nullable Double> list) {
        if (list == null) return new double[0];
        return list.stream().mapToDouble(d -> d == null ? Double.NaN : d).toArray();
    }

    /// Logarithmic returns of levels; not finite where a level is not above zero.
    private static double[] logs(List<@Nullable Double> list) {
        double[] levels = numbers(list);
        double[] returns = new double[Math.max(0, levels.length - 1)];
        for (int t = 0; t < returns.length; t++) {
            returns[t] = StrictMath.log(levels[t + 1]) - StrictMath.log(levels[t]);
        }
        return returns;
    }

    private Optional<Reverse> reverse(@Nullable ReverseBody body) {
        if (body == null || body.loss() == null) return Optional.empty();
        Optional<String> named = Optional.ofNullable(body.underlying());
        if (named.isPresent() && !underlyings.contains(named.get())) {
            faults.add("/risk/reverse/underlying", named.get(), "one of " + underlyings);
        }
        return Optional.of(new Reverse(body.loss(), named));
    }

    private Optional<Test> backtest(RiskTermsBody body, Optional<Past> past, double unlessGiven) {
        BacktestBody asked = body.backtest();
        if (asked != null && body.history() == null) {
            faults.add(Fault.missing(HISTORY, "a history to hold figures against"));
        }
        if (past.isEmpty()) return Optional.empty();
        int periods = past.get().history().size();
        if (periods < BACKTEST_PERIODS) {
            if (asked != null) {
                faults.add(HISTORY, periods + " periods", BACKTEST_PERIODS + " periods or more");
            }
            return Optional.empty();
        }
        Integer window = asked == null ? null : asked.window();
        if (window != null && window > periods - 2) {
            faults.add(
                    "/risk/backtest/window",
                    window.toString(),
                    "a whole number from 2 to " + (periods - 2) + ", two less than the periods");
        }
        int taken = window == null ? Math.min(WINDOW, periods / 2) : window;
        Double confidence = asked == null ? null : asked.confidence();
        return Optional.of(new Test(taken, or(confidence, unlessGiven)));
    }

    private static Stresses stresses(@Nullable StressBody sent) {
        StressBody body = sent == null ? new StressBody(null, null, null, null) : sent;
        List<@Nullable MoveBody> moves = body.moves() == null ? List.of() : body.moves();
        List<Move> read = new ArrayList<>();
        for (MoveBody move : moves) {
            if (move != null && move.name() != null) {
                read.add(new Move(move.name(), or(move.spotMove(), 0), or(move.volMove(), 0)));
            }
        }
        return new Stresses(
                or(body.oracleStaleSeconds(), 600),
                or(body.stablePrice(), 0.97),
                or(body.illiquidDays(), 10),
                read);
    }

    private static double or(@Nullable Double value, double unlessGiven) {
        return value == null ? unlessGiven : value;
    }
}
