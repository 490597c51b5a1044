package hedgerow.api;

import static hedgerow.api.Bodies.post;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import hedgerow.TextTable;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each thing that can be wrong with a request gets its own clear refusal, at its place.
@QuarkusTest
class BadInputTest {
    private static final String OPTION =
            "\"type\": \"option\", \"underlying\": \"BTC\", \"right\": \"call\", \"strike\": 60000,"
                    + " \"expiry\": \"2026-01-31T08:00:00Z\"";
    private static final String PERPETUAL = "\"type\": \"perpetual\", \"underlying\": \"BTC\"";

    /// One leg instead of the only leg: `OPTION` and `PERPETUAL` stand for the fields of one.
    static Stream<List<String>> legs() {
        return TextTable.rows(
                """
                leg                                                                              | status | places                | says
                {"symbol": "BTC-NEVER", "quantity": 1}                                           | 400 | symbol                   | known symbol
                {"symbol": "BTC-31FEB26-60000-C", "quantity": 1}                                 | 400 | symbol                   | day
                {"symbol": "", "quantity": 1}                                                    | 400 | symbol                   | known symbol
                {"symbol": "BTC-PERPETUAL", "quantity": "1e308"}                                 | 400 | quantity                 | 1e12
                {"symbol": "BTC-PERPETUAL", "quantity": 1e308}                                   | 400 | quantity                 | 1e12
                {"symbol": "BTC-PERPETUAL", "quantity": 1e999}                                   | 400 | quantity                 | finite number
                {"symbol": "BTC-PERPETUAL", "quantity": NaN}                                     | 400 | quantity                 | finite number
                {"symbol": "BTC-PERPETUAL", "quantity": "NaN"}                                   | 400 | quantity                 | finite number
                {"symbol": "BTC-PERPETUAL", "quantity": -Infinity}                               | 400 | quantity                 | finite number
                {"symbol": "BTC-PERPETUAL", "quantity": "ten"}                                   | 400 | quantity                 | finite number
                {"symbol": "BTC-PERPETUAL", "quantity": true}                                    | 400 | quantity                 | finite number
                {"symbol": "BTC-PERPETUAL", "quantity": null}                                    | 400 | quantity                 | required
                {"symbol": "BTC-PERPETUAL", "quantity": [1]}                                     | 400 | quantity                 | finite number
                {"symbol": "BTC-PERPETUAL"}                                                      | 400 | quantity                 | required
                {"symbol": "BTC-PERPETUAL", "quantity": 1, "size": 1}                            | 400 | size                     | no such field
                {"symbol": "BTC-PERPETUAL", "quantity": 1, "quantity": 2}                        | 400 | quantity                 | once
                {"symbol": 7, "quantity": 1}                                                     | 400 | symbol                   | a text
                {"quantity": 1}                                                                  | 400 | .                        | symbol or an instrument
                {"symbol": "BTC-PERPETUAL", "instrument": {PERPETUAL}, "quantity": 1}            | 400 | .                        | not both
                {"instrument": "BTC", "quantity": 1}                                             | 400 | instrument               | an object
                "BTC"                                                                            | 400 | .                        | an object
                null                                                                             | 400 | .                        | required
                {"instrument": {"underlying": "BTC"}, "quantity": 1}                             | 400 | instrument/type          | required
                {"instrument": {"type": "swaption", "underlying": "BTC"}, "quantity": 1}         | 400 | instrument/type          | varianceSwap
                {"instrument": {"type": "perpetual"}, "quantity": 1}                             | 400 | instrument/underlying    | required
                {"instrument": {"type": "perpetual", "underlying": " "}, "quantity": 1}          | 400 | instrument/underlying    | not all blank
                {"instrument": {"type": "option", "underlying": "BTC"}, "quantity": 1}           | 400 | instrument/right instrument/strike instrument/expiry | required
                {"instrument": {"type": "future", "underlying": "BTC"}, "quantity": 1}           | 400 | instrument/expiry        | required for a future
                {"instrument": {"type": "listed", "underlying": "BTC"}, "quantity": 1}           | 400 | instrument/contract      | required for a listed
                {"instrument": {"type": "varianceSwap", "underlying": "BTC"}, "quantity": 1}     | 400 | instrument/strikeVol instrument/start instrument/expiry | required for a variance swap
                {"instrument": {PERPETUAL, "strike": 1}, "quantity": 1}                          | 400 | instrument/strike        | no such field for a perpetual
                {"instrument": {PERPETUAL, "expiry": "2026-01-31T08:00:00Z"}, "quantity": 1}     | 400 | instrument/expiry        | no such field for a perpetual
                {"instrument": {"type": "spot", "underlying": "BTC", "settlement": "inverse"}, "quantity": 1} | 400 | instrument/settlement | linear for spot
                {"instrument": {OPTION, "strike": -3}, "quantity": 1}                            | 400 | instrument/strike        | once
                {"instrument": {PERPETUAL, "multiplier": 0}, "quantity": 1}                      | 400 | instrument/multiplier    | above 0
                {"instrument": {PERPETUAL, "multiplier": -1}, "quantity": 1}                     | 400 | instrument/multiplier    | above 0
                {"instrument": {PERPETUAL, "unit": "quote"}, "quantity": 1}                      | 400 | instrument/unit          | inverse
                {"instrument": {OPTION, "unit": "quote"}, "quantity": 1}                         | 400 | instrument/unit          | base for an option
                {"symbol": "BTC_USDC-PERPETUAL", "quantity": 1, "unit": "quote"}                 | 400 | unit                     | inverse
                {"instrument": {OPTION, "style": "bermudan"}, "quantity": 1}                     | 400 | instrument/style         | european or american
                {"instrument": {OPTION, "style": "american", "settlement": "inverse"}, "quantity": 1} | 400 | instrument/style    | european
                {"instrument": {OPTION, "style": "american", "premium": "futures"}, "quantity": 1} | 400 | instrument/style       | european
                {"instrument": {"type": "option", "underlying": "BTC", "right": "call", "strike": -60000, "expiry": "2026-01-31T08:00:00Z"}, "quantity": 1} | 400 | instrument/strike | above 0
                {"instrument": {"type": "option", "underlying": "BTC", "right": "call", "strike": 60000, "expiry": "2026-01-31"}, "quantity": 1} | 400 | instrument/expiry | zone
                {"instrument": {"type": "varianceSwap", "underlying": "BTC", "strikeVol": 0.6, "start": "2026-03-01T00:00:00Z", "expiry": "2026-02-01T00:00:00Z"}, "quantity": 1} | 400 | instrument/start | before
                {"instrument": {"type": "future", "underlying": "BTC", "expiry": "2025-12-31T08:00:00Z"}, "quantity": 1} | 422 | instrument | expired
                {"instrument": {"type": "future", "underlying": "BTC", "expiry": "2026-01-01T08:00:00Z"}, "quantity": 1} | 422 | instrument | expired
                {"symbol": "BTC-26DEC25-60000-C", "quantity": 1}                                 | 422 | symbol                   | expired
                {"symbol": "ETH-PERPETUAL", "quantity": 1}                                       | 422 | symbol                   | [BTC]
                {"instrument": {"type": "listed", "underlying": "BTC", "contract": "X"}, "quantity": 1} | 422 | instrument        | no array
                {"instrument": {PERPETUAL, "currency": "EUR"}, "quantity": 1}                    | 422 | instrument/currency      | USD
                {"instrument": {PERPETUAL, "settlement": "inverse", "currency": "USD"}, "quantity": 1} | 422 | instrument/currency | paid in BTC
                {"instrument": {"type": "varianceSwap", "underlying": "BTC", "strikeVol": 0.6, "start": "2026-01-02T00:00:00Z", "expiry": "2026-02-01T00:00:00Z"}, "quantity": 1} | 422 | instrument | start
                """);
    }

