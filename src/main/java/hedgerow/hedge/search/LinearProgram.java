package hedgerow.hedge.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.linear.LinearSolver;

/// A linear program: least `cost x` where each row is at most its limit and `0 <= x <= most`.
///
/// Rows and columns should come in sizes near one another; solvers are mistaken about programs of
/// very large and very small coefficients. The simplex itself is ojAlgo's.
final class LinearProgram {
    /// A bound that no sensible solution meets, for what has none.
    static final double NO_BOUND = 1e9;

    private final double[] cost;
    private final double[] most;
    private final List<double[]> rows = new ArrayList<>();
    private final List<Double> limits = new ArrayList<>();

    /// @param cost of one unit of each variable
    /// @param most the upper bound of each variable
    LinearProgram(double[] cost, double[] most) {
        this.cost = cost;
        this.most = most;
    }

    /// The least-cost solution.
    ///
    /// @param x the variables
    /// @param prices by row, what the cost falls by when its limit is raised by one; not negative
    record Solution(double[] x, double[] prices) {}

    /// Adds a row: `row x <= limit`.
    void atMost(double limit, double[] row) {
        rows.add(row);
        limits.add(limit);
    }

    /// What one unit of each variable costs.
    double[] cost() {
        return cost;
    }

    /// The rows, in the order in which they were added.
    List<double[]> rows() {
        return rows;
    }

    /// The limit of each row.
    List<Double> limits() {
        return limits;
    }

    /// The solution; empty where there is none.
    ///
    /// @throws IllegalStateException where the solver gives up
    Optional<Solution> solve() {
        LinearSolver.Builder builder =
                LinearSolver.newGeneralBuilder(cost).lower(new double[cost.length]).upper(most);
        for (int row = 0; row < rows.size(); row++) {
            builder.inequality(limits.get(row), rows.get(row));
        }
        Optimisation.Result result = builder.solve();
        if (result.getState() == Optimisation.State.INFEASIBLE) return Optional.empty();
        if (!result.getState().isOptimal()) {
            throw new IllegalStateException("no optimum was found: " + result.getState());
        }
        double[] x = new double[cost.length];
        Arrays.setAll(x, i -> Math.min(most[i], Math.max(0, result.doubleValue(i))));
        double[] prices = new double[rows.size()];
        result.getMultipliers()
                .ifPresent(found -> Arrays.setAll(prices, row -> found.doubleValue(row)));
        return Optional.of(new Solution(x, prices));
    }
}
