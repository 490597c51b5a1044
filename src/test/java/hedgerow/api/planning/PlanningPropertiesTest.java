package hedgerow.api.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import hedgerow.SharedData;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What holds of carry, gas, impact, rebalancing and weights whatever is asked, as the service
/// answers it.
@QuarkusTest
class PlanningPropertiesTest {
    private static double at(JsonNode answer, String pointer) {
        assertThat(answer.at(pointer).isNumber()).as("%s of %s", pointer, answer).isTrue();
        return answer.at(pointer).asDouble();
    }

    private static JsonNode impact(double size, double mid, double volume, String more) {
        String body = "{\"size\": %s, \"mid\": %s, \"vol\": 0.6, \"volumeDaily\": %s%s}";
        return PlanningApiTest.answer(
                "/v1/execution/impact", body.formatted(size, mid, volume, more));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void costGrowsWithThePowerOfThreeHalvesAndLinearlyBelowTheCrossover(long seed) {
        RandomGenerator random = new Random(seed);
        double size = random.nextDouble(1, 1_000);
        double mid = random.nextDouble(1, 100_000);
        double volume = random.nextDouble(size * 20, size * 2_000);
        double times = random.nextDouble(1.1, 9);
        JsonNode one = impact(size, mid, volume, "");
        JsonNode more = impact(size * times, mid, volume, "");
        assertThat(at(more, "/law/peakCost") / at(one, "/law/peakCost"))
                .as("seed %s, %s times %s of %s a day", seed, times, size, volume)
                .isCloseTo(Math.pow(times, 1.5), within(1e-9));
        assertThat(at(more, "/law/averageCost"))
                .isCloseTo(at(more, "/law/peakCost") * 2 / 3, within(1e-6));
        String crossover = ", \"crossoverShare\": 0.9";
        double small = at(impact(size, mid, volume, crossover), "/law/impactBps");
        double large = at(impact(size * times, mid, volume, crossover), "/law/impactBps");
        assertThat(large / small).as("seed %s", seed).isCloseTo(times, within(1e-9));
        assertThat(small).isLessThan(at(one, "/law/impactBps"));
    }

    private static double[] pair(String level) {
        return Arrays.stream(level.split(", ")).mapToDouble(Double::parseDouble).toArray();
    }

    /// Half of what a real book holds, and then twice it, walked here level by level.
    @Test
    void realBooksAreWalked() throws IOException {
        Pattern side = Pattern.compile("\"\\[\\[([^\"]*)]]\"");
        List<String> lines =
                Files.readAllLines(SharedData.file("data/deribit/btc_options_book_20200521.csv"));
        int walked = 0;
        for (String line : lines) {
            List<List<double[]>> sides =
                    side.matcher(line)
                            .results()
                            .map((MatchResult found) ->
                                    Arrays.stream(found.group(1).split("], \\["))
                                            .map(PlanningPropertiesTest::pair)
                                            .toList())
                            .toList();
            if (sides.size() != 2) continue;
            double mid = (sides.get(0).getFirst()[0] + sides.get(1).getFirst()[0]) / 2;
            for (List<double[]> levels : sides) walk(line, levels, mid);
            walked++;
            if (walked == 60) break;
        }
        assertThat(walked).isEqualTo(60);
    }

    private static void walk(String line, List<double[]> levels, double mid) {
        double held = levels.stream().mapToDouble(level -> level[1]).sum();
        String sent =
                levels.stream()
                        .map(level -> "{\"price\": %s, \"size\": %s}".formatted(level[0], level[1]))
                        .collect(Collectors.joining(", ", ", \"levels\": [", "]"));
        for (double size : new double[] {held / 2, held * 2}) {
            double left = size;
            double cost = 0;
            for (double[] level : levels) {
                double taken = Math.min(left, level[1]);
                cost += taken * Math.abs(mid - level[0]);
                left -= taken;
            }
            JsonNode answer = impact(size, mid, 1_000, sent);
            assertThat(at(answer, "/book/cost")).as(line).isCloseTo(cost, within(1e-9));
            assertThat(at(answer, "/book/missing")).as(line).isCloseTo(left, within(1e-9));
            double law = at(answer, "/law/peakCost");
            double beyond = left * mid * 0.6 / Math.sqrt(365) * Math.sqrt(left / 1_000);
            assertThat(at(answer, "/addOn"))
                    .as(line)
                    .isCloseTo(Math.max(cost + beyond, law), within(1e-9));
        }
    }

    private static JsonNode plan(double net, double spot, double gamma, double aversion) {
        String body =
                "{\"delta\": {\"net\": %s, \"spot\": %s, \"costShare\": 0.0005, \"gamma\": %s,"
                        + " \"riskAversion\": %s}}";
        return PlanningApiTest.answer(
                "/v1/rebalance/plan", body.formatted(net, spot, gamma, aversion));
    }

    /// The band is in units of the underlying: money of another size, which divides gamma and the
    /// aversion to risk as it multiplies spot, changes nothing.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aTradeEndsAtTheEdgeAndTheBandIsInUnitsOfTheUnderlying(long seed) {
        RandomGenerator random = new Random(seed);
        double net = random.nextDouble(-3, 3);
        double gamma = random.nextDouble(1e-5, 1e-3);
        double aversion = random.nextDouble(1e-6, 1e-4);
        JsonNode answer = plan(net, 60_000, gamma, aversion);
        double band = at(answer, "/delta/halfWidth");
        double after = Math.max(-band, Math.min(band, net));
        assertThat(at(answer, "/delta/netAfter"))
                .as("seed %s", seed)
                .isCloseTo(after, within(1e-12));
        assertThat(at(answer, "/delta/trade")).isCloseTo(after - net, within(1e-12));
        assertThat(at(answer, "/delta/cost"))
                .isCloseTo(Math.abs(after - net) * 60_000 * 0.0005, within(1e-9));
        double money = random.nextDouble(0.01, 100);
        JsonNode other = plan(net, 60_000 * money, gamma / money, aversion / money);
        assertThat(at(other, "/delta/halfWidth")).as("seed %s", seed).isCloseTo(band, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void rarerTradesCostLessAndErrMoreAndTheCheapestWithinTheBudgetIsTaken(long seed) {
        RandomGenerator random = new Random(seed);
        double budget = random.nextDouble(500, 8_000);
        JsonNode answer =
                PlanningApiTest.answer(
                        "/v1/rebalance/cost",
                        """
                        {"gamma": %s, "vegaPerPoint": 683.7, "spot": 60000, "vol": %s,
                         "costShare": 0.0005, "gasPerTrade": 12, "horizonDays": 30,
                         "intervalHours": [1, 2, 4, 8, 12, 24], "errorBudget": %s}
                        """
                                .formatted(
                                        random.nextDouble(1e-5, 1e-3),
                                        random.nextDouble(0.2, 1.2),
                                        budget));
        List<Double> costs = new ArrayList<>();
        List<Double> errors = new ArrayList<>();
        double cheapest = 0;
        for (JsonNode schedule : answer.get("schedules")) {
            costs.add(at(schedule, "/cost"));
            errors.add(at(schedule, "/errorDeviation"));
            if (at(schedule, "/errorDeviation") <= budget)
                cheapest = at(schedule, "/intervalHours");
        }
        assertThat(costs).as("seed %s", seed).isSortedAccordingTo(Collections.reverseOrder());
        assertThat(errors).as("seed %s", seed).isSorted();
        assertThat(answer.path("cheapestHours").asDouble(0))
                .as("seed %s", seed)
                .isEqualTo(cheapest);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void aForwardImpliesItsOwnCarryAndInverseProfitIsADifferenceOfReciprocals(long seed) {
        RandomGenerator random = new Random(seed);
        double spot = random.nextDouble(1, 100_000);
        double rate = random.nextDouble(-0.2, 0.4);
        double yield = random.nextDouble(0, 0.1);
        double days = random.nextDouble(1, 700);
        double to = random.nextDouble(0.5, 2) * spot;
        double notional = random.nextDouble(-1e6, 1e6);
        String body =
                """
                {"spot": %s, "days": %s, "rateAnnual": %s, "yieldAnnual": %s, "quoted": %s,
                 "inverse": {"notional": %s, "from": %s, "to": %s}}
                """
                        .formatted(
                                spot,
                                days,
                                rate,
                                yield,
                                spot * Math.exp((rate - yield) * days / 365),
                                notional,
                                spot,
                                to);
        JsonNode answer = PlanningApiTest.answer("/v1/price/forward", body);
        assertThat(at(answer, "/quoted/impliedRateAnnual"))
                .as(body)
                .isCloseTo(rate - yield, within(1e-10));
        assertThat(at(answer, "/quoted/difference")).as(body).isCloseTo(0, within(1e-9 * spot));
        assertThat(at(answer, "/basisAnnual"))
                .as(body)
                .isCloseTo((at(answer, "/forward") / spot - 1) * 365 / days, within(1e-10));
        assertThat(at(answer, "/inverseProfit"))
                .as(body)
                .isCloseTo(
                        notional * (to - spot) / (spot * to),
                        within(1e-9 * Math.abs(notional) / spot));
    }

    /// Weights proportional to the inverse of the covariance times the means less the rate, solved
    /// here by hand for two assets; and no weights on a fine grid do better once margin costs.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void tangencyIsTheClosedFormAndNoWeightsDoBetterOnceMarginCosts(long seed) {
        RandomGenerator random = new Random(seed);
        double[] vol = {random.nextDouble(0.3, 0.9), random.nextDouble(0.3, 0.9)};
        double[] mean = {random.nextDouble(0.1, 0.4), random.nextDouble(0.1, 0.4)};
        double rho = random.nextDouble(-0.4, 0.9);
        double[] down = {random.nextDouble(0.1, 0.3), random.nextDouble(0.1, 0.3)};
        double cost = random.nextDouble(0, 1);
        String body =
                """
                {"assets": [{"name": "A", "mean": %s, "vol": %s}, {"name": "B", "mean": %s, "vol": %s}],
                 "correlations": [[1, %s], [%s, 1]], "riskFreeAnnual": 0.02, "riskAversion": 2,
                 "margin": {"profits": [[%s, %s], [%s, %s]], "costAnnual": %s}}
                """
                        .formatted(
                                mean[0], vol[0], mean[1], vol[1], rho, rho, down[0], -down[1],
                                -down[0], -down[1], cost);
        JsonNode answer = PlanningApiTest.answer("/v1/portfolio/frontier", body);
        double cross = rho * vol[0] * vol[1];
        double first = (mean[0] - 0.02) * vol[1] * vol[1] - (mean[1] - 0.02) * cross;
        double second = (mean[1] - 0.02) * vol[0] * vol[0] - (mean[0] - 0.02) * cross;
        double tangent = first <= 0 ? 0 : second <= 0 ? 1 : first / (first + second);
        assertThat(at(answer, "/tangency/weights/0")).as(body).isCloseTo(tangent, within(2e-5));
        double found = at(answer, "/utility/weights/0");
        double best = Double.NEGATIVE_INFINITY;
        for (int i = 0; i <= 10_000; i++) {
            best = Math.max(best, utility(i / 10_000.0, mean, vol, cross, down, cost));
        }
        assertThat(utility(found, mean, vol, cross, down, cost))
                .as(body)
                .isGreaterThanOrEqualTo(best - 1e-6);
    }

    private static double utility(
            double weight, double[] mean, double[] vol, double cross, double[] down, double cost) {
        double other = 1 - weight;
        double variance =
                weight * weight * vol[0] * vol[0]
                        + 2 * weight * other * cross
                        + other * other * vol[1] * vol[1];
        double margin = weight * down[0] + other * down[1];
        return weight * mean[0] + other * mean[1] - variance - cost * margin;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void aCapHoldsWhateverGasCostsAndALockDoesNotMove(long seed) {
        RandomGenerator random = new Random(seed);
        double units = random.nextDouble(1e5, 1e9);
        double forward = random.nextDouble(1, 100);
        double strike = forward * random.nextDouble(0.8, 3);
        String gwei =
                random.doubles(20, 0, 500)
                        .mapToObj(Double::toString)
                        .collect(Collectors.joining(", "));
        String body =
                """
                {"gasUnits": %s, "coinPrice": 3000, "gwei": [%s], "forward": %s,
                 "cap": {"strike": %s, "vol": 1.5, "days": 30}}
                """
                        .formatted(units, gwei, forward, strike);
        JsonNode answer = PlanningApiTest.answer("/v1/gas/hedge", body);
        double perGwei = units * 1e-9 * 3_000;
        assertThat(at(answer, "/locked")).as(body).isCloseTo(perGwei * forward, within(1e-6));
        for (JsonNode state : answer.get("states")) {
            double paid = Math.min(at(state, "/gwei"), strike) * perGwei + at(answer, "/premium");
            assertThat(at(state, "/capped")).as(body).isCloseTo(paid, within(1e-9 * perGwei * 500));
        }
    }
}
