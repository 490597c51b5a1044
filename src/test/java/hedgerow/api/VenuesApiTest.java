package hedgerow.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// One account at several venues: the worked figures to the cent, and what holds of random ones.
@QuarkusTest
class VenuesApiTest {
    private static final Offset<Double> CENT = within(0.005);
    private static final String TWO_ASSETS =
            """
            {"asOf": "2026-01-01T08:00:00Z", "underlyings": [
              {"id": "BTC", "currency": "USD", "spot": 60000, "rateAnnual": 0, "vol": 0.60},
              {"id": "ETH", "currency": "USD", "spot": 3000, "rateAnnual": 0, "vol": 0.75}]}
            """;

    private static String venue(String name, String positions, String more) {
        return """
        {"venue": "%s", "portfolio": {"positions": %s%s}}
        """
                .formatted(name, positions, more);
    }

    private static String usd(double amount) {
        return ", \"collateral\": [{\"asset\": \"USDC\", \"quantity\": %s}]".formatted(amount);
    }

    private static String body(String market, String more, String... venues) {
        return """
        {"model": "crypto-grid", "market": %s, "venues": [%s]%s}
        """
                .formatted(market, String.join(", ", venues), more);
    }

    private static JsonNode ask(String body) {
        return Bodies.answer("/v1/margin/venues", body);
    }

    private static double at(JsonNode answer, String pointer) {
        assertThat(answer.at(pointer).isNumber()).as("%s of %s", pointer, answer).isTrue();
        return answer.at(pointer).asDouble();
    }

    /// Ten calls sold at one venue, five perpetuals held at another.
    private static JsonNode worked(String more) {
        return ask(
                body(
                        Bodies.MARKET,
                        more,
                        venue("options", Bodies.positions("-10 C60000"), usd(100_000)),
                        venue("perpetuals", Bodies.positions("5 perpetual"), usd(50_000))));
    }

    private static String alpha(double alpha) {
        return ", \"alphas\": [{\"venues\": [\"perpetuals\", \"options\"], \"alpha\": %s}]"
                .formatted(alpha);
    }

    @Test
    void aFractionOfTheOffsetIsRecognised() {
        double[][] worked = {{0, 142_684.04}, {0.5, 94_684.04}, {0.8, 65_884.04}, {1, 46_684.04}};
        for (double[] row : worked) {
            JsonNode answer = worked(alpha(row[0]));
            assertThat(at(answer, "/initial")).as("alpha %s", row[0]).isCloseTo(row[1], CENT);
            assertThat(at(answer, "/separate")).isCloseTo(142_684.04, CENT);
            assertThat(at(answer, "/pooled/initial")).isCloseTo(46_684.04, CENT);
            assertThat(at(answer, "/offset")).isCloseTo(96_000, CENT);
            assertThat(at(answer, "/recognised")).isCloseTo(row[0] * 96_000, CENT);
            assertThat(at(answer, "/requirement"))
                    .isEqualTo(at(answer, "/initial") + at(answer, "/latency/total"));
        }
    }

    private static JsonNode three(String alphas) {
        return ask(
                body(
                        Bodies.MARKET,
                        ", \"alphas\": [" + alphas + "]",
                        venue("calls", Bodies.positions("-10 C60000"), usd(100_000)),
                        venue("five", Bodies.positions("5 perpetual"), usd(50_000)),
                        venue("three", Bodies.positions("3 perpetual"), usd(30_000))));
    }

