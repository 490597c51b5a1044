package hedgerow.hedge;

import hedgerow.hedge.MovingAccount.Standing;
import hedgerow.market.Underlying;
import hedgerow.portfolio.Option;
import hedgerow.portfolio.Position;
import hedgerow.portfolio.Require;
import hedgerow.scenario.MarketShift;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;

/// The spot prices of one underlying at which an account's equity meets its maintenance margin.
///
/// The whole account counts: margin is read anew at each price, and other underlyings stay where
/// they are. Prices are scanned at [#POINTS] points, evenly in their logarithm, and at every
/// strike; where equity less maintenance changes sign between two of them the root is closed in on.
/// An account may have none, or several, of them.
///
/// @param spot the spot price of today
/// @param now where the account stands today
/// @param roots prices at which equity meets maintenance, ascending
/// @param volAnnual the vol that distances are measured in; empty where the market has none
public record LiquidationPrice(
        double spot, Standing now, List<Root> roots, OptionalDouble volAnnual) {
    /// Points of the scan.
    public static final int POINTS = 300;

    public LiquidationPrice {
        roots = List.copyOf(roots);
    }

    /// One price at which equity meets maintenance margin.
    ///
    /// @param move the relative move of spot to it
    /// @param price the spot price
    /// @param deficitBelow whether equity falls short just below it, else just above
    /// @param sigmas the move in one-day standard deviations, signed; empty without a vol
    public record Root(double move, double price, boolean deficitBelow, OptionalDouble sigmas) {}

    /// The moves of spot that are scanned.
    ///
    /// @param lowestMove above -1
    /// @param highestMove above the lowest
    public record Range(double lowestMove, double highestMove) {
        /// From a hundredth to ten times the spot price.
        public static final Range WIDE = new Range(-0.99, 9);

        public Range {
            Require.finite("lowestMove", lowestMove);
            Require.finite("highestMove", highestMove);
            if (!(lowestMove > -1 && lowestMove < highestMove)) {
                throw new IllegalArgumentException(
                        "lowestMove must be above -1 and below "
                                + highestMove
                                + ", was "
                                + lowestMove);
            }
        }
    }

    /// The roots of an account as the spot price of `underlying`, which the market holds, moves.
    public static LiquidationPrice of(MovingAccount account, String underlying, Range range) {
        MarketShift none = MarketShift.none(underlying);
        Underlying moving = account.market().underlying(underlying).orElseThrow();
        double[] moves = moves(account, moving, range);
        double[] excess = new double[moves.length];
        for (int i = 0; i < moves.length; i++) {
            excess[i] = account.at(none.withSpotMove(moves[i])).excess();
        }
        List<Double> met =
                new ArrayList<>(
                        Roots.between(
                                moves,
                                excess,
                                move -> account.at(none.withSpotMove(move)).excess()));
        for (int i = 0; i < moves.length; i++) if (meets(excess, i)) met.add(moves[i]);
        OptionalDouble vol = AtTheMoney.vol(account.market(), moving);
        List<Root> roots =
                met.stream()
                        .sorted()
                        .map(move -> root(move, moving.spot(), vol, moves, excess))
                        .toList();
        return new LiquidationPrice(moving.spot(), account.at(none), roots, vol);
    }

    /// Whether a scanned point is itself where a deficit begins or ends.
    private static boolean meets(double[] excess, int i) {
        if (excess[i] != 0) return false;
        boolean below = i > 0 && excess[i - 1] < 0;
        boolean above = i + 1 < excess.length && excess[i + 1] < 0;
        return below || above;
    }

    /// The nearest root below spot, or at it.
    public Optional<Root> below() {
        return roots.stream().filter(root -> root.move() <= 0).reduce((_, later) -> later);
    }

    /// The nearest root above spot.
    public Optional<Root> above() {
        return roots.stream().filter(root -> root.move() > 0).findFirst();
    }

    private static Root root(
            double move, double spot, OptionalDouble vol, double[] moves, double[] excess) {
        int at = Arrays.binarySearch(moves, move);
        int before = at >= 0 ? at - 1 : -at - 2;
        double sigma = vol.orElse(0) / Math.sqrt(365);
        return new Root(
                move,
                spot * (1 + move),
                before >= 0 && excess[before] < 0,
                sigma > 0
                        ? OptionalDouble.of(StrictMath.log(1 + move) / sigma)
                        : OptionalDouble.empty());
    }

    /// The moves of a scan: evenly in their logarithm, and those to every strike that is held.
    static double[] moves(MovingAccount account, Underlying moving, Range range) {
        TreeSet<Double> moves = new TreeSet<>();
        double low = StrictMath.log(1 + range.lowestMove());
        double high = StrictMath.log(1 + range.highestMove());
        for (int i = 0; i < POINTS; i++) {
            moves.add(StrictMath.exp(low + (high - low) * i / (POINTS - 1)) - 1);
        }
        for (Position position : account.portfolio().positions()) {
            if (position.instrument() instanceof Option option
                    && option.underlying().equals(moving.id())) {
                double move = option.strike() / moving.spot() - 1;
                if (move > range.lowestMove() && move < range.highestMove()) moves.add(move);
            }
        }
        return moves.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
