package hedgerow.portfolio;

import java.util.Locale;
import java.util.Optional;

/// Venue symbols read as instruments, and instruments printed as venue symbols.
///
/// A symbol implies the venue's contract size, settlement, exercise style and hour of expiry. Where
/// one of these is not known for certain, such as the contract size of a rare coin, the symbol is
/// refused: the instrument can then be stated as plain fields.
///
/// For every instrument that can be printed, parsing the print gives the same instrument.
public final class Symbols {
    /// The longest symbol that is looked at.
    public static final int LONGEST = 64;

    private static final String FORMS =
            "known forms are Deribit (BTC-PERPETUAL, BTC-26DEC26, BTC-26DEC26-60000-C,"
                    + " BTC_USDC-26DEC26-60000-C), OKX (BTC-USDT, BTC-USD-SWAP, BTC-USD-261226,"
                    + " BTC-USD-261226-60000-C) and OCC (21 characters, 'AAPL  261218C00200000')";

    private Symbols() {}

    /// Reads one symbol. Every text gets an answer; none is an error.
    public static Parsed parse(String symbol) {
        if (symbol.length() > LONGEST) {
            return new Parsed.Unknown(
                    "a symbol has at most "
                            + LONGEST
                            + " characters, this one has "
                            + symbol.length());
        }
        Optional<Parsed> answer = answer(symbol);
        if (answer.isPresent()) return answer.get();
        String upper = symbol.strip().toUpperCase(Locale.ROOT);
        return answer(upper).orElse(null) instanceof Parsed.Known
                ? new Parsed.Unknown("symbols are in upper case, without blanks around: " + upper)
                : new Parsed.Unknown(FORMS);
    }

    /// The symbol of `instrument` at `venue`; empty where the venue lists no such contract.
    public static Optional<String> print(Instrument instrument, Venue venue) {
        return switch (venue) {
            case DERIBIT -> DeribitSymbol.print(instrument);
            case OKX -> OkxSymbol.print(instrument);
            case OCC -> OccSymbol.print(instrument);
        };
    }

    private static Optional<Parsed> answer(String symbol) {
        return DeribitSymbol.parse(symbol)
                .or(() -> OkxSymbol.parse(symbol))
                .or(() -> OccSymbol.parse(symbol));
    }
}
