package hedgerow.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Figures as exact decimals, rounded against the account; hashes that a keeper can attest; and
/// accounts that are too large.
@QuarkusTest
class FixedDecimalsApiTest {
    private static JsonNode fixed(String path, String body) {
        return Bodies.tree(
                given().contentType("application/json").body(body).post(path + "?numeric=fixed18"));
    }

    /// Ten calls sold and five perpetuals, with quantities and collateral as decimal strings.
    private static String book() {
        String body = Bodies.margin("crypto-grid", "-10 C60000, 5 perpetual");
        String quoted =
                body.replace("\"quantity\": -10", "\"quantity\": \"-10.000000000000000000\"");
        return quoted.replace(
                "\"portfolio\": {",
                "\"portfolio\": {\"collateral\": [{\"asset\": \"USDC\", \"quantity\": \"120000.1\"}],");
    }

    private static BigDecimal at(JsonNode answer, String pointer) {
        assertThat(answer.at(pointer).isTextual()).as("%s of %s", pointer, answer).isTrue();
        BigDecimal decimal = new BigDecimal(answer.at(pointer).asText());
        assertThat(decimal.scale()).as(pointer).isEqualTo(18);
        return decimal;
    }

    @Test
    void figuresAreTheDoublesRoundedAgainstTheAccount() {
        JsonNode doubles = Bodies.answer("/v1/margin", book());
        JsonNode decimals = fixed("/v1/margin", book());
        BigDecimal ulp = new BigDecimal("1e-18");
        for (String owed :
                new String[] {"/initial", "/maintenance", "/contributions/0/standAlone"}) {
            BigDecimal exact = new BigDecimal(doubles.at(owed).asDouble());
            assertThat(at(decimals, owed)).as(owed).isGreaterThanOrEqualTo(exact);
            assertThat(at(decimals, owed).subtract(exact)).as(owed).isLessThan(ulp);
        }
        for (String owned : new String[] {"/equity", "/excess/initial", "/excess/maintenance"}) {
            BigDecimal exact = new BigDecimal(doubles.at(owned).asDouble());
            assertThat(at(decimals, owned)).as(owned).isLessThanOrEqualTo(exact);
            assertThat(exact.subtract(at(decimals, owned))).as(owned).isLessThan(ulp);
        }
        assertThat(decimals.at("/initial").asText()).startsWith("46684.043382098");
        assertThat(decimals.at("/equity").asText()).isEqualTo("120000.100000000005820766");
        assertThat(decimals.at("/binding/index").isInt()).isTrue();
        assertThat(decimals.toString()).doesNotContainPattern(":-?\\d+\\.\\d");
    }

    /// What a contract would check: the excess as decimals is no more than equity less requirement
    /// rounded together, and the exact decimals are the same on every run.
    @Test
    void theyAreWrittenWhereverAmountsAreAnswered() {
        JsonNode hedge =
                fixed("/v1/margin/hedge", Bodies.hedge("crypto-grid", "-10 C60000", "5 perpetual"));
        assertThat(at(hedge, "/saved").doubleValue()).isCloseTo(48_000, within(1e-9));
        at(hedge, "/after/initial");
        String compared =
                Bodies.margin("delta", "1 perpetual")
                        .replace("\"model\": \"delta\"", "\"models\": [\"delta\"]");
        at(fixed("/v1/margin/compare", compared), "/models/0/margin/initial");
        String venues =
                """
                {"model": "delta", "market": %s, "venues": [
                  {"venue": "a", "portfolio": {"positions": %s}}]}
                """
                        .formatted(Bodies.MARKET, Bodies.positions("1 perpetual"));
        assertThat(at(fixed("/v1/margin/venues", venues), "/requirement").toPlainString())
                .isEqualTo("1200.000000000000000000");
    }

    @Test
    void pointsOfACurveAndLiquidationPricesAreDecimalsToo() {
        String axis =
                ", \"curve\": {\"over\": \"spot\", \"from\": -0.1, \"to\": 0.1, \"points\": 3}}";
        JsonNode curve = fixed("/v1/margin/curve", book().stripTrailing().replaceFirst("}$", axis));
        JsonNode doubles =
                Bodies.answer("/v1/margin/curve", book().stripTrailing().replaceFirst("}$", axis));
        for (int i = 0; i < doubles.get("points").size(); i++) {
            for (String owed : new String[] {"initial", "maintenance"}) {
                String at = "/points/%d/before/%s".formatted(i, owed);
                assertThat(at(curve, at)).isGreaterThanOrEqualTo(exact(doubles, at));
            }
            for (String owned : new String[] {"equity", "excess"}) {
                String at = "/points/%d/before/%s".formatted(i, owned);
                assertThat(at(curve, at)).isLessThanOrEqualTo(exact(doubles, at));
            }
        }
        JsonNode liquidation = fixed("/v1/margin/liquidation", book());
        assertThat(at(liquidation, "/before/below/price").doubleValue())
                .isCloseTo(31_857.00, within(0.1));
        assertThat(at(liquidation, "/before/now/excess"))
                .isLessThanOrEqualTo(
                        exact(
                                Bodies.answer("/v1/margin/liquidation", book()),
                                "/before/now/excess"));
        assertThat(curve.toString() + liquidation).doesNotContainPattern(":-?\\d+\\.\\d");
    }

    private static BigDecimal exact(JsonNode answer, String pointer) {
        return new BigDecimal(answer.at(pointer).asDouble());
    }