    /// Five perpetuals would take 96,000 off the calls and three 57,600; the larger of what counts
    /// is taken first, and the calls' margin is used once.
    @Test
    void ofThreeVenuesTheLargestRecognisedOffsetIsTakenFirst() {
        String pair = "{\"venues\": [\"calls\", \"%s\"], \"alpha\": %s}";
        JsonNode five = three(pair.formatted("five", "0.8") + ", " + pair.formatted("three", "1"));
        assertThat(at(five, "/separate")).isCloseTo(94_684.04 + 48_000 + 28_800, CENT);
        assertThat(at(five, "/recognised")).isCloseTo(0.8 * 96_000, CENT);
        assertThat(at(five, "/initial")).isCloseTo(171_484.04 - 76_800, CENT);
        JsonNode three = three(pair.formatted("five", "0.5") + ", " + pair.formatted("three", "1"));
        assertThat(at(three, "/recognised")).isCloseTo(57_600, CENT);
        assertThat(three.at("/joins")).hasSize(1);
        assertThat(at(three, "/contagion/losses/0/initial")).isCloseTo(8 * 9_600, CENT);
        assertThat(at(three, "/contagion/losses/1/initial")).isCloseTo(94_684.04 - 28_800, CENT);
        assertThat(at(three, "/contagion/losses/2/initial")).isCloseTo(46_684.04, CENT);
        assertThat(at(three, "/contagion/initial")).isCloseTo(8 * 9_600, CENT);
    }

    @Test
    void nothingIsRecognisedUnlessSaid() {
        JsonNode answer = worked("");
        assertThat(at(answer, "/requirement")).isCloseTo(142_684.04, CENT);
        assertThat(answer.get("joins")).isEmpty();
        assertThat(at(answer, "/latency/total")).isZero();
        assertThat(at(answer, "/venues/0/margin/initial")).isCloseTo(94_684.04, CENT);
        assertThat(at(answer, "/venues/1/margin/initial")).isCloseTo(48_000.00, CENT);
    }

    @Test
    void tenMinutesOfLatencyAreCounted() {
        JsonNode answer = worked(alpha(0.5));
        assertThat(answer.at("/venues/1/deltas/0/delta").asDouble()).isEqualTo(5);
        assertThat(at(answer, "/venues/1/deltas/0/haircut")).isCloseTo(1_826.50, CENT);
        // The calls lose as spot rises, the perpetuals as it falls: the larger of the two counts
        double calls = at(answer, "/venues/0/deltas/0/haircut");
        assertThat(calls).isCloseTo(5.3427 / 5 * 1_826.50, within(0.05));
        assertThat(at(answer, "/latency/total")).isEqualTo(calls);
        assertThat(at(answer, "/latency/underlyings/0/down")).isCloseTo(1_826.50, CENT);
        JsonNode none = worked(alpha(0.5) + ", \"latency\": {\"seconds\": 0}");
        assertThat(at(none, "/latency/total")).isZero();
        JsonNode given =
                worked(
                        alpha(0.5)
                                + ", \"latency\": {\"seconds\": 2400, \"quantile\": 1,"
                                + " \"vols\": [{\"underlying\": \"BTC\", \"vol\": 0.3}]}");
        double expected = 0.3 * Math.sqrt(2_400 / (365 * 86_400.0)) * 5 * 60_000;
        assertThat(at(given, "/venues/1/deltas/0/haircut")).isCloseTo(expected, within(1e-9));
    }

    @Test
    void eachVenueIsLostInTurnWithItsCollateral() {
        JsonNode answer = worked(alpha(0.5));
        assertThat(answer.at("/contagion/losses/0/lost").asText()).isEqualTo("options");
        assertThat(at(answer, "/contagion/losses/0/initial")).isCloseTo(48_000.00, CENT);
        assertThat(at(answer, "/contagion/losses/0/equity")).isEqualTo(50_000);
        assertThat(answer.at("/contagion/lost").asText()).isEqualTo("perpetuals");
        assertThat(at(answer, "/contagion/initial")).isCloseTo(94_684.04, CENT);
        assertThat(at(answer, "/contagion/losses/1/excess")).isCloseTo(100_000 - 94_684.04, CENT);
    }

