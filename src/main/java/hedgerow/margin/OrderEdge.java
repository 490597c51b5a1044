package hedgerow.margin;

import hedgerow.portfolio.Contract;
import hedgerow.portfolio.Future;
import hedgerow.portfolio.ListedContract;
import hedgerow.portfolio.Option;
import hedgerow.portfolio.Perpetual;
import hedgerow.portfolio.Settlement;
import hedgerow.portfolio.Spot;
import hedgerow.portfolio.VarianceSwap;
import hedgerow.pricing.RiskArrays;

/// What an order would gain at once by filling at its limit, at current prices.
final class OrderEdge {
    private OrderEdge() {}

    /// The gain in the margin currency; negative for an order that pays more than the market.
    static double of(RiskArrays arrays, int row, double quantity, double limitPrice) {
        double price = arrays.columns().price()[row];
        double perUnit =
                switch (arrays.instruments().get(row)) {
                    case Spot s -> price - limitPrice;
                    case Future f -> futurePerUnit(f.contract(), price, limitPrice);
                    case Perpetual p -> futurePerUnit(p.contract(), price, limitPrice);
                    case Option o -> price - limitPrice;
                    case VarianceSwap v -> price - limitPrice;
                    case ListedContract l -> price - limitPrice;
                };
        return quantity * arrays.columns().unitValue()[row] * perUnit;
    }

    /// Quote currency per unit for a linear contract, coins per coin for an inverse one.
    private static double futurePerUnit(Contract contract, double price, double limit) {
        return contract.settlement() == Settlement.LINEAR ? price - limit : price / limit - 1;
    }
}
