package hedgerow.store;

import static org.assertj.core.api.Assertions.assertThat;

import hedgerow.SharedData;
import hedgerow.market.ForwardCurve;
import hedgerow.market.ForwardQuote;
import hedgerow.market.Listings;
import hedgerow.market.Market;
import hedgerow.market.OptionQuote;
import hedgerow.market.PublishedArray;
import hedgerow.market.Reference;
import hedgerow.market.Smile;
import hedgerow.market.Underlying;
import hedgerow.market.VolSurface;
import hedgerow.portfolio.Option;
import hedgerow.portfolio.OptionRight;
import hedgerow.portfolio.Settlement;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Markets in our own JSON, read and written.
class MarketJsonTest {
    private static final MarketJson JSON =
            new MarketJson(Json.standard(Json.UnknownFields.REFUSED));
    private static final Instant AS_OF = Instant.parse("2026-01-01T08:00:00Z");
    private static final Instant JAN = Instant.parse("2026-01-31T08:00:00Z");

    @Test
    void bodyBecomesTheMarketThatItDescribes() throws IOException {
        String body =
                """
                {"asOf": "2026-01-01T09:00:00+01:00",
                 "underlyings": [
                   {"id": "BTC", "currency": "USD", "spot": "60000", "rateAnnual": 0,
                    "dividendYieldAnnual": 0.01, "perpetualMark": 60010, "fundingRate8h": "1e-4",
                    "confidence": 0.9, "perpetualConfidence": 0.8, "openInterest": "1200.5",
                    "forwards": [{"expiry": "2026-01-31T08:00:00Z", "price": 60250,
                                  "rateAnnual": 0.04, "confidence": "0.7"}],
                    "vols": [{"expiry": "2026-01-31T08:00:00Z", "strike": 66000, "vol": 0.62},
                             {"expiry": "2026-01-31T08:00:00Z", "strike": 60000, "vol": "0.60"}],
                    "quotes": [{"symbol": "BTC-31JAN26-66000-C", "mark": 0.02, "bid": 0.019},
                               {"expiry": "2026-01-31T08:00:00Z", "strike": 66000, "right": "put",
                                "settlement": "linear", "mark": 6100, "vol": 0.63, "delta": -0.8,
                                "confidence": 0.6}],
                    "arrays": [{"contract": "F1", "pnl": [1, "-2.5", 0], "value": 9, "delta": 1}]},
                   {"id": "ETH", "currency": "USD", "spot": 3000, "vol": 0.7}],
                 "fx": {"EUR/USD": 1.08}, "stablePrice": 0.999}
                """;
        Reading.Value<Market> read = value(body);
        assertThat(read.notes()).isEmpty();
        Market market = read.value();
        Underlying btc =
                new Underlying(
                        "BTC",
                        "USD",
                        new Reference(
                                60_000,
                                OptionalDouble.of(0),
                                0.01,
                                new Reference.PerpetualQuote(
                                        OptionalDouble.of(60_010),
                                        OptionalDouble.of(1e-4),
                                        OptionalDouble.of(0.8),
                                        OptionalDouble.of(1_200.5)),
                                OptionalDouble.of(0.9)),
                        new ForwardCurve(
                                new TreeMap<>(
                                        Map.of(
                                                JAN,
                                                new ForwardQuote(
                                                        60_250,
                                                        OptionalDouble.of(0.04),
                                                        OptionalDouble.of(0.7))))),
                        VolSurface.Quoted.of(
                                List.of(Smile.of(JAN, Map.of(60_000.0, 0.6, 66_000.0, 0.62)))),
                        new Listings(
                                Listings.ofChain(
                                                List.of(
                                                        quote(
                                                                        OptionRight.CALL,
                                                                        Settlement.INVERSE,
                                                                        null,
                                                                        0.02,
                                                                        0.019)
                                                                .listed(
                                                                        new OptionQuote.Listing(
                                                                                Optional.of(
                                                                                        OptionQuote
                                                                                                .Notation
                                                                                                .STANDARD),
                                                                                OptionalDouble
                                                                                        .empty(),
                                                                                OptionalDouble
                                                                                        .empty())),
                                                        quote(
                                                                OptionRight.PUT,
                                                                Settlement.LINEAR,
                                                                0.63,
                                                                6_100.0,
                                                                null)))
                                        .quotes(),
                                Map.of("F1", new PublishedArray(new double[] {1, -2.5, 0}, 9, 1))));
        Underlying eth =
                new Underlying(
                        "ETH",
                        "USD",
                        new Reference(
                                3_000, OptionalDouble.empty(), 0, Reference.PerpetualQuote.NONE),
                        ForwardCurve.NONE,
                        new VolSurface.Flat(0.7),
                        Listings.NONE);
        Market expected =
                new Market(
                        AS_OF,
                        new TreeMap<>(Map.of("BTC", btc, "ETH", eth)),
                        new TreeMap<>(Map.of("EUR/USD", 1.08)),
                        0.999);
        assertThat(market.hash()).isEqualTo(expected.hash());
    }

