package hedgerow.store;

import hedgerow.TestMarkets;
import hedgerow.margin.Margin;
import hedgerow.margin.MarginModel;
import hedgerow.portfolio.OptionRight;
import hedgerow.portfolio.Portfolio;
import hedgerow.portfolio.Position;
import hedgerow.pricing.Revaluation;
import hedgerow.pricing.RiskArrays;
import java.util.List;

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

    static Margin margin(MarginModel model, List<Position> book) {
        Portfolio portfolio = Portfolio.of(book);
        RiskArrays arrays =
                Revaluation.of(TestMarkets.flat(), model.grid(), model.valuation(), "USD")
                        .arrays(portfolio.instruments());
        return model.margin(arrays, portfolio);
    }
}
