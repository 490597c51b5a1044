package hedgerow.store;

import hedgerow.TestMarkets;
import hedgerow.margin.Margin;
import hedgerow.margin.MarginModel;
import hedgerow.market.Listings;
import hedgerow.market.Market;
import hedgerow.market.OptionQuote;
import hedgerow.market.Reference;
import hedgerow.market.Underlying;
import hedgerow.market.Years;
import hedgerow.portfolio.Contract;
import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.Option;
import hedgerow.portfolio.OptionRight;
import hedgerow.portfolio.Perpetual;
import hedgerow.portfolio.Portfolio;
import hedgerow.portfolio.Position;
import hedgerow.portfolio.Settlement;
import hedgerow.pricing.Revaluation;
import hedgerow.pricing.RiskArrays;
import hedgerow.pricing.formula.Black76;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

/// The books whose margins are pinned for every model: spot and forward 60,000, vol 60 %, 30 days,
/// no rates.
final class WorkedBooks {
    /// Ten short calls at the money.
    static final List<Position> CALLS =
            List.of(new Position(TestMarkets.option(OptionRight.CALL, 60_000, 30), -10));

    /// The same with five long perpetuals.
    static final List<Position> HEDGED =
            List.of(CALLS.getFirst(), new Position(TestMarkets.perpetual(), 5));

    private WorkedBooks() {}

    /// What a model says of a book, held on BTC or, where it has no rule for BTC, on its own first
    /// underlying; empty where it has no rule for what is held.
    static Optional<Margin> margin(MarginModel model, List<Position> book) {
        String id = underlying(model);
        List<Position> held =
                book.stream()
                        .map(leg -> new Position(on(id, leg.instrument(), model), leg.quantity()))
                        .toList();
        Portfolio portfolio = Portfolio.of(held);
        if (!model.info().scope().refusals(portfolio.instruments()).isEmpty()) {
            return Optional.empty();
        }
        Market market = Market.of(TestMarkets.NOW, List.of(quoted(id, held)));
        RiskArrays arrays =
                Revaluation.of(market, model.grid(), model.valuation(), "USD")
                        .arrays(portfolio.instruments());
        return Optional.of(model.margin(arrays, portfolio));
    }

    static String underlying(MarginModel model) {
        Set<String> own = model.info().scope().underlyings();
        return own.isEmpty() || own.contains("BTC") ? "BTC" : new TreeSet<>(own).first();
    }

    static Instrument on(String id, Instrument instrument, MarginModel model) {
        Settlement paid = model.info().scope().settlement().orElse(Settlement.LINEAR);
        Contract contract = Contract.of(paid, 1);
        return switch (instrument) {
            case Option o -> new Option(id, o.right(), o.strike(), o.expiry(), o.style(), contract);
            case Perpetual p -> new Perpetual(id, contract);
            default -> instrument;
        };
    }

    /// The flat market with marks and deltas of the options held, as by Black-76, and a funding
    /// rate of 0.01 %, for models that ask for them.
    static Underlying quoted(String id, List<Position> held) {
        Underlying flat = TestMarkets.flat(id, 60_000, 0.60);
        OptionalDouble none = OptionalDouble.empty();
        List<OptionQuote> quotes = new ArrayList<>();
        for (Position leg : held) {
            if (!(leg.instrument() instanceof Option option)) continue;
            int sign = option.right().sign();
            double root = Math.sqrt(Years.between(TestMarkets.NOW, option.expiry()));
            double value = Black76.value(sign, 60_000, option.strike(), 0.60 * root);
            boolean coins = option.contract().settlement() == Settlement.INVERSE;
            double delta = Black76.delta(sign, 60_000, option.strike(), 0.60 * root);
            quotes.add(
                    new OptionQuote(
                            OptionQuote.Key.of(option),
                            none,
                            OptionalDouble.of(coins ? value / 60_000 : value),
                            none,
                            none,
                            OptionalDouble.of(delta),
                            none));
        }
        return new Underlying(
                id,
                flat.currency(),
                new Reference(
                        60_000,
                        OptionalDouble.of(0),
                        0,
                        new Reference.PerpetualQuote(none, OptionalDouble.of(1e-4))),
                flat.forwards(),
                flat.vols(),
                Listings.ofChain(quotes));
    }
}
