package hedgerow.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hedgerow.SharedData;
import hedgerow.portfolio.OptionRight;
import hedgerow.pricing.american.AmericanTerms;
import hedgerow.pricing.american.ExerciseBoundary;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Positions on IBM that Cboe margined by portfolio rules, margined through the service.
///
/// Source: Cboe, "Margin Requirement Examples for Sample Options-based Positions", closing prices
/// of 23 February 2007. Rate, time and one vol an option are fitted to those prices.
@QuarkusTest
class CboeTimsApiTest {
    private static final double PERCENT = 0.11;
    private static final double SPOT = 97.73;
    private static final double RATE = 0.051;
    private static final double YEARS = 57 / 365.0;
    private static final String AS_OF = "2007-02-23T21:00:00Z";
    private static final String EXPIRY = "2007-04-21T21:00:00Z"; // 57 days later

    @Test
    void nineRowsAreAsPublished() throws IOException {
        JsonNode ibm =
                new ObjectMapper()
                        .readTree(SharedData.file("cases/cboe_tims_2007_ibm.json").toFile())
                        .get("IBM");
        assertThat(ibm.get("cases")).hasSize(9);
        for (JsonNode row : ibm.get("cases")) {
            JsonNode answer = Bodies.answer("/v1/margin", body(ibm, row.get("positions")));
            assertThat(answer.get("initial").asDouble())
                    .as("%s: %s", row, answer)
                    .isCloseTo(
                            row.get("published_portfolio_margin").asDouble(),
                            withinPercentage(PERCENT));
            AnswerInvariants.check(answer);
        }
    }

    private static String body(JsonNode ibm, JsonNode positions) {
        return """
        {"model": "tims-equity",
         "market": {"asOf": "%s", "underlyings": [
           {"id": "IBM", "currency": "USD", "spot": %s, "rateAnnual": %s, "quotes": %s}]},
         "portfolio": {"positions": %s}}
        """
                .formatted(AS_OF, SPOT, RATE, quotes(ibm.get("options")), legs(ibm, positions));
    }

    private static List<String> quotes(JsonNode options) {
        List<String> quotes = new ArrayList<>();
        for (JsonNode option : options) {
            quotes.add(
                    """
                    {%s, "settlement": "linear", "vol": %s}
                    """
                            .formatted(terms(option), vol(option)));
        }
        return quotes;
    }

    private static double vol(JsonNode option) {
        OptionRight right =
                option.get("type").asText().equals("Call") ? OptionRight.CALL : OptionRight.PUT;
        double low = 0.05;
        double high = 0.50;
        while (high - low > 1e-12) {
            double vol = (low + high) / 2;
            AmericanTerms terms = new AmericanTerms(right, RATE, 0, vol, YEARS);
            double value = ExerciseBoundary.of(terms).value(SPOT, option.get("strike").asDouble());
            if (value < option.get("price").asDouble()) low = vol;
            else high = vol;
        }
        assertThat(low).isCloseTo(option.get("fitted_iv").asDouble(), within(2e-4));
        return low;
    }

    private static String terms(JsonNode option) {
        boolean call = option.get("type").asText().equals("Call");
        return """
        "right": "%s", "strike": %s, "expiry": "%s"
        """
                .formatted(call ? "call" : "put", option.get("strike"), EXPIRY);
    }

    private static List<String> legs(JsonNode ibm, JsonNode positions) {
        List<String> legs = new ArrayList<>();
        for (Map.Entry<String, JsonNode> held : positions.properties()) {
            String instrument =
                    held.getKey().equals("S")
                            ? "\"type\": \"spot\""
                            : """
                            "type": "option", "style": "american", "multiplier": %s, %s
                            """
                                    .formatted(
                                            ibm.get("multiplier"),
                                            terms(ibm.get("options").get(held.getKey())));
            legs.add(
                    """
                    {"instrument": {"underlying": "IBM", %s}, "quantity": %s}
                    """
                            .formatted(instrument, held.getValue()));
        }
        return legs;
    }
}
