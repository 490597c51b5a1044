package hedgerow.store;

import hedgerow.market.ChainLine;
import hedgerow.market.Market;
import hedgerow.market.OptionQuote;
import hedgerow.market.Reference.PerpetualQuote;
import hedgerow.portfolio.Future;
import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.ListedContract;
import hedgerow.portfolio.Option;
import hedgerow.portfolio.Parsed;
import hedgerow.portfolio.Perpetual;
import hedgerow.portfolio.Spot;
import hedgerow.portfolio.Symbols;
import hedgerow.portfolio.VarianceSwap;
import hedgerow.portfolio.Venue;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The response bodies of Deribit's public `get_book_summary_by_currency`, as a market.
///
/// Several bodies, of options and futures and of several currencies, may follow one another in one
/// stream, as `curl` gives them for several addresses; they make one market. Futures give listed
/// forwards and the perpetual's mark and funding, options the chain; the index is the median of
/// `estimated_delivery_price`, the as-of instant the latest `creation_timestamp`.
///
/// An instrument that is not known, such as a combination, is left out and named in the notes.
/// Fields that are not used are passed over, as the venue adds fields at times; a used field of a
/// wrong type or range refuses the whole.
///
/// Source: docs.deribit.com, `public/get_book_summary_by_currency`.
public final class DeribitBookSummaryReader {
    /// The most bodies that make one market.
    public static final int BODIES = 50;

    private static final double PERCENT = 100;

    private final ChainMarket market = new ChainMarket();
    private final Faults faults = new Faults();
    private final Set<String> names = new HashSet<>();

    private DeribitBookSummaryReader() {}

    /// Reads one or more bodies; the caller closes the stream.
    ///
    /// @param json which must ignore unknown fields
    /// @throws IOException where the stream fails; never for what is in it
    public static Reading<Market> read(Json json, InputStream bodies) throws IOException {
        DeribitBookSummaryReader reader = new DeribitBookSummaryReader();
        List<BookSummaryBody> bound =
                json.bind(bodies, BookSummaryBody.class, reader.faults, BODIES);
        if (!reader.faults.isEmpty()) return new Reading.Refused<>(reader.faults.list());
        for (int i = 0; i < bound.size(); i++) reader.take(bound.get(i), JsonPlace.prefix(i));
        return reader.market.read(reader.faults);
    }

    private void take(BookSummaryBody body, String prefix) {
        if (body.error() != null) {
            String message = body.error().message();
            faults.add(
                    prefix + "/error",
                    message == null ? "an error" : message,
                    "a result; the venue answered with an error");
        } else if (body.result() == null) {
            faults.add(Fault.missing(prefix + "/result", "a list of book summaries"));
        } else {
            for (int i = 0; i < body.result().size(); i++) {
                BookSummaryBody.Row row = body.result().get(i);
                if (row != null) take(row, prefix + "/result/" + i);
            }
        }
    }

    private void take(BookSummaryBody.Row row, String at) {
        String name = row.instrument_name();
        if (name == null) return;
        switch (Symbols.parse(name)) {
            case Parsed.Unknown(String reason) -> market.unknown(name, reason);
            case Parsed.Known(_, Venue venue) when venue != Venue.DERIBIT ->
                    market.unknown(name, "it is no symbol of Deribit");
            case Parsed.Known(Instrument instrument, _) -> take(instrument, row, name, at);
        }
    }

    private void take(Instrument instrument, BookSummaryBody.Row row, String name, String at) {
        boolean isNew = names.add(name);
        switch (instrument) {
            case Option option -> isNew &= market.option(option.underlying(), line(option, row));
            case Future future -> {
                positive(row.mark_price()).ifPresent(mark -> market.future(future, mark));
                index(future, row);
            }
            case Perpetual perpetual -> {
                OptionalDouble mark = positive(row.mark_price());
                market.perpetual(perpetual, new PerpetualQuote(mark, optional(row.funding_8h())));
                index(perpetual, row);
            }
            case Spot _, VarianceSwap _, ListedContract _ ->
                    market.unknown(name, "it is no option, future or perpetual");
        }
        if (!isNew) faults.add(at + "/instrument_name", name, "each instrument once");
        market.printedAt(
                Instant.ofEpochMilli(MarketMapping.sent(row.creation_timestamp()).longValue()));
    }

    private void index(Instrument instrument, BookSummaryBody.Row row) {
        optional(row.estimated_delivery_price())
                .ifPresent(price -> market.index(instrument.underlying(), price));
    }

    private static ChainLine line(Option option, BookSummaryBody.Row row) {
        OptionalDouble percent = positive(row.mark_iv());
        OptionQuote quote =
                new OptionQuote(
                                OptionQuote.Key.of(option),
                                percent.isPresent()
                                        ? OptionalDouble.of(percent.getAsDouble() / PERCENT)
                                        : percent,
                                optional(row.mark_price()),
                                optional(row.bid_price()),
                                optional(row.ask_price()))
                        .listed(
                                new OptionQuote.Listing(
                                        Optional.of(OptionQuote.Notation.of(option)),
                                        optional(row.open_interest()),
                                        optional(row.volume())));
        return new ChainLine(
                quote, optional(row.underlying_price()), optional(row.estimated_delivery_price()));
    }

    private static OptionalDouble positive(@Nullable Double value) {
        return value == null || value == 0 ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static OptionalDouble optional(@Nullable Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