    @Test
    void aBridgeTakesItsShareOfWhatIsOwned() {
        String options = venue("options", Bodies.positions("-10 C60000"), usd(100_000));
        String perpetuals = venue("perpetuals", Bodies.positions("5 perpetual"), usd(50_000));
        String bridged = perpetuals.replaceFirst("\\{", "{\"bridgeHaircut\": 0.02, ");
        JsonNode answer = ask(body(Bodies.MARKET, alpha(1), options, bridged));
        assertThat(at(answer, "/venues/1/counted")).isEqualTo(49_000);
        assertThat(at(answer, "/equity")).isEqualTo(149_000);
        assertThat(at(answer, "/excess")).isEqualTo(149_000 - at(answer, "/requirement"));
    }

    private static String perpetuals(String underlying, String quantity) {
        return """
        [{"instrument": {"type": "perpetual", "underlying": "%s"}, "quantity": %s}]
        """
                .formatted(underlying, quantity);
    }

    private static JsonNode twoAssets(String ether, String method, double value) {
        String more =
                """
                , "alpha": 1, "correlation": {"method": "%s", "pairs": [
                  {"underlyings": ["ETH", "BTC"], "value": %s}]}
                """
                        .formatted(method, value);
        return ask(
                body(
                        TWO_ASSETS,
                        more,
                        venue("a", perpetuals("BTC", "10"), ""),
                        venue("b", perpetuals("ETH", ether), "")));
    }

    @Test
    void underlyingsThatMoveTogetherAreCredited() {
        JsonNode rate = twoAssets("-200", "rate", 0.5);
        assertThat(at(rate, "/separate")).isCloseTo(192_000, CENT);
        assertThat(at(rate, "/pooled/credit")).isCloseTo(96_000, CENT);
        assertThat(at(rate, "/initial")).isCloseTo(96_000, CENT);
        assertThat(at(twoAssets("200", "rate", 0.5), "/initial")).isCloseTo(192_000, CENT);
        assertThat(at(twoAssets("-200", "correlation", 0.8), "/initial"))
                .isCloseTo(60_715.73, CENT);
        assertThat(at(twoAssets("200", "correlation", 0.8), "/initial"))
                .isCloseTo(182_147.19, CENT);
    }

    /// Each venue under its own model, what is put together under that of the request.
    @Test
    void eachVenueHasItsOwnModel() {
        String options = venue("options", Bodies.positions("-10 C60000"), "");
        String delta = venue("perpetuals", Bodies.positions("5 perpetual"), "");
        JsonNode answer =
                ask(
                        body(
                                Bodies.MARKET,
                                ", \"alpha\": 1",
                                options,
                                delta.replaceFirst("\\{", "{\"model\": \"delta\", ")));
        assertThat(answer.at("/venues/1/margin/model/id").asText()).isEqualTo("delta");
        assertThat(at(answer, "/venues/1/margin/initial")).isCloseTo(6_000.00, CENT);
        assertThat(at(answer, "/separate")).isCloseTo(100_684.04, CENT);
        assertThat(at(answer, "/initial")).isCloseTo(46_684.04, CENT);
    }

    /// Three to five venues with random legs: none recognised is separate, all is pooled, more is
    /// never dearer, and the order of venues changes no bit.
    @Test
    void randomAccountsLieBetweenPooledAndSeparate() {
        for (long seed = 1; seed <= 12; seed++) {
            Random random = new Random(seed);
            List<String> venues = new ArrayList<>();
            int count = random.nextInt(2, 6);
            for (int v = 0; v < count; v++) {
                String legs =
                        "%d C60000, %d P54000, %d perpetual"
                                .formatted(
                                        random.nextInt(-20, 21),
                                        random.nextInt(-20, 21),
                                        random.nextInt(-20, 21));
                venues.add(venue("v" + v, Bodies.positions(legs), ""));
            }
            double before = Double.POSITIVE_INFINITY;
            for (double alpha : new double[] {0, 0.3, 0.7, 1}) {
                String more = String.format(Locale.ROOT, ", \"alpha\": %s", alpha);
                JsonNode answer = ask(body(Bodies.MARKET, more, venues.toArray(String[]::new)));
                double initial = at(answer, "/initial");
                double pooled = at(answer, "/pooled/initial");
                double separate = at(answer, "/separate");
                double line = pooled + (1 - alpha) * (separate - pooled);
                assertThat(initial)
                        .as("seed %s, alpha %s, %s", seed, alpha, venues)
                        .isCloseTo(line, within(1e-6))
                        .isLessThanOrEqualTo(before + 1e-6);
                before = initial;
                Collections.shuffle(venues, random);
                JsonNode shuffled = ask(body(Bodies.MARKET, more, venues.toArray(String[]::new)));
                for (String figure : List.of("initial", "requirement", "joins", "contagion")) {
                    assertThat(shuffled.get(figure))
                            .as("%s, seed %s", figure, seed)
                            .isEqualTo(answer.get(figure));
                }
            }
        }
    }

