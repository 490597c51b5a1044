package hedgerow.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import hedgerow.api.body.Bounds;
import hedgerow.store.span.GeneratedFiles;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// Risk-parameter files are loaded as markets.
@QuarkusTest
class RiskFileMarketsTest {
    private static final Path GOLD = Path.of("src/test/resources/hedgerow/store/span/gold.pa2");

    private static Response load(String type, byte[] body, String query) {
        return given().contentType(type).body(body).post("/v1/markets" + query);
    }

    private static JsonNode loaded(String type, byte[] body, String query) {
        Response response = load(type, body, query);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(201);
        return Bodies.tree(response);
    }

    @Test
    void aPositionalFileIsAMarket() throws IOException {
        JsonNode market = loaded("text/plain", Files.readAllBytes(GOLD), "?id=gold-test");
        assertThat(market.get("asOf").asText()).isEqualTo("2026-01-02T00:00:00Z");
        assertThat(market.at("/riskParameters/organisation").asText()).isEqualTo("DEMO");
        assertThat(market.at("/riskParameters/contracts").asInt()).isEqualTo(4);
        assertThat(Bodies.tree(given().get("/v1/markets/gold-test"))).isEqualTo(market);
        Response body = given().get("/v1/markets/gold-test/body");
        assertThat(body.statusCode()).as(body.asString()).isEqualTo(422);
    }

    @Test
    void aFileInXmlIsAMarketOfTheWantedCommodities() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        GeneratedFiles.spn(2 * GeneratedFiles.PER_COMMODITY, file);
        JsonNode all = loaded("application/xml", file.toByteArray(), "");
        assertThat(all.at("/riskParameters/contracts").asInt())
                .isEqualTo(2 * GeneratedFiles.PER_COMMODITY);
        JsonNode one = loaded("application/octet-stream", file.toByteArray(), "?commodities=K0001");
        assertThat(one.at("/riskParameters/contracts").asInt())
                .isEqualTo(GeneratedFiles.PER_COMMODITY);
        assertThat(one.get("hash")).isNotEqualTo(all.get("hash"));
    }

    @Test
    void aFileLargerThanOtherBodiesIsRead() throws IOException, InterruptedException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        int contracts = GeneratedFiles.pa2(70_000, file);
        assertThat(file.size()).isGreaterThan(Bounds.BODY_BYTES);
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create("http://localhost:" + RestAssured.port + "/v1/markets"))
                        .header("Content-Type", "text/plain")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(file.toByteArray()))
                        .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            String answer = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
            assertThat(answer).contains("\"contracts\":" + contracts);
        }
    }

    @Test
    void everyFaultIsToldWithLineAndColumns() throws IOException {
        String broken = Files.readString(GOLD).replace("20260102", "20261302").replace("AMER", "X");
        Response response =
                load("text/plain", broken.getBytes(StandardCharsets.ISO_8859_1), "?id=broken");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.jsonPath().getList("errors.pointer", String.class))
                .contains("line 1, columns 9-16 (business date)");
        assertThat(given().get("/v1/markets/broken").statusCode()).isEqualTo(404);
    }
}
