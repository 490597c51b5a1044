package hedgerow.api;

import static hedgerow.api.BadInputTest.assertProblem;
import static hedgerow.api.Bodies.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/// More than the service takes is turned away, with the limit named.
@QuarkusTest
class TooMuchTest {
    private static final String LEG = "{\"symbol\": \"BTC-PERPETUAL\", \"quantity\": 1}";
    private static final int MEGABYTE = 1024 * 1024;

    @TestHTTPResource("/v1/margin")
    URI margin;

    @Inject Capacity capacity;

    @ConfigProperty(name = "hedgerow.requests-at-once")
    int mostAtOnce;

    private static String legs(int count) {
        return IntStream.range(0, count).mapToObj(_ -> LEG).collect(Collectors.joining(","));
    }

    private static String body(String positions, String rest) {
        return """
        {"model": "crypto-grid", "detail": "brief", "market": %s, "portfolio": {"positions": [%s]%s}
        """
                .formatted(Bodies.MARKET, positions, rest);
    }

    @Test
    void aHundredThousandLegsAreTooMany() {
        assertProblem(
                post("/v1/margin", body(legs(100_000), "}")),
                413,
                List.of("/portfolio/positions"),
                "100000 items, at most 5000");
    }

    @Test
    void theLimitItselfIsAllowed() {
        assertThat(post("/v1/margin", body(legs(5_000), "}")).statusCode()).isEqualTo(200);
        assertProblem(
                post("/v1/margin", body(legs(5_001), "}")),
                413,
                List.of("/portfolio/positions"),
                "at most 5000");
    }

    @Test
    void ordersCountWithPositions() {
        String order = "{\"symbol\": \"BTC-PERPETUAL\", \"quantity\": 1, \"limitPrice\": 60000}";
        assertProblem(
                post(
                        "/v1/margin",
                        body(legs(4_999), ", \"orders\": [" + order + "," + order + "]}")),
                413,
                List.of("/portfolio/orders"),
                "at most 1");
    }

    @Test
    void aHedgeHasFewerLegs() {
        String hedge = ", \"hedge\": {\"positions\": [" + legs(501) + "]}}";
        assertProblem(
                post("/v1/margin/hedge", body("", "}" + hedge)),
                413,
                List.of("/hedge/positions"),
                "at most 500");
    }

    @Test
    void aBodyOfFiftyMegabytesIsTurnedAwayByItsStatedLength() throws Exception {
        assertTooLarge(send(HttpRequest.BodyPublishers.ofByteArray(blanks(50 * MEGABYTE))));
    }

    @Test
    void aBodyOfFiftyMegabytesWithoutAStatedLengthIsTurnedAwayAsItComes() throws Exception {
        assertTooLarge(
                send(HttpRequest.BodyPublishers.ofInputStream(() -> new Blanks(50 * MEGABYTE))));
    }

    private static void assertTooLarge(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(413);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("application/problem+json");
        assertThat(response.body()).contains("/problems/too-large", "16 MB");
    }

    private HttpResponse<String> send(BodyPublisher body) throws IOException, InterruptedException {
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            HttpRequest request =
                    HttpRequest.newBuilder(margin)
                            .header("Content-Type", "application/json")
                            .POST(body)
                            .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private static byte[] blanks(int size) {
        byte[] blanks = new byte[size];
        Arrays.fill(blanks, (byte) ' ');
        return blanks;
    }

    /// So many blanks, without saying how many.
    private static final class Blanks extends InputStream {
        private int left;

        Blanks(int size) {
            left = size;
        }

        @Override
        public int read() {
            return left-- > 0 ? ' ' : -1;
        }
    }

    @Test
    void oneMoreThanAreComputedAtOnceIsToldToComeBack() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        CountDownLatch running = new CountDownLatch(mostAtOnce);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> computing =
                    IntStream.range(0, mostAtOnce)
                            .mapToObj(_ -> threads.submit(() -> compute(running, end)))
                            .toList();
            running.await();
            var response = post("/v1/margin", body(LEG, "}"));
            end.countDown();
            assertProblem(response, 503, List.of(), mostAtOnce + " requests");
            assertThat(response.header("Retry-After")).isEqualTo("1");
            for (Future<Boolean> answer : computing) assertThat(answer.get()).isTrue();
        }
        assertThat(post("/v1/margin", body(LEG, "}")).statusCode()).isEqualTo(200);
    }

    private boolean compute(CountDownLatch running, CountDownLatch end) {
        return capacity.compute(() -> {
            running.countDown();
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
            return true;
        });
    }
}
