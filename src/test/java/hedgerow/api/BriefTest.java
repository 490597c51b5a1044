package hedgerow.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A brief answer has the figures of the full one, to the last bit, and leaves out the rest.
@QuarkusTest
class BriefTest {
    private static final String BOOK = "-10 C60000, 7.3 C66000, -3 P54000, 2 perpetual";
    private static final String HEDGE = "10 C63000, -4 perpetual, 1 P48000";
    private static final List<String> EXPLANATION =
            List.of(
                    "components",
                    "groups",
                    "contributions",
                    "orders",
                    "standAlone",
                    "offset",
                    "offsetFraction",
                    "equityDetail",
                    "notes",
                    "offGrid");
    private static final List<String> PATH = List.of("peak", "givenOrder", "safeOrder");

    private static String brief(String body) {
        return body.replaceFirst("\\{", "{\"detail\": \"brief\",");
    }

    private static void assertInBrief(JsonNode brief, JsonNode full) {
        for (String left : EXPLANATION) assertThat(brief.has(left)).as(left).isFalse();
        brief.properties()
                .forEach(field ->
                        assertThat(field.getValue())
                                .as(field.getKey())
                                .isEqualTo(full.get(field.getKey())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"crypto-grid", "crypto-grid-core", "spot-vol-16", "tims-equity", "delta"})
    void marginInBriefHasTheFiguresOfTheFullOne(String model) {
        String body = Bodies.margin(model, BOOK);
        assertInBrief(Bodies.answer("/v1/margin", brief(body)), Bodies.answer("/v1/margin", body));
    }

    @ParameterizedTest
    @ValueSource(strings = {"crypto-grid", "spot-vol-16", "tims-index"})
    void hedgeInBriefHasTheFiguresOfTheFullOneAndNoPath(String model) {
        String body = Bodies.hedge(model, BOOK, HEDGE);
        JsonNode brief = Bodies.answer("/v1/margin/hedge", brief(body));
        JsonNode full = Bodies.answer("/v1/margin/hedge", body);
        for (String left : PATH) assertThat(brief.has(left)).as(left).isFalse();
        for (String margin : List.of("before", "hedgeAlone", "after")) {
            assertInBrief(brief.get(margin), full.get(margin));
        }
        for (String same : List.of("saved", "savedFraction", "offset", "inputHash", "model")) {
            assertThat(brief.get(same)).as(same).isEqualTo(full.get(same));
        }
    }

    @Test
    void pathIsAnsweredInBriefWhereItIsAskedFor() {
        String body = Bodies.hedge("crypto-grid", BOOK, HEDGE);
        JsonNode full = Bodies.answer("/v1/margin/hedge", body);
        JsonNode asked =
                Bodies.answer(
                        "/v1/margin/hedge",
                        brief(body).replaceFirst("\\{", "{\"tradePath\": true,"));
        for (String part : PATH) assertThat(asked.get(part)).as(part).isEqualTo(full.get(part));
        assertThat(asked.at("/before/components").isMissingNode()).isTrue();
    }

    @Test
    void scenarioPnlIsAnsweredInBriefWhereItIsAskedFor() {
        String body = Bodies.margin("crypto-grid", BOOK);
        JsonNode full =
                Bodies.answer("/v1/margin", body.replaceFirst("\\{", "{\"scenarioPnl\": true,"));
        JsonNode asked =
                Bodies.answer(
                        "/v1/margin", brief(body).replaceFirst("\\{", "{\"scenarioPnl\": true,"));
        assertThat(asked.get("groups")).isEqualTo(full.get("groups"));
        assertThat(asked.has("components")).isFalse();
    }

    @Test
    void ordersCountInBrief() {
        String body =
                """
                {"model": "crypto-grid", "market": %s, "portfolio": {"positions": %s, "orders": [
                  {"quantity": -5, "limitPrice": 2000, "instrument": {"type": "option",
                   "underlying": "BTC", "right": "call", "strike": 63000,
                   "expiry": "2026-01-31T08:00:00Z"}}]}}
                """
                        .formatted(Bodies.MARKET, Bodies.positions(BOOK));
        assertInBrief(Bodies.answer("/v1/margin", brief(body)), Bodies.answer("/v1/margin", body));
    }

    @Test
    void whatIsTooLargeIsRefusedInBriefToo() {
        String body = brief(Bodies.margin("crypto-grid", "1e300 C60000"));
        assertThat(Bodies.post("/v1/margin", body).statusCode()).isGreaterThanOrEqualTo(400);
    }
}
