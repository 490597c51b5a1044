package hedgerow.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hedgerow.market.Lookup;
import hedgerow.market.Market;
import hedgerow.market.OptionQuote;
import hedgerow.market.Smile;
import hedgerow.market.Underlying;
import hedgerow.market.VolSurface;
import hedgerow.market.Years;
import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.Option;
import hedgerow.portfolio.OptionRight;
import hedgerow.portfolio.Parsed;
import hedgerow.portfolio.Settlement;
import hedgerow.portfolio.Symbols;
import hedgerow.pricing.formula.Black76;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The sample market and book that the service shows at its first start.
class SamplesTest {
    private static final Path MARKET = Path.of("src/main/resources/samples/market.json");

    /// With `-Dhedgerow.rewrite=true` the file is written from the formula first.
    @Test
    void sampleMarketIsWhatItsFormulaGives() throws IOException {
        if (Boolean.getBoolean("hedgerow.rewrite")) Files.writeString(MARKET, SampleMarket.text());
        assertThat(Files.readString(MARKET)).isEqualTo(SampleMarket.text());
    }

    @Test
    void everyQuoteOfTheSampleRepricesToItsMark() throws IOException {
        Market market = market();
        int quotes = 0;
        for (Underlying underlying : market.underlyings().values()) {
            for (OptionQuote quote : underlying.listings().quotes().values()) {
                OptionQuote.Key key = quote.key();
                double years = Years.between(market.asOf(), key.expiry());
                double forward = underlying.forwards().listed().get(key.expiry()).price();
                double stdDev = quote.vol().orElseThrow() * Math.sqrt(years);
                double value =
                        Black76.value(key.right().sign(), forward, key.strike(), stdDev) / forward;
                double mark = quote.mark().orElseThrow();
                assertThat(mark).as("%s", quote).isCloseTo(value, within(5.001e-7));
                double inside = key.right().sign() * (1 - key.strike() / forward);
                assertThat(mark).as("%s", quote).isGreaterThan(Math.max(0, inside));
                assertThat(quote.bid().orElse(0)).as("%s", quote).isLessThan(mark);
                assertThat(quote.ask().orElseThrow()).as("%s", quote).isGreaterThan(mark);
                quotes++;
            }
        }
        assertThat(quotes).isEqualTo(128);
    }

    @Test
    void sampleSurfaceHasNoArbitrageBetweenItsQuotes() throws IOException {
        Market market = market();
        for (Underlying underlying : market.underlyings().values()) {
            List<Double> atTheMoney = new ArrayList<>();
            for (Smile smile : ((VolSurface.Quoted) underlying.vols()).smiles().values()) {
                double forward = underlying.forwards().listed().get(smile.expiry()).price();
                double years = Years.between(market.asOf(), smile.expiry());
                double[] calls = calls(smile, forward, years);
                assertConvex(underlying.id() + " " + smile.expiry(), smile.strikes(), calls);
                double vol =
                        ((Lookup.Found) underlying.vol(market.asOf(), forward, smile.expiry()))
                                .value();
                atTheMoney.add(vol * vol * years);
            }
            assertThat(atTheMoney).as(underlying.id()).isSorted();
        }
    }

    private static double[] calls(Smile smile, double forward, double years) {
        double[] strikes = smile.strikes();
        double[] calls = smile.vols();
        for (int i = 0; i < strikes.length; i++) {
            calls[i] = Black76.value(1, forward, strikes[i], calls[i] * Math.sqrt(years));
        }
        return calls;
    }

    private static void assertConvex(String name, double[] strikes, double[] calls) {
        double before = -1;
        for (int i = 1; i < strikes.length; i++) {
            double slope = (calls[i] - calls[i - 1]) / (strikes[i] - strikes[i - 1]);
            assertThat(slope).as("%s at %s", name, strikes[i]).isBetween(before, 0.0);
            before = slope;
        }
    }

    @Test
    void everyLegOfTheSampleBookIsQuotedInTheSampleMarket() throws IOException {
        Market market = market();
        JsonNode book = new ObjectMapper().readTree(resource("book.json"));
        List<JsonNode> legs = new ArrayList<>();
        book.at("/portfolio/positions").forEach(legs::add);
        book.at("/hedge/positions").forEach(legs::add);
        assertThat(legs).hasSize(13);
        for (JsonNode leg : legs) {
            if (!leg.has("symbol")) continue;
            Parsed parsed = Symbols.parse(leg.get("symbol").asText());
            assertThat(parsed).as("%s", leg).isInstanceOf(Parsed.Known.class);
            assertQuoted(((Parsed.Known) parsed).instrument(), market);
        }
    }

    private static void assertQuoted(Instrument instrument, Market market) {
        Underlying underlying = market.underlying(instrument.underlying()).orElseThrow();
        if (instrument instanceof Option option) {
            OptionQuote.Key key = OptionQuote.Key.of(option);
            assertThat(underlying.listings().quote(key)).as("%s", option).isPresent();
        }
        instrument
                .maturity()
                .ifPresent(expiry ->
                        assertThat(underlying.forwards().listed())
                                .as("%s", instrument)
                                .containsKey(expiry));
    }

    @Test
    void exampleOfTheDocumentsIsPricedByTheSampleMarket() throws IOException {
        Market market = market();
        Underlying btc = market.underlying("BTC").orElseThrow();
        var key =
                new OptionQuote.Key(
                        Instant.parse("2026-01-31T08:00:00Z"),
                        66_000,
                        OptionRight.CALL,
                        Settlement.LINEAR);
        assertThat(btc.vol(market.asOf(), key)).isInstanceOf(Lookup.Found.class);
    }

    private static Market market() throws IOException {
        Reading<Market> read =
                new MarketJson(Json.standard(Json.UnknownFields.REFUSED))
                        .read(new ByteArrayInputStream(resource("market.json")));
        assertThat(read).isInstanceOf(Reading.Value.class);
        return ((Reading.Value<Market>) read).value();
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = SamplesTest.class.getResourceAsStream("/samples/" + name)) {
            assertThat(in).as(name).isNotNull();
            return in.readAllBytes();
        }
    }
}
