package hedgerow.allocation;

import hedgerow.portfolio.Require;
import java.util.List;
import java.util.Optional;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/// Weights that a mean-variance investor would hold; they sum to one and lie between bounds.
///
/// Sources:
/// 1. H. Markowitz, Portfolio selection, Journal of Finance 7 (1952).
/// 2. R. Tütüncü, G. Cornuéjols, Optimization Methods in Finance, section 8.2 (the tangency
///    portfolio as a quadratic program).
///
/// @param means expected return of each asset, a year
/// @param covariance of their returns, a year
/// @param least the smallest weight of each
/// @param most the largest weight of each
public record Frontier(double[] means, Covariance covariance, double[] least, double[] most) {
    private static final int HALVINGS = 80;

    /// A portfolio on or off the frontier.
    ///
    /// @param weights by asset, summing to one
    /// @param mean expected return
    /// @param vol standard deviation of the return
    public record Point(double[] weights, double mean, double vol) {}

    /// What a share of the portfolio must post: the scan risk of one unit of each weight.
    ///
    /// @param profits scenarios by assets: what a weight of one gains in each scenario, weighted
    /// @param costPerUnit what one unit of margin costs, in return a year
    public record MarginCost(List<double[]> profits, double costPerUnit) {}

    public Frontier {
        int size = covariance.size();
        if (means.length != size || least.length != size || most.length != size) {
            throw new IllegalArgumentException(
                    "means and bounds must be of %d assets, were of %d, %d and %d"
                            .formatted(size, means.length, least.length, most.length));
        }
        double low = 0;
        double high = 0;
        for (int i = 0; i < size; i++) {
            Require.finite("mean", means[i]);
            if (!(least[i] <= most[i])) {
                throw new IllegalArgumentException(
                        "bounds must not cross, were %s and %s".formatted(least[i], most[i]));
            }
            low += least[i];
            high += most[i];
        }
        if (low > 1 || high < 1) {
            throw new IllegalArgumentException(
                    "bounds must let weights sum to one, their sums were %s and %s"
                            .formatted(low, high));
        }
    }

    /// The portfolio of least vol.
    public Point minimumVariance() {
        return solve(0, 1, Optional.empty()).orElseThrow(Frontier::unsolved);
    }

    /// The portfolio that maximises `mean - riskAversion / 2 * variance`.
    public Point utility(double riskAversion) {
        return solve(1, Require.notNegative("riskAversion", riskAversion), Optional.empty())
                .orElseThrow(Frontier::unsolved);
    }

    /// The portfolio that maximises `mean - riskAversion / 2 * variance - cost * margin`, where the
    /// margin is the scan risk of the weights.
    public Point utility(double riskAversion, MarginCost margin) {
        return solve(1, Require.notNegative("riskAversion", riskAversion), Optional.of(margin))
                .orElseThrow(Frontier::unsolved);
    }

    /// The portfolio of least vol among those of at least `mean`; empty where none reaches it.
    public Optional<Point> targetMean(double mean) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        Variable[] weights = weights(model);
        Expression reached = model.newExpression("mean").lower(mean);
        for (int i = 0; i < weights.length; i++) reached.set(weights[i], means[i]);
        variance(model, weights, 1);
        return minimum(model);
    }

    /// The portfolio of largest mean among those of at most `vol`; empty where even the least vol
    /// is above it.
    public Optional<Point> targetVol(double vol) {
        Point best = utility(0);
        if (best.vol() <= vol) return Optional.of(best);
        if (minimumVariance().vol() > vol) return Optional.empty();
        double low = 0;
        double high = 1;
        while (utility(high).vol() > vol && high < 1e12) high *= 4;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (utility(middle).vol() > vol) low = middle;
            else high = middle;
        }
        return Optional.of(utility(high));
    }

    /// The portfolio of most mean above `riskFree` per vol; empty where none has more.
    public Optional<Point> tangency(double riskFree) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        Variable scale = model.newVariable("scale").lower(0);
        Variable[] scaled = new Variable[means.length];
        Expression excess = model.newExpression("excess").level(1);
        Expression sum = model.newExpression("sum").level(0);
        sum.set(scale, -1);
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = model.newVariable("w" + i);
            excess.set(scaled[i], means[i] - riskFree);
            sum.set(scaled[i], 1);
            model.newExpression("least" + i).lower(0).set(scaled[i], 1).set(scale, -least[i]);
            model.newExpression("most" + i).upper(0).set(scaled[i], 1).set(scale, -most[i]);
        }
        variance(model, scaled, 1);
        Optimisation.Result result = model.minimise();
        double whole = result.getState().isFeasible() ? result.doubleValue(0) : 0;
        if (!(whole > 0)) return Optional.empty();
        double[] weights = new double[scaled.length];
        for (int i = 0; i < weights.length; i++) weights[i] = result.doubleValue(i + 1) / whole;
        return Optional.of(point(weights));
    }

    private Optional<Point> solve(double meanShare, double aversion, Optional<MarginCost> margin) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        Variable[] weights = weights(model);
        for (int i = 0; i < weights.length; i++) weights[i].weight(-meanShare * means[i]);
        variance(model, weights, aversion);
        margin.ifPresent(cost -> margin(model, weights, cost));
        return minimum(model);
    }

    private Variable[] weights(ExpressionsBasedModel model) {
        Variable[] weights = new Variable[means.length];
        Expression whole = model.newExpression("whole").level(1);
        for (int i = 0; i < weights.length; i++) {
            weights[i] = model.newVariable("w" + i).lower(least[i]).upper(most[i]);
            whole.set(weights[i], 1);
        }
        return weights;
    }

    /// Half of `aversion` times the variance, into the objective.
    private void variance(ExpressionsBasedModel model, Variable[] weights, double aversion) {
        if (aversion == 0) return;
        Expression variance = model.newExpression("variance");
        for (int i = 0; i < weights.length; i++) {
            for (int j = 0; j < weights.length; j++) {
                variance.set(weights[i], weights[j], covariance.matrix()[i][j]);
            }
        }
        variance.weight(aversion / 2);
    }

    private static void margin(ExpressionsBasedModel model, Variable[] weights, MarginCost cost) {
        Variable posted = model.newVariable("margin").lower(0).weight(cost.costPerUnit());
        for (int s = 0; s < cost.profits().size(); s++) {
            Expression covered = model.newExpression("scenario" + s).lower(0);
            covered.set(posted, 1);
            for (int i = 0; i < weights.length; i++) {
                covered.set(weights[i], cost.profits().get(s)[i]);
            }
        }
    }

    private static IllegalArgumentException unsolved() {
        return new IllegalArgumentException(
                "no weights were found: means and covariances must be of like size");
    }

    private Optional<Point> minimum(ExpressionsBasedModel model) {
        Optimisation.Result result = model.minimise();
        if (!result.getState().isFeasible()) return Optional.empty();
        double[] weights = new double[means.length];
        for (int i = 0; i < weights.length; i++) weights[i] = result.doubleValue(i);
        return Optional.of(point(weights));
    }

    private Point point(double[] weights) {
        double mean = 0;
        for (int i = 0; i < weights.length; i++) mean += weights[i] * means[i];
        return new Point(weights, mean, covariance.vol(weights));
    }
}
