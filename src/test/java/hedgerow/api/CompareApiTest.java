package hedgerow.api;

import static hedgerow.api.BadInputTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/// One book under several models.
@QuarkusTest
class CompareApiTest {
    private static String body(String models, String rest) {
        return """
        {"models": %s, "market": %s, "portfolio": {"positions": %s%s}
        """
                .formatted(models, Bodies.MARKET, Bodies.positions("-10 C60000"), rest);
    }

    @Test
    void eachModelAnswersAsItDoesAlone() {
        JsonNode answer =
                Bodies.answer(
                        "/v1/margin/compare",
                        body("[\"delta\", \"crypto-grid@1\", \"tims-equity\"]", "}"));
        String[] names = {"delta", "crypto-grid", "tims-equity"};
        for (int i = 0; i < names.length; i++) {
            JsonNode entry = answer.at("/models/" + i);
            assertThat(entry.get("model").asText()).isEqualTo(names[i] + "@1");
            assertThat(entry.get("margin"))
                    .isEqualTo(Bodies.answer("/v1/margin", Bodies.margin(names[i], "-10 C60000")));
            assertThat(entry.has("hedge")).isFalse();
            assertThat(entry.has("problem")).isFalse();
        }
    }

    @Test
    void eachModelRecognisesAHedgeInItsOwnWay() {
        String hedge = "}, \"hedge\": {\"positions\": " + Bodies.positions("5 perpetual") + "}";
        JsonNode answer =
                Bodies.answer("/v1/margin/compare", body("[\"delta\", \"crypto-grid\"]", hedge));
        for (JsonNode entry : answer.get("models")) {
            String name = entry.get("model").asText();
            JsonNode alone =
                    Bodies.answer(
                            "/v1/margin/hedge", Bodies.hedge(name, "-10 C60000", "5 perpetual"));
            JsonNode saving = entry.get("hedge");
            assertThat(saving.get("saved")).isEqualTo(alone.get("saved"));
            assertThat(saving.get("savedFraction")).isEqualTo(alone.get("savedFraction"));
            assertThat(saving.at("/after/initial")).isEqualTo(alone.at("/after/initial"));
            assertThat(saving.get("hedgeAlone")).isEqualTo(alone.at("/hedgeAlone/initial"));
        }
    }

    @Test
    void aModelThatRefusesDoesNotStopTheOthers() {
        String collateral = ", \"collateral\": [{\"asset\": \"BTC\", \"quantity\": 1}]}";
        JsonNode answer =
                Bodies.answer(
                        "/v1/margin/compare",
                        body("[\"tims-equity\", \"crypto-grid\"]", collateral));
        JsonNode refused = answer.at("/models/0");
        assertThat(refused.has("margin")).isFalse();
        assertThat(refused.at("/problem/status").asInt()).isEqualTo(422);
        assertThat(refused.at("/problem/errors/0/pointer").asText())
                .isEqualTo("/portfolio/collateral/0/asset");
        assertThat(answer.at("/models/1/margin/equity").asDouble()).isEqualTo(54_000);
    }

    @Test
    void everyUnknownModelIsTold() {
        assertProblem(
                Bodies.post(
                        "/v1/margin/compare",
                        body("[\"nope\", \"delta\", \"crypto-grid@0\"]", "}")),
                404,
                List.of("/models/0", "/models/2"),
                "delta@1");
    }

    @Test
    void modelsAreNeededAndNotTooMany() {
        assertProblem(
                Bodies.post("/v1/margin/compare", body("[]", "}")),
                400,
                List.of("/models"),
                "1 to 100");
        assertProblem(
                Bodies.post("/v1/margin/compare", body("[\"delta\", null, 7]", "}")),
                400,
                List.of("/models/1", "/models/2"),
                "required");
    }
}
