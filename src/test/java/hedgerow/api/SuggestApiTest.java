package hedgerow.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import hedgerow.pricing.formula.Black76;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Suggested hedges as the service answers them.
@QuarkusTest
class SuggestApiTest {
    private static final String SAMPLE =
            """
            {"model": "crypto-grid", "market": "sample",
             "portfolio": {"positions": [{"symbol": "BTC-31JAN26-66000-C", "quantity": -10}]},
             %s}
            """;

    private static String candidate(String leg, double cost) {
        return "{\"positions\": %s, \"cost\": %s}"
                .formatted(Bodies.positions("1 " + leg), Double.toString(cost));
    }

    /// Ten short calls struck at 60,000 and the candidates of the worked example.
    private static JsonNode worked(String more) {
        String candidates =
                String.join(
                        ", ",
                        candidate("perpetual", 36),
                        candidate("C66000", 57.243126),
                        candidate("C69000", 43.970631),
                        candidate("C78000", 33),
                        candidate("P54000", 50.298822),
                        candidate("P48000", 33));
        return Bodies.answer(
                "/v1/hedge/suggest",
                """
                {"model": "crypto-grid", "market": %s, "portfolio": {"positions": %s},
                 "candidates": [%s], %s}
                """
                        .formatted(
                                Bodies.MARKET, Bodies.positions("-10 C60000"), candidates, more));
    }

    @Test
    void leastMarginWithinABudgetIsAsWorked() {
        JsonNode answer = worked("\"limits\": {\"cost\": 500}");
        JsonNode bound = answer.get("bound");
        assertThat(bound.get("holds").asBoolean()).isTrue();
        assertThat(bound.get("initial").asDouble()).isCloseTo(9_607.11, within(0.005));
        assertThat(bound.get("cost").asDouble()).isCloseTo(500, within(1e-6));
        assertThat(bound.at("/legs/0/lots").asDouble()).isCloseTo(3.6538, within(0.0001));
        assertThat(bound.at("/legs/1/lots").asDouble()).isCloseTo(6.3959, within(0.0001));
        assertThat(bound.at("/legs/2/lots").asDouble()).isCloseTo(2.6434, within(0.0001));
        JsonNode best = answer.at("/suggestions/0");
        assertThat(best.get("cost").asDouble()).isLessThanOrEqualTo(500);
        assertThat(best.get("text").asText()).startsWith("within").endsWith("best possible");
        assertThat(best.get("saved").asDouble())
                .isCloseTo(
                        answer.at("/before/initial").asDouble() - best.get("initial").asDouble(),
                        within(1e-9));
        assertThat(best.at("/safeOrder/peak").asDouble())
                .isLessThanOrEqualTo(answer.at("/before/initial").asDouble());
        assertThat(best.at("/greeks/0/deltaBefore").asDouble()).isCloseTo(-5.3427, within(1e-4));
        assertThat(best.at("/greeks/0/vegaBefore").asDouble()).isCloseTo(-683.7, within(0.1));
        assertThat(best.get("offGrid")).hasSize(1);
    }

    /// Each leg pays its gas once; the bound, which may have any number of legs, pays none.
    @Test
    void gasIsPartOfWhatAHedgeCosts() {
        String goal = "\"goal\": {\"kind\": \"economic\", \"days\": 30}";
        JsonNode free = worked(goal);
        JsonNode paid = worked(goal + ", \"gasPerTrade\": 12");
        assertThat(paid.at("/bound/cost")).isEqualTo(free.at("/bound/cost"));
        assertThat(paid.get("suggestions")).isNotEmpty();
        for (JsonNode suggestion : paid.get("suggestions")) {
            int legs = suggestion.get("legs").size();
            double cost = 12.0 * legs;
            for (JsonNode leg : suggestion.get("legs")) cost += leg.get("cost").asDouble();
            assertThat(suggestion.get("gas").asDouble()).isEqualTo(12.0 * legs);
            assertThat(suggestion.get("cost").asDouble()).isCloseTo(cost, within(1e-9));
        }
        assertThat(paid.at("/suggestions/0/value").asDouble())
                .isGreaterThanOrEqualTo(free.at("/suggestions/0/value").asDouble() + 12);
        assertThat(free.at("/suggestions/0").has("gas")).isFalse();
        assertThat(worked(goal + ", \"gasPerTrade\": 1000").get("suggestions")).isEmpty();
    }

