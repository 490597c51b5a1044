package hedgerow.portfolio;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Symbols of Deribit.
///
/// Coin-settled contracts are named by the coin alone (`BTC-26DEC26`), linear ones by the pair
/// (`BTC_USDC-26DEC26`), in which `d` stands for the decimal point of a strike
/// (`XRP_USDC-30JUN23-0d625-C`). All expire at 08:00 UTC. A contract is:
///
/// - coin-settled future or perpetual: 10 USD for BTC, 1 USD for ETH;
/// - coin-settled option: 1 coin;
/// - linear future or perpetual: 1 unit of the base currency, the unit in which the venue states
///   orders and positions (its technical step has changed over time);
/// - linear option: the units of the base currency below.
///
/// Sources: 1. docs.deribit.com, Naming and API reference, `contract_size`, `amount`. 2. Deribit
/// Support, Linear USDC Options, and Deribit Insights, USDC-settled altcoin options (March 2024):
/// SOL 10, XRP 1,000, MATIC 1,000. 3. Deribit announcement of January 2026: AVAX 100, TRX 10,000.
final class DeribitSymbol {
    private static final Map<String, Double> INVERSE_NOTIONAL = Map.of("BTC", 10.0, "ETH", 1.0);

    private static final Map<String, Double> LINEAR_OPTION_UNITS =
            Map.of(
                    "BTC", 1.0,
                    "ETH", 1.0,
                    "SOL", 10.0,
                    "XRP", 1_000.0,
                    "MATIC", 1_000.0,
                    "AVAX", 100.0,
                    "TRX", 10_000.0);

    private static final List<String> MONTHS =
            List.of(
                    "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV",
                    "DEC");

    private static final Pattern COIN = Pattern.compile("[A-Z0-9]{1,12}");
    private static final Pattern SPOT = Pattern.compile("([A-Z0-9]{1,12})_(USDC|USDT)");
    private static final Pattern FORM =
            Pattern.compile(
                    "([A-Z0-9]{1,12})(?:_([A-Z0-9]{1,12}))?"
                            + "-(PERPETUAL|\\d{1,2}[A-Z]{3}\\d{2})(?:-(.+)-([A-Z]))?");

    private DeribitSymbol() {}

    /// Empty where the text does not have Deribit's form.
    static Optional<Parsed> parse(String symbol) {
        Matcher spot = SPOT.matcher(symbol);
        if (spot.matches()) return known(Spot.of(spot.group(1)));
        Matcher form = FORM.matcher(symbol);
        if (!form.matches()) return Optional.empty();
        boolean linear = form.group(2) != null;
        if (linear && !form.group(2).equals("USDC") && !form.group(2).equals("USDT")) {
            return SymbolParts.unknown(
                    "Deribit's linear contracts are quoted in USDC or USDT, not " + form.group(2));
        }
        String coin = form.group(1);
        if (form.group(3).equals("PERPETUAL")) {
            return form.group(4) == null ? perpetual(coin, linear) : Optional.empty();
        }
        Optional<LocalDate> day = day(form.group(3));
        if (day.isEmpty()) return SymbolParts.unknown(form.group(3) + " is not a day");
        return form.group(4) == null
                ? future(coin, linear, day.get())
                : option(coin, linear, day.get(), form);
    }

    private static Optional<Parsed> perpetual(String coin, boolean linear) {
        return futureContract(coin, linear)
                .map(contract -> known(new Perpetual(coin, contract)))
                .orElseGet(() -> unknownSize(coin));
    }

    private static Optional<Parsed> future(String coin, boolean linear, LocalDate day) {
        return futureContract(coin, linear)
                .map(c -> known(new Future(coin, SymbolParts.cryptoExpiry(day), c)))
                .orElseGet(() -> unknownSize(coin));
    }

    private static Optional<Parsed> option(
            String coin, boolean linear, LocalDate day, Matcher form) {
        String digits = form.group(4);
        OptionalDouble strike = strike(digits, linear);
        if (strike.isEmpty()) {
            return SymbolParts.unknown(
                    "the strike must be a positive number"
                            + (linear ? " with d as its decimal point" : "")
                            + ", was "
                            + digits);
        }
        if (!form.group(5).matches("[CP]")) {
            return SymbolParts.unknown("the right must be C or P, was " + form.group(5));
        }
        return optionContract(coin, linear)
                .map(contract ->
                        known(
                                new Option(
                                        coin,
                                        SymbolParts.right(form.group(5)),
                                        strike.getAsDouble(),
                                        SymbolParts.cryptoExpiry(day),
                                        Option.Style.EUROPEAN,
                                        contract)))
                .orElseGet(() -> unknownSize(coin));
    }

