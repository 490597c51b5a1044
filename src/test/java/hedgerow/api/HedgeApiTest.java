package hedgerow.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What a hedge takes off, and the way there.
@QuarkusTest
class HedgeApiTest {

    @Test
    void pathTellsTheMarginAfterEachLeg() {
        JsonNode answer =
                Bodies.answer(
                        "/v1/margin/hedge",
                        Bodies.hedge("crypto-grid", "10 perpetual", "-10 C66000, 10 P54000"));
        JsonNode given = answer.get("givenOrder");
        assertThat(given.get("order").toString()).isEqualTo("[0,1]");
        assertThat(given.get("search").asText()).isEqualTo("given");
        JsonNode half =
                Bodies.answer(
                        "/v1/margin", Bodies.margin("crypto-grid", "10 perpetual, -10 C66000"));
        assertThat(given.at("/margins/1")).isEqualTo(half.get("initial"));
        assertThat(given.get("peak").asDouble()).isEqualTo(max(given.get("margins")));
        assertThat(answer.get("peak")).isEqualTo(given.get("peak"));
    }

    private static double max(JsonNode numbers) {
        List<Double> values = new ArrayList<>();
        numbers.forEach(number -> values.add(number.asDouble()));
        return values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }

    @Test
    void aHedgeOfMoreLegsThanCanBeWeighedExactlyIsBounded() {
        String hedge = legs("P", 48_000, 15);
        JsonNode answer =
                Bodies.answer(
                        "/v1/margin/hedge", Bodies.hedge("crypto-grid", "10 perpetual", hedge));
        assertThat(answer.at("/safeOrder/search").asText()).isEqualTo("bounded");
        AnswerInvariants.checkHedge(answer);
    }

    @Test
    void aHedgeTooLargeForASearchSaysSo() {
        String hedge = legs("C", 50_000, 250);
        JsonNode answer =
                Bodies.answer(
                        "/v1/margin/hedge",
                        Bodies.hedge("crypto-grid", "10 perpetual", hedge)
                                .replaceFirst("\\{", "{\"detail\": \"standard\","));
        assertThat(answer.has("safeOrder")).isFalse();
        assertThat(answer.get("notes").toString()).contains("safeOrder is left out");
        assertThat(answer.at("/givenOrder/margins")).hasSize(251);
        AnswerInvariants.checkHedge(answer);
    }

    private static String legs(String right, int firstStrike, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "1 " + right + (firstStrike + 100 * i))
                .collect(Collectors.joining(", "));
    }

    @Test
    void positionsOfTheHedgeFollowThoseOfThePortfolio() {
        JsonNode answer =
                Bodies.answer(
                        "/v1/margin/hedge",
                        Bodies.hedge("crypto-grid", "10 perpetual", "10 P54000"));
        assertThat(answer.at("/after/contributions/1/position").asInt()).isEqualTo(1);
        assertThat(answer.at("/after/contributions/1/instrument").asText()).contains("54000 put");
        assertThat(answer.at("/hedgeAlone/contributions")).hasSize(1);
    }

    @Test
    void nothingIsSavedOnNothing() {
        String body =
                """
                {"model": "crypto-grid", "market": %s, "portfolio": {"positions": []},
                 "hedge": {"positions": %s}}
                """
                        .formatted(Bodies.MARKET, Bodies.positions("5 perpetual"));
        JsonNode answer = Bodies.answer("/v1/margin/hedge", body);
        assertThat(answer.at("/before/initial").asDouble()).isZero();
        assertThat(answer.at("/before/binding").isNull()).isTrue();
        assertThat(answer.get("saved").asDouble()).isEqualTo(-48_000);
        assertThat(answer.has("savedFraction")).isFalse();
    }
}
