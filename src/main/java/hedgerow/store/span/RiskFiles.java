package hedgerow.store.span;

import hedgerow.market.Market;
import hedgerow.market.clearing.Conversion;
import hedgerow.market.clearing.RiskParameters;
import hedgerow.store.Fault;
import hedgerow.store.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Risk-parameter files of either format, as markets.
///
/// A file that begins with `<`, after a byte order mark if any, is XML; any other is positional.
/// The market's as-of instant is the start of the business date in UTC, and its currency rates are
/// those of the file.
public final class RiskFiles {
    private static final int SNIFFED = 4;
    private static final String MARK = "\u00ef\u00bb\u00bf";

    private RiskFiles() {}

    /// Reads a file; the caller closes the stream.
    ///
    /// @param commodities the commodity codes that are wanted, of an XML file; all where empty
    /// @throws IOException where the stream fails
    public static Reading<Market> read(InputStream in, Set<String> commodities) throws IOException {
        PushbackInputStream sniffed = new PushbackInputStream(in, SNIFFED);
        boolean isXml = startsAsXml(sniffed);
        if (!isXml && !commodities.isEmpty()) {
            return new Reading.Refused<>(
                    List.of(
                            Fault.of(
                                    "?commodities",
                                    String.join(",", commodities),
                                    "none for a positional file, which is read whole")));
        }
        Reading<RiskParameters> reading =
                !isXml
                        ? Pa2Reader.read(sniffed)
                        : commodities.isEmpty()
                                ? SpnReader.read(sniffed)
                                : SpnReader.read(sniffed, commodities::contains);
        return switch (reading) {
            case Reading.Value<RiskParameters>(RiskParameters read, List<String> notes) ->
                    new Reading.Value<>(market(read), notes);
            case Reading.Refused<RiskParameters>(List<Fault> faults) ->
                    new Reading.Refused<>(faults);
        };
    }

    private static boolean startsAsXml(PushbackInputStream in) throws IOException {
        byte[] first = in.readNBytes(SNIFFED);
        in.unread(first);
        StringBuilder text = new StringBuilder();
        for (byte each : first) text.append((char) (each & 0xff));
        String begin = text.toString().startsWith(MARK) ? text.substring(3) : text.toString();
        return begin.startsWith("<");
    }

    private static Market market(RiskParameters parameters) {
        SortedMap<String, Double> fx = new TreeMap<>();
        for (Conversion rate : parameters.conversions()) {
            if (!rate.from().equals(rate.to())) {
                fx.put(rate.from() + "/" + rate.to(), rate.rate());
            }
        }
        return new Market(
                parameters.publication().businessDate().atStartOfDay().toInstant(ZoneOffset.UTC),
                new TreeMap<>(),
                fx,
                1,
                Optional.of(parameters));
    }
}
