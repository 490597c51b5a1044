package hedgerow.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hedgerow.SharedData;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A clearing house's file loaded as a market, and SPAN-style margins over it through every path of
/// the service.
@QuarkusTest
class SpanApiTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MARKET = "span-synthetic";

    @BeforeEach
    void load() throws IOException {
        byte[] file = Files.readAllBytes(SharedData.file("data/span_synthetic.pa2"));
        Response response =
                RestAssured.given()
                        .contentType("text/plain")
                        .queryParam("id", MARKET)
                        .body(file)
                        .post("/v1/markets");
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(201);
    }

    private static String leg(String commodity, String contract, int quantity) {
        return """
        {"instrument": {"type": "listed", "underlying": "%s", "contract": "%s"}, "quantity": %d}
        """
                .formatted(commodity, contract, quantity);
    }

    private static final String LONG = leg("CC-ZZ", "XYZ ZZ FUT 202512", 5);
    private static final String OTHER = leg("CC-YY", "XYZ YY FUT 202512", -2);
    private static final String CALLS = leg("CC-ZZ", "XYZ OZ OOF 202512 C 3600", -2);

    private static String body(String model, String... legs) {
        return """
        {"model": "%s", "market": "%s", "portfolio": {"positions": [%s]}}
        """
                .formatted(model, MARKET, String.join(",", legs));
    }

    @Test
    void everyFigureIsInTheAnswer() {
        JsonNode answer = Bodies.answer("/v1/margin", body("span", LONG, OTHER));
        AnswerInvariants.check(answer);
        assertThat(answer.get("currency").asText()).isEqualTo("USD");
        assertThat(answer.get("initial").asDouble()).isCloseTo(56_100, within(1e-6));
        assertThat(answer.get("maintenance").asDouble()).isEqualTo(51_000);
        JsonNode tree = answer.at("/span/tree");
        assertThat(tree.get("spanReq").asDouble()).isEqualTo(51_000);
        assertThat(tree.at("/ccs/1/cc").asText()).isEqualTo("CC-ZZ");
        assertThat(tree.at("/ccs/1/sr").asDouble()).isEqualTo(60_000);
        assertThat(tree.at("/ccs/1/ie").asDouble()).isEqualTo(12_000);
        assertThat(tree.at("/ccs/1/scan/sv")).hasSize(16);
        assertThat(answer.at("/span/text").asText())
                .contains(
                        "spanReq", "CC-ZZ in USD", "inter spreads, priority 1, A long: 2 spreads");
    }

    @Test
    void everyModelOfTheShapeAnswers() {
        for (String model :
                List.of("span-cme", "span-c21", "span-london", "span-nse", "span-kdpw")) {
            JsonNode answer = Bodies.answer("/v1/margin", body(model, LONG, OTHER, CALLS));
            AnswerInvariants.check(answer);
        }
    }

    @Test
    void aHedgeInAnotherCommodityTakesOffItsCredit() {
        String hedge =
                """
                {"model": "span", "market": "%s", "portfolio": {"positions": [%s]},
                 "hedge": {"positions": [%s]}}
                """
                        .formatted(MARKET, LONG, OTHER);
        JsonNode answer = Bodies.answer("/v1/margin/hedge", hedge);
        AnswerInvariants.checkHedge(answer);
        assertThat(answer.get("saved").asDouble()).isCloseTo(66_000 - 56_100, within(1e-6));
    }

    /// Every future of a commodity has the same array, so that only charges and credits, which the
    /// model knows, tell which is the best hedge.
    @Test
    void suggestedHedgesAreMarginedWithTheirChargesAndCredits() {
        String held = leg("CC-ZZ", "XYZ ZZ FUT 202512", 5);
        String suggest =
                """
                {"model": "span", "market": "%s", "portfolio": {"positions": [%s]},
                 "candidates": [{"positions": [%s], "cost": 2}, {"positions": [%s], "cost": 1},
                   {"positions": [%s], "cost": 1}]}
                """
                        .formatted(
                                MARKET,
                                held,
                                leg("CC-ZZ", "XYZ ZZ FUT 202510", 1),
                                leg("CC-ZZ", "XYZ ZZ FUT 202602", 1),
                                leg("CC-YY", "XYZ YY FUT 202512", 1));
        JsonNode answer = Bodies.answer("/v1/hedge/suggest", suggest);
        assertThat(answer.at("/bound/holds").asBoolean()).isFalse();
        assertThat(answer.get("suggestions")).isNotEmpty();
        assertThat(answer.at("/suggestions/0/trades/0/instrument").asText()).contains("202510");
        for (JsonNode suggestion : answer.get("suggestions")) {
            StringBuilder hedged = new StringBuilder(held);
            for (JsonNode trade : suggestion.get("trades")) {
                hedged.append(
                        ", {\"instrument\": %s, \"quantity\": %s}"
                                .formatted(trade.get("fields"), trade.get("quantity")));
            }
            JsonNode margin = Bodies.answer("/v1/margin", body("span", hedged.toString()));
            assertThat(suggestion.get("initial").asDouble())
                    .as("%s", suggestion)
                    .isEqualTo(margin.get("initial").asDouble());
        }
    }

    /// What a published contract gains is known in no other market than the published scenarios.
    @Test
    void anUpsideOrAShiftOfPublishedArraysIsRefusedAtItsField() {
        String suggest =
                """
                {"model": "span", "market": "%s", "portfolio": {"positions": [%s]},
                 "shift": {"spot": -0.05},
                 "limits": {"upside": [{"move": 0.1, "keep": 0.5}, {"move": 0.2, "keep": 0.8}]},
                 "candidates": [{"positions": [%s], "cost": 2}]}
                """
                        .formatted(MARKET, LONG, OTHER);
        Response response = Bodies.post("/v1/hedge/suggest", suggest);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(422);
        JsonNode errors = Bodies.tree(response).get("errors");
        assertThat(errors).hasSize(3);
        JsonNode shift = errors.get(2);
        assertThat(shift.get("pointer").asText()).isEqualTo("/shift");
        assertThat(shift.get("value").asText()).startsWith("spot -5 %");
        assertThat(shift.get("allowed").asText()).startsWith("no shift where a contract");
        JsonNode second = errors.get(1);
        assertThat(second.get("pointer").asText()).isEqualTo("/limits/upside/1/move");
        assertThat(second.get("value").asText()).isEqualTo("0.2");
        assertThat(second.get("allowed").asText()).startsWith("no upside where a contract");
        assertThat(second.get("detail").asText()).contains("XYZ ZZ FUT 202512");
        assertThat(second.get("reason").asText()).isEqualTo("NOT_PRICEABLE");
    }

    @Test
    void modelsAreCompared() {
        String compare =
                """
                {"models": ["span", "span-kdpw"], "market": "%s",
                 "portfolio": {"positions": [%s]}}
                """
                        .formatted(MARKET, LONG);
        JsonNode answer = Bodies.answer("/v1/margin/compare", compare);
        assertThat(answer.toString()).contains("span-kdpw");
    }

    @Test
    void streamsOfAccountsAreAnsweredAlike() throws IOException {
        String line = body("span", LONG, OTHER, CALLS).replace("\n", " ").strip();
        Response response =
                RestAssured.given()
                        .contentType("application/x-ndjson")
                        .body((line + "\n" + line).getBytes(StandardCharsets.UTF_8))
                        .post("/v1/margin/bulk");
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        JsonNode single = Bodies.answer("/v1/margin", body("span", LONG, OTHER, CALLS));
        for (String answered : response.asString().lines().toList()) {
            JsonNode one = JSON.readTree(answered);
            assertThat(one.get("initial")).as(answered).isEqualTo(single.get("initial"));
        }
    }

    @Test
    void positionsThatMatchNoContractAreRefusedEach() {
        Response response =
                Bodies.post(
                        "/v1/margin",
                        body(
                                "span",
                                LONG,
                                leg("CC-ZZ", "XYZ ZZ FUT 203012", 1),
                                leg("CC-QQ", "XYZ QQ FUT 203012", 1)));
        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.asString())
                .contains("/portfolio/positions/1", "XYZ ZZ FUT 203012")
                .contains("/portfolio/positions/2", "CC-QQ");
    }
}
