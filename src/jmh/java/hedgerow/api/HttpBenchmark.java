package hedgerow.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How fast the packaged service answers over HTTP, against its own echo, and a stream against
/// single posts: `HttpBenchmark script`, with the script that starts a service that has the echo.
///
/// The service runs in a process of its own. One connection, kept alive, asks one thing after
/// another, so that rates are rates of one core or little more; a stream is read over all cores.
/// Rivals take turns in short windows, and the best window of each counts, since others only tell
/// what else the machine was doing. The rate is not judged here.
public final class HttpBenchmark {
    private static final int HEDGE_LEGS = 20;
    private static final int LEGS = 100;
    private static final int ACCOUNTS = 4_096;
    private static final int ACCOUNT_LEGS = 20;
    private static final int HEDGE_WINDOWS = 60;
    private static final int ACCOUNT_WINDOWS = 20;
    private static final long WINDOW_NANOS = 400_000_000;

    private HttpBenchmark() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> symbols = symbols();
        try (PackagedService service = new PackagedService(Path.of(arguments[0]))) {
            hedges(service, symbols);
            accounts(service, symbols);
        }
    }

    private static void hedges(PackagedService service, List<String> symbols) throws IOException {
        String hedge = hedge(symbols);
        double[] best = new double[2];
        try (Connection connection = service.connect()) {
            byte[] echo = post("/bench/echo", "application/json", hedge);
            byte[] asked = post("/v1/margin/hedge", "application/json", hedge);
            require(connection.answer(echo).contains("\"positions\""), "no echo");
            require(connection.answer(asked).contains("\"saved\""), "no answer to a hedge");
            for (int i = 0; i < HEDGE_WINDOWS; i++) {
                best[0] = Math.max(best[0], rate(connection, echo));
                best[1] = Math.max(best[1], rate(connection, asked));
            }
        }
        say("| 100 legs, one connection | a second | of echo |%n|---|---|---|");
        say("| echo | %.0f | 1 |", best[0]);
        say("| hedge in brief | %.0f | %.2f |%n", best[1], best[1] / best[0]);
    }

    private static void require(boolean holds, String otherwise) throws IOException {
        if (!holds) throw new IOException("the service gave " + otherwise);
    }

    private static void accounts(PackagedService service, List<String> symbols) throws IOException {
        double single = 0;
        double bulk = 0;
        try (Connection connection = service.connect()) {
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
            require(connection.answer(one).contains("\"initial\""), "no margin");
            long lines = connection.answer(many).lines().count();
            require(lines == ACCOUNTS + 1L, "a stream of " + lines + " lines");
            for (int i = 0; i < ACCOUNT_WINDOWS; i++) {
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

    private static byte[] post(String path, String type, String body) {
        return Connection.request("POST " + path, type, body);
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
}
