package hedgerow.api;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import java.util.Arrays;
import java.util.stream.Collectors;

/// Request bodies of tests, and what they are answered with.
///
/// The market is flat: spot and forward 60,000, vol 60 %, rate zero, options of 30 days.
final class Bodies {
    static final String MARKET =
            """
            {"asOf": "2026-01-01T08:00:00Z", "underlyings": [
              {"id": "BTC", "currency": "USD", "spot": 60000, "rateAnnual": 0, "vol": 0.60}]}
            """;

    private static final ObjectMapper JSON = new ObjectMapper();

    private Bodies() {}

    /// A portfolio written as text, such as `-10 C60000, 5 perpetual`: options of 30 days by right
    /// and strike, and perpetuals.
    static String positions(String book) {
        return Arrays.stream(book.split(","))
                .map(String::strip)
                .map(Bodies::position)
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static String position(String leg) {
        String[] parts = leg.split(" ");
        String instrument =
                parts[1].equals("perpetual")
                        ? "\"type\": \"perpetual\", \"underlying\": \"BTC\""
                        : option(parts[1]);
        return "{\"quantity\": %s, \"instrument\": {%s}}".formatted(parts[0], instrument);
    }

    private static String option(String name) {
        return """
        "type": "option", "underlying": "BTC", "right": "%s", "strike": %s,
        "expiry": "2026-01-31T08:00:00Z"
        """
                .formatted(name.charAt(0) == 'C' ? "call" : "put", name.substring(1));
    }

    static String margin(String model, String book) {
        return """
        {"model": "%s", "market": %s, "portfolio": {"positions": %s}}
        """
                .formatted(model, MARKET, positions(book));
    }

    static String hedge(String model, String book, String hedge) {
        return """
        {"model": "%s", "market": %s, "portfolio": {"positions": %s}, "hedge": {"positions": %s}}
        """
                .formatted(model, MARKET, positions(book), positions(hedge));
    }

    static Response post(String path, String body) {
        return given().contentType("application/json").body(body).post(path);
    }

    /// The answer to a body that is answered with 200.
    static JsonNode answer(String path, String body) {
        Response response = post(path, body);
        if (response.statusCode() != 200) {
            throw new AssertionError(
                    response.statusCode() + " for " + body + ": " + response.asString());
        }
        return tree(response);
    }

    static JsonNode tree(Response response) {
        return tree(response.asString());
    }

    static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + text, e);
        }
    }
}
