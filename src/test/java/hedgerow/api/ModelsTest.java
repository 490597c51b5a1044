package hedgerow.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import hedgerow.api.body.Bounds;
import hedgerow.store.ModelStore;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Models are published with every parameter, and limits with them.
@QuarkusTest
class ModelsTest {
    @Inject ModelStore models;

    @Test
    void everyModelIsListedWithItsHash() {
        JsonNode answer = Bodies.tree(given().get("/v1/models"));
        List<String> names = new ArrayList<>();
        for (JsonNode model : answer.get("models")) {
            names.add(model.get("id").asText() + "@" + model.get("version").asText());
            assertThat(model.get("hash").asText()).matches("[0-9a-f]{64}");
            assertThat(model.get("status").asText())
                    .isIn("verified", "documented", "partial", "own");
            assertThat(model.has("parameters")).isFalse();
        }
        assertThat(names)
                .isEqualTo(models.names())
                .contains("crypto-grid@1", "crypto-grid-core@1", "delta@1", "spot-vol-16@1");
        assertThat(answer.at("/engine/name").asText()).isEqualTo("hedgerow");
    }

    @Test
    void limitsArePublished() {
        JsonNode limits = Bodies.tree(given().get("/v1/models")).get("limits");
        assertThat(limits.get("bodyBytes").asInt()).isEqualTo(Bounds.BODY_BYTES);
        assertThat(limits.get("legs").asInt()).isEqualTo(5_000);
        assertThat(limits.get("quantity").asDouble()).isEqualTo(1e12);
    }

    @Test
    void aModelShowsEveryParameterOfItsFile() {
        for (String name : new String[] {"crypto-grid", "crypto-grid@1"}) {
            JsonNode model = Bodies.tree(given().get("/v1/models/" + name));
            assertThat(model.get("scenarios").asInt()).isEqualTo(35);
            assertThat(model.at("/parameters/factors/maintenance").asDouble()).isEqualTo(0.8);
            assertThat(model.at("/parameters/grid/spotRange").asDouble()).isEqualTo(0.16);
            assertThat(model.at("/parameters/grid/tenor/shortPower").asDouble()).isEqualTo(0.30);
            assertThat(model.at("/parameters/version").asText()).isEqualTo("1");
            assertThat(model.at("/limits/legs").asInt()).isEqualTo(5_000);
        }
    }

    @Test
    void everyListedModelIsFound() {
        for (String name : models.names()) {
            JsonNode model = Bodies.tree(given().get("/v1/models/" + name));
            assertThat(model.get("id").asText() + "@" + model.get("version").asText())
                    .isEqualTo(name);
        }
    }

    @Test
    void anAnswerNamesTheModelThatIsPublished() {
        JsonNode model = Bodies.tree(given().get("/v1/models/delta"));
        JsonNode answer = Bodies.answer("/v1/margin", Bodies.margin("delta", "1 perpetual"));
        assertThat(answer.at("/model/hash")).isEqualTo(model.get("hash"));
        assertThat(answer.at("/model/version")).isEqualTo(model.get("version"));
    }

    @Test
    void readinessTellsThatModelsAreLoaded() {
        JsonNode health = Bodies.tree(given().get("/q/health/ready"));
        assertThat(health.get("status").asText()).isEqualTo("UP");
        assertThat(health.at("/checks/0/data/models").asInt()).isEqualTo(models.all().size());
    }

    @Test
    void problemsAndTimesAreMeasured() {
        given().get("/v1/models/nothing");
        Bodies.answer("/v1/margin", Bodies.margin("delta", "1 perpetual"));
        assertThat(given().get("/q/metrics").asString())
                .contains("hedgerow_problems_total{type=\"/problems/unknown-model\"")
                .contains("uri=\"/v1/margin\"");
    }
}
