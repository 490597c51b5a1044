package hedgerow.margin;

import hedgerow.portfolio.Contract;
import hedgerow.portfolio.Future;
import hedgerow.portfolio.ListedContract;
import hedgerow.portfolio.Option;
import hedgerow.portfolio.Order;
import hedgerow.portfolio.Perpetual;
import hedgerow.portfolio.Settlement;
import hedgerow.portfolio.Spot;
import hedgerow.portfolio.VarianceSwap;
import hedgerow.pricing.RiskArrays;

/// What an order would gain at once by filling at its limit, at current prices.
final class OrderEdge {
    private OrderEdge() {}

    /// The gain in the margin currency; negative for an order that pays more than the market.
    static double of(RiskArrays arrays, Order order) {
        int row = Holding.row(arrays, order.instrument());
        double price = arrays.columns().price()[row];
        double unit = arrays.columns().unitValue()[row];
        double perUnit =
                switch (order.instrument()) {
                    case Spot s -> price - order.limitPrice();
                    case Future f -> futurePerUnit(f.contract(), price, order.limitPrice());
                    case Perpetual p -> futurePerUnit(p.contract(), price, order.limitPrice());
                    case Option o -> price - order.limitPrice();
                    case VarianceSwap v -> price - order.limitPrice();
                    case ListedContract l -> price - order.limitPrice();
                };
        return order.quantity() * unit * perUnit;
    }

    /// Quote currency per unit for a linear contract, coins per coin for an inverse one.
    private static double futurePerUnit(Contract contract, double price, double limit) {
        return contract.settlement() == Settlement.LINEAR ? price - limit : price / limit - 1;
    }
}
