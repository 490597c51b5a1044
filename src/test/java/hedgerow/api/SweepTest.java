package hedgerow.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every field of a question in turn is missing, null, huge, negative, empty or of another type:
/// each is answered, or refused at a place on the way to the field or inside it, and never breaks.
@QuarkusTest
class SweepTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern NOT_A_NUMBER = Pattern.compile("[:,\\[](NaN|-?Infinity)");
    private static final List<String> BAD =
            List.of(
                    "null", "\"NaN\"", "\"\"", "\"x\"", "1e300", "-1e300", "-1", "0", "[]", "{}",
                    "true", "[null]", "[[]]");

    /// What is wrong together is told at one of the fields: these name the others.
    private static final List<String> TOGETHER = List.of("/goal", "/hedge", "/risk", "/latency");

    /// Fields that others refer to, or of which one or another is needed: told where that is.
    private static final List<String> REFERRED =
            List.of("venue", "underlying", "currency", "vol", "preset", "cost");

    private static String questionOf(String path) {
        String start = "{\"model\": \"crypto-grid\", \"market\": " + Bodies.MARKET + ", ";
        String held =
                "\"portfolio\": {\"positions\": %s, \"collateral\": [{\"asset\": \"USDC\","
                        + " \"quantity\": 1000}]}";
        String call = held.formatted(Bodies.positions("-10 C60000"));
        String perpetual = held.formatted(Bodies.positions("5 perpetual"));
        return switch (path) {
            case "/v1/margin/venues" ->
                    start
                            + "\"venues\": [{\"venue\": \"a\", \"model\": \"delta\", \"bridgeHaircut\": 0.1, "
                            + call
                            + "}, {\"venue\": \"b\", "
                            + perpetual
                            + "}], \"alpha\": 0.2, \"alphas\": [{\"venues\": [\"a\", \"b\"],"
                            + " \"alpha\": 0.5}], \"latency\": {\"seconds\": 60, \"quantile\": 2,"
                            + " \"vols\": [{\"underlying\": \"BTC\", \"vol\": 0.5}]},"
                            + " \"currency\": \"USD\", \"detail\": \"brief\"}";
            case "/v1/risk/assess" ->
                    start
                            + call
                            + ", \"hedge\": {\"positions\": "
                            + Bodies.positions("5 perpetual")
                            + "}, \"risk\": {\"confidence\": 0.99, \"shortfallConfidence\": 0.975,"
                            + " \"horizonDays\": 1, \"history\": {\"underlyings\":"
                            + " [{\"underlying\": \"BTC\", \"levels\": [60000, 61000, 59000, 60500,"
                            + " 60100]}]}, \"stress\": {\"oracleStaleSeconds\": 60,"
                            + " \"stablePrice\": 0.9, \"illiquidDays\": 3, \"moves\": [{\"name\":"
                            + " \"fall\", \"spotMove\": -0.3, \"volMove\": 0.2}]}, \"reverse\":"
                            + " {\"loss\": 1000, \"underlying\": \"BTC\"}, \"backtest\":"
                            + " {\"window\": 2, \"confidence\": 0.9}}}";
            case "/v1/hedge/suggest" ->
                    start
                            + call
                            + ", \"goal\": {\"kind\": \"economic\", \"initial\": 9, \"capitalRateAnnual\": 0.1, \"days\": 30}, \"limits\":"
                            + " {\"cost\": 500, \"legs\": 2}, \"shift\": {\"spot\": -0.05, \"vol\":"
                            + " 0.1, \"days\": 7}, \"volMoves\": \"absolute\", \"candidates\": [{\"cost\": 36,"
                            + " \"mostLots\": 9, \"positions\": "
                            + Bodies.positions("1 perpetual")
                            + "}, {\"cost\": 10, \"preset\": {\"kind\": \"collar\", \"underlying\":"
                            + " \"BTC\", \"quantity\": 10, \"strike\": 54000, \"callStrike\":"
                            + " 66000, \"expiry\": \"2026-01-31T08:00:00Z\"}}], \"alternatives\":"
                            + " 2, \"gasPerTrade\": 12}";
            case "/v1/margin?numeric=fixed18" ->
                    start
                            + call.replace(
                                    "\"quantity\": -10", "\"group\": \"a/b\", \"quantity\": -10")
                            + ", \"netting\": \"byExpiry\", \"groupLevel\": 1}";
            case "/v1/price/forward" ->
                    """
                    {"spot": 60000, "days": 30, "rateAnnual": 0.05, "yieldAnnual": 0.01,
                     "quoted": 60300, "fundingRate8h": 0.0001,
                     "calendar": {"units": 10, "days": 90, "moveAnnual": 0.075},
                     "inverse": {"notional": 60000, "from": 60000, "to": 50000},
                     "basisRisk": {"exposure": 600000, "exposureVol": 0.60, "hedgeVol": 0.62,
                                   "correlation": 0.98, "confidence": 0.99, "contractValue": 60000}}
                    """;
            case "/v1/gas/hedge" ->
                    """
                    {"gasUnits": 50000000, "coinPrice": 3000, "gwei": [10, 20], "forward": 22,
                     "cap": {"strike": 30, "vol": 1.5, "days": 30, "windowDays": 2}}
                    """;
            case "/v1/execution/impact" ->
                    """
                    {"size": 25, "mid": 60000, "vol": 0.60, "volumeDaily": 20000, "coefficient": 1,
                     "averageShare": 0.5, "crossoverShare": 0.1, "halfSpread": 5,
                     "levels": [{"price": 59990, "size": 5}, {"price": 59950, "size": 10}]}
                    """;
            case "/v1/rebalance/plan" ->
                    """
                    {"delta": {"net": 2, "target": 0, "spot": 60000, "costShare": 0.0005,
                      "gamma": 3.85e-4, "riskAversion": 1e-5, "rateAnnual": 0.01, "days": 30,
                      "gasPerTrade": 12},
                     "weights": {"values": [64, 36], "targets": [0.6, 0.4], "relativeBand": 0.05},
                     "greeks": {"portfolio": {"delta": 0, "gamma": -5000, "vega": -8000},
                       "instruments": [{"delta": 0.6, "gamma": 0.5, "vega": 2},
                                       {"delta": 0.5, "gamma": 0.8, "vega": 1.2}]}}
                    """;
            case "/v1/rebalance/cost" ->
                    """
                    {"gamma": 3.85112e-4, "vegaPerPoint": 683.706, "spot": 60000, "vol": 0.60,
                     "costShare": 0.0005, "gasPerTrade": 12, "horizonDays": 30,
                     "intervalHours": [1, 8, 24], "errorBudget": 4000}
                    """;
            case "/v1/portfolio/frontier" ->
                    """
                    {"assets": [{"name": "BTC", "mean": 0.30, "vol": 0.60, "least": 0, "most": 1},
                                {"name": "ETH", "mean": 0.35, "vol": 0.75}],
                     "correlations": [[1, 0.7], [0.7, 1]], "riskFreeAnnual": 0.05, "points": 3,
                     "targetVol": 0.65, "targetMean": 0.32, "riskAversion": 3,
                     "margin": {"profits": [[0.1, 0.2], [-0.1, -0.2]], "costAnnual": 0.1}}
                    """;
            default -> throw new AssertionError(path);
        };
    }

    private record Change(String pointer, String body) {}

    /// Each field and item below a node, in its place; those of the market have tests of their own.
    private static void pointers(JsonNode node, String at, List<String> all) {
        if (!at.isEmpty()) all.add(at);
        if (at.equals("/market")) return;
        if (node instanceof ObjectNode object) {
            object.properties()
                    .forEach(field -> pointers(field.getValue(), at + "/" + field.getKey(), all));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < Math.min(2, array.size()); i++) {
                pointers(array.get(i), at + "/" + i, all);
            }
        }
    }

    private static void put(JsonNode parent, String field, JsonNode value) {
        if (parent instanceof ObjectNode object) object.set(field, value);
        else ((ArrayNode) parent).set(Integer.parseInt(field), value);
    }

    private static List<Change> changes(String question) throws JsonProcessingException {
        JsonNode whole = JSON.readTree(question);
        List<String> all = new ArrayList<>();
        pointers(whole, "", all);
        List<Change> changes = new ArrayList<>();
        for (String pointer : all) {
            int cut = pointer.lastIndexOf('/');
            String field = pointer.substring(cut + 1);
            for (String bad : BAD) {
                JsonNode copy = whole.deepCopy();
                put(copy.at(pointer.substring(0, cut)), field, JSON.readTree(bad));
                changes.add(new Change(pointer, copy.toString()));
            }
            JsonNode copy = whole.deepCopy();
            if (copy.at(pointer.substring(0, cut)) instanceof ObjectNode parent) {
                parent.remove(field);
                changes.add(new Change(pointer, copy.toString()));
            }
        }
        return changes;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/margin/venues",
                "/v1/risk/assess",
                "/v1/hedge/suggest",
                "/v1/margin?numeric=fixed18",
                "/v1/price/forward",
                "/v1/gas/hedge",
                "/v1/execution/impact",
                "/v1/rebalance/plan",
                "/v1/rebalance/cost",
                "/v1/portfolio/frontier"
            })
    void everyFieldIsReadOrRefusedAtItsPlace(String path) throws JsonProcessingException {
        String question = questionOf(path);
        assertThat(Bodies.post(path, question).statusCode()).as(question).isEqualTo(200);
        List<String> wrong = new ArrayList<>();
        for (Change change : changes(question)) {
            Response response = Bodies.post(path, change.body());
            String told = complaint(response, change.pointer());
            if (!told.isEmpty()) wrong.add(told + " " + change.pointer() + " in " + change.body());
        }
        assertThat(wrong).as("%s of %s", wrong.size(), path).isEmpty();
    }

    private static String complaint(Response response, String pointer) {
        int status = response.statusCode();
        if (status == 200)
            return NOT_A_NUMBER.matcher(response.asString()).find() ? "NaN answered" : "";
        if (status != 400 && status != 404 && status != 422) return "status " + status;
        if (!response.contentType().startsWith("application/problem+json")) {
            return "content type " + response.contentType();
        }
        JsonNode problem = Bodies.tree(response);
        for (JsonNode item : problem.get("errors")) {
            String place = item.get("pointer").asText();
            if (place.startsWith(pointer) || pointer.startsWith(place)) return "";
            if (TOGETHER.stream().anyMatch(t -> place.startsWith(t) && pointer.startsWith(t))) {
                return "";
            }
        }
        String field = pointer.substring(pointer.lastIndexOf("/") + 1);
        if (REFERRED.contains(field) && !problem.get("errors").isEmpty()) return "";
        boolean tooLarge = problem.get("detail").asText().contains("too large");
        return tooLarge ? "" : status + " elsewhere: " + response.asString();
    }
}
