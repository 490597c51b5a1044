package hedgerow.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hedgerow.market.Market;
import hedgerow.market.OptionQuote;
import hedgerow.market.Reference;
import hedgerow.market.Underlying;
import hedgerow.market.VolSurface;
import hedgerow.market.Years;
import hedgerow.portfolio.OptionRight;
import hedgerow.portfolio.Settlement;
import hedgerow.pricing.formula.Black76;
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

/// Deribit's book summaries.
class DeribitBookSummaryReaderTest {
    private static final Json JSON = Json.standard(Json.UnknownFields.IGNORED);
    private static final Instant JAN = Instant.parse("2026-01-30T08:00:00Z");
    private static final Instant MAR = Instant.parse("2026-03-27T08:00:00Z");
    private static final Instant JUN = Instant.parse("2026-06-26T08:00:00Z");

    @Test
    void optionsAndFuturesMakeOneMarket() throws IOException {
        Market market = both().value();
        assertThat(market.asOf()).isEqualTo(Instant.parse("2026-01-01T08:00:00.127Z"));
        assertThat(market.underlyings().keySet()).containsExactly("BTC", "ETH");
        Underlying btc = market.underlying("BTC").orElseThrow();
        assertThat(btc.reference())
                .isEqualTo(
                        new Reference(
                                60_000.25,
                                OptionalDouble.of(0),
                                0,
                                new Reference.PerpetualQuote(
                                        OptionalDouble.of(60_010.5), OptionalDouble.of(0.00012))));
        assertThat(btc.forwards().listed().keySet()).containsExactly(JAN, MAR, JUN);
        assertThat(btc.forwards().listed().get(JAN).price())
                .isCloseTo(55_000 / (1 - (0.105 - 0.025)), within(1e-9));
        assertThat(btc.forwards().listed().get(MAR).price()).isEqualTo(60_777);
        assertThat(btc.forwards().listed().get(JUN).price()).isEqualTo(61_500);
        Underlying eth = market.underlying("ETH").orElseThrow();
        assertThat(eth.spot()).isEqualTo(3_000);
        assertThat(eth.perpetualMark().value()).isEqualTo(3_001.5);
        assertThat(eth.reference().perpetual().fundingRate8h()).hasValue(-0.0001);
    }

    @Test
    void volsArePercentAndQuotesAreKept() throws IOException {
        Underlying btc = both().value().underlying("BTC").orElseThrow();
        var smile = ((VolSurface.Quoted) btc.vols()).smiles().get(JAN);
        assertThat(smile.strikes()).containsExactly(55_000, 70_000);
        assertThat(smile.vols()).containsExactly(0.625, 0.58);
        var key = new OptionQuote.Key(JAN, 55_000, OptionRight.PUT, Settlement.INVERSE);
        assertThat(btc.listings().quote(key))
                .contains(
                        new OptionQuote(
                                        key,
                                        OptionalDouble.of(0.625),
                                        OptionalDouble.of(0.025),
                                        OptionalDouble.empty(),
                                        OptionalDouble.of(0.026))
                                .listed(
                                        new OptionQuote.Listing(
                                                Optional.of(OptionQuote.Notation.STANDARD),
                                                OptionalDouble.of(11),
                                                OptionalDouble.of(1.5))));
        assertThat(btc.listings().quotes()).hasSize(4);
    }

    @Test
    void volThatIsNotShownIsImpliedFromTheMark() throws IOException {
        Market market = both().value();
        Underlying btc = market.underlying("BTC").orElseThrow();
        double vol = ((VolSurface.Quoted) btc.vols()).smiles().get(MAR).vols()[0];
        double stdDev = vol * Math.sqrt(Years.between(market.asOf(), MAR));
        assertThat(Black76.value(1, 60_777, 80_000, stdDev) / 60_777)
                .isCloseTo(0.02, within(1e-12));
        assertThat(both().notes())
                .contains("BTC: the vol of 1 strike is implied from the mark, as none is shown");
    }

    @Test
    void instrumentsThatAreNotKnownAreNamed() throws IOException {
        assertThat(both().notes())
                .anySatisfy(n -> assertThat(n).startsWith("BTC-FS-30JAN26_PERP is left out: known"))
                .anySatisfy(
                        n -> assertThat(n).startsWith("DOGE-30JAN26-1-C is left out: Deribit's"))
                .anySatisfy(n -> assertThat(n).startsWith("BTC_USDC is left out: it is no option"))
                .hasSize(4);
    }

