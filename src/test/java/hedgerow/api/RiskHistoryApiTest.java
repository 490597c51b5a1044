package hedgerow.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hedgerow.SharedData;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Real books over the real past: the perpetuals' marks at 419 times, and a term future's.
@QuarkusTest
class RiskHistoryApiTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TIMES = 419;

    /// From the first mark to the last, over the periods between.
    private static final double PERIOD_DAYS = 105.70 / (TIMES - 1);

    private static List<String> column(String file, int where, String is, int column)
            throws IOException {
        return Files.readAllLines(SharedData.file("data/deribit/" + file)).stream()
                .map(line -> line.split(",", -1))
                .filter(fields -> fields[where].equals(is))
                .map(fields -> fields[column])
                .toList();
    }

    private static List<String> perpetual(String coin) throws IOException {
        return column("perpetual_futures_prices.csv", 3, coin, 23);
    }

    private static ObjectNode past(String underlying, List<String> levels) {
        assertThat(levels).hasSize(TIMES);
        ObjectNode past = JSON.createObjectNode().put("underlying", underlying);
        ArrayNode list = past.putArray("levels");
        levels.forEach(list::add);
        return past;
    }

    private static ObjectNode risk(ObjectNode... pasts) {
        ObjectNode risk = JSON.createObjectNode();
        ObjectNode history = risk.putObject("history").put("periodDays", PERIOD_DAYS);
        history.putArray("underlyings").addAll(Arrays.asList(pasts));
        return risk;
    }

    private static ObjectNode leg(ObjectNode instrument, double quantity) {
        ObjectNode leg = JSON.createObjectNode().put("quantity", quantity);
        leg.set("instrument", instrument);
        return leg;
    }

    private static ObjectNode perpetual(String underlying, double quantity) {
        ObjectNode instrument = JSON.createObjectNode().put("type", "perpetual");
        return leg(instrument.put("underlying", underlying), quantity);
    }

    private static JsonNode assess(
            JsonNode market, List<ObjectNode> book, List<ObjectNode> hedge, ObjectNode risk) {
        ObjectNode body = JSON.createObjectNode().put("model", "crypto-grid");
        body.set("market", market);
        body.putObject("portfolio").putArray("positions").addAll(book);
        if (!hedge.isEmpty()) body.putObject("hedge").putArray("positions").addAll(hedge);
        body.set("risk", risk);
        return Bodies.answer("/v1/risk/assess", body.toString());
    }

    private static double number(JsonNode answer, String pointer) {
        assertThat(answer.at(pointer).isNumber()).as("%s of %s", pointer, answer).isTrue();
        return answer.at(pointer).asDouble();
    }

    /// Every option of a real chain that is quoted on both coins: the vols are the chain's.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "options_20260205T155132Z.csv",
                "options_20260819T154440Z.csv",
                "options_20260822T035045Z.csv"
            })
    void aRealBookIsAssessedOverTheRealPast(String file) throws IOException {
        byte[] csv = Files.readAllBytes(SharedData.file("data/deribit/" + file));
        Response loaded = given().contentType("text/csv").body(csv).post("/v1/markets");
        assertThat(loaded.statusCode()).as(loaded.asString()).isEqualTo(201);
        JsonNode id = Bodies.tree(loaded).get("id");
        JsonNode market = Bodies.tree(given().get("/v1/markets/" + id.asText() + "/body"));
        List<ObjectNode> book = new ArrayList<>();
        for (JsonNode underlying : market.get("underlyings")) {
            for (JsonNode quote : underlying.get("quotes")) {
                ObjectNode option = JSON.createObjectNode().put("type", "option");
                option.set("underlying", underlying.get("id"));
                for (String field : List.of("right", "strike", "expiry", "settlement")) {
                    option.set(field, quote.get(field));
                }
                book.add(leg(option, -0.1));
            }
        }
        assertThat(book).hasSizeGreaterThan(1_000);
        ObjectNode risk = risk(past("BTC", perpetual("BTC")), past("ETH", perpetual("ETH")));
        List<ObjectNode> futures = List.of(perpetual("BTC", 5), perpetual("ETH", 50));
        long start = System.nanoTime();
        JsonNode answer = assess(id, book, futures, risk);
        System.out.printf(
                "%d options over 418 periods, twice: %d ms%n",
                book.size(), (System.nanoTime() - start) / 1_000_000);
        assertThat(number(answer, "/historical/outcomes")).isEqualTo(TIMES - 1);
        for (String way : List.of("historical", "filtered")) {
            double valueAtRisk = number(answer, "/" + way + "/before/valueAtRisk");
            assertThat(number(answer, "/" + way + "/before/worst")).isGreaterThan(valueAtRisk);
            assertThat(valueAtRisk).isPositive();
        }
        assertThat(number(answer, "/lognormal/before")).isPositive();
        assertThat(answer.get("greeks")).hasSize(2);
        assertThat(answer.get("backtests")).hasSize(6);
    }

    /// Long the perpetual, short the December future: what is left is the basis.
    @Test
    void aTermFutureHedgesThePerpetualToTheBasis() throws IOException {
        List<String> spot = perpetual("BTC");
        List<String> term = column("term_futures_marks.csv", 2, "BTC-25DEC26", 3);
        JsonNode market =
                JSON.readTree(
                        """
                        {"asOf": "2026-04-15T10:24:47Z", "underlyings": [
                          {"id": "BTC", "currency": "USD", "spot": %s},
                          {"id": "BTC-25DEC26", "currency": "USD", "spot": %s}]}
                        """
                                .formatted(spot.getLast(), term.getLast()));
        JsonNode answer =
                assess(
                        market,
                        List.of(perpetual("BTC", 10)),
                        List.of(perpetual("BTC-25DEC26", -10)),
                        risk(past("BTC", spot), past("BTC-25DEC26", term)));
        double alone = number(answer, "/historical/before/valueAtRisk");
        double hedged = number(answer, "/historical/after/valueAtRisk");
        assertThat(hedged).isBetween(0.01 * alone, 0.15 * alone);
        assertThat(number(answer, "/parametric/after/valueAtRisk"))
                .isLessThan(0.15 * number(answer, "/parametric/before/valueAtRisk"));
        // 418 returns of six hours with a deviation of 1.2944 %, at the vol of a year of 365 days
        double vol = 0.012943854613842697 * Math.sqrt(365 / PERIOD_DAYS);
        assertThat(number(answer, "/lognormal/moves/0/vol")).isCloseTo(vol, within(1e-9));
        assertThat(answer.get("notes").toString()).contains("that of its history");
    }
}