    @ParameterizedTest
    @MethodSource("legs")
    void legIsRefusedAtItsPlace(List<String> row) {
        String leg =
                row.get(0)
                        .replace("OPTION", OPTION)
                        .replace("PERPETUAL}", PERPETUAL + "}")
                        .replace("{PERPETUAL,", "{" + PERPETUAL + ",");
        String body =
                """
                {"model": "crypto-grid", "market": %s, "portfolio": {"positions": [%s]}}
                """
                        .formatted(Bodies.MARKET, leg);
        String at = "/portfolio/positions/0";
        List<String> places =
                Arrays.stream(row.get(2).split(" "))
                        .map(place -> place.equals(".") ? at : at + "/" + place)
                        .toList();
        assertProblem(post("/v1/margin", body), Integer.parseInt(row.get(1)), places, row.get(3));
    }

    /// The whole body instead.
    static Stream<List<String>> bodies() {
        return TextTable.rows(
                """
                body                                                                    | status | places                    | says
                nothing                                                                          | 400 | .                         | JSON
                {"model": "crypto-grid",                                                         | 400 | .                         | line 1, column
                {"model": "crypto-grid"} {}                                                      | 400 | . /market /portfolio      | required
                []                                                                               | 400 | .                         | an object
                "text"                                                                           | 400 | .                         | an object
                null                                                                             | 400 | .                         | object
                {}                                                                               | 400 | /model /market /portfolio | required
                {"model": 1, "market": 2, "portfolio": 3}                                        | 400 | /model /market /portfolio | an object
                {"model": "crypto-grid", "model": "delta", "market": MARKET, "portfolio": {"positions": []}} | 400 | /model        | once
                {"model": "crypto-grid", "market": MARKET, "portfolio": {}}                      | 400 | /portfolio/positions      | required
                {"model": "crypto-grid", "market": MARKET, "portfolio": {"positions": {}}}       | 400 | /portfolio/positions      | a list
                {"model": "crypto-grid", "market": MARKET, "portfolio": {"positions": []}, "detail": "all"} | 400 | /detail        | full or standard or brief
                {"model": "crypto-grid", "market": MARKET, "portfolio": {"positions": []}, "scenarioPnl": "yes"} | 400 | /scenarioPnl | true or false
                {"model": "crypto-grid", "market": MARKET, "portfolio": {"positions": []}, "models": []} | 400 | /models           | no such field
                {"model": "crypto-grid", "market": {}, "portfolio": {"positions": []}}           | 400 | /market/asOf /market/underlyings | required
                {"model": "crypto-grid", "market": {"asOf": "today", "underlyings": []}, "portfolio": {"positions": []}} | 400 | /market/asOf /market/underlyings | zone
                {"model": "crypto-grid", "market": {"asOf": "2026-01-01T08:00:00Z", "underlyings": [{"id": "BTC", "currency": "USD", "spot": 1, "vol": 0.5, "vols": []}]}, "portfolio": {"positions": []}} | 400 | /market/underlyings/0/vol | vols
                {"model": "crypto-grid", "market": {"asOf": "2026-01-01T08:00:00Z", "underlyings": [{"id": "BTC", "currency": "USD", "spot": -1}]}, "portfolio": {"positions": []}} | 400 | /market/underlyings/0/spot | above 0
                {"model": "nope", "market": MARKET, "portfolio": {"positions": []}}              | 404 | /model                    | crypto-grid@1
                {"model": "crypto-grid@9", "market": MARKET, "portfolio": {"positions": []}}     | 404 | /model                    | crypto-grid@1
                {"model": "crypto-grid", "market": "nope", "portfolio": {"positions": []}}       | 404 | /market                   | sample
                {"model": "crypto-grid", "market": MARKET, "portfolio": {"positions": [], "collateral": [{"asset": "DOGE", "quantity": 1}, {"asset": "ETH", "quantity": 1}]}} | 422 | /portfolio/collateral/0/asset /portfolio/collateral/1/asset | not accepted
                {"model": "crypto-grid", "market": MARKET, "portfolio": {"positions": [], "collateral": [{"asset": "USDC"}, {"quantity": 1e13, "asset": ""}]}} | 400 | /portfolio/collateral/0/quantity /portfolio/collateral/1/asset /portfolio/collateral/1/quantity | 1e12
                {"model": "crypto-grid", "market": MARKET, "portfolio": {"positions": [], "orders": [{"symbol": "BTC-PERPETUAL", "quantity": 1, "limitPrice": 0}]}} | 400 | /portfolio/orders/0/limitPrice | above 0
                {"model": "crypto-grid", "market": MARKET, "portfolio": {"positions": [], "orders": [{"symbol": "BTC-26DEC25", "quantity": 1, "limitPrice": 1}]}} | 422 | /portfolio/orders/0/symbol | expired
                {"model": "crypto-grid", "market": MARKET, "portfolio": {"positions": []}, "currency": "EUR"} | 200 | | EUR
                {"model": "crypto-grid", "market": MARKET, "portfolio": {"positions": [{"symbol": "BTC-PERPETUAL", "quantity": 1}]}, "currency": "EUR"} | 422 | /portfolio/positions/0/symbol | USD/EUR
                """);
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void bodyIsRefusedAtItsPlaces(List<String> row) {
        String body =
                row.get(0).equals("nothing") ? "" : row.get(0).replace("MARKET", Bodies.MARKET);
        Response response = post("/v1/margin", body);
        int status = Integer.parseInt(row.get(1));
        if (status == 200) {
            assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
            assertThat(response.asString()).contains(row.get(3));
            return;
        }
        List<String> places =
                Arrays.stream(row.get(2).split(" "))
                        .map(place -> place.equals(".") ? "" : place)
                        .toList();
        assertProblem(response, status, places, row.get(3));
    }

    @Test
    void everyFaultIsToldAtOnce() {
        String body =
                """
                {"model": 5, "market": {"asOf": "2026-01-01T08:00:00Z", "underlyings": [
                    {"id": "BTC", "currency": "USD", "spot": "x", "vol": 0.5, "vols": []}]},
                 "portfolio": {"positions": [
                    {"symbol": "NOPE", "quantity": 1},
                    {"instrument": {"type": "option", "underlying": "BTC", "right": "up"}},
                    {"symbol": "BTC-PERPETUAL", "quantity": 1e300}],
                  "colateral": []}}
                """;
        assertProblem(
                post("/v1/margin", body),
                400,
                List.of(
                        "/model",
                        "/market/underlyings/0/spot",
                        "/market/underlyings/0/vol",
                        "/portfolio/positions/0/symbol",
                        "/portfolio/positions/1/instrument/right",
                        "/portfolio/positions/1/instrument/strike",
                        "/portfolio/positions/1/instrument/expiry",
                        "/portfolio/positions/1/quantity",
                        "/portfolio/positions/2/quantity",
                        "/portfolio/colateral"),
                "10 faults");
    }

    @Test
    void everyRefusalIsToldAtEachLegItConcerns() {
        String body =
                """
                {"model": "crypto-grid", "market": %s, "portfolio": {"positions": [
                    {"symbol": "BTC-26DEC25", "quantity": 1},
                    {"symbol": "BTC-PERPETUAL", "quantity": 1},
                    {"symbol": "ETH-PERPETUAL", "quantity": 1},
                    {"symbol": "BTC-26DEC25", "quantity": -1}],
                  "collateral": [{"asset": "DOGE", "quantity": 1}]},
                 "hedge": {"positions": [{"symbol": "ETH-27MAR26", "quantity": 1}]}}
                """
                        .formatted(Bodies.MARKET);
        assertProblem(
                post("/v1/margin/hedge", body),
                422,
                List.of(
                        "/portfolio/positions/0/symbol",
                        "/portfolio/positions/2/symbol",
                        "/portfolio/positions/3/symbol",
                        "/portfolio/collateral/0/asset",
                        "/hedge/positions/0/symbol"),
                "5 reasons");
    }

    @Test
    void severalCurrenciesNeedOneToBeStated() {
        String market =
                """
                {"asOf": "2026-01-01T08:00:00Z", "fx": {"EUR/USD": 1.25}, "underlyings": [
                  {"id": "BTC", "currency": "USD", "spot": 60000},
                  {"id": "DAX", "currency": "EUR", "spot": 20000}]}
                """;
        String body =
                """
                {"model": "crypto-grid", "market": %s, "portfolio": {"positions": [
                    {"instrument": {"type": "perpetual", "underlying": "BTC"}, "quantity": 1},
                    {"instrument": {"type": "spot", "underlying": "DAX"}, "quantity": 1}]}%s}
                """;
        assertProblem(
                post("/v1/margin", body.formatted(market, "")),
                422,
                List.of("/currency"),
                "[EUR, USD]");
        JsonNode answer =
                Bodies.answer("/v1/margin", body.formatted(market, ", \"currency\": \"USD\""));
        assertThat(answer.get("initial").asDouble())
                .isEqualTo(0.16 * 60_000 + 0.16 * 20_000 * 1.25);
    }

    /// Checks status, media type, the places of all faults in any order, and a word of the text.
    static void assertProblem(Response response, int status, List<String> places, String says) {
        String text = response.asString();
        assertThat(response.statusCode()).as(text).isEqualTo(status);
        assertThat(response.contentType()).as(text).startsWith("application/problem+json");
        JsonNode problem = Bodies.tree(response);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("type").asText()).matches("/problems/[a-z-]+");
        assertThat(problem.get("title").asText()).isNotBlank();
        List<String> told = new ArrayList<>();
        problem.get("errors").forEach(item -> told.add(item.get("pointer").asText()));
        assertThat(told).as(text).containsExactlyInAnyOrderElementsOf(places);
        assertThat(text).contains(says);
        assertThat(text).doesNotContain("Exception", "hedgerow.", "java.");
    }
}
