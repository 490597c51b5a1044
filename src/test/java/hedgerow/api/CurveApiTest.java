package hedgerow.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Curves of margin and profit, and liquidation prices, as the service answers them.
@QuarkusTest
class CurveApiTest {

    private static String body(String book, String hedge, String more) {
        String collateral = "\"collateral\": [{\"asset\": \"USDC\", \"quantity\": 120000}]";
        String hedged =
                hedge.isEmpty()
                        ? ""
                        : "\"hedge\": {\"positions\": " + Bodies.positions(hedge) + "},";
        return """
        {"model": "crypto-grid", "market": %s, "portfolio": {"positions": %s, %s}, %s %s}
        """
                .formatted(Bodies.MARKET, Bodies.positions(book), collateral, hedged, more);
    }

    private static JsonNode curve(String book, String hedge, String axis) {
        return Bodies.answer("/v1/margin/curve", body(book, hedge, "\"curve\": " + axis));
    }

    @Test
    void marginOverSpotIsAsWorkedTodayAndInThreeWeeks() {
        double[][] expected = {
            {40_763, 43_780, 46_684, 49_477, 52_172}, {41_917, 44_315, 47_279, 50_044, 52_646}
        };
        for (int later = 0; later < 2; later++) {
            String axis =
                    "{\"over\": \"spot\", \"from\": -0.1, \"to\": 0.1, \"points\": 5,"
                            + " \"shift\": {\"days\": %d}}".formatted(21 * later);
            JsonNode answer = curve("-10 C60000, 5 perpetual", "", axis);
            int even = 0;
            for (JsonNode point : answer.get("points")) {
                if (Math.abs(Math.IEEEremainder(point.get("at").asDouble(), 0.05)) > 1e-9) continue;
                assertThat(point.at("/before/initial").asDouble())
                        .as("%s", point)
                        .isCloseTo(expected[later][even++], within(0.5));
            }
            assertThat(even).isEqualTo(5);
        }
    }

    @Test
    void curveWithAHedgeSaysWhatItSavesAndWhatExpires() {
        String axis = "{\"over\": \"days\", \"from\": 0, \"to\": 45, \"points\": 5}";
        JsonNode answer = curve("10 perpetual", "10 P54000", axis);
        assertThat(answer.get("points")).hasSize(6);
        JsonNode first = answer.at("/points/0");
        assertThat(first.get("marks").toString()).isEqualTo("[\"now\"]");
        assertThat(first.get("saved").asDouble()).isCloseTo(32_441.35, within(0.005));
        JsonNode expiry = answer.at("/points/3");
        assertThat(expiry.toString()).contains("\"expiry\"");
        assertThat(expiry.get("valuationDate").asText()).isEqualTo("2026-01-31T08:00:00Z");
        assertThat(expiry.get("saved").asDouble()).isZero();
        assertThat(expiry.at("/after/pnl").asDouble()).isCloseTo(-16_149.41, within(0.005));
        assertThat(answer.at("/settlements/0/instrument").asText()).contains("54000 put");
        assertThat(answer.at("/settlements/0/text").asText()).contains("covers nothing");
        assertThat(answer.get("asOf").asText()).isEqualTo("2026-01-01T08:00:00Z");
        assertThat(answer.has("underlying")).isFalse();
        assertThat(answer.get("inputHash").asText()).matches("[0-9a-f]{64}");
    }

    @Test
    void hashTellsCurvesApart() {
        String one = "{\"over\": \"spot\", \"from\": -0.1, \"to\": 0.1, \"points\": 5}";
        String other = one.replace("0.1,", "0.2,");
        assertThat(curve("1 perpetual", "", one).get("inputHash"))
                .isEqualTo(curve("1 perpetual", "", one).get("inputHash"))
                .isNotEqualTo(curve("1 perpetual", "", other).get("inputHash"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"over\": \"spot\", \"from\": 0.1, \"to\": 0.1}                | /curve/from",
                "{\"over\": \"spot\", \"from\": -1, \"to\": 0.1}                 | /curve/from",
                "{\"over\": \"days\", \"from\": -1, \"to\": 3}                   | /curve/from",
                "{\"over\": \"price\", \"from\": 0, \"to\": 1}                   | /curve/over",
                "{\"over\": \"spot\", \"from\": 0, \"to\": 1, \"points\": 502}   | /curve/points",
                "{\"over\": \"spot\", \"from\": 0}                               | /curve/to",
                "{\"over\": \"spot\", \"from\": 0, \"to\": 1, \"shift\": {\"days\": -2}}"
                        + "                                                  | /curve/shift/days",
                "{\"over\": \"spot\", \"from\": 0, \"to\": 1, \"shift\": {\"spot\": -1}}"
                        + "                                                  | /curve/shift/spot",
            })
    void axisThatCannotBeIsAFaultAtItsPlace(String axis, String pointer) {
        Response response =
                Bodies.post("/v1/margin/curve", body("1 perpetual", "", "\"curve\": " + axis));
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(400);
        assertThat(Bodies.tree(response).at("/errors/0/pointer").asText()).isEqualTo(pointer);
    }

    @Test
    void underlyingThatTheMarketDoesNotHoldIsRefused() {
        Response response =
                Bodies.post(
                        "/v1/margin/curve",
                        body(
                                "1 perpetual",
                                "",
                                "\"curve\": {\"over\": \"spot\", \"from\": 0, \"to\": 1,"
                                        + " \"underlying\": \"DOGE\"}"));
        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.asString()).contains("DOGE is not in the market");
    }

    @Test
    void liquidationPricesAreAsWorked() {
        JsonNode answer =
                Bodies.answer(
                        "/v1/margin/liquidation",
                        body(
                                "-10 C60000",
                                "5 perpetual",
                                "\"liquidation\": {\"underlying\": \"BTC\"}"));
        JsonNode hedged = answer.get("after");
        assertThat(hedged.get("found").asText()).isEqualTo("several");
        assertThat(hedged.at("/now/excess").asDouble()).isCloseTo(82_652.77, within(0.005));
        assertThat(hedged.at("/below/price").asDouble()).isCloseTo(31_857.00, within(0.005));
        assertThat(hedged.at("/above/price").asDouble()).isCloseTo(81_250.93, within(0.005));
        assertThat(hedged.at("/below/distance").asDouble())
                .isCloseTo(31_857.00 / 60_000 - 1, within(1e-7));
        assertThat(hedged.at("/above/sigmas").asDouble()).isPositive();
        assertThat(hedged.get("text").asText())
                .isEqualTo(
                        "equity covers maintenance margin today; it falls short below 31857; it"
                                + " falls short above 81250.93");
        assertThat(answer.at("/before/found").asText()).isEqualTo("one");
        assertThat(answer.get("vol").asDouble()).isEqualTo(0.6);
    }

    @Test
    void noLiquidationIsAnAnswer() {
        JsonNode answer =
                Bodies.answer(
                        "/v1/margin/liquidation", body("1 P60000", "", "\"currency\": \"USD\""));
        assertThat(answer.at("/before/found").asText()).isEqualTo("none");
        assertThat(answer.at("/before/levels")).isEmpty();
        assertThat(answer.at("/before").has("below")).isFalse();
        assertThat(answer.has("after")).isFalse();
    }

    @Test
    void aDeficitOfTodayIsSaid() {
        JsonNode answer =
                Bodies.answer(
                        "/v1/margin/liquidation", body("-40 C60000", "", "\"currency\": \"USD\""));
        assertThat(answer.at("/before/found").asText()).isEqualTo("inDeficit");
        assertThat(answer.at("/before/below/deficit").asText()).isEqualTo("above");
    }
}
