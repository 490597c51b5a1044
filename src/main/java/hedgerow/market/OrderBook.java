package hedgerow.market;

import hedgerow.portfolio.Require;
import java.util.List;

/// One side of a limit order book, best price first.
///
/// @param mid the mid price before anything is traded
/// @param levels price and size, each price no better than the one before
public record OrderBook(double mid, List<Level> levels) {
    /// What is offered or bid at one price.
    ///
    /// @param price above zero
    /// @param size contracts, above zero
    public record Level(double price, double size) {
        public Level {
            Require.positive("price", price);
            Require.positive("size", size);
        }
    }

    /// What a market order takes out of the book.
    ///
    /// @param filled contracts that the book holds, at most what was asked for
    /// @param missing contracts that it does not hold
    /// @param proceeds what the filled contracts are traded for
    /// @param cost what trading them costs against the mid price
    public record Walk(double filled, double missing, double proceeds, double cost) {
        /// The average price of what was filled; the mid price where nothing was.
        public double averagePrice(double mid) {
            return filled > 0 ? proceeds / filled : mid;
        }
    }

    public OrderBook {
        Require.positive("mid", mid);
        levels = List.copyOf(levels);
        for (int i = 1; i < levels.size(); i++) {
            double way = Math.signum(levels.getFirst().price() - mid);
            double step = levels.get(i).price() - levels.get(i - 1).price();
            if (step * way < 0) {
                throw new IllegalArgumentException(
                        "levels must go away from the mid price, %s came after %s"
                                .formatted(levels.get(i).price(), levels.get(i - 1).price()));
            }
        }
    }

    /// Walks the book with a market order.
    ///
    /// @param size contracts, not below zero
    public Walk walk(double size) {
        double left = Require.notNegative("size", size);
        double proceeds = 0;
        double cost = 0;
        for (Level level : levels) {
            double taken = Math.min(left, level.size());
            proceeds += taken * level.price();
            cost += taken * Math.abs(mid - level.price());
            left -= taken;
        }
        return new Walk(size - left, left, proceeds, cost);
    }
}
