package hedgerow.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hedgerow.market.Market;
import hedgerow.market.OptionQuote;
import hedgerow.market.Underlying;
import hedgerow.market.VolSurface;
import hedgerow.portfolio.OptionRight;
import hedgerow.portfolio.Settlement;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Option chains as CSV.
class OptionChainCsvReaderTest {
    private static final Instant JAN = Instant.parse("2026-01-30T08:00:00Z");
    private static final Instant MAR = Instant.parse("2026-03-27T08:00:00Z");
    private static final String HEADER =
            "timestamp,instrument_name,mark_price,implied_volatility,index_price,strike,expiry_datetime\n";
    private static final String LINE =
            "2026-01-01T08:00:00Z,BTC-30JAN26-60000-C,0.05,0.6,60000,60000,2026-01-30T08:00:00Z\n";

    @Test
    void figuresOfTheFileBecomeTheMarket() throws IOException {
        Market market = value(fixture()).value();
        assertThat(market.asOf()).isEqualTo(Instant.parse("2026-01-01T08:00:00.250Z"));
        assertThat(market.underlyings().keySet()).containsExactly("BTC", "ETH");
        Underlying btc = market.underlying("BTC").orElseThrow();
        assertThat(btc.spot()).isEqualTo(60_010);
        assertThat(btc.currency()).isEqualTo("USD");
        assertThat(btc.reference().rateAnnual()).hasValue(0);
        double low = 55_000 / (1 - (0.105 - 0.025));
        double high = 65_000 / (1 - (0.021 - 0.104));
        assertThat(btc.forwards().listed().get(JAN).price())
                .isCloseTo((low + high) / 2, within(1e-9));
        assertThat(btc.forwards().listed().get(MAR).price()).isEqualTo(61_000);
        assertThat(btc.vols())
                .isInstanceOfSatisfying(
                        VolSurface.Quoted.class,
                        vols -> {
                            assertThat(vols.smiles().get(JAN).strikes())
                                    .containsExactly(55_000, 65_000);
                            assertThat(vols.smiles().get(JAN).vols()).containsExactly(0.62, 0.6);
                            assertThat(vols.smiles().get(MAR).strikes())
                                    .containsExactly(70_000, 90_000);
                        });
        Underlying eth = market.underlying("ETH").orElseThrow();
        assertThat(eth.forwards().listed().get(JAN).price()).isEqualTo(3_010);
    }

    @Test
    void quotesAreKeptAsPrinted() throws IOException {
        Underlying btc = value(fixture()).value().underlying("BTC").orElseThrow();
        var key = new OptionQuote.Key(JAN, 55_000, OptionRight.PUT, Settlement.INVERSE);
        assertThat(btc.listings().quote(key))
                .contains(
                        new OptionQuote(
                                        key,
                                        OptionalDouble.of(0.62),
                                        OptionalDouble.of(0.025),
                                        OptionalDouble.empty(),
                                        OptionalDouble.of(0.02))
                                .listed(
                                        new OptionQuote.Listing(
                                                Optional.of(OptionQuote.Notation.STANDARD),
                                                OptionalDouble.empty(),
                                                OptionalDouble.empty())));
    }

    @Test
    void openInterestAndVolumeAreRead() throws IOException {
        String header = HEADER.strip() + ",open_interest,volume\n";
        String line = "2026-01-01T08:00:00Z,BTC-30JAN26-60000-C,0.05,0.6,60000,60000,,12.5,0\n";
        Underlying btc =
                value(
                                OptionChainCsvReader.read(
                                        new ByteArrayInputStream(
                                                (header + line).getBytes(StandardCharsets.UTF_8))))
                        .value()
                        .underlying("BTC")
                        .orElseThrow();
        var key = new OptionQuote.Key(JAN, 60_000, OptionRight.CALL, Settlement.INVERSE);
        assertThat(btc.listings().quote(key).orElseThrow().listing())
                .isEqualTo(
                        new OptionQuote.Listing(
                                Optional.of(OptionQuote.Notation.STANDARD),
                                OptionalDouble.of(12.5),
                                OptionalDouble.of(0)));
    }