    private static OptionalDouble strike(String digits, boolean linear) {
        if (digits.contains(".")) return OptionalDouble.empty();
        return SymbolParts.strike(linear ? digits.replace('d', '.') : digits);
    }

    /// Empty where the instrument is none of Deribit's.
    static Optional<String> print(Instrument instrument) {
        String coin = instrument.underlying();
        if (!COIN.matcher(coin).matches()) return Optional.empty();
        return switch (instrument) {
            case Spot s when s.equals(Spot.of(coin)) -> Optional.of(coin + "_USDC");
            case Perpetual p when isFuture(coin, p.contract()) ->
                    Optional.of(root(coin, p.contract()) + "-PERPETUAL");
            case Future f when isFuture(coin, f.contract()) ->
                    SymbolParts.cryptoDay(f.expiry())
                            .map(day -> root(coin, f.contract()) + "-" + print(day));
            case Option o when isOption(coin, o) -> print(o);
            case Spot _, Perpetual _, Future _, Option _, VarianceSwap _, ListedContract _ ->
                    Optional.empty();
        };
    }

    private static Optional<String> print(Option option) {
        boolean linear = option.contract().settlement() == Settlement.LINEAR;
        return SymbolParts.cryptoDay(option.expiry())
                .flatMap(day ->
                        SymbolParts.strike(option.strike())
                                .filter(strike -> linear || !strike.contains("."))
                                .map(strike ->
                                        root(option.underlying(), option.contract())
                                                + "-"
                                                + print(day)
                                                + "-"
                                                + strike.replace('.', 'd')
                                                + "-"
                                                + SymbolParts.letter(option.right())));
    }

    private static String root(String coin, Contract contract) {
        return contract.settlement() == Settlement.LINEAR ? coin + "_USDC" : coin;
    }

    private static boolean isFuture(String coin, Contract contract) {
        return futureContract(coin, contract.settlement() == Settlement.LINEAR)
                .filter(contract::equals)
                .isPresent();
    }

    private static boolean isOption(String coin, Option option) {
        boolean linear = option.contract().settlement() == Settlement.LINEAR;
        return option.style().equals(Option.Style.EUROPEAN)
                && optionContract(coin, linear).filter(option.contract()::equals).isPresent();
    }

    private static Optional<Contract> futureContract(String coin, boolean linear) {
        if (linear) return Optional.of(Contract.LINEAR);
        return Optional.ofNullable(INVERSE_NOTIONAL.get(coin)).map(Contract::inverseNotional);
    }

    private static Optional<Contract> optionContract(String coin, boolean linear) {
        if (!linear) {
            return INVERSE_NOTIONAL.containsKey(coin)
                    ? Optional.of(Contract.INVERSE)
                    : Optional.empty();
        }
        return Optional.ofNullable(LINEAR_OPTION_UNITS.get(coin))
                .map(units -> Contract.of(Settlement.LINEAR, units));
    }

    private static Optional<Parsed> unknownSize(String coin) {
        return SymbolParts.unknown(
                "Deribit's contract size for this contract on "
                        + coin
                        + " is not known here; state the instrument as fields");
    }

    private static Optional<LocalDate> day(String text) {
        int letters = text.length() - 5;
        int month = MONTHS.indexOf(text.substring(letters, letters + 3)) + 1;
        return SymbolParts.date(
                Integer.parseInt(text.substring(letters + 3)),
                month,
                Integer.parseInt(text.substring(0, letters)));
    }

    private static String print(LocalDate day) {
        return String.format(
                Locale.ROOT,
                "%d%s%02d",
                day.getDayOfMonth(),
                MONTHS.get(day.getMonthValue() - 1),
                day.getYear() % 100);
    }

    private static Optional<Parsed> known(Instrument instrument) {
        return SymbolParts.known(instrument, Venue.DERIBIT);
    }
}
