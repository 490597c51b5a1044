package hedgerow.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hedgerow.SharedData;
import hedgerow.market.Lookup;
import hedgerow.market.Market;
import hedgerow.market.OptionQuote;
import hedgerow.market.Underlying;
import hedgerow.market.Years;
import hedgerow.portfolio.OptionRight;
import hedgerow.portfolio.Settlement;
import hedgerow.pricing.formula.Black76;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import org.apache.commons.math3.special.Erf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Chains as they were printed, read and priced back.
class RealChainsTest {
    /// The tolerance of a reprice, in coins.
    private static final double COINS = 1e-3;

    @ParameterizedTest
    @CsvSource({
        "options_20260205T155132Z.csv, 864, 918",
        "options_20260819T154440Z.csv, 818, 730",
        "options_20260822T035045Z.csv, 1078, 984",
    })
    void everyOptionRepricesToItsMark(String file, int btc, int eth) throws IOException {
        Reading.Value<Market> read = read(file);
        assertThat(read.notes()).isEmpty();
        Market market = read.value();
        assertThat(market.underlyings().keySet()).containsExactly("BTC", "ETH");
        assertThat(chain(market, "BTC")).hasSize(btc);
        assertThat(chain(market, "ETH")).hasSize(eth);
        for (Underlying underlying : market.underlyings().values()) {
            for (OptionQuote quote : underlying.listings().quotes().values()) {
                double miss = Math.abs(price(market, underlying, quote) - mark(quote));
                assertThat(miss).as("%s %s %s", file, underlying.id(), quote).isLessThan(COINS);
            }
        }
    }

    private static double price(Market market, Underlying underlying, OptionQuote quote) {
        OptionQuote.Key key = quote.key();
        double forward = found(underlying.forward(market.asOf(), key.expiry()));
        double vol = found(underlying.vol(market.asOf(), key.strike(), key.expiry()));
        double years = Years.between(market.asOf(), key.expiry());
        double stdDev = vol * Math.sqrt(years);
        double price = black76Coins(forward, key.strike(), stdDev, key.right());
        double own = Black76.value(key.right().sign(), forward, key.strike(), stdDev) / forward;
        assertThat(own).as("%s", quote).isCloseTo(price, within(1e-12 * (1 + price)));
        return price;
    }

    /// Black (1976) without discount, in units of the forward, by the error function.
    private static double black76Coins(double f, double k, double s, OptionRight right) {
        double d1 = Math.log(f / k) / s + s / 2;
        double sign = right.sign();
        return sign * (normal(sign * d1) - k / f * normal(sign * (d1 - s)));
    }

    private static double normal(double x) {
        return 0.5 * Erf.erfc(-x / Math.sqrt(2));
    }

    private static double mark(OptionQuote quote) {
        assertThat(quote.key().settlement()).isEqualTo(Settlement.INVERSE);
        return quote.mark().orElseThrow();
    }

    private static double found(Lookup lookup) {
        return ((Lookup.Found) lookup).value();
    }

    private static List<OptionQuote> chain(Market market, String id) {
        return List.copyOf(market.underlying(id).orElseThrow().listings().quotes().values());
    }

    private static Reading.Value<Market> read(String file) throws IOException {
        try (InputStream csv = Files.newInputStream(SharedData.file("data/deribit/" + file))) {
            return (Reading.Value<Market>) OptionChainCsvReader.read(csv);
        }
    }
}
