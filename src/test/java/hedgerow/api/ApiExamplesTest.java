package hedgerow.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every example of the API description is posted, and answered as the description says.
///
/// With `-Dhedgerow.rewrite=true` the answers in the files are written anew instead; the
/// description has them after the next build.
@QuarkusTest
class ApiExamplesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path FILES = Path.of("src/main/resources/examples");

    /// What changes with the program or a model's file while every figure stays.
    private static final Set<String> NAMES_AND_HASHES =
            Set.of("hash", "inputHash", "resultHash", "engine", "id");

    static Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(FILES)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void exampleIsAnsweredAsItsFileSays(Path file) throws IOException {
        ObjectNode example = (ObjectNode) JSON.readTree(Files.readString(file));
        Response response = post(file.getParent().getFileName().toString(), example);
        assertThat(response.statusCode()).as(response.asString()).isIn(200, 201);
        JsonNode answer = JSON.readTree(response.asString());
        if (Boolean.getBoolean("hedgerow.rewrite")) {
            example.set("answer", answer);
            Files.writeString(
                    file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(example) + "\n");
        }
        assertThat(figures(answer)).isEqualTo(figures(example.get("answer")));
    }

    @Test
    void everyFileIsInTheDescription() throws IOException {
        JsonNode api = JSON.readTree(given().get("/q/openapi?format=json").asString());
        List<String> described = new ArrayList<>();
        for (JsonNode path : api.get("paths")) {
            for (JsonNode operation : path) {
                String id = operation.path("operationId").asText();
                for (JsonNode content : operation.path("requestBody").path("content")) {
                    content.path("examples")
                            .fieldNames()
                            .forEachRemaining(name -> described.add(id + "/" + name + ".json"));
                }
            }
        }
        assertThat(described)
                .containsExactlyInAnyOrderElementsOf(
                        files().map(file -> FILES.relativize(file).toString()).toList());
    }

    private static Response post(String operation, JsonNode example) {
        String path =
                switch (operation) {
                    case "margin" -> "/v1/margin";
                    case "hedge" -> "/v1/margin/hedge";
                    case "compare" -> "/v1/margin/compare";
                    case "curve" -> "/v1/margin/curve";
                    case "liquidation" -> "/v1/margin/liquidation";
                    case "suggest" -> "/v1/hedge/suggest";
                    case "venues" -> "/v1/margin/venues";
                    case "assessRisk" -> "/v1/risk/assess";
                    case "forward" -> "/v1/price/forward";
                    case "gas" -> "/v1/gas/hedge";
                    case "impact" -> "/v1/execution/impact";
                    case "rebalancePlan" -> "/v1/rebalance/plan";
                    case "rebalanceCost" -> "/v1/rebalance/cost";
                    case "frontier" -> "/v1/portfolio/frontier";
                    case "loadMarket" -> "/v1/markets";
                    default -> throw new IllegalArgumentException(operation);
                };
        JsonNode request = example.get("request");
        String type = example.path("contentType").asText("application/json");
        String body = request.isTextual() ? request.asText() : request.toString();
        return given().contentType(type).body(body).post(path);
    }

    /// The answer without names and hashes.
    private static JsonNode figures(JsonNode answer) {
        JsonNode copy = answer.deepCopy();
        strip(copy);
        return copy;
    }

    private static void strip(JsonNode node) {
        if (node instanceof ObjectNode object) object.remove(NAMES_AND_HASHES);
        if (node instanceof ObjectNode || node instanceof ArrayNode)
            node.forEach(ApiExamplesTest::strip);
    }
}