    @Test
    void volsThatOnlyTheQuotesShowAreTaken() throws IOException {
        String quotes =
                """
                [{"symbol": "BTC-31JAN26-50000-C", "vol": 0.71},
                 {"symbol": "BTC-31JAN26-50000-P", "vol": 0.72},
                 {"symbol": "BTC-31JAN26-70000-C", "vol": 0.63}]
                """;
        Reading.Value<Market> read = value(body("\"rateAnnual\": 0, \"quotes\": " + quotes));
        assertThat(read.notes()).containsExactly("BTC: the vols are those of the quotes");
        Smile smile =
                ((VolSurface.Quoted) read.value().underlying("BTC").orElseThrow().vols())
                        .smiles()
                        .get(JAN);
        assertThat(smile.strikes()).containsExactly(50_000, 70_000);
        assertThat(smile.vols()).containsExactly(0.72, 0.63);
        Market none = value(body("\"vols\": [], \"quotes\": " + quotes)).value();
        assertThat(((VolSurface.Quoted) none.underlying("BTC").orElseThrow().vols()).smiles())
                .isEmpty();
    }

    /// Fields of the one underlying, pointer below it, value, what is allowed.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "vol": 0.6, "vols": []                             | /vol      | 0.6  | either vol or vols, not both
                    "vol": -0.1                                        | /vol      | -0.1 | a fraction of 0 or more, at most 100
                    "vol": 60000                                       | /vol      | 60000 | a fraction of 0 or more, at most 100
                    "rateAnnual": 11                                   | /rateAnnual | 11 | a fraction from -10 to 10
                    "perpetualMark": 0                                 | /perpetualMark | 0 | a number above 0
                    "confidence": 1.1                                  | /confidence | 1.1 | a fraction from 0 to 1
                    "perpetualConfidence": -0.1                        | /perpetualConfidence | -0.1 | a fraction from 0 to 1
                    "openInterest": -1                                 | /openInterest | -1 | a number of 0 or more
                    "forwards": [{"expiry": "2026-01-31T08:00:00Z", "price": 1, "rateAnnual": 11}] | /forwards/0/rateAnnual | 11 | a fraction from -10 to 10
                    "forwards": [{"expiry": "2026-01-31T08:00:00Z", "price": 1, "confidence": 2}]  | /forwards/0/confidence | 2 | a fraction from 0 to 1
                    "forwards": [{"expiry": "2026-01-31T08:00:00Z", "price": -1}]    | /forwards/0/price | -1 | a number above 0
                    "forwards": [{"expiry": "2026-01-31T08:00:00Z", "price": 1}, {"expiry": "2026-01-31T09:00:00+01:00", "price": 2}] | /forwards/1 | 2026-01-31T08:00:00Z | one forward an expiry
                    "vols": [{"expiry": "2026-01-31T08:00:00Z", "strike": 1, "vol": 1}, {"expiry": "2026-01-31T08:00:00Z", "strike": 1.0, "vol": 2}] | /vols/1 | 1 at 2026-01-31T08:00:00Z | one vol a strike and expiry
                    "vols": [{"expiry": "2026-01-31T08:00:00Z", "strike": -1, "vol": 1}] | /vols/0/strike | -1 | a number above 0
                    "quotes": [{"symbol": "BTC-31FEB26-1-C"}]          | /quotes/0/symbol | BTC-31FEB26-1-C | a known symbol: 31FEB26 is not a day
                    "quotes": [{"symbol": "ETH-31JAN26-1-C"}]          | /quotes/0/symbol | ETH-31JAN26-1-C | an option on BTC
                    "quotes": [{"symbol": "BTC-PERPETUAL"}]            | /quotes/0/symbol | BTC-PERPETUAL | an option on BTC
                    "quotes": [{"symbol": "BTC-31JAN26-1-C", "strike": 1}] | /quotes/0/symbol | BTC-31JAN26-1-C | either symbol or expiry, strike, right, settlement
                    "quotes": [{"symbol": "BTC-31JAN26-1-C"}, {"symbol": "BTC-USD-260131-1-C"}] | /quotes/1 | 1 inverse call at 2026-01-31T08:00:00Z | each option once
                    "quotes": [{"symbol": "BTC-31JAN26-1-C", "mark": -1}] | /quotes/0/mark | -1 | a number of 0 or more
                    "quotes": [{"symbol": "BTC-31JAN26-1-C", "delta": 1e16}] | /quotes/0/delta | 10000000000000000 | a number from -1e15 to 1e15
                    "quotes": [{"symbol": "BTC-31JAN26-1-C", "confidence": 1.5}] | /quotes/0/confidence | 1.5 | a fraction from 0 to 1
                    "arrays": [{"contract": "F", "pnl": [], "value": 1, "delta": 1}] | /arrays/0/pnl | 0 items | 1 to 1000 scenarios
                    "arrays": [{"contract": "F", "pnl": [1e16], "value": 1, "delta": 1}] | /arrays/0/pnl/0 | 10000000000000000 | a number from -1e15 to 1e15
                    "arrays": [{"contract": "F", "pnl": [1], "value": 1, "delta": 1}, {"contract": "F", "pnl": [1], "value": 1, "delta": 1}] | /arrays/1 | F | each contract once
                    "spots": 1                                         | /spots | 1 | no such field
                    """)
    void fieldThatIsWrongIsNamed(String fields, String pointer, String value, String allowed)
            throws IOException {
        assertThat(faults(body(fields)))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.pointer()).isEqualTo("/underlyings/0" + pointer);
                    assertThat(fault.value()).contains(value);
                    assertThat(fault.allowed()).contains(allowed);
                });
    }

    @Test
    void faultsOfFieldsAndBetweenFieldsAreToldTogether() throws IOException {
        String body =
                """
                {"underlyings": [
                   {"id": "BTC", "currency": " ", "spot": 0, "vol": "x", "vols": 7,
                    "quotes": [{"symbol": "nothing"}, {"strike": 5, "right": "CALL"}, null]},
                   {"id": "BTC", "currency": "USD", "spot": 1, "vol": 1, "vols": []},
                   {"id": "%s", "currency": "USD", "spot": 1}],
                 "fx": {"dollar": 1, "A/B": -1}, "stablePrice": "NaN", "extra": 1}
                """
                        .formatted("x".repeat(65));
        assertThat(faults(body))
                .extracting(Fault::pointer)
                .containsExactlyInAnyOrder(
                        "/asOf",
                        "/underlyings/0/currency",
                        "/underlyings/0/spot",
                        "/underlyings/0/vol",
                        "/underlyings/0/vols",
                        "/underlyings/0/quotes/0/symbol",
                        "/underlyings/0/quotes/1/expiry",
                        "/underlyings/0/quotes/1/right",
                        "/underlyings/0/quotes/1/settlement",
                        "/underlyings/0/quotes/2",
                        "/underlyings/1",
                        "/underlyings/1/vol",
                        "/underlyings/2/id",
                        "/fx/dollar",
                        "/fx/A~1B",
                        "/stablePrice",
                        "/extra");
    }

    @Test
    void countsBeyondTheLimitsAreRefused() throws IOException {
        String underlying = "{\"id\": \"%d\", \"currency\": \"USD\", \"spot\": 1}";
        List<String> many = new ArrayList<>();
        for (int i = 0; i <= Limits.UNDERLYINGS; i++) many.add(underlying.formatted(i));
        String start = "{\"asOf\": \"2026-01-01T08:00:00Z\", \"underlyings\": [";
        assertThat(faults(start + String.join(",", many) + "]}"))
                .containsExactly(Fault.of("/underlyings", "51 items", "1 to 50 underlyings"));
        assertThat(faults(start + "]}"))
                .containsExactly(Fault.of("/underlyings", "0 items", "1 to 50 underlyings"));
        String vol = "{\"expiry\": \"2026-01-31T08:00:00Z\", \"strike\": %d, \"vol\": 1}";
        List<String> vols = new ArrayList<>();
        for (int i = 1; i <= Limits.QUOTES + 1; i++) vols.add(vol.formatted(i));
        assertThat(faults(body("\"vols\": [" + String.join(",", vols) + "]")))
                .containsExactly(
                        Fault.of("/underlyings/0/vols", "100001 items", "at most 100000 vols"));
    }

    @Test
    void writtenMarketReadsBackWithTheSameHash() throws IOException {
        long seed = 42;
        RandomGenerator random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            Market market = market(random);
            byte[] written = i % 2 == 0 ? JSON.write(market) : JSON.writeIndented(market);
            Reading<Market> read = JSON.read(new ByteArrayInputStream(written));
            assertThat(read).as("seed %d, market %d", seed, i).isInstanceOf(Reading.Value.class);
            Market back = ((Reading.Value<Market>) read).value();
            assertThat(back.hash()).as("seed %d, market %d", seed, i).isEqualTo(market.hash());
            assertThat(JSON.write(back)).isEqualTo(JSON.write(market));
        }
    }

    @Test
    void realChainReadsBackWithTheSameHash() throws IOException {
        Market chain;
        try (InputStream csv =
                Files.newInputStream(
                        SharedData.file("data/deribit/options_20260822T035045Z.csv"))) {
            chain = ((Reading.Value<Market>) OptionChainCsvReader.read(csv)).value();
        }
        Reading<Market> read = JSON.read(new ByteArrayInputStream(JSON.write(chain)));
        assertThat(((Reading.Value<Market>) read).value().hash()).isEqualTo(chain.hash());
    }

    private static Market market(RandomGenerator random) {
        List<Underlying> underlyings = new ArrayList<>();
        for (int u = 0; u <= random.nextInt(3); u++) underlyings.add(underlying("U" + u, random));
        Market market = Market.of(AS_OF.plusNanos(random.nextInt(1_000_000_000)), underlyings);
        TreeMap<String, Double> fx = new TreeMap<>();
        if (random.nextBoolean()) fx.put("EUR/USD", 1 + random.nextDouble());
        return new Market(market.asOf(), market.underlyings(), fx, 0.9 + random.nextDouble() / 5);
    }

    private static Underlying underlying(String id, RandomGenerator random) {
        double spot = Math.exp(random.nextDouble(-5, 12));
        TreeMap<Instant, ForwardQuote> forwards = new TreeMap<>();
        List<Smile> smiles = new ArrayList<>();
        List<OptionQuote> quotes = new ArrayList<>();
        for (int e = 0; e < random.nextInt(4); e++) {
            Instant expiry = AS_OF.plus(Duration.ofHours(random.nextInt(1, 20_000)));
            if (forwards.containsKey(expiry)) continue;
            double price = spot * random.nextDouble(0.9, 1.2);
            forwards.put(expiry, new ForwardQuote(price, maybe(random), maybe(random)));
            TreeMap<Double, Double> vols = new TreeMap<>();
            for (int k = 0; k <= random.nextInt(5); k++) {
                double strike = spot * random.nextDouble(0.5, 2);
                vols.put(strike, random.nextDouble(0, 2));
                var key =
                        new OptionQuote.Key(
                                expiry,
                                strike,
                                random.nextBoolean() ? OptionRight.CALL : OptionRight.PUT,
                                random.nextBoolean() ? Settlement.INVERSE : Settlement.LINEAR);
                quotes.add(
                        new OptionQuote(
                                key,
                                maybe(random),
                                maybe(random),
                                maybe(random),
                                maybe(random),
                                maybe(random),
                                maybe(random),
                                listing(key, random)));
            }
            smiles.add(Smile.of(expiry, vols));
        }
        Map<String, PublishedArray> arrays =
                random.nextBoolean()
                        ? Map.of()
                        : Map.of(
                                "F1",
                                new PublishedArray(
                                        random.doubles(16, -1e6, 1e6).toArray(),
                                        random.nextDouble(-9, 9),
                                        random.nextDouble()));
        return new Underlying(
                id,
                "USD",
                new Reference(
                        spot,
                        maybe(random),
                        random.nextDouble(-1, 1),
                        new Reference.PerpetualQuote(
                                maybe(random), maybe(random), maybe(random), maybe(random)),
                        maybe(random)),
                new ForwardCurve(forwards),
                random.nextInt(3) == 0
                        ? new VolSurface.Flat(random.nextDouble())
                        : VolSurface.Quoted.of(smiles),
                new Listings(Listings.ofChain(quotes).quotes(), arrays));
    }

    @Test
    void aQuoteTellsWhatOneContractIs() throws IOException {
        Market market =
                value(
                                body(
                                        """
                                        "quotes": [
                                          {"expiry": "2026-01-31T08:00:00Z", "strike": 60000, "right": "call",
                                           "settlement": "linear", "mark": 3000, "multiplier": 100,
                                           "exercise": "american", "openInterest": 12, "volume": 0},
                                          {"symbol": "BTC-30JAN26-66000-C", "mark": 0.01}]
                                        """))
                        .value();
        List<OptionQuote.Listing> listings =
                market.underlying("BTC").orElseThrow().listings().quotes().values().stream()
                        .map(OptionQuote::listing)
                        .toList();
        assertThat(listings)
                .containsExactlyInAnyOrder(
                        new OptionQuote.Listing(
                                Optional.of(new OptionQuote.Notation(Option.Style.AMERICAN, 100)),
                                OptionalDouble.of(12),
                                OptionalDouble.of(0)),
                        new OptionQuote.Listing(
                                Optional.of(OptionQuote.Notation.STANDARD),
                                OptionalDouble.empty(),
                                OptionalDouble.empty()));
    }

    @Test
    void anInverseOptionIsNotAmerican() throws IOException {
        String quote =
                """
                "quotes": [{"expiry": "2026-01-31T08:00:00Z", "strike": 60000, "right": "call",
                            "settlement": "inverse", "exercise": "american"}]
                """;
        assertThat(faults(body(quote)))
                .extracting(Fault::pointer)
                .containsExactly("/underlyings/0/quotes/0/exercise");
    }

    private static OptionQuote.Listing listing(OptionQuote.Key key, RandomGenerator random) {
        boolean american = key.settlement() == Settlement.LINEAR && random.nextBoolean();
        Option.Style style = american ? Option.Style.AMERICAN : Option.Style.EUROPEAN;
        OptionQuote.Notation notation = new OptionQuote.Notation(style, random.nextInt(1, 100));
        return new OptionQuote.Listing(
                random.nextBoolean() ? Optional.of(notation) : Optional.empty(),
                maybe(random),
                maybe(random));
    }

    private static OptionalDouble maybe(RandomGenerator random) {
        return random.nextBoolean()
                ? OptionalDouble.empty()
                : OptionalDouble.of(1 - random.nextDouble());
    }

    private static OptionQuote quote(
            OptionRight right, Settlement settlement, Double vol, Double mark, Double bid) {
        boolean put = right == OptionRight.PUT;
        return new OptionQuote(
                new OptionQuote.Key(JAN, 66_000, right, settlement),
                vol == null ? OptionalDouble.empty() : OptionalDouble.of(vol),
                OptionalDouble.of(mark),
                bid == null ? OptionalDouble.empty() : OptionalDouble.of(bid),
                OptionalDouble.empty(),
                put ? OptionalDouble.of(-0.8) : OptionalDouble.empty(),
                put ? OptionalDouble.of(0.6) : OptionalDouble.empty());
    }

    private static String body(String fields) {
        return """
        {"asOf": "2026-01-01T08:00:00Z",
         "underlyings": [{"id": "BTC", "currency": "USD", "spot": 60000, %s}]}
        """
                .formatted(fields);
    }

    private static Reading.Value<Market> value(String body) throws IOException {
        Reading<Market> read = JSON.read(stream(body));
        assertThat(read).isInstanceOf(Reading.Value.class);
        return (Reading.Value<Market>) read;
    }

    private static List<Fault> faults(String body) throws IOException {
        Reading<Market> read = JSON.read(stream(body));
        assertThat(read).isInstanceOf(Reading.Refused.class);
        return ((Reading.Refused<Market>) read).faults();
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
