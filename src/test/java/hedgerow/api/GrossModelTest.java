package hedgerow.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hedgerow.SharedData;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Suggested hedges under an operator's own model that margins long and short one by one, from the
/// bytes of a question to those of its answer.
class GrossModelTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Answers answers;
    private final String market;

    GrossModelTest(@TempDir Path folder) throws IOException {
        String model =
                Files.readString(Path.of("scenarios", "span@1.yaml"))
                        .replace("id: span", "id: span-gross")
                        .replace("gross: false", "gross: true");
        Files.writeString(folder.resolve("span-gross@1.yaml"), model);
        this.answers = new AnswersByHand(Optional.of(folder)).answers();
        try (InputStream in = Files.newInputStream(SharedData.file("data/span_synthetic.pa2"))) {
            this.market = answers.load(in).id();
        }
    }

    private static InputStream bytes(String body) {
        return new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
    }

    private JsonNode tree(Object answer) throws IOException {
        return JSON.readTree(answers.json(answer));
    }

    private JsonNode suggest(String held, String... candidates) throws IOException {
        String offered = String.join(",", candidates);
        String body = body(", \"candidates\": [" + offered + "]", held);
        return tree(answers.suggest(bytes(body)));
    }

    private static String leg(String contract, int quantity) {
        return """
        {"instrument": {"type": "listed", "underlying": "CC-ZZ", "contract": "XYZ %s"}, "quantity": %d}
        """
                .formatted(contract, quantity);
    }

    private String body(String more, String... legs) {
        return """
        {"model": "span-gross", "market": "%s", "portfolio": {"positions": [%s]} %s}
        """
                .formatted(market, String.join(",", legs), more);
    }

    /// A future sold beside one that is held opens a position of its own; an option bought counts
    /// with its value.
    @Test
    void suggestionsAreWhatTheModelSaysOfThem() throws IOException {
        String held = leg("ZZ FUT 202512", 5);
        String future = "{\"cost\": 1, \"positions\": [" + leg("ZZ FUT 202510", 1) + "]}";
        String put =
                "{\"cost\": 1, \"mostLots\": 9, \"positions\": ["
                        + leg("OZ OOF 202512 P 3600", 1)
                        + "]}";
        JsonNode futures = suggest(held, future);
        assertThat(futures.get("suggestions")).isEmpty();
        assertThat(futures.get("text").asText()).startsWith("nothing helps");
        JsonNode both = suggest(held, future, put);
        assertThat(both.get("suggestions")).isNotEmpty();
        for (JsonNode suggestion : both.get("suggestions")) {
            StringBuilder hedged = new StringBuilder(held);
            for (JsonNode trade : suggestion.get("trades")) {
                hedged.append(
                        ", {\"instrument\": %s, \"quantity\": %s}"
                                .formatted(trade.get("fields"), trade.get("quantity")));
            }
            JsonNode margin = tree(answers.margin(bytes(body("", hedged.toString()))));
            assertThat(suggestion.get("initial").asDouble())
                    .as("%s", suggestion.get("trades"))
                    .isEqualTo(margin.get("initial").asDouble())
                    .isLessThan(both.at("/before/initial").asDouble());
        }
    }
}
