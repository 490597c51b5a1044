package hedgerow.store;

import hedgerow.market.Years;
import hedgerow.portfolio.Contract;
import hedgerow.portfolio.Numbers;
import hedgerow.portfolio.Option;
import hedgerow.portfolio.OptionRight;
import hedgerow.portfolio.Symbols;
import hedgerow.portfolio.Venue;
import hedgerow.pricing.formula.Black76;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The formula of `samples/market.json`: a market that is made up, under real symbols.
///
/// For an expiry `T` years away (365 days a year, 08:00 UTC) and a strike `K`:
///
/// - forward `F = S e^(0.05 T)`, rounded to cents;
/// - at-the-money vol `a = long + rise e^(-4 T)`: BTC 0.50 + 0.12, ETH 0.68 + 0.14;
/// - vol `a (1 - 0.06 x + 0.035 x^2)` with `x = ln(K/F) / (a sqrt(T))`, rounded to 4 digits;
/// - mark by Black-76 in the coin, rounded to 6 digits;
/// - bid and ask 0.0005 coin and 1 % of the mark away from it, on the grid of 0.0005 (0.0001 below
///   0.005); no bid at zero.
final class SampleMarket {
    private static final Instant AS_OF = Instant.parse("2026-01-01T08:00:00Z");
    private static final double CARRY_ANNUAL = 0.05;
    private static final double VOL_DECAY = 4;
    private static final double SKEW = -0.06;
    private static final double CURVE = 0.035;

    private static final List<Instant> EXPIRIES =
            List.of(
                    Instant.parse("2026-01-09T08:00:00Z"),
                    Instant.parse("2026-01-31T08:00:00Z"),
                    Instant.parse("2026-03-27T08:00:00Z"),
                    Instant.parse("2026-06-26T08:00:00Z"));

    /// One coin's parameters; a list of strikes for each expiry.
    private record Coin(
            String id,
            double spot,
            double perpetualMark,
            double longVol,
            double vol,
            List<List<Integer>> strikes) {}

    private static final Coin BTC =
            new Coin(
                    "BTC",
                    60_000,
                    60_018,
                    0.50,
                    0.12,
                    List.of(
                            List.of(
                                    54_000, 56_000, 58_000, 59_000, 60_000, 61_000, 62_000, 64_000,
                                    66_000),
                            List.of(
                                    48_000, 52_000, 55_000, 58_000, 60_000, 63_000, 66_000, 70_000,
                                    75_000),
                            List.of(
                                    40_000, 48_000, 54_000, 58_000, 60_000, 65_000, 70_000, 80_000,
                                    90_000),
                            List.of(
                                    35_000, 45_000, 50_000, 55_000, 60_000, 70_000, 80_000, 95_000,
                                    110_000)));

    private static final Coin ETH =
            new Coin(
                    "ETH",
                    3_000,
                    3_001.2,
                    0.68,
                    0.14,
                    List.of(
                            List.of(2_700, 2_850, 2_950, 3_000, 3_050, 3_150, 3_300),
                            List.of(2_400, 2_650, 2_850, 3_000, 3_150, 3_400, 3_700),
                            List.of(2_000, 2_500, 2_800, 3_000, 3_300, 3_800, 4_500),
                            List.of(1_800, 2_300, 2_700, 3_000, 3_500, 4_200, 5_200)));

    private SampleMarket() {}

    /// The text of the file.
    static String text() {
        return """
        {
          "asOf": "%s",
          "underlyings": [
        %s,
        %s
          ],
          "stablePrice": 1
        }
        """
                .formatted(AS_OF, underlying(BTC), underlying(ETH));
    }

    private static String underlying(Coin coin) {
        List<String> forwards = new ArrayList<>();
        List<String> quotes = new ArrayList<>();
        for (int e = 0; e < EXPIRIES.size(); e++) {
            Instant expiry = EXPIRIES.get(e);
            double forward = forward(coin, expiry);
            forwards.add(
                    "        {\"expiry\": \"%s\", \"price\": %s}"
                            .formatted(expiry, Numbers.plain(forward)));
            for (int strike : coin.strikes().get(e)) {
                quotes.add(quote(coin, expiry, forward, strike, OptionRight.CALL));
                quotes.add(quote(coin, expiry, forward, strike, OptionRight.PUT));
            }
        }
        return """
            {
              "id": "%s", "currency": "USD", "spot": %s, "rateAnnual": 0,
              "perpetualMark": %s, "fundingRate8h": 0.0001,
              "forwards": [
        %s
              ],
              "quotes": [
        %s
              ]
            }\
        """
                .formatted(
                        coin.id(),
                        Numbers.plain(coin.spot()),
                        Numbers.plain(coin.perpetualMark()),
                        String.join(",\n", forwards),
                        String.join(",\n", quotes));
    }

    private static double forward(Coin coin, Instant expiry) {
        return round(coin.spot() * StrictMath.exp(CARRY_ANNUAL * Years.between(AS_OF, expiry)), 2);
    }

    private static String quote(
            Coin coin, Instant expiry, double forward, int strike, OptionRight right) {
        double years = Years.between(AS_OF, expiry);
        double vol = vol(coin, forward, strike, years);
        double value = Black76.value(right.sign(), forward, strike, vol * Math.sqrt(years));
        double mark = round(value / forward, 6);
        Option option =
                new Option(
                        coin.id(), right, strike, expiry, Option.Style.EUROPEAN, Contract.INVERSE);
        return "        {\"symbol\": \"%s\", \"vol\": %s, \"mark\": %s, %s}"
                .formatted(
                        Symbols.print(option, Venue.DERIBIT).orElseThrow(),
                        Numbers.plain(vol),
                        Numbers.plain(mark),
                        sides(mark));
    }

    private static double vol(Coin coin, double forward, double strike, double years) {
        double atTheMoney = coin.longVol() + coin.vol() * StrictMath.exp(-VOL_DECAY * years);
        double x = StrictMath.log(strike / forward) / (atTheMoney * Math.sqrt(years));
        return round(atTheMoney * (1 + SKEW * x + CURVE * x * x), 4);
    }

    private static String sides(double mark) {
        double half = 0.0005 + 0.01 * mark;
        double step = mark < 0.005 ? 0.0001 : 0.0005;
        double bid = round(Math.floor((mark - half) / step) * step, 4);
        double ask = round(Math.ceil((mark + half) / step) * step, 4);
        String asked = "\"ask\": " + Numbers.plain(ask);
        return bid > 0 ? "\"bid\": " + Numbers.plain(bid) + ", " + asked : asked;
    }

    private static double round(double value, int digits) {
        return BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_EVEN).doubleValue();
    }
}
