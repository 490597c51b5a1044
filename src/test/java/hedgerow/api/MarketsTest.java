package hedgerow.api;

import static hedgerow.api.BadInputTest.assertProblem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Snapshots are loaded in any of their forms, and named by requests.
@QuarkusTest
class MarketsTest {
    private static final String ROWS =
            """
            [{"instrument_name": "BTC-30JAN26-60000-C", "mark_price": 0.0683, "mark_iv": 60,
              "underlying_price": 60247, "estimated_delivery_price": 60000,
              "creation_timestamp": 1767254400000},
             {"instrument_name": "BTC-30JAN26-60000-P", "mark_price": 0.0642, "mark_iv": 60,
              "underlying_price": 60247, "estimated_delivery_price": 60000,
              "creation_timestamp": 1767254400000}]
            """;
    private static final String FUTURES =
            """
            [{"instrument_name": "BTC-PERPETUAL", "mark_price": 60010, "funding_8h": 0.0001,
              "estimated_delivery_price": 60000, "creation_timestamp": 1767254400000}]
            """;
    private static final String CSV =
            """
            timestamp,instrument_name,mark_price,implied_volatility,index_price
            2026-01-01T08:00:00Z,BTC-30JAN26-60000-C,0.0683,0.60,60000
            2026-01-01T08:00:00Z,BTC-30JAN26-60000-P,0.0642,0.60,60000
            """;

    private static Response load(String type, String body, String query) {
        return given().contentType(type).body(body).post("/v1/markets" + query);
    }

    private static JsonNode loaded(String type, String body, String query) {
        Response response = load(type, body, query);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(201);
        JsonNode market = Bodies.tree(response);
        assertThat(response.header("Location"))
                .endsWith("/v1/markets/" + market.get("id").asText());
        return market;
    }

    private static String result(String rows) {
        return "{\"jsonrpc\": \"2.0\", \"result\": " + rows + ", \"usIn\": 1}";
    }

    @Test
    void theSampleIsThereFromTheStart() {
        JsonNode market = Bodies.tree(given().get("/v1/markets/sample"));
        assertThat(market.get("id").asText()).isEqualTo("sample");
        assertThat(market.get("underlyings")).hasSize(2);
        assertThat(given().get("/v1/markets").asString()).contains("\"sample\"");
    }

    @Test
    void theSampleBookIsAnsweredAsItIsServed() {
        String book = given().get("/v1/samples/book").asString();
        JsonNode hedge = Bodies.answer("/v1/margin/hedge", book);
        AnswerInvariants.checkHedge(hedge);
        JsonNode margin = Bodies.answer("/v1/margin", book);
        AnswerInvariants.check(margin);
        assertThat(margin.get("initial")).isEqualTo(hedge.at("/before/initial"));
        assertThat(margin.at("/market/id").asText()).isEqualTo("sample");
        assertThat(margin.get("notes").toString()).contains("hedge is not read here");
    }

    @Test
    void ourOwnFormIsNamedByTheStartOfItsHash() {
        JsonNode market = loaded("application/json", Bodies.MARKET, "");
        assertThat(market.get("hash").asText()).startsWith(market.get("id").asText());
        JsonNode again = loaded("application/json", Bodies.MARKET, "");
        assertThat(again).isEqualTo(market);
        String body = Bodies.margin("crypto-grid", "-10 C60000");
        String named = body.replace(Bodies.MARKET, "\"" + market.get("id").asText() + "\"");
        JsonNode sent = Bodies.answer("/v1/margin", body);
        JsonNode byName = Bodies.answer("/v1/margin", named);
        assertThat(byName.get("inputHash")).isEqualTo(sent.get("inputHash"));
        assertThat(byName.get("initial")).isEqualTo(sent.get("initial"));
        assertThat(byName.at("/market/id")).isEqualTo(market.get("id"));
        assertThat(sent.at("/market").has("id")).isFalse();
    }

    @Test
    void aSnapshotReadsBackTheSame() {
        JsonNode market = loaded("text/csv", CSV, "?id=back");
        String body = given().get("/v1/markets/back/body").asString();
        JsonNode again = loaded("application/json", body, "?id=again");
        assertThat(again.get("hash")).isEqualTo(market.get("hash"));
        assertThat(again.get("underlyings")).isEqualTo(market.get("underlyings"));
    }

    @Test
    void anIdOfTheCallersIsReplaced() {
        String later = Bodies.MARKET.replace("60000", "61000");
        JsonNode first = loaded("application/json", Bodies.MARKET, "?id=today.1");
        JsonNode second = loaded("application/json", later, "?id=today.1");
        assertThat(second.get("hash")).isNotEqualTo(first.get("hash"));
        JsonNode got = Bodies.tree(given().get("/v1/markets/today.1"));
        assertThat(got.get("hash")).isEqualTo(second.get("hash"));
        assertThat(got.at("/underlyings/0/spot").asDouble()).isEqualTo(61_000);
    }

    @Test
    void theServicesOwnIdIsNotReplaced() {
        assertProblem(
                load("application/json", Bodies.MARKET, "?id=sample"), 409, List.of(), "sample");
    }

    @Test
    void anIdIsPlain() {
        assertProblem(
                load("application/json", Bodies.MARKET, "?id=../x"),
                400,
                List.of("?id"),
                "letters");
    }

    @Test
    void bookSummariesAreRecognisedAloneInAListAndOneAfterTheOther() {
        JsonNode alone = loaded("application/json", result(ROWS), "");
        assertThat(alone.at("/underlyings/0/quotes").asInt()).isEqualTo(2);
        assertThat(alone.at("/underlyings/0/forwards").asInt()).isEqualTo(1);
        String list = "[" + result(ROWS) + ", " + result(FUTURES) + "]";
        JsonNode both = loaded("application/json", list, "?id=both");
        JsonNode oneAfterTheOther =
                loaded("application/json", result(ROWS) + "\n" + result(FUTURES), "");
        assertThat(oneAfterTheOther.get("hash")).isEqualTo(both.get("hash"));
        JsonNode body = Bodies.tree(given().get("/v1/markets/both/body"));
        assertThat(body.at("/underlyings/0/perpetualMark").asDouble()).isEqualTo(60_010);
        assertThat(body.at("/underlyings/0/forwards/0/price").asDouble())
                .isCloseTo(60_000 / (1 - (0.0683 - 0.0642)), within(1e-6));
    }

    @Test
    void aChainInCsvIsTheSameMarketAsItsBookSummary() {
        JsonNode csv = loaded("text/csv", CSV, "");
        JsonNode json = loaded("application/json", result(ROWS), "");
        assertThat(csv.get("underlyings")).isEqualTo(json.get("underlyings"));
    }

    @Test
    void faultsOfEachFormAreTold() {
        assertProblem(
                load("application/json", "{\"asOf\": 1}", ""),
                400,
                List.of("/asOf", "/underlyings"),
                "required");
        assertProblem(
                load("application/json", result(ROWS.replace("0.0683", "\"x\"")), ""),
                400,
                List.of("/result/0/mark_price"),
                "finite number");
        assertProblem(
                load("application/json", "[" + result(ROWS) + ", {\"result\": 1}]", ""),
                400,
                List.of("value 2: /result"),
                "a list");
        assertProblem(load("application/json", "[1, 2", ""), 400, List.of("", ""), "line 1");
        assertProblem(
                load("text/csv", CSV.replace("0.0683", "x"), ""),
                400,
                List.of("line 2, column mark_price"),
                "number");
        assertProblem(load("text/csv", "", ""), 400, List.of("line 1"), "header");
    }
}
