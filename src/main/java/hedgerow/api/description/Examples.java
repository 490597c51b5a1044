package hedgerow.api.description;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.examples.Example;
import org.eclipse.microprofile.openapi.models.media.Content;

/// Adds examples to operations: a request and what it is answered with, from the files
/// `examples/<operation>/<name>.json`.
///
/// Each file has a `summary`, a `request` and an `answer`; a request that is no JSON is a text and
/// has a `contentType`. Every one of them is posted by a test that checks its answer.
final class Examples {
    private static final Map<String, List<String>> NAMES =
            Map.ofEntries(
                    Map.entry(
                            "margin",
                            List.of("short-calls", "hedged-calls", "call-spread", "sample-market")),
                    Map.entry(
                            "hedge",
                            List.of("perpetual-hedge", "protective-put", "collar", "put-spread")),
                    Map.entry("compare", List.of("four-models", "hedge-recognised")),
                    Map.entry("curve", List.of("spot-in-three-weeks", "protective-put")),
                    Map.entry("liquidation", List.of("both-sides")),
                    Map.entry("suggest", List.of("least-margin-in-a-budget")),
                    Map.entry("venues", List.of("calls-and-perpetuals")),
                    Map.entry("assessRisk", List.of("protective-put")),
                    Map.entry("forward", List.of("month")),
                    Map.entry("gas", List.of("two-hundred-transactions")),
                    Map.entry("impact", List.of("sell-twenty-five")),
                    Map.entry("rebalancePlan", List.of("outside-the-band")),
                    Map.entry("rebalanceCost", List.of("by-interval")),
                    Map.entry("frontier", List.of("two-coins")),
                    Map.entry("loadMarket", List.of("own-form", "book-summary", "option-chain")));
    private static final String JSON = "application/json";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Examples() {}

    static void addTo(Operation operation) {
        String id = operation.getOperationId();
        for (String name : NAMES.getOrDefault(id, List.of())) {
            Map<String, Object> file = read("examples/" + id + "/" + name + ".json");
            String summary = field(file, "summary").toString();
            String type =
                    file.containsKey("contentType") ? field(file, "contentType").toString() : JSON;
            add(
                    operation.getRequestBody().getContent(),
                    type,
                    name,
                    summary,
                    field(file, "request"));
            operation
                    .getResponses()
                    .getAPIResponses()
                    .forEach((status, response) -> {
                        if (status.startsWith("2")) {
                            add(response.getContent(), JSON, name, summary, field(file, "answer"));
                        }
                    });
        }
    }

    private static Object field(Map<String, Object> file, String name) {
        return Objects.requireNonNull(file.get(name), name);
    }

    private static void add(
            Content content, String type, String name, String summary, Object value) {
        Example example = OASFactory.createExample().summary(summary).value(value);
        content.getMediaType(type).addExample(name, example);
    }

    private static Map<String, Object> read(String path) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try (InputStream in = loader.getResourceAsStream(path)) {
            if (in == null) throw new IllegalStateException("not packaged: " + path);
            return MAPPER.readValue(in, new TypeReference<Map<String, Object>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }
}
