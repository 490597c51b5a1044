package hedgerow.hedge;

import hedgerow.TestMarkets;
import hedgerow.margin.MarginModel;
import hedgerow.market.Market;
import hedgerow.portfolio.Collateral;
import hedgerow.portfolio.Option;
import hedgerow.portfolio.OptionRight;
import hedgerow.portfolio.Portfolio;
import hedgerow.portfolio.Position;
import hedgerow.pricing.Revaluation;
import hedgerow.pricing.RiskArrays;
import hedgerow.store.ModelStore;
import java.util.Arrays;
import java.util.List;

/// Accounts of tests on BTC at 60,000 with one vol of 60 %, rate zero.
public final class Accounts {
    private static final ModelStore MODELS = ModelStore.packaged();

    private Accounts() {}

    /// A model that is packaged.
    public static MarginModel model(String name) {
        return MODELS.find(name).orElseThrow().model();
    }

    /// Positions written as text, such as `-10 C60000, 5 perpetual`: options of 30 days, or of the
    /// days behind an `@`, by right and strike, and perpetuals.
    public static List<Position> positions(String book) {
        return Arrays.stream(book.split(",")).map(String::strip).map(Accounts::position).toList();
    }

    private static Position position(String leg) {
        String[] parts = leg.split("[ @]");
        double quantity = Double.parseDouble(parts[0]);
        if (parts[1].equals("perpetual")) return new Position(TestMarkets.perpetual(), quantity);
        OptionRight right = parts[1].charAt(0) == 'C' ? OptionRight.CALL : OptionRight.PUT;
        double days = parts.length > 2 ? Double.parseDouble(parts[2]) : 30;
        Option option = TestMarkets.option(right, Double.parseDouble(parts[1].substring(1)), days);
        return new Position(option, quantity);
    }

    /// The arrays of a portfolio under a model, in USD.
    public static RiskArrays arrays(Market market, MarginModel model, Portfolio portfolio) {
        return Revaluation.of(market, model.grid(), model.valuation(), "USD")
                .arrays(portfolio.instruments());
    }

    /// An account with dollars as collateral, ready to move.
    public static MovingAccount account(
            Market market, MarginModel model, List<Position> positions, double dollars) {
        Portfolio portfolio =
                new Portfolio(positions, List.of(new Collateral("USD", dollars)), List.of(), 0);
        return MovingAccount.of(market, model, portfolio, arrays(market, model, portfolio));
    }
}
