package hedgerow.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// How fast the service answers over HTTP, against its own echo, and a stream against single posts;
/// `bin/bench http` runs it.
///
/// One connection, kept alive, asks one thing after another, so that rates are rates of one core or
/// little more; a stream is read over all cores. Rivals take turns in short windows, and the best
/// window of each counts, since others only tell what else the machine was doing. The rate is not
/// judged here.
@QuarkusTest
@EnabledIfSystemProperty(named = "hedgerow.bench", matches = "http")
class HttpBenchmark {
    private static final int HEDGE_LEGS = 20;
    private static final int LEGS = 100;
    private static final int ACCOUNTS = 4_096;
    private static final int ACCOUNT_LEGS = 20;
    private static final int WINDOWS = 40;
    private static final long WINDOW_NANOS = 400_000_000;

    @TestHTTPResource("/")
    URL url;

    @Test
    void rates() throws IOException {
        List<String> symbols = symbols();
        String hedge = hedge(symbols);
        double[] best = new double[2];
        try (Connection connection = new Connection(url)) {
            byte[] echo = post("/bench/echo", "application/json", hedge);
            byte[] asked = post("/v1/margin/hedge", "application/json", hedge);
            assertThat(connection.answer(echo)).contains("\"positions\"");
            assertThat(connection.answer(asked)).contains("\"saved\"");
            for (int i = 0; i < WINDOWS; i++) {
                best[0] = Math.max(best[0], rate(connection, echo));
                best[1] = Math.max(best[1], rate(connection, asked));
            }
        }
        say("| 100 legs, one connection | a second | of echo |%n|---|---|---|");
        say("| echo | %.0f | 1 |", best[0]);
        say("| hedge in brief | %.0f | %.2f |%n", best[1], best[1] / best[0]);
        accounts(symbols);
    }

    private void accounts(List<String> symbols) throws IOException {
        double single = 0;
        double bulk = 0;
        try (Connection connection = new Connection(url)) {
            String portfolio = "{\"positions\":" + legs(symbols, 0, ACCOUNT_LEGS) + "}";
            byte[] one =
                    post(
                            "/v1/margin",
                            "application/json",
                            "{\"model\":\"crypto-grid\",\"market\":\"sample\",\"detail\":\"brief\","
                                    + "\"portfolio\":"
                                    + portfolio
                                    + "}");
            byte[] many = post("/v1/margin/bulk", "application/x-ndjson", stream(symbols));
            assertThat(connection.answer(one)).contains("\"initial\"");
            assertThat(connection.answer(many).lines().count()).isEqualTo(ACCOUNTS + 1L);
            for (int i = 0; i < WINDOWS; i++) {
                single = Math.max(single, rate(connection, one));
                long from = System.nanoTime();
                connection.answer(many);
                bulk = Math.max(bulk, ACCOUNTS * 1e9 / (System.nanoTime() - from));
            }
        }
        say("| accounts of %d legs | a second | of single posts |%n|---|---|---|", ACCOUNT_LEGS);
        say("| single posts in brief, one connection | %.0f | 1 |", single);
        say("| bulk, one stream of %d | %.0f | %.1f |%n", ACCOUNTS, bulk, bulk / single);
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }

    private static double rate(Connection connection, byte[] request) throws IOException {
        long from = System.nanoTime();
        long until = from;
        int count = 0;
        for (; until - from < WINDOW_NANOS; until = System.nanoTime(), count++) {
            connection.answer(request);
        }
        return count * 1e9 / (until - from);
    }

    private static List<String> symbols() throws IOException {
        List<String> symbols = new ArrayList<>();
        Path sample = Path.of("src/main/resources/samples/market.json");
        JsonNode market = new ObjectMapper().readTree(Files.readAllBytes(sample));
        for (JsonNode quote : market.at("/underlyings/0/quotes")) {
            symbols.add(quote.get("symbol").asText());
        }
        return symbols;
    }

    private static String legs(List<String> symbols, int from, int count) {
        StringBuilder legs = new StringBuilder("[");
        for (int leg = from; leg < from + count; leg++) {
            legs.append(leg == from ? "" : ",")
                    .append("{\"symbol\":\"")
                    .append(symbols.get(leg * 7 % symbols.size()))
                    .append("\",\"quantity\":")
                    .append(leg % 2 == 0 ? leg + 1 : -leg)
                    .append('}');
        }
        return legs.append(']').toString();
    }

    private static String hedge(List<String> symbols) {
        return "{\"model\":\"crypto-grid\",\"market\":\"sample\",\"detail\":\"brief\","
                + "\"portfolio\":{\"positions\":"
                + legs(symbols, 0, LEGS - HEDGE_LEGS)
                + "},\"hedge\":{\"positions\":"
                + legs(symbols, LEGS - HEDGE_LEGS, HEDGE_LEGS)
                + "}}";
    }

    private static String stream(List<String> symbols) {
        StringBuilder lines =
                new StringBuilder("{\"model\":\"crypto-grid\",\"market\":\"sample\"}");
        for (int account = 0; account < ACCOUNTS; account++) {
            lines.append("\n{\"account\":\"").append(account).append("\",\"positions\":");
            lines.append(legs(symbols, account % 50, ACCOUNT_LEGS)).append('}');
        }
        return lines.toString();
    }

    private byte[] post(String path, String type, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String head =
                "POST %s HTTP/1.1\r\nHost: %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
                        .formatted(path, url.getHost(), type, bytes.length);
        return (head + body).getBytes(StandardCharsets.UTF_8);
    }

    /// As little of a client as will do: it takes almost nothing of the machine.
    private static final class Connection implements AutoCloseable {
        private final Socket socket;
        private final OutputStream out;
        private final InputStream in;

        Connection(URL url) throws IOException {
            socket = new Socket(url.getHost(), url.getPort());
            socket.setTcpNoDelay(true);
            out = socket.getOutputStream();
            in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        }

        /// Sends a request and reads the body of its answer.
        String answer(byte[] request) throws IOException {
            if (request.length < 1 << 16) {
                out.write(request);
            } else {
                Thread.ofVirtual().start(() -> writeAll(request));
            }
            String status = line();
            int length = -1;
            for (String header = line(); !header.isEmpty(); header = line()) {
                String[] parts = header.toLowerCase(Locale.ROOT).split(": *", 2);
                if (parts[0].equals("content-length")) length = Integer.parseInt(parts[1]);
            }
            byte[] body = length >= 0 ? in.readNBytes(length) : chunks();
            String text = new String(body, StandardCharsets.UTF_8);
            if (!status.contains(" 200 ")) throw new IOException(status + ": " + text);
            return text;
        }

        private void writeAll(byte[] request) {
            try {
                out.write(request);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private byte[] chunks() throws IOException {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            for (int size = chunkSize(); size > 0; size = chunkSize()) {
                body.write(in.readNBytes(size));
                line();
            }
            line();
            return body.toByteArray();
        }

        private int chunkSize() throws IOException {
            return Integer.parseInt(line(), 16);
        }

        private String line() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int b = in.read(); b != '\n'; b = in.read()) {
                if (b < 0) throw new IOException("the connection was closed");
                if (b != '\r') line.append((char) b);
            }
            return line.toString();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
