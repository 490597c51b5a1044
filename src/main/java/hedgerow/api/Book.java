package hedgerow.api;

import hedgerow.portfolio.Collateral;
import hedgerow.portfolio.Order;
import hedgerow.portfolio.Portfolio;
import hedgerow.portfolio.Position;
import java.util.List;
import java.util.stream.Stream;

/// A portfolio as it was sent and as it was understood.
///
/// @param legs the positions
/// @param orders the open orders
/// @param collateral what is posted
/// @param unrealisedPnl as the caller states it
/// @param pointer where it stands in the request
record Book(
        List<Leg> legs,
        List<OpenOrder> orders,
        List<Collateral> collateral,
        double unrealisedPnl,
        String pointer) {
    private static final String ONLY = "/portfolio";

    /// Positions alone.
    static Book of(List<Leg> legs) {
        return new Book(legs, List.of(), List.of(), 0, ONLY);
    }

    /// One open order.
    ///
    /// @param leg its instrument and quantity
    /// @param limitPrice its limit
    record OpenOrder(Leg leg, double limitPrice) {
        Order order() {
            return new Order(leg.instrument(), leg.position().quantity(), limitPrice);
        }
    }

    /// This book with further legs.
    Book with(List<Leg> more) {
        List<Leg> all = Stream.concat(legs.stream(), more.stream()).toList();
        return new Book(all, orders, collateral, unrealisedPnl, pointer);
    }

    /// What of this book is on one underlying.
    Book on(String underlying) {
        return new Book(
                legs.stream().filter(leg -> isOn(leg, underlying)).toList(),
                orders.stream().filter(order -> isOn(order.leg(), underlying)).toList(),
                List.of(),
                0,
                pointer);
    }

    private static boolean isOn(Leg leg, String underlying) {
        return leg.underlying().equals(underlying);
    }

    /// The legs as positions, in the order in which they were sent.
    List<Position> positions() {
        return Leg.positions(legs);
    }

    /// What is held, as the models read it.
    Portfolio portfolio() {
        List<Order> open = orders.stream().map(OpenOrder::order).toList();
        return new Portfolio(positions(), collateral, open, unrealisedPnl);
    }

    /// Every leg, ordered or held.
    Stream<Leg> everyLeg() {
        return Stream.concat(legs.stream(), orders.stream().map(OpenOrder::leg));
    }
}
