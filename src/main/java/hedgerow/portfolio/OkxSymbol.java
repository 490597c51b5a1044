package hedgerow.portfolio;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Symbols of OKX.
///
/// `BTC-USD` contracts are settled in the coin, `BTC-USDT` contracts in USDT; all expire at 08:00
/// UTC. One contract is:
///
/// - coin-margined future or swap: 100 USD for BTC, 10 USD for other coins;
/// - USDT-margined future or swap: 0.01 BTC, 0.1 ETH, 1 SOL, 100 XRP;
/// - option: 0.01 BTC or 0.1 ETH;
/// - spot: 1 unit of the base currency.
///
/// Sources: 1. OKX Help, Expiry futures contracts: face value. 2. OKX Help, Get started with OKX
/// options, 1.3 Contract multiplier. 3. OKX API, `ctVal` of `public/instruments`.
final class OkxSymbol {
    private static final Map<String, Double> USDT_UNITS =
            Map.of("BTC", 0.01, "ETH", 0.1, "SOL", 1.0, "XRP", 100.0);

    private static final Map<String, Double> OPTION_UNITS = Map.of("BTC", 0.01, "ETH", 0.1);

    private static final Pattern COIN = Pattern.compile("[A-Z0-9]{1,12}");
    private static final Pattern FORM =
            Pattern.compile(
                    "([A-Z0-9]{1,12})-(USD|USDT|USDC)(?:-(SWAP|\\d{6})(?:-(.+)-([A-Z]))?)?");

    private OkxSymbol() {}

    /// Empty where the text does not have OKX's form.
    static Optional<Parsed> parse(String symbol) {
        Matcher form = FORM.matcher(symbol);
        if (!form.matches()) return Optional.empty();
        String coin = form.group(1);
        String quote = form.group(2);
        if (form.group(3) == null) return known(Spot.of(coin));
        if (form.group(3).equals("SWAP")) {
            return form.group(4) == null ? swap(coin, quote) : Optional.empty();
        }
        Optional<LocalDate> day = SymbolParts.yymmdd(form.group(3));
        if (day.isEmpty()) return SymbolParts.unknown(form.group(3) + " is not a day, as yymmdd");
        return form.group(4) == null ? future(coin, quote, day.get()) : option(form, day.get());
    }

    private static Optional<Parsed> swap(String coin, String quote) {
        return futureContract(coin, quote)
                .map(contract -> known(new Perpetual(coin, contract)))
                .orElseGet(() -> unknownSize(coin, quote));
    }

    private static Optional<Parsed> future(String coin, String quote, LocalDate day) {
        return futureContract(coin, quote)
                .map(c -> known(new Future(coin, SymbolParts.cryptoExpiry(day), c)))
                .orElseGet(() -> unknownSize(coin, quote));
    }

    private static Optional<Parsed> option(Matcher form, LocalDate day) {
        String coin = form.group(1);
        OptionalDouble strike = SymbolParts.strike(form.group(4));
        if (strike.isEmpty()) {
            return SymbolParts.unknown(
                    "the strike must be a positive number, was " + form.group(4));
        }
        if (!form.group(5).matches("[CP]")) {
            return SymbolParts.unknown("the right must be C or P, was " + form.group(5));
        }
        Double units = form.group(2).equals("USD") ? OPTION_UNITS.get(coin) : null;
        if (units == null) return unknownSize(coin, form.group(2));
        return known(
                new Option(
                        coin,
                        SymbolParts.right(form.group(5)),
                        strike.getAsDouble(),
                        SymbolParts.cryptoExpiry(day),
                        Option.Style.EUROPEAN,
                        Contract.of(Settlement.INVERSE, units)));
    }

    /// Empty where the instrument is none of OKX's.
    static Optional<String> print(Instrument instrument) {
        String coin = instrument.underlying();
        if (!COIN.matcher(coin).matches()) return Optional.empty();
        return switch (instrument) {
            case Spot s when s.equals(Spot.of(coin)) -> Optional.of(coin + "-USDT");
            case Perpetual p when isFuture(coin, p.contract()) ->
                    Optional.of(coin + "-" + quote(p.contract()) + "-SWAP");
            case Future f when isFuture(coin, f.contract()) ->
                    SymbolParts.cryptoDay(f.expiry())
                            .map(day ->
                                    coin
                                            + "-"
                                            + quote(f.contract())
                                            + "-"
                                            + SymbolParts.yymmdd(day));
            case Option o when isOption(coin, o) -> print(o);
            case Spot _, Perpetual _, Future _, Option _, VarianceSwap _, ListedContract _ ->
                    Optional.empty();
        };
    }

    private static Optional<String> print(Option option) {
        return SymbolParts.cryptoDay(option.expiry())
                .flatMap(day ->
                        SymbolParts.strike(option.strike())
                                .map(strike ->
                                        option.underlying()
                                                + "-USD-"
                                                + SymbolParts.yymmdd(day)
                                                + "-"
                                                + strike
                                                + "-"
                                                + SymbolParts.letter(option.right())));
    }

    private static String quote(Contract contract) {
        return contract.settlement() == Settlement.LINEAR ? "USDT" : "USD";
    }

    private static boolean isFuture(String coin, Contract contract) {
        return futureContract(coin, quote(contract)).filter(contract::equals).isPresent();
    }

    private static boolean isOption(String coin, Option option) {
        Double units = OPTION_UNITS.get(coin);
        return units != null
                && option.style().equals(Option.Style.EUROPEAN)
                && option.contract().equals(Contract.of(Settlement.INVERSE, units));
    }

    private static Optional<Contract> futureContract(String coin, String quote) {
        return switch (quote) {
            case "USD" -> Optional.of(Contract.inverseNotional(coin.equals("BTC") ? 100 : 10));
            case "USDT" ->
                    Optional.ofNullable(USDT_UNITS.get(coin))
                            .map(units -> Contract.of(Settlement.LINEAR, units));
            default -> Optional.empty();
        };
    }

    private static Optional<Parsed> unknownSize(String coin, String quote) {
        return SymbolParts.unknown(
                "OKX's contract size for this contract on "
                        + coin
                        + "-"
                        + quote
                        + " is not known here; state the instrument as fields");
    }

    private static Optional<Parsed> known(Instrument instrument) {
        return SymbolParts.known(instrument, Venue.OKX);
    }
}
