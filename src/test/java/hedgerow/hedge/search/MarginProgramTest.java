package hedgerow.hedge.search;

import static hedgerow.hedge.search.Tasks.candidate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hedgerow.hedge.Accounts;
import hedgerow.margin.Charge;
import hedgerow.margin.CollateralRule;
import hedgerow.margin.ContractMinimum;
import hedgerow.margin.DeltaFloor;
import hedgerow.margin.MarginModel;
import hedgerow.margin.ModelInfo;
import hedgerow.margin.ScanModel;
import hedgerow.portfolio.Portfolio;
import hedgerow.portfolio.Position;
import hedgerow.scenario.Scenario;
import hedgerow.scenario.ScenarioGrid;
import hedgerow.scenario.VolShock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The program with cuts against the whole program, and against the models it stands for.
class MarginProgramTest {
    private static final long SEED = 20_260_101;

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);

    /// Ten short calls, or a random book, and a candidate of every strike and of the perpetual.
    private HedgeTask task(MarginModel model, int strikes, HedgeGoal goal, HedgeLimits limits) {
        List<Candidate> candidates = new ArrayList<>(List.of(candidate("perpetual", 36)));
        for (int k = 0; k < strikes; k++) {
            int strike = 45_000 + 30_000 * k / strikes;
            int days = k % 3 == 0 ? 90 : 30;
            double cost = 20 + random.nextInt(60);
            candidates.add(candidate((k % 2 == 0 ? "C" : "P") + strike + "@" + days, cost));
        }
        StringBuilder book = new StringBuilder("-10 C60000");
        for (int leg = random.nextInt(4); leg > 0; leg--) {
            int strike = 50_000 + 1_000 * random.nextInt(20);
            book.append(", ").append(random.nextInt(-5, 6)).append(" P").append(strike);
        }
        return Tasks.of(model, book.toString(), candidates, goal, limits);
    }

    private static double optimum(LinearProgram program) {
        double[] x = program.solve().orElseThrow().x();
        double optimum = 0;
        for (int c = 0; c < x.length; c++) optimum += program.cost()[c] * x[c];
        return optimum;
    }

    private static void checkCuts(HedgeTask task) {
        MarginProgram program = new MarginProgram(task);
        int[] all = IntStream.range(0, task.candidates().size()).toArray();
        double whole = optimum(program.over(all));
        assertThat(program.solve(all).orElseThrow().objective())
                .as("seed %d %s %s", SEED, task.portfolio(), task.goal())
                .isCloseTo(whole, within(1e-7 * Math.max(1, whole)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "crypto-grid",
                "delta",
                "tims-equity",
                "hybrid",
                "derive-pm2",
                "kraken-pm",
                "deribit-pm-linear",
                "grvt-pm"
            })
    void cutsHaveTheOptimumOfTheWholeProgram(String id) {
        MarginModel model = Accounts.model(id);
        for (int run = 0; run < 4; run++) {
            checkCuts(task(model, 24, new HedgeGoal.LeastMargin(), Tasks.budget(600)));
            checkCuts(
                    task(
                            model,
                            24,
                            new HedgeGoal.Economic(0.10, 30 / 365.0),
                            HedgeLimits.ofLegs(12)));
        }
    }

    @Test
    void cutsHaveTheOptimumOfAThousandScenarios() {
        MarginModel model = manyScenarios();
        for (int run = 0; run < 3; run++) {
            checkCuts(task(model, 30, new HedgeGoal.LeastMargin(), Tasks.budget(600)));
        }
    }

    /// 64 moves of spot by 16 of vol, with a floor and a charge beside them.
    static ScanModel manyScenarios() {
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
                new ModelInfo("many", "1", "many", ModelInfo.Status.OWN, List.of(), ""),
                new ScenarioGrid(scenarios),
                List.of(
                        new Charge.Placed(new DeltaFloor(0.02, 0.01), Charge.Placement.FLOOR),
                        new Charge.Placed(new ContractMinimum(0.375), Charge.Placement.MINIMUM)),
                new ScanModel.Factors(1.2, 1),
                0,
                new CollateralRule(Set.of(), Map.of(), false));
    }

    /// Where a model is convex throughout, the program's margin is what the model reads.
    @ParameterizedTest
    @ValueSource(
            strings = {"crypto-grid", "delta", "tims-equity", "hybrid", "kraken-pm", "grvt-pm"})
    void theOptimumIsWhatTheModelReads(String id) {
        HedgeTask task =
                task(Accounts.model(id), 12, new HedgeGoal.LeastMargin(), Tasks.budget(400));
        MarginProgram program = new MarginProgram(task);
        assertThat(program.isBound()).isTrue();
        int[] all = IntStream.range(0, task.candidates().size()).toArray();
        MarginProgram.Plan plan = program.solve(all).orElseThrow();
        List<Position> hedge = new ArrayList<>();
        for (int i = 0; i < all.length; i++) {
            for (Position leg : task.candidates().get(i).lot()) {
                hedge.add(new Position(leg.instrument(), leg.quantity() * plan.lots()[i]));
            }
        }
        Portfolio hedged = task.portfolio().with(hedge);
        double initial = task.model().margin(task.arrays(), hedged).initial();
        assertThat(plan.initial())
                .as("%s seed %d %s", id, SEED, hedged)
                .isCloseTo(initial, within(1e-6 * Math.max(1, initial)));
    }
}