    @Test
    void whatIsLeftOutIsTold() throws IOException {
        List<String> notes = value(fixture()).notes();
        assertThat(notes)
                .anySatisfy(n -> assertThat(n).contains("BTC: 1 line had expired"))
                .anySatisfy(n ->
                        assertThat(n).contains("BTC: the vol of 1 strike is implied from the mark"))
                .anySatisfy(n -> assertThat(n).contains("the forward of 2026-03-27T08:00:00Z is"))
                .anySatisfy(n -> assertThat(n).startsWith("FROB-1JAN26 is left out: Deribit's"))
                .anySatisfy(
                        n -> assertThat(n).startsWith("BTC-30JAN26 is left out: it is no option"))
                .anySatisfy(n -> assertThat(n).contains("from 2025-12-31T08:00:00.250Z to"))
                .hasSize(6);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    2026-01-01T08:00:00Z,BTC-30JAN26-60000-C,abc,0.6,60000,60000,2026-01-30T08:00:00Z        | mark_price         | abc        | a number from 0 to 1000000000000000, or nothing
                    2026-01-01T08:00:00Z,BTC-30JAN26-60000-C,-1,0.6,60000,60000,2026-01-30T08:00:00Z         | mark_price         | -1         | a number from 0
                    2026-01-01T08:00:00Z,BTC-30JAN26-60000-C,NaN,0.6,60000,60000,2026-01-30T08:00:00Z        | mark_price         | NaN        | a number from 0
                    2026-01-01T08:00:00Z,BTC-30JAN26-60000-C,1e400,0.6,60000,60000,2026-01-30T08:00:00Z      | mark_price         | 1e400      | a number from 0
                    2026-01-01T08:00:00Z,BTC-30JAN26-60000-C,0x1p3,0.6,60000,60000,2026-01-30T08:00:00Z      | mark_price         | 0x1p3      | a number from 0
                    2026-01-01T08:00:00Z,BTC-30JAN26-60000-C,0.05,101,60000,60000,2026-01-30T08:00:00Z       | implied_volatility | 101        | a number from 0 to 100
                    2026-01-01T08:00:00Z,BTC-30JAN26-60000-C,0.05,0.6,0,60000,2026-01-30T08:00:00Z           | index_price        | 0          | a number above 0
                    2026-01-01T08:00:00Z,BTC-30JAN26-60000-C,0.05,0.6,60000,61000,2026-01-30T08:00:00Z       | strike             | 61000      | 60000, as instrument_name says
                    2026-01-01T08:00:00Z,BTC-30JAN26-60000-C,0.05,0.6,60000,60000,2026-01-30T09:00:00Z       | expiry_datetime    | 2026-01-30T09:00:00Z | 2026-01-30T08:00:00Z, as instrument_name says
                    yesterday,BTC-30JAN26-60000-C,0.05,0.6,60000,60000,2026-01-30T08:00:00Z                  | timestamp          | yesterday  | an instant
                    2026-01-01T08:00:00,BTC-30JAN26-60000-C,0.05,0.6,60000,60000,2026-01-30T08:00:00Z        | timestamp          | 2026-01-01T08:00:00 | an instant
                    2026-01-01T08:00:00Z,BTC-30JAN26-50000-C,0.05,0.6,60000,,                                | instrument_name    | BTC-30JAN26-50000-C | each option once
                    """)
    void fieldThatIsWrongIsNamedWithItsLine(
            String line, String column, String value, String allowed) throws IOException {
        String once = LINE.replace("60000-C", "50000-C").replace("60000,2026", "50000,2026");
        assertThat(faults(HEADER + once + line))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.pointer()).isEqualTo("line 3, column " + column);
                    assertThat(fault.value()).contains(value);
                    assertThat(fault.allowed()).contains(allowed);
                });
    }

    @Test
    void everyFaultIsToldAtOnce() throws IOException {
        String bad = "then,BTC-30JAN26-50000-P,x,y,z,0,never\n";
        assertThat(faults(HEADER + LINE + bad + "a,b\n" + bad.replace("-P", "-C")))
                .extracting(Fault::pointer)
                .containsExactlyInAnyOrder(
                        "line 3, column timestamp",
                        "line 3, column mark_price",
                        "line 3, column implied_volatility",
                        "line 3, column index_price",
                        "line 3, column strike",
                        "line 3, column expiry_datetime",
                        "line 4",
                        "line 5, column timestamp",
                        "line 5, column mark_price",
                        "line 5, column implied_volatility",
                        "line 5, column index_price",
                        "line 5, column strike",
                        "line 5, column expiry_datetime");
    }

    @Test
    void fieldsTooFewOrTooManyAreAFault() throws IOException {
        assertThat(faults(HEADER + LINE + "x,y\n"))
                .containsExactly(Fault.of("line 3", "2 fields", "7 fields"));
    }

    @Test
    void columnsThatAreMissingOrDoubledAreNamed() throws IOException {
        assertThat(faults("timestamp,mark_price,mark_price\n1,2,3\n"))
                .extracting(Fault::pointer)
                .containsExactly(
                        "line 1, column mark_price",
                        "line 1, column instrument_name",
                        "line 1, column implied_volatility",
                        "line 1, column index_price");
    }

    @Test
    void fileWithoutAKnownLineIsRefused() throws IOException {
        assertThat(faults("")).extracting(Fault::pointer).containsExactly("line 1");
        assertThat(faults(HEADER))
                .extracting(Fault::allowed)
                .containsExactly("at least one line of a known instrument");
        assertThat(faults(HEADER + LINE.replace("BTC-", "FROB-")))
                .singleElement()
                .satisfies(f -> assertThat(f.allowed()).contains("FROB-30JAN26-60000-C"));
    }

    @Test
    void underlyingWithoutAnIndexPriceIsRefused() throws IOException {
        assertThat(faults(HEADER + LINE.replace(",60000,60000,", ",,60000,")))
                .containsExactly(
                        new Fault("", Optional.empty(), "an index price of BTC on some line"));
    }

    @Test
    void everyUnderlyingWithoutAnIndexPriceIsTold() throws IOException {
        String line = LINE.replace(",60000,60000,", ",,60000,");
        assertThat(faults(HEADER + line + line.replace("BTC", "ETH")))
                .extracting(Fault::allowed)
                .containsExactly(
                        "an index price of BTC on some line", "an index price of ETH on some line");
    }

    @Test
    void marksThatImplyAForwardBeyondEveryPriceAreRefused() throws IOException {
        String call =
                LINE.replace(",0.05,", ",0.9999999999999999,").replace("60000", "100000000000");
        String put = call.replace("-C,0.9999999999999999", "-P,0");
        assertThat(faults(HEADER + call + put))
                .singleElement()
                .satisfies(f -> assertThat(f.allowed()).contains("imply a forward of at most"));
    }

    @Test
    void quoteThatIsNeverClosedEndsWithAFault() throws IOException {
        assertThat(faults(HEADER + LINE + "\"" + LINE.repeat(2_000)))
                .extracting(Fault::pointer)
                .containsExactly("line 2");
    }

    @Test
    void linesBeyondTheLimitAreRefused() throws IOException {
        String line = LINE.replace("BTC-", "FROB-");
        String text = HEADER + LINE + line.repeat(Limits.QUOTES);
        assertThat(faults(text)).extracting(Fault::allowed).containsExactly("at most 100000");
    }

    @Test
    void manyFaultsAreCountedNotListed() throws IOException {
        List<Fault> faults = faults(HEADER + "x\n".repeat(1_000));
        assertThat(faults).hasSize(Faults.MOST + 1);
        assertThat(faults.getLast()).isEqualTo(Fault.missing("", "and 800 more faults"));
    }

    @Test
    void streamThatFailsIsNoFaultOfTheFile() {
        InputStream broken =
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("cut off");
                    }
                };
        assertThatThrownBy(() -> OptionChainCsvReader.read(broken))
                .isInstanceOf(IOException.class)
                .hasMessage("cut off");
    }

    private static Reading<Market> fixture() throws IOException {
        try (InputStream csv = OptionChainCsvReaderTest.class.getResourceAsStream("chain.csv")) {
            return OptionChainCsvReader.read(csv);
        }
    }

    private static List<Fault> faults(String csv) throws IOException {
        Reading<Market> reading =
                OptionChainCsvReader.read(
                        new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
        assertThat(reading).isInstanceOf(Reading.Refused.class);
        return ((Reading.Refused<Market>) reading).faults();
    }

    private static Reading.Value<Market> value(Reading<Market> reading) {
        assertThat(reading).as("%s", reading).isInstanceOf(Reading.Value.class);
        return (Reading.Value<Market>) reading;
    }
}
