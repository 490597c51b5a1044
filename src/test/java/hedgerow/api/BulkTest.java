package hedgerow.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BulkTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HEADER = "{\"model\":\"crypto-grid\",\"market\":\"sample\"}";
    private static final String[] SYMBOLS = {
        "BTC-31JAN26-66000-C",
        "BTC-31JAN26-55000-P",
        "BTC-27MAR26-54000-P",
        "BTC-26JUN26",
        "BTC-PERPETUAL",
        "ETH-31JAN26-3400-C",
        "ETH-31JAN26-2650-P"
    };

    @TestHTTPResource("/v1/margin/bulk")
    URL url;

    @Inject Bulk bulk;
    @Inject ObjectMapper mapper;

    private static Response post(String body) {
        return RestAssured.given()
                .contentType("application/x-ndjson")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/v1/margin/bulk");
    }

    private static List<JsonNode> lines(Response response) throws IOException {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        List<JsonNode> lines = new ArrayList<>();
        for (String line : response.asString().lines().toList()) lines.add(JSON.readTree(line));
        return lines;
    }

    private static String question(String portfolio) {
        return "{\"model\":\"crypto-grid\",\"market\":\"sample\",\"portfolio\":" + portfolio + "}";
    }

    private static String position(String symbol, double quantity) {
        return "{\"positions\":[{\"symbol\":\"%s\",\"quantity\":%s}]}".formatted(symbol, quantity);
    }

    @Test
    void questionsAreAnsweredAsSingleOnesAreInOrder() throws IOException {
        List<String> questions = new ArrayList<>();
        for (int i = 0; i < SYMBOLS.length; i++) questions.add(question(position(SYMBOLS[i], -i)));
        List<JsonNode> answers = lines(post(String.join("\n", questions)));
        assertThat(answers).hasSameSizeAs(questions);
        for (int i = 0; i < answers.size(); i++) {
            String body = questions.get(i).replace("{\"model\"", "{\"detail\":\"brief\",\"model\"");
            String single =
                    RestAssured.given()
                            .contentType("application/json")
                            .body(body)
                            .post("/v1/margin")
                            .asString();
            assertThat(answers.get(i)).isEqualTo(JSON.readTree(single));
        }
    }

    @Test
    void badLineIsAnsweredInItsPlaceAndStopsNothing() throws IOException {
        String good = question(position("BTC-PERPETUAL", 100));
        String body =
                good + "\n\n{\"model\":\n" + question(position("BTC-1JAN20", 1)) + "\n" + good;
        List<JsonNode> answers = lines(post(body));
        assertThat(answers).hasSize(4);
        assertThat(answers.get(0).get("initial").asDouble()).isPositive();
        assertThat(answers.get(1).get("line").asInt()).isEqualTo(3);
        assertThat(answers.get(1).at("/problem/status").asInt()).isEqualTo(400);
        assertThat(answers.get(2).at("/problem/status").asInt()).isEqualTo(422);
        assertThat(answers.get(3)).isEqualTo(answers.get(0));
    }

    @Test
    void accountsReadFromSharedArraysAreTheSameToTheLastBit() throws IOException {
        Random random = new Random(5);
        List<String> portfolios = new ArrayList<>();
        StringBuilder body = new StringBuilder(HEADER);
        for (int account = 0; account < 3_000; account++) {
            StringBuilder legs = new StringBuilder();
            for (int leg = random.nextInt(5); leg >= 0; leg--) {
                legs.append(legs.isEmpty() ? "" : ",")
                        .append("{\"symbol\":\"")
                        .append(SYMBOLS[random.nextInt(SYMBOLS.length)])
                        .append("\",\"quantity\":")
                        .append(random.nextInt(-50, 51) / 4.0)
                        .append('}');
            }
            portfolios.add("{\"positions\":[" + legs + "]}");
            body.append("\n{\"account\":\"a").append(account).append("\",\"positions\":[");
            body.append(legs).append("]}");
        }
        List<JsonNode> answers = lines(post(body.toString()));
        assertThat(answers).hasSize(3_001);
        assertThat(answers.get(0).at("/model/id").asText()).isEqualTo("crypto-grid");
        assertThat(answers.get(0).at("/market/id").asText()).isEqualTo("sample");
        for (int account = 0; account < 3_000; account += 97) {
            JsonNode answer = answers.get(account + 1);
            assertThat(answer.get("account").asText()).isEqualTo("a" + account);
            JsonNode single = lines(post(question(portfolios.get(account)))).getFirst();
            for (String field : List.of("initial", "maintenance", "binding", "inputHash")) {
                assertThat(answer.get(field))
                        .as("%s of %s", field, portfolios.get(account))
                        .isEqualTo(single.get(field));
            }
        }
    }

    @Test
    void accountsWithFaultsOrUnknownInstrumentsAreToldAlone() throws IOException {
        String body =
                HEADER
                        + "\n{\"account\":\"x\",\"positions\":[{\"symbol\":\"DOGE\",\"quantity\":1}]}"
                        + "\n{\"account\":\"y\",\"positions\":[{\"symbol\":\"SOL_USDC-PERPETUAL\",\"quantity\":1}]}"
                        + "\n{\"positions\":[{\"symbol\":\"BTC-PERPETUAL\",\"quantity\":1e300}]}"
                        + "\n{\"account\":\"z\",\"positions\":[{\"symbol\":\"BTC-PERPETUAL\",\"quantity\":10}]}";
        List<JsonNode> answers = lines(post(body));
        assertThat(answers).hasSize(5);
        assertThat(answers.get(1).at("/problem/errors/0/pointer").asText())
                .isEqualTo("/positions/0/symbol");
        assertThat(answers.get(2).get("account").asText()).isEqualTo("y");
        assertThat(answers.get(2).at("/problem/errors/0/reason").asText())
                .isEqualTo("UNKNOWN_UNDERLYING");
        assertThat(answers.get(3).at("/problem/errors")).hasSize(2);
        assertThat(answers.get(4).get("initial").asDouble()).isPositive();
    }

    @Test
    void runInsideTheProgramGivesWhatTheServiceAnswers() throws IOException {
        StringBuilder body = new StringBuilder(HEADER);
        for (int account = 0; account < 2_500; account++) {
            body.append("\n{\"account\":\"a").append(account).append("\",\"positions\":[");
            body.append("{\"symbol\":\"").append(SYMBOLS[account % SYMBOLS.length]);
            body.append("\",\"quantity\":").append(account % 19 - 9).append("}]}");
        }
        List<Bulk.Answered> answered = new ArrayList<>();
        Bulk.Run run = bulk.start(stream(body.toString()));
        answered.addAll(run.first());
        run.rest(answered::addAll);
        StringBuilder written = new StringBuilder();
        for (Bulk.Answered each : answered) {
            written.append(mapper.writeValueAsString(each.answer())).append('\n');
        }
        assertThat(written).hasToString(post(body.toString()).asString());
        assertThat(answered).hasSize(2_501);
        assertThat(answered.get(7).line()).isEqualTo(8);
        assertThat(new String(answered.get(7).sent(), StandardCharsets.UTF_8))
                .isEqualTo(body.toString().lines().toList().get(7));
    }

    @Test
    void linesPassedOverAreNotAnswered() throws IOException {
        String account = "{\"account\":\"%s\",\"positions\":[]}";
        String body = HEADER + "\n\n" + account.formatted("a") + "\n" + account.formatted("b");
        List<Long> lines = new ArrayList<>();
        Bulk.Run run = bulk.start(stream(body));
        assertThat(run.skip(1)).contains(3L);
        run.rest(answered -> answered.forEach(each -> lines.add(each.line())));
        assertThat(lines).containsExactly(4L);
        assertThat(bulk.start(stream(body)).skip(3)).isEmpty();
    }

    private static InputStream stream(String body) {
        return new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void headerThatCannotBeUsedRefusesTheStream() {
        Response unknown = post("{\"model\":\"nope\",\"market\":\"sample\"}\n{}");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.contentType()).contains("application/problem+json");
        assertThat(post("{\"model\":\"crypto-grid\"}\n{}").statusCode()).isEqualTo(400);
    }

    @Test
    void emptyStreamHasNoAnswer() throws IOException {
        assertThat(lines(post("\n  \n"))).isEmpty();
    }

    /// The answer to the first lines arrives while the caller still sends.
    @Test
    void answersComeWhileLinesAreStillSent() throws IOException {
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            String head =
                    "POST /v1/margin/bulk HTTP/1.1\r\nHost: localhost\r\n"
                            + "Content-Type: application/x-ndjson\r\n"
                            + "Transfer-Encoding: chunked\r\n\r\n";
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            chunk(out, HEADER + "\n");
            StringBuilder many = new StringBuilder();
            for (int i = 0; i < NdjsonLines.CHUNK_LINES; i++) {
                many.append("{\"account\":\"a\",\"positions\":[]}\n");
            }
            chunk(out, many.toString());
            BufferedReader in =
                    new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            String line = in.readLine();
            while (line != null && !line.contains("\"account\"")) line = in.readLine();
            assertThat(line).contains("\"line\":2");
            out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            while (line != null && !line.equals("0")) line = in.readLine();
        }
    }

    private static void chunk(OutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(bytes);
        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
