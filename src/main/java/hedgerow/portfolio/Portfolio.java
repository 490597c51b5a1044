package hedgerow.portfolio;

import java.util.List;
import java.util.stream.Stream;

/// All that one account holds: positions, collateral and open orders.
///
/// @param positions the legs, in the caller's order
/// @param collateral what is posted
/// @param orders open orders
/// @param unrealisedPnl profit not yet settled, as the caller states it, in the margin currency
public record Portfolio(
        List<Position> positions,
        List<Collateral> collateral,
        List<Order> orders,
        double unrealisedPnl) {
    public Portfolio {
        positions = List.copyOf(positions);
        collateral = List.copyOf(collateral);
        orders = List.copyOf(orders);
        Require.finite("unrealisedPnl", unrealisedPnl);
    }

    /// A portfolio of positions alone.
    public static Portfolio of(List<Position> positions) {
        return new Portfolio(positions, List.of(), List.of(), 0);
    }

    /// This portfolio with further positions, such as a hedge.
    public Portfolio with(List<Position> more) {
        List<Position> all = Stream.concat(positions.stream(), more.stream()).toList();
        return new Portfolio(all, collateral, orders, unrealisedPnl);
    }

    /// Every instrument that is held or ordered, each once.
    public List<Instrument> instruments() {
        return Stream.concat(
                        positions.stream().map(Position::instrument),
                        orders.stream().map(Order::instrument))
                .distinct()
                .toList();
    }
}