    @Test
    void leastCostForATargetIsAsWorked() {
        JsonNode high = worked("\"goal\": {\"kind\": \"target\", \"initial\": 30000}");
        JsonNode low = worked("\"goal\": {\"kind\": \"target\", \"initial\": \"10000\"}");
        assertThat(high.at("/bound/cost").asDouble()).isCloseTo(257.79, within(0.005));
        assertThat(low.at("/bound/cost").asDouble()).isCloseTo(494.51, within(0.005));
        assertThat(high.at("/suggestions/0/initial").asDouble()).isLessThanOrEqualTo(30_000);
    }

    @Test
    void economicHedgeIsAsWorked() {
        JsonNode answer = worked("\"goal\": {\"kind\": \"economic\"}");
        assertThat(answer.at("/bound/initial").asDouble()).isCloseTo(33_100.99, within(0.005));
        assertThat(answer.at("/bound/cost").asDouble()).isCloseTo(229.31, within(0.005));
        JsonNode legs = answer.at("/bound/legs");
        assertThat(legs.findValuesAsText("name"))
                .containsExactly("BTC perpetual", "BTC 2026-01-31T08:00:00Z 78000 call");
        assertThat(legs.at("/0/lots").asDouble()).isCloseTo(4.5046, within(0.0001));
        assertThat(legs.at("/1/lots").asDouble()).isCloseTo(2.0345, within(0.0001));
    }

    @Test
    void perpetualsAloneAreTheirClosedForm() {
        JsonNode answer =
                Bodies.answer(
                        "/v1/hedge/suggest",
                        """
                        {"model": "crypto-grid", "market": %s, "portfolio": {"positions": %s},
                         "candidates": [%s]}
                        """
                                .formatted(
                                        Bodies.MARKET,
                                        Bodies.positions("-10 C60000"),
                                        candidate("perpetual", 36)));
        assertThat(answer.at("/bound/initial").asDouble()).isCloseTo(42_144.52, within(0.005));
        assertThat(answer.at("/bound/cost").asDouble()).isCloseTo(197.02, within(0.005));
        assertThat(answer.at("/bound/legs/0/lots").asDouble()).isCloseTo(5.4729, within(0.0001));
        assertThat(answer.at("/suggestions/0/legs/0/lots").asDouble()).isEqualTo(5);
    }

    /// Every leg of a suggestion from a chain is quoted there on the side on which it trades, and
    /// sending the trades back as a hedge gives the margin that was promised.
    @Test
    void suggestionsFromAChainAreQuotedAndTrue() {
        JsonNode answer =
                Bodies.answer("/v1/hedge/suggest", SAMPLE.formatted("\"alternatives\": 3"));
        assertThat(answer.get("candidates").asInt()).isGreaterThan(20);
        assertThat(answer.get("suggestions")).isNotEmpty();
        for (JsonNode suggestion : answer.get("suggestions")) {
            StringBuilder legs = new StringBuilder();
            for (JsonNode trade : suggestion.get("trades")) {
                if (!legs.isEmpty()) legs.append(", ");
                legs.append("{\"quantity\": ").append(trade.get("quantity")).append(", ");
                legs.append("\"instrument\": ").append(trade.get("fields")).append("}");
            }
            JsonNode hedge =
                    Bodies.answer(
                            "/v1/margin/hedge",
                            SAMPLE.formatted("\"hedge\": {\"positions\": [" + legs + "]}"));
            assertThat(hedge.at("/after/initial").asDouble())
                    .as("%s", suggestion.get("trades"))
                    .isCloseTo(suggestion.get("initial").asDouble(), within(1e-6));
            assertThat(suggestion.get("legs").size()).isLessThanOrEqualTo(4);
        }
    }

    @Test
    void aCandidateWithoutACostNeedsAQuote() {
        Response response =
                Bodies.post(
                        "/v1/hedge/suggest",
                        """
                        {"model": "crypto-grid", "market": %s, "portfolio": {"positions": %s},
                         "candidates": [{"positions": %s}]}
                        """
                                .formatted(
                                        Bodies.MARKET,
                                        Bodies.positions("-10 C60000"),
                                        Bodies.positions("1 C66000")));
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(422);
        assertThat(Bodies.tree(response).at("/errors/0/pointer").asText())
                .isEqualTo("/candidates/0/positions/0/instrument");
        assertThat(response.asString()).contains("no bid or offer");
    }

