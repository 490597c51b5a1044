package hedgerow.hedge.search;

import hedgerow.market.OptionQuote;
import hedgerow.market.OptionQuote.Notation;
import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.Option;
import java.util.List;

/// Tells which option a quote is of.
///
/// Quotes of options seldom say what one contract is. Where they do not, the options that are held
/// on the same underlying and settlement say it, if they agree; else it is one unit, European.
///
/// @param held what is held
record ListedOptions(List<Instrument> held) {
    ListedOptions {
        held = List.copyOf(held);
    }

    /// The option that is quoted on an underlying.
    Option of(String underlying, OptionQuote quote) {
        return quote.key().option(underlying, notation(underlying, quote));
    }

    private Notation notation(String underlying, OptionQuote quote) {
        if (quote.listing().notation().isPresent()) return quote.listing().notation().get();
        List<Notation> beside =
                held.stream()
                        .filter(Option.class::isInstance)
                        .map(Option.class::cast)
                        .filter(option -> option.underlying().equals(underlying))
                        .filter(o -> o.contract().settlement() == quote.key().settlement())
                        .map(Notation::of)
                        .distinct()
                        .toList();
        return beside.size() == 1 ? beside.getFirst() : Notation.STANDARD;
    }
}
