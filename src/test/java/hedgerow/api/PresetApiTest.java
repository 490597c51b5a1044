package hedgerow.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// Hedges of well-known shapes around ten long perpetuals.
@QuarkusTest
class PresetApiTest {
    private static final Offset<Double> CENT = within(0.005);

    private static String body(String preset, String more) {
        return """
        {"model": "crypto-grid", "market": %s, "portfolio": {"positions": %s},
         "hedge": {"preset": {"underlying": "BTC", %s}}%s}
        """
                .formatted(Bodies.MARKET, Bodies.positions("10 perpetual"), preset, more);
    }

    private static JsonNode hedge(String preset) {
        return Bodies.answer("/v1/margin/hedge", body(preset, ""));
    }

    @Test
    void protectivePutIsAsWorked() {
        JsonNode answer =
                hedge(
                        "\"kind\": \"protectivePut\", \"quantity\": 10, \"strike\": 54000,"
                                + " \"expiry\": \"2026-01-31T08:00:00Z\"");
        JsonNode put = answer.get("protection");
        assertThat(answer.at("/after/initial").asDouble()).isCloseTo(63_558.65, CENT);
        assertThat(answer.get("saved").asDouble()).isCloseTo(32_441.35, CENT);
        assertThat(put.get("premium").asDouble()).isCloseTo(16_149.41, CENT);
        assertThat(put.get("floorLoss").asDouble()).isCloseTo(76_149.41, CENT);
        assertThat(put.get("floored").asBoolean()).isTrue();
        assertThat(put.at("/breakEvens/0").asDouble()).isCloseTo(52_385.06, CENT);
        assertThat(put.at("/breakEvenMoves/0").asDouble()).isCloseTo(-0.1269, within(0.00005));
        assertThat(put.get("lossPrevented").asDouble()).isCloseTo(103_850.59, CENT);
        assertThat(put.get("lossPreventedPerPremium").asDouble()).isCloseTo(6.43, CENT);
        assertThat(put.get("financingSaved").asDouble()).isCloseTo(266.64, CENT);
        assertThat(put.get("financingSavedPerPremium").asDouble())
                .isCloseTo(0.0165, within(0.00005));
        assertThat(put.at("/valueAtRisk/before").asDouble()).isCloseTo(42_547.92, CENT);
        assertThat(put.at("/valueAtRisk/after").asDouble()).isCloseTo(29_794.19, CENT);
        assertThat(put.at("/valueAtRisk/change").asDouble()).isCloseTo(-0.300, within(0.0005));
        assertThat(answer.at("/exitOrder/margins/0").asDouble())
                .isEqualTo(answer.at("/after/initial").asDouble());
        assertThat(answer.at("/exitOrder/margins/1").asDouble())
                .isEqualTo(answer.at("/before/initial").asDouble());
    }

    @Test
    void eachLegOfAHedgePaysItsGas() {
        String collar =
                "\"kind\": \"collar\", \"quantity\": 10, \"strike\": 54000,"
                        + " \"callStrike\": 66000, \"expiry\": \"2026-01-31T08:00:00Z\"";
        JsonNode answer = Bodies.answer("/v1/margin/hedge", body(collar, ", \"gasPerTrade\": 12"));
        assertThat(answer.get("gas").asDouble()).isEqualTo(24);
        assertThat(hedge(collar).has("gas")).isFalse();
    }

    @Test
    void collarIsAsWorked() {
        JsonNode answer =
                hedge(
                        "\"kind\": \"collar\", \"quantity\": 10, \"strike\": 54000,"
                                + " \"callStrike\": 66000, \"expiry\": \"2026-01-31T08:00:00Z\"");
        JsonNode collar = answer.get("protection");
        assertThat(answer.at("/after/initial").asDouble()).isCloseTo(44_430.69, CENT);
        assertThat(collar.get("premium").asDouble()).isCloseTo(-3_472.15, CENT);
        assertThat(collar.get("bestGain").asDouble()).isCloseTo(63_472.15, CENT);
        assertThat(collar.get("capped").asBoolean()).isTrue();
        assertThat(collar.has("lossPreventedPerPremium")).isFalse();
        assertThat(collar.get("financingSaved").asDouble()).isCloseTo(423.86, CENT);
        assertThat(collar.at("/valueAtRisk/after").asDouble()).isCloseTo(18_725.10, CENT);
        assertThat(collar.at("/valueAtRisk/change").asDouble()).isCloseTo(-0.560, within(0.0005));
    }

    @Test
    void putSpreadIsAsWorked() {
        JsonNode answer =
                hedge(
                        "\"kind\": \"putSpread\", \"quantity\": 10, \"strike\": 54000,"
                                + " \"lowerStrike\": 48000, \"expiry\": \"2026-01-31T08:00:00Z\"");
        assertThat(answer.at("/after/initial").asDouble()).isCloseTo(83_505.74, CENT);
        assertThat(answer.at("/protection/premium").asDouble()).isCloseTo(11_932.63, CENT);
        assertThat(answer.at("/protection/floored").asBoolean()).isFalse();
        assertThat(answer.at("/protection/financingSaved").asDouble()).isCloseTo(102.69, CENT);
    }

    @Test
    void soldPerpetualsAndFuturesHalveTheMargin() {
        JsonNode perpetual = hedge("\"kind\": \"perpetual\", \"quantity\": 5");
        JsonNode future =
                hedge(
                        "\"kind\": \"future\", \"quantity\": 5,"
                                + " \"expiry\": \"2026-01-31T08:00:00Z\"");
        assertThat(perpetual.get("saved").asDouble()).isCloseTo(48_000.00, CENT);
        assertThat(future.get("saved").asDouble()).isCloseTo(48_000.00, CENT);
        assertThat(perpetual.at("/protection/premium").asDouble()).isZero();
    }

    @Test
    void aVarianceSwapIsPricedAndSaysWhatCannotBeMeasured() {
        JsonNode answer =
                hedge(
                        "\"kind\": \"varianceSwap\", \"quantity\": 683.71, \"strikeVol\": 0.6,"
                                + " \"start\": \"2026-01-01T08:00:00Z\","
                                + " \"expiry\": \"2026-01-31T08:00:00Z\"");
        assertThat(answer.has("protection")).isFalse();
        assertThat(answer.get("notes").toString()).contains("realised on the way");
    }

    @Test
    void aPresetThatLacksSomethingSaysWhat() {
        Response response =
                Bodies.post(
                        "/v1/margin/hedge",
                        body("\"kind\": \"collar\", \"quantity\": 10, \"strike\": 54000", ""));
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.asString())
                .contains("/hedge/preset/expiry", "/hedge/preset/callStrike");
    }
}
