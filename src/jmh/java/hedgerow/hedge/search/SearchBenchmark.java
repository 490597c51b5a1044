package hedgerow.hedge.search;

import hedgerow.market.Market;
import hedgerow.market.OptionQuote;
import hedgerow.market.Underlying;
import hedgerow.portfolio.Contract;
import hedgerow.portfolio.Option;
import hedgerow.portfolio.Portfolio;
import hedgerow.portfolio.Position;
import hedgerow.pricing.Revaluation;
import hedgerow.pricing.RiskArrays;
import hedgerow.store.ModelStore;
import hedgerow.store.OptionChainCsvReader;
import hedgerow.store.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.optim.PointValuePair;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Nanoseconds for the best hedge of ten short calls over the 300 candidates of a chain that are
/// nearest to the money, and for its linear program alone: whole, by two solvers, and with cuts.
///
/// The chain is the CSV file named by `-Dhedgerow.chain`, as Deribit's are printed.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 10, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 20, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class SearchBenchmark {
    private static final String CHAIN =
            System.getProperty(
                    "hedgerow.chain", "../shared/data/deribit/options_20260822T035045Z.csv");

    private final HedgeTask task = task();
    private final MarginProgram program = new MarginProgram(task);
    private final int[] all = IntStream.range(0, task.candidates().size()).toArray();

    private static HedgeTask task() {
        Market market = market();
        Underlying underlying = market.underlying("BTC").orElseThrow();
        OptionQuote nearest =
                underlying.listings().quotes().values().stream()
                        .min(
                                Comparator.comparingDouble(
                                                (OptionQuote q) ->
                                                        Math.abs(
                                                                q.key().strike()
                                                                        - underlying.spot()))
                                        .thenComparing(q -> q.key().expiry()))
                        .orElseThrow();
        Option call =
                new Option(
                        "BTC",
                        nearest.key().right(),
                        nearest.key().strike(),
                        nearest.key().expiry(),
                        Option.Style.EUROPEAN,
                        Contract.of(nearest.key().settlement(), 1));
        Portfolio portfolio = Portfolio.of(List.of(new Position(call, -10)));
        var model = ModelStore.packaged().find("crypto-grid").orElseThrow().model();
        List<Candidate> candidates =
                new ChainCandidates(market, "USD", ChainFilter.USUAL, List.of()).on(List.of("BTC"));
        RiskArrays arrays =
                Revaluation.of(market, model.grid(), model.valuation(), "USD")
                        .arrays(
                                Stream.concat(
                                                portfolio.positions().stream(),
                                                candidates.stream().flatMap(c -> c.lot().stream()))
                                        .map(Position::instrument)
                                        .distinct()
                                        .toList());
        return new HedgeTask(
                market,
                model,
                portfolio,
                candidates,
                new HedgeGoal.Economic(0.10, 30 / 365.0),
                HedgeLimits.ofLegs(4),
                arrays);
    }

    private static Market market() {
        try (InputStream csv = Files.newInputStream(Path.of(CHAIN))) {
            return ((Reading.Value<Market>) OptionChainCsvReader.read(csv)).value();
        } catch (IOException e) {
            throw new IllegalStateException("no chain: name one by -Dhedgerow.chain", e);
        }
    }

    @Benchmark
    public HedgeSuggestions suggestion() {
        return HedgeSearch.of(task, 5);
    }

    @Benchmark
    public Optional<LinearProgram.Solution> programByOjAlgo() {
        return program.over(all).solve();
    }

    @Benchmark
    public Optional<MarginProgram.Plan> programWithCuts() {
        return program.solve(all);
    }

    @Benchmark
    public PointValuePair programByCommonsMath() {
        LinearProgram linear = program.over(all);
        List<LinearConstraint> rows = new ArrayList<>();
        for (int row = 0; row < linear.rows().size(); row++) {
            rows.add(
                    new LinearConstraint(
                            linear.rows().get(row), Relationship.LEQ, linear.limits().get(row)));
        }
        return new SimplexSolver()
                .optimize(
                        new LinearObjectiveFunction(linear.cost(), 0),
                        new LinearConstraintSet(rows),
                        new NonNegativeConstraint(true));
    }
}
