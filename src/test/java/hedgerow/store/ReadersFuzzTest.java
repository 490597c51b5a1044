package hedgerow.store;

import static org.assertj.core.api.Assertions.assertThat;

import hedgerow.market.Market;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Files and bodies that are broken in thousands of ways: each is read whole or refused with a
/// reason, and nothing else ever happens.
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ReadersFuzzTest {
    private static final int MUTATIONS = 3_000;
    private static final MarketJson OURS =
            new MarketJson(Json.standard(Json.UnknownFields.REFUSED));
    private static final Json TOLERANT = Json.standard(Json.UnknownFields.IGNORED);

    private static final List<String> SPLINTERS =
            List.of(
                    "NaN",
                    "-Infinity",
                    "1e400",
                    "-1",
                    "0",
                    "1e-400",
                    "null",
                    "true",
                    "{",
                    "}",
                    "[",
                    "]",
                    ",",
                    ":",
                    "\"",
                    "\\u0000",
                    "\\",
                    "\n",
                    "\r",
                    "\0",
                    "é",
                    "💧",
                    "{}",
                    "[]",
                    "\"x\"",
                    "2026-02-30T08:00:00Z",
                    "9999999999999999999999",
                    "BTC-",
                    "-C",
                    "_",
                    "\"vol\": 1,",
                    "\"asOf\"",
                    "\"result\": [],",
                    ",,,,",
                    "0x10",
                    "1,000",
                    "/*");

    @FunctionalInterface
    private interface Reader {
        Reading<Market> read(InputStream in) throws IOException;
    }

    @Test
    void optionChainCsv() throws IOException {
        fuzz(1, resource("chain.csv"), OptionChainCsvReader::read);
    }

    @Test
    void deribitBookSummaries() throws IOException {
        ByteArrayOutputStream bodies = new ByteArrayOutputStream();
        bodies.writeBytes(resource("options.json"));
        bodies.writeBytes(resource("futures.json"));
        fuzz(2, bodies.toByteArray(), in -> DeribitBookSummaryReader.read(TOLERANT, in));
    }

    @Test
    void ownMarketJson() throws IOException {
        String body =
                """
                {"asOf": "2026-01-01T09:00:00+01:00",
                 "underlyings": [
                   {"id": "BTC", "currency": "USD", "spot": "60000", "rateAnnual": 0,
                    "perpetualMark": 60010, "fundingRate8h": "1e-4", "confidence": 0.9,
                    "openInterest": 10.5, "perpetualConfidence": 0.8,
                    "forwards": [{"expiry": "2026-01-31T08:00:00Z", "price": 60250,
                                  "rateAnnual": 0.04, "confidence": 0.7}],
                    "vols": [{"expiry": "2026-01-31T08:00:00Z", "strike": 66000, "vol": 0.62}],
                    "quotes": [{"symbol": "BTC-31JAN26-66000-C", "mark": 0.02, "bid": 0.019},
                               {"expiry": "2026-01-31T08:00:00Z", "strike": 66000, "right": "put",
                                "settlement": "linear", "mark": 6100, "vol": 0.63, "delta": -0.8}],
                    "arrays": [{"contract": "F1", "pnl": [1, "-2.5", 0], "value": 9, "delta": 1}]},
                   {"id": "ETH", "currency": "USD", "spot": 3000, "vol": 0.7}],
                 "fx": {"EUR/USD": 1.08}, "stablePrice": 0.999}
                """;
        fuzz(3, body.getBytes(StandardCharsets.UTF_8), OURS::read);
    }

    private static void fuzz(long seed, byte[] whole, Reader reader) throws IOException {
        RandomGenerator random = new Random(seed);
        int read = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] mutant = mutate(whole, random);
            String name = "seed " + seed + ", mutant " + i + ":\n" + text(mutant);
            switch (reading(reader, mutant, name)) {
                case Reading.Value<Market>(Market market, _) -> {
                    assertWhole(market, name);
                    read++;
                }
                case Reading.Refused<Market>(List<Fault> faults) ->
                        assertThat(faults)
                                .as(name)
                                .isNotEmpty()
                                .hasSizeLessThanOrEqualTo(Faults.MOST + 1)
                                .allMatch(fault -> !fault.allowed().isBlank());
            }
        }
        assertThat(read).as("seed %d: some mutants are sound", seed).isPositive();
        assertThat(read).as("seed %d: most mutants are not", seed).isLessThan(MUTATIONS);
    }

    private static Reading<Market> reading(Reader reader, byte[] mutant, String name) {
        try {
            return reader.read(new ByteArrayInputStream(mutant));
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new AssertionError(name, e);
        }
    }

    /// What was read can be written and read again.
    private static void assertWhole(Market market, String name) throws IOException {
        Reading<Market> again = OURS.read(new ByteArrayInputStream(OURS.write(market)));
        assertThat(again).as(name).isInstanceOf(Reading.Value.class);
        assertThat(((Reading.Value<Market>) again).value().hash())
                .as(name)
                .isEqualTo(market.hash());
    }

    private static byte[] mutate(byte[] whole, RandomGenerator random) {
        byte[] mutant = whole;
        for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
            int from = random.nextInt(mutant.length + 1);
            int to = Math.min(mutant.length, from + random.nextInt(1 + random.nextInt(60)));
            mutant =
                    switch (random.nextInt(7)) {
                        case 0 -> splice(mutant, from, to, new byte[0]);
                        case 1 -> splice(mutant, from, from, Arrays.copyOfRange(mutant, from, to));
                        case 2 -> Arrays.copyOf(mutant, from);
                        case 3 -> splice(mutant, from, to, bytes(random));
                        default -> splice(mutant, from, Math.min(to, from + 2), splinter(random));
                    };
        }
        return mutant;
    }

    private static byte[] splinter(RandomGenerator random) {
        String splinter = SPLINTERS.get(random.nextInt(SPLINTERS.size()));
        return splinter.repeat(random.nextInt(50) == 0 ? 2_000 : 1)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(RandomGenerator random) {
        byte[] bytes = new byte[random.nextInt(4)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] splice(byte[] whole, int from, int to, byte[] middle) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(whole, 0, from);
        out.writeBytes(middle);
        out.write(whole, to, whole.length - to);
        return out.toByteArray();
    }

    private static String text(byte[] mutant) {
        String text = new String(mutant, StandardCharsets.UTF_8);
        return text.length() < 10_000 ? text : text.substring(0, 10_000) + "...";
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = ReadersFuzzTest.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }
}
