package hedgerow.api;

import static hedgerow.api.Bodies.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.nio.charset.StandardCharsets;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// A model that is composed of others answers like any other.
@QuarkusTest
class ComposedApiTest {
    private static final Offset<Double> CENT = within(0.005);
    private static final String MODEL = "grid-or-history";

    @Test
    void partsAreListedWithTheirOperators() {
        JsonNode answer = answer("/v1/margin", Bodies.margin(MODEL, "-10 C60000"));
        AnswerInvariants.check(answer);
        assertThat(answer.get("initial").asDouble()).isCloseTo(96_286.85, CENT);
        JsonNode parts = answer.get("components");
        assertThat(parts.findValuesAsText("name"))
                .containsExactly("crypto-grid@1", "history@1", "delta@1", "delta@1");
        assertThat(parts.findValuesAsText("operator"))
                .containsExactly("max", "max", "minimum", "sum");
        assertThat(parts.get(0).get("binds").asBoolean()).isTrue();
        assertThat(answer.at("/binding/index").asInt()).isEqualTo(34);
    }

    @Test
    void aHedgeIsMeasured() {
        JsonNode answer =
                answer("/v1/margin/hedge", Bodies.hedge(MODEL, "-10 C60000", "5 perpetual"));
        AnswerInvariants.checkHedge(answer);
        assertThat(answer.at("/after/initial").asDouble()).isCloseTo(47_536.85, CENT);
        assertThat(answer.get("saved").asDouble()).isCloseTo(96_286.85 - 47_536.85, within(0.01));
    }

    @Test
    void itIsComparedWithItsParts() {
        String body =
                Bodies.margin(MODEL, "-10 C60000")
                        .replace(
                                "\"model\": \"" + MODEL + "\"",
                                "\"models\": [\"" + MODEL + "\", \"crypto-grid\", \"delta\"]");
        JsonNode answer = answer("/v1/margin/compare", body);
        double composed = answer.at("/models/0/margin/initial").asDouble();
        double grid = answer.at("/models/1/margin/initial").asDouble();
        double delta = answer.at("/models/2/margin/initial").asDouble();
        assertThat(composed).isCloseTo(grid + 0.25 * delta, within(1e-9 * composed));
    }

    @Test
    void streamsAreReadUnderIt() {
        String header = "{\"model\": \"%s\", \"market\": %s}".formatted(MODEL, Bodies.MARKET);
        String account =
                "{\"account\": \"a\", \"positions\": %s}".formatted(Bodies.positions("-10 C60000"));
        String body =
                header.replaceAll("\\s+", " ") + "\n" + account.replaceAll("\\s+", " ") + "\n";
        String lines =
                RestAssured.given()
                        .contentType("application/x-ndjson")
                        .body(body.getBytes(StandardCharsets.UTF_8))
                        .post("/v1/margin/bulk")
                        .asString();
        assertThat(lines.lines().toList()).hasSize(2);
        assertThat(lines.lines().toList().getLast()).contains("\"initial\":96286.85");
    }
}