    @Test
    void everyFaultIsToldAtItsPlace() {
        String twice = venue("a", Bodies.positions("5 perpetual"), "");
        String more =
                """
                , "alpha": 2, "alphas": [{"venues": ["a", "b"], "alpha": 0.5}],
                "correlation": {"method": "rate", "pairs": [
                  {"underlyings": ["BTC", "BTC"], "value": -0.5}]},
                "latency": {"seconds": -1, "vols": [
                  {"underlying": "BTC", "vol": 0.5}, {"underlying": "BTC", "vol": 0.6}]}
                """;
        JsonNode problem =
                Bodies.tree(
                        Bodies.post("/v1/margin/venues", body(Bodies.MARKET, more, twice, twice)));
        assertThat(problem.get("status").asInt()).isEqualTo(400);
        List<String> places = new ArrayList<>();
        problem.get("errors").forEach(item -> places.add(item.get("pointer").asText()));
        assertThat(places)
                .containsExactlyInAnyOrder(
                        "/alpha",
                        "/alphas/0/venues",
                        "/venues/1/venue",
                        "/correlation/pairs/0/value",
                        "/correlation/pairs/0/underlyings",
                        "/latency/seconds",
                        "/latency/vols/1/underlying");
    }

    @Test
    void whatCannotBeDoneIsRefusedAtItsVenue() {
        String unknown = venue("b", perpetuals("DOGE", "5"), "");
        String shells =
                venue("c", Bodies.positions("1 perpetual"), usd(1).replace("USDC", "SHELL"));
        JsonNode problem =
                Bodies.tree(Bodies.post("/v1/margin/venues", body(Bodies.MARKET, "", unknown)));
        assertThat(problem.get("status").asInt()).isEqualTo(422);
        assertThat(problem.at("/errors/0/pointer").asText())
                .isEqualTo("/venues/0/portfolio/positions/0/instrument");
        JsonNode asset =
                Bodies.tree(
                        Bodies.post(
                                "/v1/margin/venues",
                                body(
                                        Bodies.MARKET,
                                        "",
                                        venue("a", Bodies.positions("1 perpetual"), ""),
                                        shells)));
        assertThat(asset.at("/errors/0/pointer").asText())
                .isEqualTo("/venues/1/portfolio/collateral/0/asset");
        JsonNode model =
                Bodies.tree(
                        Bodies.post(
                                "/v1/margin/venues",
                                body(Bodies.MARKET, "", shells)
                                        .replaceFirst("crypto-grid", "nowhere")));
        assertThat(model.get("status").asInt()).isEqualTo(404);
    }

    @Test
    void theHashTellsWhatDecidesTheFigures() {
        String hash = worked(alpha(0.5)).get("inputHash").asText();
        assertThat(hash)
                .matches("[0-9a-f]{64}")
                .isEqualTo(worked(alpha(0.5)).get("inputHash").asText());
        assertThat(worked(alpha(0.6)).get("inputHash").asText()).isNotEqualTo(hash);
        assertThat(
                        worked(alpha(0.5) + ", \"latency\": {\"seconds\": 60}")
                                .get("inputHash")
                                .asText())
                .isNotEqualTo(hash);
    }
}
