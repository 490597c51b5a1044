package hedgerow.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import hedgerow.portfolio.Parsed.Known;
import hedgerow.portfolio.Parsed.Unknown;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Symbols of Deribit, OKX and OCC, each way.
class SymbolsTest {
    private static final Instant DEC26 = Instant.parse("2026-12-26T08:00:00Z");

    /// Symbol, kind, underlying, multiplier, unit, settlement, expiry, strike, right, exercise.
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
                    BTC-PERPETUAL             , PERPETUAL, BTC , 10   , QUOTE, INVERSE, -, -, -, -
                    ETH-PERPETUAL             , PERPETUAL, ETH , 1    , QUOTE, INVERSE, -, -, -, -
                    BTC_USDC-PERPETUAL        , PERPETUAL, BTC , 1    , BASE , LINEAR , -, -, -, -
                    SOL_USDC-PERPETUAL        , PERPETUAL, SOL , 1    , BASE , LINEAR , -, -, -, -
                    BTC-26DEC26               , FUTURE   , BTC , 10   , QUOTE, INVERSE, 2026-12-26T08:00:00Z, -, -, -
                    ETH-6FEB26                , FUTURE   , ETH , 1    , QUOTE, INVERSE, 2026-02-06T08:00:00Z, -, -, -
                    BTC_USDC-26DEC26          , FUTURE   , BTC , 1    , BASE , LINEAR , 2026-12-26T08:00:00Z, -, -, -
                    BTC-26DEC26-60000-C       , OPTION   , BTC , 1    , BASE , INVERSE, 2026-12-26T08:00:00Z, 60000, CALL, EUROPEAN
                    ETH-29FEB28-420-P         , OPTION   , ETH , 1    , BASE , INVERSE, 2028-02-29T08:00:00Z, 420, PUT, EUROPEAN
                    BTC_USDC-26DEC26-60000-C  , OPTION   , BTC , 1    , BASE , LINEAR , 2026-12-26T08:00:00Z, 60000, CALL, EUROPEAN
                    XRP_USDC-30JUN23-0d625-C  , OPTION   , XRP , 1000 , BASE , LINEAR , 2023-06-30T08:00:00Z, 0.625, CALL, EUROPEAN
                    SOL_USDC-26DEC26-250-P    , OPTION   , SOL , 10   , BASE , LINEAR , 2026-12-26T08:00:00Z, 250, PUT, EUROPEAN
                    AVAX_USDC-26JUN26-5d5-C   , OPTION   , AVAX, 100  , BASE , LINEAR , 2026-06-26T08:00:00Z, 5.5, CALL, EUROPEAN
                    TRX_USDC-26JUN26-0d3-C    , OPTION   , TRX , 10000, BASE , LINEAR , 2026-06-26T08:00:00Z, 0.3, CALL, EUROPEAN
                    BTC_USDC                  , SPOT     , BTC , 1    , BASE , LINEAR , -, -, -, -
                    BTC-USDT                  , SPOT     , BTC , 1    , BASE , LINEAR , -, -, -, -
                    BTC-USD-SWAP              , PERPETUAL, BTC , 100  , QUOTE, INVERSE, -, -, -, -
                    LTC-USD-SWAP              , PERPETUAL, LTC , 10   , QUOTE, INVERSE, -, -, -, -
                    BTC-USDT-SWAP             , PERPETUAL, BTC , 0.01 , BASE , LINEAR , -, -, -, -
                    ETH-USDT-SWAP             , PERPETUAL, ETH , 0.1  , BASE , LINEAR , -, -, -, -
                    BTC-USD-261226            , FUTURE   , BTC , 100  , QUOTE, INVERSE, 2026-12-26T08:00:00Z, -, -, -
                    ETH-USDT-261226           , FUTURE   , ETH , 0.1  , BASE , LINEAR , 2026-12-26T08:00:00Z, -, -, -
                    BTC-USD-261226-60000-C    , OPTION   , BTC , 0.01 , BASE , INVERSE, 2026-12-26T08:00:00Z, 60000, CALL, EUROPEAN
                    ETH-USD-261226-3000-P     , OPTION   , ETH , 0.1  , BASE , INVERSE, 2026-12-26T08:00:00Z, 3000, PUT, EUROPEAN
                    'AAPL  261218C00200000'   , OPTION   , AAPL, 100  , BASE , LINEAR , 2026-12-18T21:00:00Z, 200, CALL, AMERICAN
                    'AAPL260717P00197500'     , OPTION   , AAPL, 100  , BASE , LINEAR , 2026-07-17T20:00:00Z, 197.5, PUT, AMERICAN
                    'SPX   261218C06000000'   , OPTION   , SPX , 100  , BASE , LINEAR , 2026-12-18T14:30:00Z, 6000, CALL, EUROPEAN
                    'SPXW  260717P05500000'   , OPTION   , SPX , 100  , BASE , LINEAR , 2026-07-17T20:00:00Z, 5500, PUT, EUROPEAN
                    'VIX   260715C00020000'   , OPTION   , VIX , 100  , BASE , LINEAR , 2026-07-15T13:30:00Z, 20, CALL, EUROPEAN
                    'OEX   261218C03000000'   , OPTION   , OEX , 100  , BASE , LINEAR , 2026-12-18T21:00:00Z, 3000, CALL, AMERICAN
                    'XEO   261218C03000000'   , OPTION   , OEX , 100  , BASE , LINEAR , 2026-12-18T21:00:00Z, 3000, CALL, EUROPEAN
                    'F     261218P00012500'   , OPTION   , F   , 100  , BASE , LINEAR , 2026-12-18T21:00:00Z, 12.5, PUT, AMERICAN
                    """)
    void symbolImpliesTheVenuesContract(
            String symbol,
            Instrument.Kind kind,
            String underlying,
            double multiplier,
            ContractUnit unit,
            Settlement settlement,
            Instant expiry,
            Double strike,
            OptionRight right,
            Exercise exercise) {
        Instrument instrument = known(symbol).instrument();
        Contract contract = new Contract(settlement, multiplier, unit);
        Instrument expected =
                switch (kind) {
                    case SPOT -> new Spot(underlying, contract);
                    case FUTURE -> new Future(underlying, expiry, contract);
                    case PERPETUAL -> new Perpetual(underlying, contract);
                    case OPTION ->
                            new Option(
                                    underlying,
                                    right,
                                    strike,
                                    expiry,
                                    exercise == Exercise.AMERICAN
                                            ? Option.Style.AMERICAN
                                            : Option.Style.EUROPEAN,
                                    contract);
                    case VARIANCE_SWAP, LISTED -> throw new AssertionError(kind);
                };
        assertThat(instrument).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BTC-PERPETUAL",
                "ETH-PERPETUAL",
                "BTC_USDC-PERPETUAL",
                "BTC-26DEC26",
                "ETH-6FEB26",
                "ETH_USDC-6FEB26",
                "BTC-26DEC26-60000-C",
                "ETH-5AUG23-580-P",
                "BTC_USDC-31JAN26-66000-C",
                "XRP_USDC-30JUN23-0d625-C",
                "SOL_USDC-26DEC26-250-P",
                "BTC_USDC",
                "BTC-USDT",
                "BTC-USD-SWAP",
                "SOL-USDT-SWAP",
                "BTC-USD-261226",
                "ETH-USDT-260206",
                "BTC-USD-261226-60000-C",
                "AAPL  261218C00200000",
                "SPX   261218C06000000",
                "SPXW  260717P05500000",
                "NDXP  260717P20500000",
                "RUTW  260717P02500000",
                "XSP   260717C00605000",
                "VIX   260715C00020000",
                "OEX   261218C03000000",
                "XEO   261218C03000000",
                "F     261218P00012500",
                "GOOGL 261218C00200005"
            })
    void printOfAParsedSymbolIsTheSymbol(String symbol) {
        Known known = known(symbol);
        assertThat(Symbols.print(known.instrument(), known.venue())).contains(symbol);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    BTC-31FEB26-60000-C              | 31FEB26 is not a day
                    BTC-26XXX26                      | 26XXX26 is not a day
                    BTC-0DEC26-60000-C               | 0DEC26 is not a day
                    BTC-29FEB27                      | 29FEB27 is not a day
                    BTC-26DEC26--60000-C             | must be a positive number, was -60000
                    BTC-26DEC26-0-C                  | must be a positive number, was 0
                    BTC-26DEC26-6e4-C                | must be a positive number, was 6e4
                    BTC-26DEC26-060000-C             | must be a positive number, was 060000
                    BTC-26DEC26-0d625-C              | must be a positive number, was 0d625
                    BTC-26DEC26-60000.5-C            | must be a positive number, was 60000.5
                    BTC-26DEC26-NaN-C                | must be a positive number, was NaN
                    XRP_USDC-30JUN23-0.625-C         | with d as its decimal point, was 0.625
                    XRP_USDC-30JUN23-0d0-C           | with d as its decimal point, was 0d0
                    BTC-26DEC26-60000-X              | the right must be C or P, was X
                    DOGE-PERPETUAL                   | contract size for this contract on DOGE is not known
                    DOGE_USDC-26DEC26-1-C            | contract size for this contract on DOGE is not known
                    BTC_EURR-26DEC26                 | quoted in USDC or USDT, not EURR
                    BTC-USD-261326-60000-C           | 261326 is not a day
                    BTC-USD-261226--1-C              | must be a positive number, was -1
                    BTC-USD-261226-60000-X           | the right must be C or P, was X
                    BTC-USDC-SWAP                    | contract size for this contract on BTC-USDC is not known
                    PEPE-USDT-SWAP                   | contract size for this contract on PEPE-USDT is not known
                    SOL-USD-261226-100-C             | contract size for this contract on SOL-USD is not known
                    BTC-USDT-261226-60000-C          | contract size for this contract on BTC-USDT is not known
                    'AAPL  261318C00200000'          | 261318 is not a day
                    'AAPL  261218X00200000'          | the right must be C or P, was X
                    'AAPL  261218C00000000'          | the strike must be positive, was 0
                    'AAPL1 261218C00200000'          | AAPL1 names an adjusted or a flexible contract
                    '2SPX  261218C06000000'          | 2SPX names an adjusted or a flexible contract
                    'SOX   261218C06000000'          | the terms of index root SOX are not known
                    'AAPL 261218C00200000'           | known forms are
                    btc-perpetual                    | symbols are in upper case, without blanks around: BTC-PERPETUAL
                    ' BTC-26DEC26'                   | symbols are in upper case, without blanks around: BTC-26DEC26
                    BTC-FS-26DEC26_PERP              | known forms are
                    BTC-PERPETUAL-60000-C            | known forms are
                    BTC-USD-SWAP-60000-C             | known forms are
                    BTC                              | known forms are
                    ''                               | known forms are
                    """)
    void symbolThatNamesNothingIsAnsweredWithTheReason(String symbol, String reason) {
        assertThat(Symbols.parse(symbol))
                .isInstanceOfSatisfying(
                        Unknown.class, unknown -> assertThat(unknown.reason()).contains(reason));
    }

    @Test
    void textThatIsTooLongIsNotLookedAt() {
        assertThat(Symbols.parse("B".repeat(1_000_000)))
                .isEqualTo(new Unknown("a symbol has at most 64 characters, this one has 1000000"));
    }

    @Test
    void instrumentThatNoVenueListsHasNoSymbol() {
        Instant off = DEC26.plus(Duration.ofHours(1));
        List<Instrument> unlisted =
                List.of(
                        new Future("BTC", off, Contract.inverseNotional(10)),
                        new Future("BTC", Instant.MAX, Contract.inverseNotional(10)),
                        new Future("BTC", DEC26, Contract.inverseNotional(7)),
                        new Perpetual("BTC", Contract.of(Settlement.LINEAR, 3)),
                        option("BTC", 60_000.5, DEC26, Option.Style.EUROPEAN, Contract.INVERSE),
                        option("BTC", 60_000, off, Option.Style.EUROPEAN, Contract.INVERSE),
                        option("AAPL", 200, DEC26, Option.Style.AMERICAN, Contract.LINEAR),
                        option("SPX", 1e6, DEC26, Option.Style.EUROPEAN, hundred()),
                        option("a b", 200, DEC26, Option.Style.AMERICAN, hundred()),
                        new Spot("BTC", Contract.of(Settlement.LINEAR, 2)),
                        new ListedContract("SI", "SI-202603"));
        for (Instrument instrument : unlisted) {
            for (Venue venue : Venue.values()) {
                assertThat(Symbols.print(instrument, venue))
                        .as("%s %s", venue, instrument)
                        .isEmpty();
            }
        }
    }

    @Test
    void parsingAPrintGivesTheSameInstrument() {
        long seed = 20_260_101;
        RandomGenerator random = new Random(seed);
        int printed = 0;
        for (int i = 0; i < 5_000; i++) {
            Instrument instrument = instrument(random);
            for (Venue venue : Venue.values()) {
                var symbol = Symbols.print(instrument, venue);
                if (symbol.isEmpty()) continue;
                printed++;
                assertThat(Symbols.parse(symbol.get()))
                        .as("seed %d, %s, %s", seed, symbol.get(), instrument)
                        .isEqualTo(new Known(instrument, venue));
            }
        }
        assertThat(printed).isGreaterThan(2_000);
    }

    @Test
    void noTextEverBreaksTheParser() {
        long seed = 7;
        RandomGenerator random = new Random(seed);
        List<String> seeds =
                List.of(
                        "BTC-26DEC26-60000-C",
                        "XRP_USDC-30JUN23-0d625-C",
                        "BTC-USD-261226-60000-C",
                        "SPXW  260717P05500000",
                        "BTC-PERPETUAL");
        for (int i = 0; i < 20_000; i++) {
            String text = mutate(seeds.get(random.nextInt(seeds.size())), random);
            Parsed parsed = Symbols.parse(text);
            switch (parsed) {
                case Known known ->
                        assertThat(Symbols.print(known.instrument(), known.venue()))
                                .as("seed %d, '%s'", seed, text)
                                .isPresent();
                case Unknown unknown ->
                        assertThat(unknown.reason()).as("seed %d, '%s'", seed, text).isNotBlank();
            }
        }
    }

    private static String mutate(String symbol, RandomGenerator random) {
        StringBuilder text = new StringBuilder(symbol);
        String letters = "BTCUSD-_0123456789dPerp. é\0JANDEC";
        for (int edits = 1 + random.nextInt(4); edits > 0; edits--) {
            int at = random.nextInt(text.length() + 1);
            char letter = letters.charAt(random.nextInt(letters.length()));
            switch (random.nextInt(3)) {
                case 0 -> text.insert(at, letter);
                case 1 -> text.delete(at, Math.min(at + 1, text.length()));
                default -> {
                    if (at < text.length()) text.setCharAt(at, letter);
                }
            }
        }
        return text.toString();
    }

    private static Instrument instrument(RandomGenerator random) {
        List<String> ids = List.of("BTC", "ETH", "SOL", "XRP", "AAPL", "SPX", "VIX", "OEX", "DOGE");
        String id = ids.get(random.nextInt(ids.size()));
        List<Contract> contracts = new ArrayList<>(List.of(Contract.LINEAR, Contract.INVERSE));
        for (double size : new double[] {0.01, 0.1, 10, 100, 1_000}) {
            contracts.add(Contract.of(Settlement.LINEAR, size));
            contracts.add(Contract.of(Settlement.INVERSE, size));
            contracts.add(Contract.inverseNotional(size));
        }
        Contract contract = contracts.get(random.nextInt(contracts.size()));
        List<Duration> times =
                List.of(
                        Duration.ofHours(8),
                        Duration.ofMinutes(14 * 60 + 30),
                        Duration.ofHours(21));
        Instant expiry =
                Instant.parse("2025-12-01T00:00:00Z")
                        .plus(Duration.ofDays(random.nextInt(100)))
                        .plus(times.get(random.nextInt(times.size())));
        double strike = (1 + random.nextInt(100_000)) / (random.nextBoolean() ? 1.0 : 1_000.0);
        return switch (random.nextInt(4)) {
            case 0 -> Spot.of(id);
            case 1 -> new Perpetual(id, contract);
            case 2 -> new Future(id, expiry, contract);
            default ->
                    contract.unit() == ContractUnit.QUOTE
                            ? new Perpetual(id, contract)
                            : option(id, strike, expiry, style(contract, random), contract);
        };
    }

    private static Option.Style style(Contract contract, RandomGenerator random) {
        return contract.settlement() == Settlement.LINEAR && random.nextBoolean()
                ? Option.Style.AMERICAN
                : Option.Style.EUROPEAN;
    }

    private static Option option(
            String id, double strike, Instant expiry, Option.Style style, Contract contract) {
        return new Option(id, OptionRight.PUT, strike, expiry, style, contract);
    }

    private static Contract hundred() {
        return Contract.of(Settlement.LINEAR, 100);
    }

    private static Known known(String symbol) {
        assertThat(Symbols.parse(symbol)).isInstanceOf(Known.class);
        return (Known) Symbols.parse(symbol);
    }
}