    /// A collar and a put spread by name are baskets of one candidate each; what a lot of ten puts
    /// takes off ten long coins is the worked figure.
    @Test
    void presetsAreCandidatesByName() {
        String preset =
                """
                {"cost": 10, "mostLots": 1, "preset": {"kind": "%s", "underlying": "BTC", "quantity": 10,
                 "expiry": "2026-01-31T08:00:00Z", "strike": 54000, %s}}
                """;
        JsonNode answer =
                Bodies.answer(
                        "/v1/hedge/suggest",
                        """
                        {"model": "crypto-grid", "market": %s, "portfolio": {"positions": %s},
                         "limits": {"legs": 1}, "candidates": [%s, %s, %s]}
                        """
                                .formatted(
                                        Bodies.MARKET,
                                        Bodies.positions("10 perpetual"),
                                        preset.formatted("protectivePut", "\"settlement\": null"),
                                        preset.formatted("collar", "\"callStrike\": 66000"),
                                        preset.formatted("putSpread", "\"lowerStrike\": 48000")));
        assertThat(answer.get("candidates").asInt()).isEqualTo(3);
        JsonNode best = answer.at("/suggestions/0");
        assertThat(best.at("/legs/0/name").asText()).startsWith("collar: BTC");
        assertThat(best.at("/legs/0/lots").asDouble()).isEqualTo(1);
        assertThat(best.get("initial").asDouble()).isCloseTo(44_430.69, within(0.005));
        assertThat(best.get("saved").asDouble()).isCloseTo(51_569.31, within(0.005));
        assertThat(best.get("trades")).hasSize(2);
    }

    /// What helps ten short calls that stand among others, under a model of at most 128 assets.
    private static JsonNode large(int assets, String limits, String... candidates) {
        StringBuilder book = new StringBuilder("-10 C60000");
        for (int i = 1; i < assets; i++) book.append(", -0.01 C").append(60_000 + 100 * i);
        String body =
                """
                {"model": "derive-pm2", "market": %s, "portfolio": {"positions": %s},
                 "limits": %s, "candidates": [%s]}
                """
                        .formatted(
                                Bodies.MARKET,
                                Bodies.positions(book.toString()),
                                limits,
                                String.join(", ", candidates));
        return Bodies.answer("/v1/hedge/suggest", body);
    }

    /// An account that holds as much as its model allows can only trade what it holds.
    @Test
    void aFullAccountTradesOnlyWhatItHolds() {
        JsonNode answer = large(128, "{}", candidate("perpetual", 36), candidate("C60000", 36));
        assertThat(answer.get("suggestions")).isNotEmpty();
        for (JsonNode suggestion : answer.get("suggestions")) {
            assertThat(suggestion.get("trades")).hasSize(1);
            assertThat(suggestion.at("/legs/0/name").asText()).contains("60000");
        }
        assertThat(answer.get("notes").toString()).contains("allows only 0 more assets");
    }

    /// A basket is one leg of a hedge and several assets.
    @Test
    void aBasketThatFindsNoRoomIsTold() {
        String basket =
                "{\"cost\": 36, \"positions\": %s}"
                        .formatted(Bodies.positions("1 perpetual, -1 P54000"));
        JsonNode none = large(127, "{\"legs\": 1}", basket);
        assertThat(none.get("suggestions")).isEmpty();
        assertThat(none.get("notes").toString()).contains("allows only 1 more asset in");
        JsonNode room = large(126, "{\"legs\": 1}", basket);
        assertThat(room.get("suggestions")).isNotEmpty();
        assertThat(room.has("notes")).isTrue();
        assertThat(room.get("notes").toString()).doesNotContain("more asset");
    }