    @Test
    void optionsAloneDo() throws IOException {
        Market market = value(read(fixture("options.json"))).value();
        Underlying btc = market.underlying("BTC").orElseThrow();
        assertThat(btc.forwards().listed().get(MAR).price()).isEqualTo(60_800);
        assertThat(btc.reference().perpetual()).isEqualTo(Reference.PerpetualQuote.NONE);
        assertThat(btc.spot()).isEqualTo(60_000.25);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"error": {"code": 10028, "message": "too_many_requests"}} | /error  | too_many_requests | a result; the venue answered with an error
                    {"jsonrpc": "2.0"}                        | /result                  | -        | a list of book summaries
                    {"result": {}}                            | /result                  | an object | a list
                    {"result": [5]}                           | /result/0                | 5        | an object
                    {"result": [{"creation_timestamp": 1}]}   | /result/0/instrument_name | -       | this field is required
                    {"result": [{"instrument_name": 5, "creation_timestamp": 1}]} | /result/0/instrument_name | 5 | a text
                    {"result": [{"instrument_name": "BTC-PERPETUAL"}]} | /result/0/creation_timestamp | - | this field is required
                    {"result": [{"instrument_name": "BTC-PERPETUAL", "creation_timestamp": 1e300}]} | /result/0/creation_timestamp | - | milliseconds since 1970
                    {"result": [{"instrument_name": "BTC-PERPETUAL", "creation_timestamp": 1, "mark_price": "x"}]} | /result/0/mark_price | x | a finite number
                    {"result": [{"instrument_name": "BTC-PERPETUAL", "creation_timestamp": 1, "mark_price": -1}]} | /result/0/mark_price | -1 | a number of 0 or more
                    {"result": [{"instrument_name": "BTC-PERPETUAL", "creation_timestamp": 1, "mark_price": 1}]} | '' | - | an index price of BTC on some line
                    {"result": []}                            | ''                       | -        | at least one line of a known instrument
                    {"result": [{"instrument_name": "X-PERPETUAL", "creation_timestamp": 1}]} | '' | - | X-PERPETUAL is left out
                    """)
    void bodyThatIsWrongIsRefusedWithTheReason(
            String body, String pointer, String value, String allowed) throws IOException {
        assertThat(faults(body))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.pointer()).isEqualTo(pointer);
                    if (!value.equals("-")) assertThat(fault.value()).contains(value);
                    assertThat(fault.allowed()).contains(allowed);
                });
    }

    @Test
    void instrumentGivenTwiceIsAFaultInItsBody() throws IOException {
        String body = new String(fixture("futures.json"), StandardCharsets.UTF_8);
        assertThat(faults(body + body))
                .extracting(Fault::pointer)
                .contains("value 2: /result/1/instrument_name")
                .hasSize(8);
    }

    @Test
    void faultInALaterBodySaysWhich() throws IOException {
        String body = new String(fixture("futures.json"), StandardCharsets.UTF_8);
        assertThat(faults(body + "{\"result\": 7}"))
                .containsExactly(Fault.of("value 2: /result", "7", "a list"));
        assertThat(faults(body + "{")).hasSize(1);
    }

    private static Reading.Value<Market> both() throws IOException {
        byte[] options = fixture("options.json");
        byte[] futures = fixture("futures.json");
        byte[] bodies = new byte[options.length + futures.length];
        System.arraycopy(options, 0, bodies, 0, options.length);
        System.arraycopy(futures, 0, bodies, options.length, futures.length);
        return value(read(bodies));
    }

    private static byte[] fixture(String name) throws IOException {
        try (InputStream in = DeribitBookSummaryReaderTest.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }

    private static Reading<Market> read(byte[] bodies) throws IOException {
        return DeribitBookSummaryReader.read(JSON, new ByteArrayInputStream(bodies));
    }

    private static Reading.Value<Market> value(Reading<Market> reading) {
        assertThat(reading).as("%s", reading).isInstanceOf(Reading.Value.class);
        return (Reading.Value<Market>) reading;
    }

    private static List<Fault> faults(String body) throws IOException {
        Reading<Market> reading = read(body.getBytes(StandardCharsets.UTF_8));
        assertThat(reading).as(body).isInstanceOf(Reading.Refused.class);
        return ((Reading.Refused<Market>) reading).faults();
    }
}
