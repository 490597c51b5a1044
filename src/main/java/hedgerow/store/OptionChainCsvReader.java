package hedgerow.store;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import hedgerow.market.Market;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;

/// An option chain as comma-separated text, one option a line, with a header.
///
/// | column | what |
/// |---|---|
/// | `timestamp` | instant of the line, ISO 8601 with zone; the latest is the market's as-of |
/// | `instrument_name` | the venue's symbol |
/// | `mark_price`, `bid_price`, `ask_price` | per unit; in the coin for a coin-settled option |
/// | `implied_volatility` | of the mark, a fraction; zero is none |
/// | `index_price` | spot or index |
/// | `futures_price` | of the expiry's future or synthetic forward; optional |
/// | `option_type`, `strike`, `expiry_datetime` | optional; must agree with the symbol |
///
/// An empty field is a figure that is not quoted. Other columns are not looked at. A line whose
/// symbol is not known is left out and named in the notes; any other fault refuses the file, with
/// line and column of each.
public final class OptionChainCsvReader {
    private static final int MOST_COLUMNS = 200;
    private static final int LONGEST_FIELD = 4_096;
    private static final int LONGEST_LINE = 65_536;

    private OptionChainCsvReader() {}

    /// Reads a chain in UTF-8; the caller closes the stream.
    ///
    /// @throws IOException where the stream fails
    public static Reading<Market> read(InputStream csv) throws IOException {
        Faults faults = new Faults();
        ChainMarket market = new ChainMarket();
        long line = 1;
        try {
            Iterator<CsvRecord> records = open(csv);
            if (!records.hasNext()) {
                faults.add(Fault.missing("line 1", "a header with the names of the columns"));
                return market.read(faults);
            }
            CsvChainLines lines = new CsvChainLines(records.next(), market, faults);
            for (int count = 1; lines.headerIsGood() && records.hasNext(); count++) {
                CsvRecord record = records.next();
                line = record.getStartingLineNumber();
                if (count > Limits.QUOTES) {
                    faults.add("line " + line, "a further line", "at most " + Limits.QUOTES);
                    break;
                }
                lines.take(record);
            }
        } catch (CsvParseException e) {
            faults.add(Fault.missing("line " + line, "a record of CSV there or next: " + cause(e)));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return market.read(faults);
    }

    private static Iterator<CsvRecord> open(InputStream csv) {
        CsvRecordHandler handler =
                CsvRecordHandler.builder()
                        .maxFields(MOST_COLUMNS)
                        .maxFieldSize(LONGEST_FIELD)
                        .maxRecordSize(LONGEST_LINE)
                        .build();
        return CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .detectBomHeader(true)
                .build(handler, csv, StandardCharsets.UTF_8)
                .iterator();
    }

    private static String cause(CsvParseException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return String.valueOf(cause.getMessage());
    }
}