    @Test
    void aCandidateIsPositionsOrAPreset() {
        Response response =
                Bodies.post(
                        "/v1/hedge/suggest",
                        SAMPLE.formatted(
                                "\"candidates\": [{\"cost\": 1}, {\"positions\": [{\"symbol\":"
                                        + " \"BTC-PERPETUAL\", \"quantity\": 1}], \"preset\":"
                                        + " {\"kind\": \"perpetual\", \"underlying\": \"BTC\","
                                        + " \"quantity\": 1}}]"));
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.asString())
                .contains("/candidates/0/positions", "one of positions and preset, not both");
    }

    @Test
    void aFilterOnWhatNoQuoteStatesIsRefused() {
        Response response =
                Bodies.post(
                        "/v1/hedge/suggest",
                        SAMPLE.formatted("\"chain\": {\"leastOpenInterest\": 1}"));
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(422);
        assertThat(Bodies.tree(response).at("/errors/0/pointer").asText()).isEqualTo("/chain");
        assertThat(response.asString()).contains("states its open interest");
    }

    @Test
    void nothingHelpsIsAnAnswer() {
        JsonNode answer =
                Bodies.answer(
                        "/v1/hedge/suggest",
                        """
                        {"model": "crypto-grid", "market": %s, "portfolio": {"positions": %s},
                         "candidates": [%s]}
                        """
                                .formatted(
                                        Bodies.MARKET,
                                        Bodies.positions("1 P60000, -1 P60000"),
                                        candidate("perpetual", 36)));
        assertThat(answer.get("suggestions")).isEmpty();
        assertThat(answer.get("text").asText()).startsWith("nothing helps");
    }

    /// Options at one vol and rate zero, quoted 15 either side of what they are worth.
    private static String quoted(String asOf, double days, double spot, double vol) {
        List<String> quotes = new ArrayList<>();
        for (int strike = 51_000; strike <= 69_000; strike += 3_000) {
            double deviation = vol * Math.sqrt(days / 365);
            for (int sign : new int[] {1, -1}) {
                double value = Black76.value(sign, spot, strike, deviation);
                quotes.add(
                        """
                        {"expiry": "2026-01-31T08:00:00Z", "strike": %d, "right": "%s",
                         "settlement": "linear", "vol": %s, "mark": %s, "bid": %s, "ask": %s}
                        """
                                .formatted(
                                        strike,
                                        sign > 0 ? "call" : "put",
                                        vol,
                                        value,
                                        value - 15,
                                        value + 15));
            }
        }
        return """
        {"asOf": "%s", "underlyings": [{"id": "BTC", "currency": "USD", "spot": %s,
         "rateAnnual": 0, "vol": %s, "quotes": [%s]}]}
        """
                .formatted(asOf, spot, vol, String.join(", ", quotes));
    }

    private static JsonNode suggested(String market, String more) {
        return Bodies.answer(
                "/v1/hedge/suggest",
                """
                {"model": "crypto-grid", "market": %s, "portfolio": {"positions": %s},
                 "limits": {"cost": 2000, "legs": 3} %s}
                """
                        .formatted(market, Bodies.positions("-10 C60000"), more));
    }

    @Test
    void aMovedSuggestionIsThatOfAMarketQuotedMoved() {
        JsonNode moved =
                suggested(
                        quoted("2026-01-01T08:00:00Z", 30, 60_000, 0.60),
                        ", \"shift\": {\"spot\": -0.05, \"vol\": 0.15, \"days\": 6},"
                                + " \"volMoves\": \"absolute\"");
        JsonNode quoted = suggested(quoted("2026-01-07T08:00:00Z", 24, 57_000, 0.75), "");
        double before = quoted.at("/before/initial").asDouble();
        assertThat(moved.at("/market/asOf")).isEqualTo(quoted.at("/market/asOf"));
        assertThat(moved.at("/before/initial").asDouble()).isCloseTo(before, within(1e-6));
        assertThat(moved.get("suggestions")).isNotEmpty().hasSize(quoted.get("suggestions").size());
        for (int i = 0; i < quoted.get("suggestions").size(); i++) {
            JsonNode one = moved.get("suggestions").get(i);
            JsonNode other = quoted.get("suggestions").get(i);
            assertThat(one.get("trades")).isEqualTo(other.get("trades"));
            for (String figure : List.of("initial", "cost", "premium", "value")) {
                assertThat(one.get(figure).asDouble())
                        .as("%s of %s", figure, other.get("trades"))
                        .isCloseTo(other.get(figure).asDouble(), within(1e-6));
            }
        }
        assertThat(moved.get("notes").toString())
                .contains("spot -5 %, vol +15 points, 6 days later");
        assertThat(quoted.get("notes")).isEmpty();
    }

    /// The curve is moved by a way of its own; it knows no quotes, but the same margin.
    @Test
    void whatIsPostedThereIsAsTheCurveSays() {
        String shift = "{\"spot\": -0.05, \"vol\": 0.25, \"days\": 7}";
        JsonNode moved =
                Bodies.answer("/v1/hedge/suggest", SAMPLE.formatted("\"shift\": " + shift));
        JsonNode curve =
                Bodies.answer(
                        "/v1/margin/curve",
                        SAMPLE.formatted(
                                "\"curve\": {\"over\": \"spot\", \"from\": -0.05, \"to\": 0.05,"
                                        + " \"points\": 3, \"shift\": "
                                        + shift
                                        + "}"));
        assertThat(moved.at("/before/initial").asDouble())
                .isCloseTo(curve.at("/points/0/before/initial").asDouble(), within(1e-6));
        assertThat(moved.get("suggestions")).isNotEmpty();
        assertThat(moved.at("/market").has("id")).isFalse();
        JsonNode still = Bodies.answer("/v1/hedge/suggest", SAMPLE.formatted("\"shift\": {}"));
        assertThat(still.at("/market/id").asText()).isEqualTo("sample");
        assertThat(still)
                .isEqualTo(Bodies.answer("/v1/hedge/suggest", SAMPLE.formatted("\"goal\": null")));
    }

    /// Vols that fall to nothing leave intrinsic values; a leg that has expired by then is refused.
    @Test
    void shiftsAtTheirEndsAreAnsweredOrRefused() {
        JsonNode still = suggested(Bodies.MARKET, ", \"shift\": {\"vol\": -1}");
        assertThat(still.get("suggestions")).isNotEmpty();
        Response expired =
                Bodies.post("/v1/hedge/suggest", SAMPLE.formatted("\"shift\": {\"days\": 36500}"));
        assertThat(expired.statusCode()).as(expired.asString()).isEqualTo(422);
        assertThat(Bodies.tree(expired).at("/errors/0/pointer").asText())
                .isEqualTo("/portfolio/positions/0/symbol");
        assertThat(Bodies.tree(expired).at("/errors/0/reason").asText()).isEqualTo("EXPIRED");
        Response beyond =
                Bodies.post(
                        "/v1/hedge/suggest",
                        SAMPLE.formatted("\"shift\": {\"spot\": -1, \"days\": -1}"));
        assertThat(beyond.statusCode()).isEqualTo(400);
        assertThat(beyond.asString()).contains("/shift/spot", "/shift/days");
    }

    @Test
    void whatASwapRealisesOnTheWayIsNotKnown() {
        String swap =
                ", \"candidates\": [{\"cost\": 1, \"preset\": {\"kind\": \"varianceSwap\","
                        + " \"underlying\": \"BTC\", \"quantity\": 100, \"strikeVol\": 0.6,"
                        + " \"start\": \"2026-01-01T08:00:00Z\", \"expiry\": \"2026-01-31T08:00:00Z\"}}]";
        String book =
                "{\"model\": \"crypto-grid\", \"market\": %s, \"portfolio\": {\"positions\": %s} %s}"
                        .formatted(Bodies.MARKET, Bodies.positions("-10 C60000"), "%s");
        Response later =
                Bodies.post(
                        "/v1/hedge/suggest",
                        book.formatted(swap + ", \"shift\": {\"spot\": -0.1, \"days\": 2}"));
        assertThat(later.statusCode()).as(later.asString()).isEqualTo(422);
        JsonNode error = Bodies.tree(later).at("/errors/0");
        assertThat(error.get("pointer").asText()).isEqualTo("/shift/days");
        assertThat(error.get("value").asText())
                .isEqualTo("spot -10 %, vol unchanged, 2 days later");
        assertThat(error.get("allowed").asText()).startsWith("0 where a variance swap");
        assertThat(
                        Bodies.answer(
                                        "/v1/hedge/suggest",
                                        book.formatted(swap + ", \"shift\": {\"spot\": -0.1}"))
                                .get("candidates")
                                .asInt())
                .isEqualTo(1);
    }

    @Test
    void goalsAndLimitsThatCannotBeAreFaults() {
        Response response =
                Bodies.post(
                        "/v1/hedge/suggest",
                        SAMPLE.formatted(
                                "\"goal\": {\"kind\": \"target\"}, \"limits\": {\"legs\": 13},"
                                        + " \"chain\": {\"kinds\": [\"spot\"], \"most\": 501}"));
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.asString())
                .contains("/goal/initial", "/limits/legs", "/chain/kinds/0", "/chain/most");
    }
}
