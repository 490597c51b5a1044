package hedgerow.risk;

import hedgerow.market.OrderBook;
import hedgerow.portfolio.Require;

/// What trading a size costs by how large it is against what is traded in a day.
///
/// ```
/// impact(Q) = min(Y s sqrt(Q / V), Y s sqrt(c) * Q / (c V))       c the crossover share
/// cost(Q)   = averageShare * impact(Q) * Q * price
/// ```
///
/// with `s` the vol of a day and `V` the volume of a day: linear in size up to the crossover, as
/// small orders were found to be, and by the square-root law beyond it. The cost of an order that
/// moves the price as it goes is the average of the impact on its way, two thirds of the last.
///
/// Sources:
/// 1. J.-P. Bouchaud, J. Bonart, J. Donier, M. Gould, Trades, Quotes and Prices, chapter 12.
/// 2. F. Bucci et al., Crossover from linear to square-root market impact, arXiv 1811.05230.
///
/// @param coefficient Y, of order one
/// @param volDaily vol of a day, a fraction
/// @param volumeDaily contracts traded in a day
/// @param crossoverShare of the day's volume below which impact is linear; zero for none
public record MarketImpact(
        double coefficient, double volDaily, double volumeDaily, double crossoverShare) {
    /// The share of the last impact that the whole of an order pays, where impact grows with the
    /// square root of what was traded.
    public static final double AVERAGE_SHARE = 2.0 / 3;

    public MarketImpact {
        Require.notNegative("coefficient", coefficient);
        Require.notNegative("volDaily", volDaily);
        Require.positive("volumeDaily", volumeDaily);
        Require.between("crossoverShare", crossoverShare, 0, 1);
    }

    /// By what fraction the price has moved once `size` contracts are traded.
    public double impact(double size) {
        double share = Require.notNegative("size", size) / volumeDaily;
        double scale = coefficient * volDaily;
        if (share >= crossoverShare) return scale * Math.sqrt(share);
        return scale * Math.sqrt(crossoverShare) * share / crossoverShare;
    }

    /// What `size` contracts cost at `price`, where all of them pay `averageShare` of the impact.
    ///
    /// @param averageShare one for the peak, [#AVERAGE_SHARE] for the average
    public double cost(double size, double price, double averageShare) {
        return averageShare * impact(size) * size * price;
    }

    /// What is charged for getting out of `size` contracts: by the book as far as it goes and by
    /// the law for what is beyond it, but no less than by the law for the whole; with half a spread
    /// on top, for options.
    ///
    /// @param book the side that would be traded with
    /// @param halfSpread per contract; zero for none
    public double addOn(OrderBook book, double size, double averageShare, double halfSpread) {
        OrderBook.Walk walk = book.walk(size);
        double beyond = cost(walk.missing(), book.mid(), averageShare);
        double law = cost(size, book.mid(), averageShare);
        return Math.max(walk.cost() + beyond, law) + halfSpread * size;
    }
}
