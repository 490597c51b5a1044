package hedgerow.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

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
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Books on chains as they were printed are margined and explained.
@QuarkusTest
class RealBooksApiTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long SEED = 20_260_205;

    /// A chain that was loaded, with the underlying that books are on.
    private record Chain(String id, JsonNode market, JsonNode underlying) {
        static Chain load(String file, String underlying) throws IOException {
            byte[] csv = Files.readAllBytes(SharedData.file("data/deribit/" + file));
            Response loaded = given().contentType("text/csv").body(csv).post("/v1/markets");
            assertThat(loaded.statusCode()).as(loaded.asString()).isEqualTo(201);
            String id = Bodies.tree(loaded).get("id").asText();
            JsonNode market = Bodies.tree(given().get("/v1/markets/" + id + "/body"));
            for (JsonNode one : market.get("underlyings")) {
                if (one.get("id").asText().equals(underlying)) return new Chain(id, market, one);
            }
            throw new AssertionError(file + " has no " + underlying);
        }

        double spot() {
            return underlying.get("spot").asDouble();
        }

        /// Forwards by expiry, from a week on.
        TreeMap<String, Double> forwards() {
            TreeMap<String, Double> forwards = new TreeMap<>();
            for (JsonNode forward : underlying.get("forwards")) {
                forwards.put(forward.get("expiry").asText(), forward.get("price").asDouble());
            }
            return forwards;
        }

        /// The call with a mark whose strike is nearest to the forward.
        JsonNode callAtTheMoney(String expiry) {
            double forward = forwards().get(expiry);
            return StreamSupport.stream(underlying.get("quotes").spliterator(), false)
                    .filter(q -> q.get("expiry").asText().equals(expiry))
                    .filter(q -> q.get("right").asText().equals("call"))
                    .min((a, b) -> Double.compare(distance(a, forward), distance(b, forward)))
                    .orElseThrow();
        }

        private static double distance(JsonNode quote, double forward) {
            return Math.abs(quote.get("strike").asDouble() - forward);
        }

        ObjectNode leg(JsonNode quote, double quantity) {
            ObjectNode instrument = JSON.createObjectNode();
            instrument.put("type", "option").set("underlying", underlying.get("id"));
            instrument.setAll(
                    Map.of(
                            "right", quote.get("right"),
                            "strike", quote.get("strike"),
                            "expiry", quote.get("expiry"),
                            "settlement", quote.get("settlement")));
            return leg(instrument, quantity);
        }

        /// A linear future, or perpetual where no expiry is given, in coins.
        ObjectNode future(String expiry, double coins) {
            ObjectNode instrument = JSON.createObjectNode();
            instrument.put("type", expiry.isEmpty() ? "perpetual" : "future");
            instrument.set("underlying", underlying.get("id"));
            if (!expiry.isEmpty()) instrument.put("expiry", expiry);
            return leg(instrument, coins);
        }

        private static ObjectNode leg(ObjectNode instrument, double quantity) {
            ObjectNode leg = JSON.createObjectNode();
            leg.set("instrument", instrument);
            return leg.put("quantity", quantity);
        }

        ObjectNode body(List<ObjectNode> legs) {
            ObjectNode body = JSON.createObjectNode().put("model", "crypto-grid");
            body.put("market", id);
            body.putObject("portfolio").set("positions", array(legs));
            return body;
        }

        ObjectNode hedged(List<ObjectNode> legs, List<ObjectNode> hedge) {
            ObjectNode body = body(legs);
            body.putObject("hedge").set("positions", array(hedge));
            return body;
        }

        /// The market itself, with a mark of the perpetual.
        JsonNode withPerpetualMark(double mark) {
            ObjectNode copy = market.deepCopy();
            for (JsonNode one : copy.get("underlyings")) {
                if (one.get("id").equals(underlying.get("id"))) {
                    ((ObjectNode) one).put("perpetualMark", mark);
                }
            }
            return copy;
        }

        private static ArrayNode array(List<ObjectNode> legs) {
            return JSON.createArrayNode().addAll(legs);
        }
    }

    private static JsonNode margin(ObjectNode body) {
        JsonNode answer = Bodies.answer("/v1/margin", body.toString());
        AnswerInvariants.check(answer);
        return answer;
    }

    @ParameterizedTest
    @CsvSource({
        "options_20260205T155132Z.csv, BTC",
        "options_20260205T155132Z.csv, ETH",
        "options_20260819T154440Z.csv, BTC",
        "options_20260819T154440Z.csv, ETH",
        "options_20260822T035045Z.csv, BTC",
        "options_20260822T035045Z.csv, ETH",
    })
    void booksAreMarginedAndExplained(String file, String underlying) throws IOException {
        Chain chain = Chain.load(file, underlying);
        List<String> expiries = List.copyOf(chain.forwards().keySet());
        String expiry = expiries.get(expiries.size() / 2);
        shortCallsAreHedgedByAFutureAndByThePerpetual(chain, expiry);
        aCalendarAcrossThreeExpiriesCostsLessThanItsLegs(chain, expiries);
        aBookOfTwoHundredLegs(chain);
        everyInstrumentAtOnce(chain);
    }

    private static void shortCallsAreHedgedByAFutureAndByThePerpetual(Chain chain, String expiry) {
        List<ObjectNode> calls = List.of(chain.leg(chain.callAtTheMoney(expiry), -10));
        JsonNode alone = margin(chain.body(calls));
        double delta = alone.at("/contributions/0/delta").asDouble();
        assertThat(delta).isBetween(-7.5, -3.0);
        assertThat(alone.at("/binding/spotShock").asDouble()).isPositive();
        JsonNode byFuture =
                hedge(chain.hedged(calls, List.of(chain.future(expiry, -delta))), alone);
        ObjectNode byPerpetual = chain.hedged(calls, List.of(chain.future("", -delta)));
        byPerpetual.set("market", chain.withPerpetualMark(chain.spot() * 1.0004));
        JsonNode answer = hedge(byPerpetual, alone);
        assertThat(answer.at("/after/notes").toString()).doesNotContain("perpetual mark");
        assertThat(answer.get("saved").asDouble())
                .isCloseTo(byFuture.get("saved").asDouble(), withinPercentage(10));
    }

    private static JsonNode hedge(ObjectNode body, JsonNode alone) {
        JsonNode answer = Bodies.answer("/v1/margin/hedge", body.toString());
        AnswerInvariants.checkHedge(answer);
        assertThat(answer.at("/before/initial")).isEqualTo(alone.get("initial"));
        assertThat(answer.get("savedFraction").asDouble()).isBetween(0.1, 0.95);
        return answer;
    }

    private static void aCalendarAcrossThreeExpiriesCostsLessThanItsLegs(
            Chain chain, List<String> expiries) {
        int last = expiries.size() - 1;
        List<ObjectNode> legs =
                List.of(
                        chain.leg(chain.callAtTheMoney(expiries.get(1)), 10),
                        chain.leg(chain.callAtTheMoney(expiries.get(last / 2)), -20),
                        chain.leg(chain.callAtTheMoney(expiries.get(last)), 10));
        JsonNode calendar = margin(chain.body(legs));
        assertThat(calendar.get("offset").asDouble()).isPositive();
        assertThat(calendar.get("offsetFraction").asDouble()).isBetween(0.2, 1.0);
    }

    private static void aBookOfTwoHundredLegs(Chain chain) {
        List<JsonNode> quotes = new ArrayList<>();
        chain.underlying().get("quotes").forEach(quotes::add);
        Random random = new Random(SEED);
        Collections.shuffle(quotes, random);
        List<ObjectNode> legs =
                quotes.subList(0, 200).stream()
                        .map(quote -> chain.leg(quote, random.nextInt(41) - 20))
                        .toList();
        JsonNode book = margin(chain.body(legs));
        assertThat(book.get("contributions")).as("seed %d", SEED).hasSize(200);
        assertThat(book.get("offset").asDouble()).as("seed %d", SEED).isPositive();
        List<ObjectNode> shuffled = new ArrayList<>(legs);
        Collections.shuffle(shuffled, random);
        assertThat(margin(chain.body(shuffled)).get("initial"))
                .as("seed %d", SEED)
                .isEqualTo(book.get("initial"));
    }

    private static void everyInstrumentAtOnce(Chain chain) {
        List<ObjectNode> legs = new ArrayList<>();
        for (JsonNode quote : chain.underlying().get("quotes")) legs.add(chain.leg(quote, -1));
        chain.forwards().keySet().forEach(expiry -> legs.add(chain.future(expiry, 1)));
        legs.add(chain.future("", 1));
        JsonNode book = margin(chain.body(legs));
        assertThat(book.get("contributions")).hasSize(legs.size());
        assertThat(book.get("initial").asDouble()).isPositive();
    }
}
