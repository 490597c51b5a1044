package hedgerow.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hedgerow.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FrontierTest {
    /// BTC 60 %, ETH 75 %, correlation 0.7, unbounded.
    private static Frontier two(double correlation, double least, double most) {
        return new Frontier(
                new double[] {0.30, 0.35},
                Covariance.of(
                        new double[] {0.60, 0.75},
                        new double[][] {{1, correlation}, {correlation, 1}}),
                new double[] {least, least},
                new double[] {most, most});
    }

    /// Between no weight and the whole.
    private static Frontier longOnly(double[] means, Covariance covariance) {
        double[] most = new double[means.length];
        Arrays.fill(most, 1);
        return new Frontier(means, covariance, new double[means.length], most);
    }

    @Test
    void twoAssetsHaveTheClosedForm() {
        Frontier.Point least = two(0.7, -10, 10).minimumVariance();
        assertThat(least.weights()[0]).isCloseTo(0.846154, within(5e-7));
        assertThat(least.vol()).isCloseTo(0.594203, within(5e-7));
        assertThat(two(0.8, -10, 10).minimumVariance().weights()[0]).isCloseTo(1, within(1e-9));
        Frontier.Point tangency = two(0.7, -10, 10).tangency(0.05).orElseThrow();
        assertThat(tangency.weights())
                .containsExactly(new double[] {0.61194, 0.38806}, within(5e-6));
        assertThat(tangency.mean()).isCloseTo(0.3194, within(5e-5));
        assertThat(tangency.vol()).isCloseTo(0.6076, within(5e-5));
    }

    @Test
    void twentyStocksAreThoseOfPyPortfolioOpt() throws IOException {
        JsonNode file =
                new ObjectMapper()
                        .readTree(Files.readString(SharedData.file("cases/markowitz.json")));
        Frontier frontier =
                longOnly(
                        numbers(file.get("mu")),
                        Covariance.of(
                                IntStream.range(0, file.get("cov").size())
                                        .mapToObj(i -> numbers(file.get("cov").get(i)))
                                        .toArray(double[][]::new)));
        for (JsonNode expected : file.get("expected")) {
            String problem = expected.get("problem").asText();
            double riskFree = expected.get("rf").asDouble();
            Frontier.Point point =
                    switch (problem.split(" ")[0]) {
                        case "min_volatility" -> frontier.minimumVariance();
                        case "max_sharpe" -> frontier.tangency(riskFree).orElseThrow();
                        case "max_quadratic_utility" ->
                                frontier.utility(after(problem, "risk_aversion="));
                        case "efficient_risk" ->
                                frontier.targetVol(after(problem, "efficient_risk ")).orElseThrow();
                        case "efficient_return" ->
                                frontier.targetMean(after(problem, "efficient_return "))
                                        .orElseThrow();
                        default -> throw new AssertionError("no such problem: " + problem);
                    };
            double[] published = numbers(expected.get("ret_vol_sharpe"));
            assertThat(point.mean()).as(problem).isCloseTo(published[0], within(2e-5));
            assertThat(point.vol()).as(problem).isCloseTo(published[1], within(2e-5));
            assertThat((point.mean() - riskFree) / point.vol())
                    .as(problem)
                    .isCloseTo(published[2], within(2e-5));
        }
    }

    private static double after(String problem, String word) {
        return Double.parseDouble(problem.split(word)[1].split(" ")[0]);
    }

    private static double[] numbers(JsonNode list) {
        return IntStream.range(0, list.size()).mapToDouble(i -> list.get(i).asDouble()).toArray();
    }

    @Test
    void noRandomPortfolioIsBetter() {
        RandomGenerator random = new Random(21);
        for (int trial = 0; trial < 20; trial++) {
            int assets = random.nextInt(2, 8);
            double[][] returns = new double[60][assets];
            double[] means = new double[assets];
            for (double[] day : returns) {
                double common = random.nextGaussian();
                for (int i = 0; i < assets; i++) day[i] = 0.02 * (common + random.nextGaussian());
            }
            for (int i = 0; i < assets; i++) means[i] = random.nextDouble(-0.1, 0.4);
            Frontier frontier = longOnly(means, Covariance.sample(returns, 365));
            Frontier.Point least = frontier.minimumVariance();
            Frontier.Point utility = frontier.utility(3);
            for (int draw = 0; draw < 300; draw++) {
                double[] weights = simplex(random, assets);
                double vol = frontier.covariance().vol(weights);
                double mean =
                        IntStream.range(0, assets).mapToDouble(i -> weights[i] * means[i]).sum();
                String what = "seed 21, trial " + trial + ", weights " + Arrays.toString(weights);
                assertThat(least.vol()).as(what).isLessThanOrEqualTo(vol + 1e-9);
                assertThat(utility.mean() - 1.5 * utility.vol() * utility.vol())
                        .as(what)
                        .isGreaterThanOrEqualTo(mean - 1.5 * vol * vol - 1e-9);
            }
        }
    }

    private static double[] simplex(RandomGenerator random, int size) {
        double[] weights = new double[size];
        double sum = 0;
        for (int i = 0; i < size; i++) sum += weights[i] = -Math.log(random.nextDouble(1e-9, 1));
        for (int i = 0; i < size; i++) weights[i] /= sum;
        return weights;
    }

    /// Without aversion, mean less margin cost is linear: all goes where mean less cost is most.
    @Test
    void marginThatCostsMovesWeightsAway() {
        Frontier frontier = two(0.7, 0, 1);
        List<double[]> profits = List.of(new double[] {-0.16, -0.40}, new double[] {0.16, 0.40});
        assertThat(frontier.utility(0, new Frontier.MarginCost(profits, 0)).weights()[1])
                .isCloseTo(1, within(1e-9));
        assertThat(frontier.utility(0, new Frontier.MarginCost(profits, 0.5)).weights()[0])
                .isCloseTo(1, within(1e-9));
    }

    @Test
    void whatCannotBeReachedIsSaid() {
        assertThat(two(0.7, 0, 1).targetMean(0.36)).isEmpty();
        assertThat(two(0.7, 0, 1).targetVol(0.1)).isEmpty();
        assertThat(two(0.7, 0, 1).tangency(0.5)).isEmpty();
        assertThatThrownBy(() -> two(0.7, 0, 0.4))
                .hasMessage("bounds must let weights sum to one, their sums were 0.0 and 0.8");
    }
}
