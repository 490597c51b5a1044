package hedgerow.store;

import de.siegmar.fastcsv.reader.CsvRecord;
import hedgerow.market.ChainLine;
import hedgerow.market.OptionQuote;
import hedgerow.portfolio.Numbers;
import hedgerow.portfolio.Option;
import hedgerow.portfolio.Parsed;
import hedgerow.portfolio.Symbols;
import hedgerow.portfolio.Venue;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// The lines of one option-chain CSV, checked against its header and handed to the market.
final class CsvChainLines {
    private static final String TIMESTAMP = "timestamp";
    private static final String NAME = "instrument_name";
    private static final String MARK = "mark_price";
    private static final String VOL = "implied_volatility";
    private static final String INDEX = "index_price";
    private static final List<String> NEEDED = List.of(TIMESTAMP, NAME, MARK, VOL, INDEX);

    private final Map<String, Integer> columns = new HashMap<>();
    private final ChainMarket market;
    private final Faults faults;
    private final int width;
    private final boolean headerIsGood;

    CsvChainLines(CsvRecord header, ChainMarket market, Faults faults) {
        this.market = market;
        this.faults = faults;
        this.width = header.getFieldCount();
        for (int i = 0; i < width; i++) {
            String name = header.getField(i);
            if (columns.putIfAbsent(name, i) != null) {
                faults.add(at(1, name), name, "each column once");
            }
        }
        for (String name : NEEDED) {
            if (!columns.containsKey(name)) {
                faults.add(Fault.missing(at(1, name), "a column of this name"));
            }
        }
        this.headerIsGood = faults.isEmpty();
    }

    boolean headerIsGood() {
        return headerIsGood;
    }

    /// Takes one line: hands it to the market, or says what is wrong with it.
    void take(CsvRecord record) {
        long line = record.getStartingLineNumber();
        if (record.getFieldCount() != width) {
            faults.add("line " + line, record.getFieldCount() + " fields", width + " fields");
            return;
        }
        Cells cells = new Cells(record, line);
        String name = cells.text(NAME);
        switch (Symbols.parse(name)) {
            case Parsed.Unknown unknown -> market.unknown(name, unknown.reason());
            case Parsed.Known(Option option, Venue venue) when venue != Venue.OCC ->
                    take(option, cells);
            case Parsed.Known _ -> market.unknown(name, "it is no option of a crypto venue");
        }
    }

    private void take(Option option, Cells cells) {
        cells.instant(TIMESTAMP).ifPresent(market::printedAt);
        cells.agrees("option_type", option.right().name().toLowerCase(Locale.ROOT));
        cells.agrees("strike", option.strike());
        cells.agrees("expiry_datetime", option.expiry());
        OptionQuote quote =
                new OptionQuote(
                                OptionQuote.Key.of(option),
                                cells.vol(VOL),
                                cells.number(MARK, 0, Limits.PRICE),
                                cells.number("bid_price", 0, Limits.PRICE),
                                cells.number("ask_price", 0, Limits.PRICE))
                        .listed(
                                new OptionQuote.Listing(
                                        Optional.of(OptionQuote.Notation.of(option)),
                                        cells.number("open_interest", 0, Limits.PRICE),
                                        cells.number("volume", 0, Limits.PRICE)));
        ChainLine line = new ChainLine(quote, cells.price("futures_price"), cells.price(INDEX));
        if (!market.option(option.underlying(), line)) {
            faults.add(at(cells.line, NAME), cells.text(NAME), "each option once");
        }
    }

    private static String at(long line, String column) {
        return "line " + line + ", column " + Fault.cut(column);
    }

    /// The fields of one line by column; a column that the file lacks is a field that is empty.
    private final class Cells {
        private final CsvRecord record;
        private final long line;

        Cells(CsvRecord record, long line) {
            this.record = record;
            this.line = line;
        }

        String text(String column) {
            Integer index = columns.get(column);
            return index == null ? "" : record.getField(index);
        }

        /// The vol, of which zero says that there is none.
        OptionalDouble vol(String column) {
            OptionalDouble vol = number(column, 0, Limits.VOL);
            return vol.equals(OptionalDouble.of(0)) ? OptionalDouble.empty() : vol;
        }

        OptionalDouble price(String column) {
            return number(column, Double.MIN_VALUE, Limits.PRICE);
        }

        OptionalDouble number(String column, double least, double most) {
            String text = text(column);
            if (text.isEmpty()) return OptionalDouble.empty();
            OptionalDouble value = Decimals.parse(text);
            if (value.isPresent() && value.getAsDouble() >= least && value.getAsDouble() <= most) {
                return value;
            }
            String from = least == 0 ? "from 0" : "above 0";
            fault(column, "a number " + from + " to " + Numbers.plain(most) + ", or nothing");
            return OptionalDouble.empty();
        }

        Optional<Instant> instant(String column) {
            Optional<Instant> instant = Limits.instant(text(column));
            if (instant.isEmpty()) fault(column, Limits.INSTANT);
            return instant;
        }

        void agrees(String column, String expected) {
            String text = text(column);
            if (!text.isEmpty() && !text.equals(expected)) {
                fault(column, expected + ", as " + NAME + " says");
            }
        }

        void agrees(String column, double expected) {
            OptionalDouble value = number(column, 0, Limits.PRICE);
            if (value.isPresent() && value.getAsDouble() != expected) {
                fault(column, Numbers.plain(expected) + ", as " + NAME + " says");
            }
        }

        void agrees(String column, Instant expected) {
            if (text(column).isEmpty()) return;
            instant(column)
                    .filter(instant -> !instant.equals(expected))
                    .ifPresent(_ -> fault(column, expected + ", as " + NAME + " says"));
        }

        private void fault(String column, String allowed) {
            faults.add(at(line, column), text(column), allowed);
        }
    }
}
