package hedgerow.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/// What an answer shows of every scenario, and what the model says of them.
@QuarkusTest
class ScenariosShownTest {
    @Test
    void legsSumToTheirUnderlyingInEveryScenario() {
        JsonNode margin = sample(true);
        for (JsonNode group : margin.get("groups")) {
            for (int s = 0; s < group.get("scenarioPnl").size(); s++) {
                double sum = 0;
                double size = 0;
                for (JsonNode leg : margin.get("contributions")) {
                    String underlying = group.get("underlying").asText();
                    if (!leg.get("instrument").asText().startsWith(underlying + " ")) continue;
                    double profit = leg.get("scenarioPnl").get(s).asDouble();
                    sum += profit;
                    size += Math.abs(profit);
                }
                assertThat(sum)
                        .as("%s, scenario %s", group.get("underlying"), s)
                        .isCloseTo(
                                group.get("scenarioPnl").get(s).asDouble(), within(1e-12 * size));
            }
        }
    }

    @Test
    void scenariosAreShownOnRequestOnly() {
        JsonNode margin = sample(false);
        assertThat(margin.get("contributions").get(0).has("scenarioPnl")).isFalse();
        assertThat(margin.get("groups").get(0).has("scenarioPnl")).isFalse();
    }

    @Test
    void theModelNamesTheScenarioThatBinds() {
        JsonNode model = Bodies.tree(given().get("/v1/models/crypto-grid"));
        assertThat(model.get("grid")).hasSize(model.get("scenarios").asInt());
        for (JsonNode group : sample(true).get("groups")) {
            JsonNode binding = group.get("binding");
            JsonNode scenario = model.get("grid").get(binding.get("index").asInt());
            assertThat(binding.get("text").asText())
                    .isEqualTo(
                            group.get("underlying").asText()
                                    + ": "
                                    + scenario.get("text").asText());
            assertThat(scenario.get("spotShock")).isEqualTo(binding.get("spotShock"));
            assertThat(scenario.get("volShock")).isEqualTo(binding.get("volShock"));
            assertThat(scenario.get("weight")).isEqualTo(binding.get("weight"));
        }
    }

    private static JsonNode sample(boolean scenarioPnl) {
        ObjectNode book = (ObjectNode) Bodies.tree(given().get("/v1/samples/book"));
        book.put("scenarioPnl", scenarioPnl);
        return Bodies.answer("/v1/margin", book.toString());
    }
}
