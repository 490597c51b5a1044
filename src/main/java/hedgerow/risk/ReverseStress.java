package hedgerow.risk;

import hedgerow.portfolio.Require;
import java.util.Arrays;
import java.util.Comparator;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/// The smallest moves of spot that lose a given amount, down and up.
///
/// Moves are scanned from none outwards, [#STEPS] even steps of the price's logarithm down to a
/// hundredth and up to ten times of it, and wherever the caller expects a corner, such as at
/// strikes, of more than [#MOST_CORNERS] at the nearest; the first step on which the loss is
/// reached is closed in on. A loss that is reached and left again between two neighbouring points
/// is not seen.
///
/// @param down the smallest fall; empty where no fall to a hundredth loses so much
/// @param up the smallest rise; empty where no rise to ten times does
public record ReverseStress(OptionalDouble down, OptionalDouble up) {
    /// Even steps either way.
    public static final int STEPS = 256;

    /// The most corners that are looked at.
    public static final int MOST_CORNERS = 512;

    private static final double LOWEST = StrictMath.log(0.01);
    private static final double HIGHEST = StrictMath.log(10);
    private static final double CLOSE = 1e-13;
    private static final int MOST_EVALUATIONS = 200;

    /// Where the profit is asked for.
    ///
    /// @param moves ascending, none of them zero
    /// @param cornersLeftOut how many corners in range are not among them, for being too many
    public record Scan(double[] moves, int cornersLeftOut) {}

    /// Every move that is scanned.
    ///
    /// @param corners further moves; those out of range are left out, and of more than
    ///   [#MOST_CORNERS] those farthest from none
    public static Scan scan(double[] corners) {
        SortedSet<Double> moves = new TreeSet<>();
        for (int i = 1; i <= STEPS; i++) {
            moves.add(StrictMath.expm1(LOWEST * i / STEPS));
            moves.add(StrictMath.expm1(HIGHEST * i / STEPS));
        }
        double low = moves.first();
        double high = moves.last();
        double[] nearest =
                Arrays.stream(corners)
                        .filter(move -> move > low && move < high && move != 0)
                        .distinct()
                        .boxed()
                        .sorted(Comparator.comparingDouble(Math::abs))
                        .mapToDouble(Double::doubleValue)
                        .toArray();
        Arrays.stream(nearest).limit(MOST_CORNERS).forEach(moves::add);
        return new Scan(
                moves.stream().mapToDouble(Double::doubleValue).toArray(),
                Math.max(0, nearest.length - MOST_CORNERS));
    }

    /// Finds the moves.
    ///
    /// @param loss what is to be lost, above zero
    /// @param moves of a [Scan]
    /// @param profits at those moves
    /// @param profitAt a single move, for closing in; the same function as `profits`
    public static ReverseStress of(
            double loss, double[] moves, double[] profits, DoubleUnaryOperator profitAt) {
        Require.positive("loss", loss);
        int firstUp = -1 - Arrays.binarySearch(moves, 0);
        DoubleUnaryOperator beyond = move -> -profitAt.applyAsDouble(move) - loss;
        double before = 0;
        OptionalDouble down = OptionalDouble.empty();
        for (int i = firstUp - 1; i >= 0 && down.isEmpty(); i--) {
            if (-profits[i] >= loss) down = OptionalDouble.of(root(beyond, moves[i], before));
            before = moves[i];
        }
        before = 0;
        OptionalDouble up = OptionalDouble.empty();
        for (int i = firstUp; i < moves.length && up.isEmpty(); i++) {
            if (-profits[i] >= loss) up = OptionalDouble.of(root(beyond, before, moves[i]));
            before = moves[i];
        }
        return new ReverseStress(down, up);
    }

    private static double root(DoubleUnaryOperator f, double from, double to) {
        return new BrentSolver(CLOSE).solve(MOST_EVALUATIONS, f::applyAsDouble, from, to);
    }
}
