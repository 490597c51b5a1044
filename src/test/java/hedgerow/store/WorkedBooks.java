package hedgerow.store;

import hedgerow.TestMarkets;
import hedgerow.margin.Margin;
import hedgerow.margin.MarginModel;
import hedgerow.market.Market;
import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.Option;
import hedgerow.portfolio.OptionRight;
import hedgerow.portfolio.Perpetual;
import hedgerow.portfolio.Portfolio;
import hedgerow.portfolio.Position;
import hedgerow.pricing.Revaluation;
import hedgerow.pricing.RiskArrays;
import java.util.List;
import java.util.Optional;
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
                        .map(leg -> new Position(on(id, leg.instrument()), leg.quantity()))
                        .toList();
        Portfolio portfolio = Portfolio.of(held);
        if (!model.info().scope().refusals(portfolio.instruments()).isEmpty()) {
            return Optional.empty();
        }
        Market market = Market.of(TestMarkets.NOW, List.of(TestMarkets.flat(id, 60_000, 0.60)));
        RiskArrays arrays =
                Revaluation.of(market, model.grid(), model.valuation(), "USD")
                        .arrays(portfolio.instruments());
        return Optional.of(model.margin(arrays, portfolio));
    }

    private static String underlying(MarginModel model) {
        Set<String> own = model.info().scope().underlyings();
        return own.isEmpty() || own.contains("BTC") ? "BTC" : new TreeSet<>(own).first();
    }

    private static Instrument on(String id, Instrument instrument) {
        return switch (instrument) {
            case Option o ->
                    new Option(id, o.right(), o.strike(), o.expiry(), o.style(), o.contract());
            case Perpetual p -> new Perpetual(id, p.contract());
            default -> instrument;
        };
    }
}
