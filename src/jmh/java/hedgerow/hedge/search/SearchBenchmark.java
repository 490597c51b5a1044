package hedgerow.hedge.search;

import hedgerow.margin.MarginModel;
import hedgerow.margin.ScanModel;
import hedgerow.market.Market;
import hedgerow.market.OptionQuote;
import hedgerow.market.Underlying;
import hedgerow.portfolio.Contract;
import hedgerow.portfolio.Option;
import hedgerow.portfolio.Portfolio;
import hedgerow.portfolio.Position;
import hedgerow.pricing.Revaluation;
import hedgerow.pricing.RiskArrays;
import hedgerow.scenario.Scenario;
import hedgerow.scenario.ScenarioGrid;
import hedgerow.scenario.VolShock;
import hedgerow.store.ModelStore;
import hedgerow.store.OptionChainCsvReader;
import hedgerow.store.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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
/// nearest to the money, and for its linear program alone: whole, by two solvers, and with cuts;
/// on the grid of `crypto-grid`, and on one of 1,024 scenarios. A search solves that program once,
/// and hundreds of its few legs, each begun with the rows that decided one with a leg less.
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

    private final Search few = Search.under(crypto());
    private final Search many = Search.under(manyScenarios());

    /// A task with its program.
    ///
    /// @param three the plan of three of the legs of the bound
    /// @param four those and one more
    private record Search(
            HedgeTask task, MarginProgram program, int[] all, MarginProgram.Plan three, int[] four) {
        static Search under(MarginModel model) {
            HedgeTask task = taskUnder(model);
            MarginProgram program = new MarginProgram(task);
            int[] all = IntStream.range(0, task.candidates().size()).toArray();
            MarginProgram.Plan bound = program.solve(all).orElseThrow();
            int[] traded = IntStream.of(all).filter(j -> bound.lots()[j] != 0).toArray();
            int[] four = Arrays.copyOf(traded, 4);
            MarginProgram.Plan three = program.solve(Arrays.copyOf(four, 3)).orElseThrow();
            return new Search(task, program, all, three, four);
        }

        Optional<LinearProgram.Solution> fourByOjAlgo() {
            return program.over(four).solve();
        }

        Optional<MarginProgram.Plan> fourWithCuts() {
            return program.solve(four, List.of(three), MarginProgram.Box.open(four.length));
        }

        HedgeSuggestions suggestion() {
            return HedgeSearch.of(task, 5);
        }

        Optional<LinearProgram.Solution> byOjAlgo() {
            return program.over(all).solve();
        }

        Optional<MarginProgram.Plan> withCuts() {
            return program.solve(all);
        }

        PointValuePair byCommonsMath() {
            LinearProgram linear = program.over(all);
            List<LinearConstraint> rows = new ArrayList<>();
            for (int row = 0; row < linear.rows().size(); row++) {
                rows.add(
                        new LinearConstraint(
                                linear.rows().get(row),
                                Relationship.LEQ,
                                linear.limits().get(row)));
            }
            return new SimplexSolver()
                    .optimize(
                            new LinearObjectiveFunction(linear.cost(), 0),
                            new LinearConstraintSet(rows),
                            new NonNegativeConstraint(true));
        }
    }

    private static MarginModel crypto() {
        return ModelStore.packaged().find("crypto-grid").orElseThrow().model();
    }

    /// The scan of 64 moves of spot by 16 of vol, with the charges of `crypto-grid`.
    private static MarginModel manyScenarios() {
        ScanModel crypto = (ScanModel) crypto();
        List<Scenario> scenarios = new ArrayList<>();
        for (int move = 0; move < 64; move++) {
            for (int vol = 0; vol < 16; vol++) {
                scenarios.add(
                        Scenario.of(
                                -0.32 + 0.64 * move / 63,
                                new VolShock.Absolute(-0.3 + 0.6 * vol / 15)));
            }
        }
        return new ScanModel(
                crypto.info(),
                new ScenarioGrid(scenarios),
                crypto.charges(),
                crypto.factors(),
                0,
                crypto.collateral());
    }

    private static HedgeTask taskUnder(MarginModel model) {
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
        return few.suggestion();
    }

    @Benchmark
    public Optional<LinearProgram.Solution> programByOjAlgo() {
        return few.byOjAlgo();
    }

    @Benchmark
    public Optional<MarginProgram.Plan> programWithCuts() {
        return few.withCuts();
    }

    @Benchmark
    public PointValuePair programByCommonsMath() {
        return few.byCommonsMath();
    }

    @Benchmark
    public Optional<LinearProgram.Solution> fourLegsByOjAlgo() {
        return few.fourByOjAlgo();
    }

    @Benchmark
    public Optional<MarginProgram.Plan> fourLegsWithCuts() {
        return few.fourWithCuts();
    }

    @Benchmark
    public Optional<LinearProgram.Solution> fourLegsOfManyByOjAlgo() {
        return many.fourByOjAlgo();
    }

    @Benchmark
    public Optional<MarginProgram.Plan> fourLegsOfManyWithCuts() {
        return many.fourWithCuts();
    }

    @Benchmark
    public HedgeSuggestions suggestionOfManyScenarios() {
        return many.suggestion();
    }

    @Benchmark
    public Optional<LinearProgram.Solution> programOfManyByOjAlgo() {
        return many.byOjAlgo();
    }

    @Benchmark
    public Optional<MarginProgram.Plan> programOfManyWithCuts() {
        return many.withCuts();
    }

    @Benchmark
    public PointValuePair programOfManyByCommonsMath() {
        return many.byCommonsMath();
    }
}