    /// A stream of questions carries the hashes of single ones, and a stream of accounts the same
    /// figures.
    @Test
    void linesOfAStreamAreDecimalsToo() {
        String question = book().replaceAll("\\s*\n\\s*", " ");
        String refused = Bodies.margin("nowhere", "1 perpetual").replaceAll("\\s*\n\\s*", " ");
        List<JsonNode> answers = stream(question + "\n" + refused);
        JsonNode alone = fixed("/v1/margin", book());
        assertThat(at(answers.get(0), "/initial").toPlainString())
                .isEqualTo(alone.at("/initial").asText());
        assertThat(answers.get(0).get("resultHash")).isEqualTo(alone.get("resultHash"));
        assertThat(answers.get(1).at("/problem/status").asInt()).isEqualTo(404);
        String header = "{\"model\": \"crypto-grid\", \"market\": " + Bodies.MARKET + "}";
        String account =
                "{\"account\": \"a\", \"positions\": "
                        + Bodies.positions("-10 C60000, 5 perpetual")
                        + "}";
        List<JsonNode> accounts =
                stream((header + "\f" + account).replaceAll("\\s*\n\\s*", " ").replace('\f', '\n'));
        assertThat(accounts.get(0).get("line").isInt()).isTrue();
        assertThat(at(accounts.get(1), "/initial").toPlainString())
                .isEqualTo(alone.at("/initial").asText());
        assertThat(at(accounts.get(1), "/binding/loss").toPlainString())
                .isEqualTo(alone.at("/binding/loss").asText());
    }

    private static List<JsonNode> stream(String lines) {
        Response response =
                given().contentType("application/x-ndjson")
                        .body(lines.getBytes(StandardCharsets.UTF_8))
                        .post("/v1/margin/bulk?numeric=fixed18");
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        return response.asString().lines().map(Bodies::tree).toList();
    }

    @Test
    void anotherNumericIsAFaultAndProblemsStayAsTheyAre() {
        JsonNode problem =
                Bodies.tree(
                        given().contentType("application/json")
                                .body(book())
                                .post("/v1/margin?numeric=float"));
        assertThat(problem.get("status").asInt()).isEqualTo(400);
        assertThat(problem.toString()).contains("fixed18");
        Response stream =
                given().contentType("application/x-ndjson")
                        .body("{}".getBytes(StandardCharsets.UTF_8))
                        .post("/v1/margin/bulk?numeric=float");
        assertThat(stream.statusCode()).isEqualTo(400);
        JsonNode refused = fixed("/v1/margin", Bodies.margin("nowhere", "1 perpetual"));
        assertThat(refused.get("status").asInt()).isEqualTo(404);
    }

    /// The canonical form, put together here from what is answered.
    @Test
    void aKeeperCanAttestTheResult() throws NoSuchAlgorithmException {
        JsonNode decimals = fixed("/v1/margin", book());
        String text =
                "hedgerow-result-1\n"
                        + decimals.at("/inputHash").asText()
                        + "\n"
                        + decimals.at("/model/hash").asText()
                        + "\n"
                        + decimals.at("/market/hash").asText()
                        + "\n"
                        + decimals.at("/currency").asText()
                        + "\n"
                        + decimals.at("/initial").asText()
                        + "\n"
                        + decimals.at("/maintenance").asText()
                        + "\n"
                        + decimals.at("/equity").asText()
                        + "\n"
                        + decimals.at("/excess/initial").asText()
                        + "\n"
                        + decimals.at("/excess/maintenance").asText();
        byte[] digest =
                MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        String hash = HexFormat.of().formatHex(digest);
        assertThat(decimals.get("resultHash").asText()).isEqualTo(hash);
        JsonNode brief =
                Bodies.answer("/v1/margin", book().replaceFirst("\\{", "{\"detail\": \"brief\","));
        assertThat(brief.get("resultHash").asText()).isEqualTo(hash);
        JsonNode other = Bodies.answer("/v1/margin", book().replace("120000.1", "120000.2"));
        assertThat(other.get("resultHash").asText()).isNotEqualTo(hash);
    }

    private static String perpetualsAndOptions(int options) {
        return IntStream.range(0, options)
                .mapToObj(i -> "1 C" + (50_000 + 100 * i))
                .collect(Collectors.joining(", "));
    }

    @Test
    void anAccountOfTooManyAssetsIsRefused() {
        JsonNode most =
                Bodies.answer("/v1/margin", Bodies.margin("derive-pm2", perpetualsAndOptions(128)));
        assertThat(most.get("initial").asDouble()).isGreaterThanOrEqualTo(0);
        JsonNode refused =
                Bodies.tree(
                        Bodies.post(
                                "/v1/margin",
                                Bodies.margin("derive-pm2", perpetualsAndOptions(129))));
        assertThat(refused.get("status").asInt()).isEqualTo(422);
        assertThat(refused.at("/errors/0/pointer").asText()).isEqualTo("/portfolio");
        assertThat(refused.at("/errors/0/detail").asText())
                .isEqualTo(
                        "the account holds 129 assets, instruments and collateral; derive-pm2@1"
                                + " allows at most 128");
        JsonNode hedged =
                Bodies.tree(
                        Bodies.post(
                                "/v1/margin/hedge",
                                Bodies.hedge(
                                        "derive-pm2", perpetualsAndOptions(128), "1 perpetual")));
        assertThat(hedged.get("status").asInt()).isEqualTo(422);
    }
}
