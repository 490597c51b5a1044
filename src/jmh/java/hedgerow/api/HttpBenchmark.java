package hedgerow.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// How fast the packaged service answers over HTTP, against its own echo, and a stream against
/// single posts: `HttpBenchmark script`, with the script that starts a service that has the echo.
///
/// The service runs in a process of its own. One connection, kept alive, asks one thing after
/// another, so that rates are rates of one core or little more; a stream is read over all cores.
/// Once both rivals are compiled they take turns in short windows, of which medians count: of the
/// rates, and of the ratios of windows that stand beside each other, since whatever else the
/// machine does then slows both. The rate is not judged here.
public final class HttpBenchmark {
    private static final int HEDGE_LEGS = 20;
    private static final int LEGS = 100;
    private static final int ACCOUNTS = 4_096;
    private static final int ACCOUNT_LEGS = 20;
    private static final int WARM_UP = 20_000;
    private static final int WARM_UP_STREAMS = 20;
    private static final int WINDOWS = 60;
    private static final long WINDOW_NANOS = 200_000_000;

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
        try (Connection connection = service.connect()) {
            byte[] echo = post("/bench/echo", "application/json", hedge);
            byte[] asked = post("/v1/margin/hedge", "application/json", hedge);
            require(connection.answer(echo).contains("\"positions\""), "no echo");
            require(connection.answer(asked).contains("\"saved\""), "no answer to a hedge");
            for (int i = 0; i < WARM_UP; i++) {
                connection.answer(echo);
                connection.answer(asked);
            }
            say("| 100 legs, one connection | a second | of echo |%n|---|---|---|");
            compare(
                    new Rival("echo", () -> rate(connection, echo)),
                    new Rival("hedge in brief", () -> rate(connection, asked)));
        }
    }

    private static void accounts(PackagedService service, List<String> symbols) throws IOException {
        try (Connection connection = service.connect()) {
            String account =
                    "{\"model\":\"crypto-grid\",\"market\":\"sample\",\"detail\":\"brief\","
                            + "\"portfolio\":{\"positions\":"
                            + legs(symbols, 0, ACCOUNT_LEGS)
                            + "}}";
            byte[] one = post("/v1/margin", "application/json", account);
            byte[] many = post("/v1/margin/bulk", "application/x-ndjson", stream(symbols));
            require(connection.answer(one).contains("\"initial\""), "no margin");
            long lines = connection.answer(many).lines().count();
            require(lines == ACCOUNTS + 1L, "a stream of " + lines + " lines");
            for (int i = 0; i < WARM_UP; i++) connection.answer(one);
            for (int i = 0; i < WARM_UP_STREAMS; i++) connection.answer(many);
            say(
                    "| accounts of %d legs | a second | of single posts |%n|---|---|---|",
                    ACCOUNT_LEGS);
            compare(
                    new Rival("single posts in brief", () -> rate(connection, one)),
                    new Rival("one stream of " + ACCOUNTS, () -> streamRate(connection, many)));
        }
    }

    private static void require(boolean holds, String otherwise) throws IOException {
        if (!holds) throw new IOException("the service gave " + otherwise);
    }

    private record Rival(String name, Window window) {}

    /// One window of a rival.
    private interface Window {
        double perSecond() throws IOException;
    }

    private static void compare(Rival first, Rival second) throws IOException {
        double[] firsts = new double[WINDOWS];
        double[] seconds = new double[WINDOWS];
        double[] ratios = new double[WINDOWS];
        for (int i = 0; i < WINDOWS; i++) {
            firsts[i] = first.window().perSecond();
            seconds[i] = second.window().perSecond();
            ratios[i] = seconds[i] / firsts[i];
        }
        say("| %s | %.0f | 1 |", first.name(), median(firsts));
        say("| %s | %.0f | %.2f |%n", second.name(), median(seconds), median(ratios));
    }

    private static double median(double[] windows) {
        double[] sorted = windows.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
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

    private static double streamRate(Connection connection, byte[] stream) throws IOException {
        long from = System.nanoTime();
        connection.answer(stream);
        return ACCOUNTS * 1e9 / (System.nanoTime() - from);
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
