package hedgerow.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The description of the API says what is on the wire.
@QuarkusTest
class ApiDescriptionTest {
    private JsonNode api;

    @BeforeEach
    void describe() {
        api = Bodies.tree(given().get("/q/openapi?format=json"));
    }

    private List<JsonNode> operations() {
        List<JsonNode> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : api.get("paths").properties()) {
            if (path.getKey().startsWith("/v1/")) path.getValue().forEach(operations::add);
        }
        return operations;
    }

    private static void collect(JsonNode node, String field, List<JsonNode> found) {
        if (node.has(field)) found.add(node.get(field));
        node.forEach(child -> collect(child, field, found));
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        List<JsonNode> references = new ArrayList<>();
        collect(api, "$ref", references);
        assertThat(references).isNotEmpty();
        for (JsonNode reference : references) {
            String pointer = reference.asText().substring(1);
            assertThat(api.at(pointer).isMissingNode()).as(pointer).isFalse();
        }
    }

    @Test
    void itIsOpenApi31WithAVersionAndAText() {
        assertThat(api.get("openapi").asText()).startsWith("3.1");
        assertThat(api.at("/info/version").asText()).isNotBlank();
        assertThat(api.at("/info/description").asText())
                .contains("A requirement is positive", "RFC 9457", "16 MB", "5,000");
    }

    @Test
    void everyOperationHasASummaryAndItsProblems() {
        assertThat(operations()).hasSizeGreaterThanOrEqualTo(10);
        for (JsonNode operation : operations()) {
            assertThat(operation.path("summary").asText()).as("%s", operation).isNotBlank();
            assertThat(operation.path("operationId").asText()).as("%s", operation).isNotBlank();
            List<String> statuses = new ArrayList<>();
            operation.get("responses").fieldNames().forEachRemaining(statuses::add);
            assertThat(statuses).contains("404", "500");
            if (operation.has("requestBody")) {
                assertThat(statuses).contains("400", "413", "415", "422", "503");
            }
        }
    }

    @Test
    void aMarketIsAnIdOrAMarket() {
        JsonNode market = api.at("/components/schemas/MarginRequest/properties/market");
        assertThat(market.has("$ref")).isFalse();
        assertThat(market.at("/oneOf/0/type").asText()).isEqualTo("string");
        assertThat(market.at("/oneOf/1/$ref").asText()).endsWith("/MarketBody");
    }

    @Test
    void wordsAndBoundsAreThoseOfTheWire() {
        JsonNode schemas = api.at("/components/schemas");
        assertThat(schemas.at("/OptionRight/enum").toString()).isEqualTo("[\"call\",\"put\"]");
        assertThat(schemas.at("/Instrument/properties/type/enum").toString())
                .contains("\"varianceSwap\"");
        assertThat(schemas.at("/Position/properties/quantity/maximum").asDouble()).isEqualTo(1e12);
        assertThat(schemas.at("/Portfolio/properties/positions/maxItems").asInt()).isEqualTo(5_000);
        assertThat(schemas.at("/Instrument/properties/strike/exclusiveMinimum").asDouble())
                .isZero();
    }

    /// What an answer always has is required there; only `binding` may be null.
    @Test
    void answersSayWhatIsAlwaysThere() {
        JsonNode margin = api.at("/components/schemas/MarginAnswer");
        List<String> required = new ArrayList<>();
        margin.get("required").forEach(name -> required.add(name.asText()));
        assertThat(required)
                .contains("initial", "maintenance", "currency", "binding", "model", "inputHash")
                .doesNotContain("components", "offset", "offGrid");
        JsonNode answer =
                Bodies.answer(
                        "/v1/margin",
                        Bodies.margin("delta", "1 perpetual")
                                .replaceFirst("\\{", "{\"detail\": \"brief\","));
        required.forEach(name -> assertThat(answer.has(name)).as(name).isTrue());
        assertThat(margin.at("/properties/binding").toString()).contains("null");
        assertThat(margin.at("/properties/offset").toString()).doesNotContain("null");
    }

    /// Every field that is answered is described.
    @Test
    void nothingIsAnsweredThatIsNotDescribed() {
        String body = Bodies.hedge("crypto-grid", "-10 C60000", "5 perpetual");
        JsonNode answer = Bodies.answer("/v1/margin/hedge", body);
        JsonNode schemas = api.at("/components/schemas");
        assertDescribed(answer, schemas.get("HedgeAnswer"));
        assertDescribed(answer.get("after"), schemas.get("MarginAnswer"));
        assertDescribed(answer.at("/after/contributions/0"), schemas.get("ContributionAnswer"));
        assertDescribed(answer.at("/after/components/0"), schemas.get("ComponentAnswer"));
        assertDescribed(answer.at("/after/offGrid/0"), schemas.get("OffGridAnswer"));
    }

    private static void assertDescribed(JsonNode answer, JsonNode schema) {
        assertThat(answer.properties()).isNotEmpty();
        for (Map.Entry<String, JsonNode> field : answer.properties()) {
            assertThat(schema.get("properties").has(field.getKey())).as(field.getKey()).isTrue();
        }
    }
}
