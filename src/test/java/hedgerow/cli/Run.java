package hedgerow.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hedgerow.api.AnswersByHand;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

/// One command line run inside the test, and what came of it.
///
/// @param code the exit code
/// @param out what went to standard output
/// @param err what went to standard error
record Run(int code, String out, String err) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AnswersByHand SERVICE = new AnswersByHand();

    /// Ten short calls against 80,000 of collateral, and five perpetuals that hedge them.
    static final String BOOK =
            """
            { "model": "crypto-grid",
              "market": { "asOf": "2026-01-01T08:00:00Z",
                "underlyings": [ { "id": "BTC", "currency": "USD", "spot": 60000, "rateAnnual": 0,
                                   "vol": 0.60 } ] },
              "portfolio": {
                "positions": [ { "symbol": "BTC_USDC-31JAN26-60000-C", "quantity": -10 } ],
                "collateral": [ { "asset": "USDC", "quantity": 80000 } ] },
              "hedge": {
                "positions": [ { "instrument": { "type": "perpetual", "underlying": "BTC" },
                                 "quantity": 5 } ] } }
            """;

    static Run of(String... args) {
        return on("", args);
    }

    /// Runs with this text on standard input.
    static Run on(String in, String... args) {
        return on(Terminal.NONE, in, args);
    }

    /// Runs on a terminal this wide, without colours.
    static Run wide(int columns, String in, String... args) {
        return on(new Terminal(false, true, false, OptionalInt.of(columns), false), in, args);
    }

    static Run on(Terminal terminal, String in, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console =
                new Console(
                        new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
                        new PrintStream(out, false, StandardCharsets.UTF_8),
                        new PrintStream(err, false, StandardCharsets.UTF_8),
                        terminal);
        int code = new Commands(SERVICE.answers(), SERVICE.bulk()).run(console, args);
        return new Run(
                code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    JsonNode json() {
        try {
            return JSON.readTree(out);
        } catch (IOException e) {
            throw new UncheckedIOException("no JSON: " + out, e);
        }
    }
}
