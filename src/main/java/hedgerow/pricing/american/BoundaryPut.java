package hedgerow.pricing.american;

import hedgerow.pricing.formula.NormalDistribution;

/// The put priced by its boundary: its European twin and the premium for early exercise.
///
/// With `B` the boundary at lag `u` from now, on the clock of variance,
///
/// ```
/// premium = integral rho e^(-rho u) N(-d-(u)) - spot kappa e^(-kappa u) N(-d+(u)) du
/// d-(u) = (ln(spot / B(u)) + drift u) / sqrt(u),  d+(u) = d-(u) + sqrt(u)
/// ```
///
/// the interest earned on the strike less the yield given up while exercised. All that does not
/// depend on spot is worked out once, so that a value costs one logarithm and two normal
/// probabilities a node. The lag is `T sin^2(pi/2 e^2)` with `e` the variable of the Gauss-Legendre
/// rule: the sine as in [BoundaryGrid], the inner square to crowd nodes at small lags, where `N`
/// turns abruptly once spot is near the boundary. It is worth a factor of ten and more there.
///
/// Sources: I. Kim, "The analytic valuation of American options", Review of Financial Studies 3
/// (1990); Andersen, Lake and Offengenden 2016.
final class BoundaryPut implements UnitPut {
    /// Beyond so many deviations above the boundary nothing is left: `N(-9)` is 1e-19.
    private static final double OUT_OF_REACH = 9;

    private final EuropeanPut european;
    private final double critical;
    private final double[] slope;
    private final double[] low;
    private final double[] rootLag;
    private final double[] interest;
    private final double[] income;

    BoundaryPut(EuropeanPut european, BoundaryCurve curve, GaussLegendre rule) {
        ClockedPut put = curve.put;
        int panels = BoundaryScheme.panels(put);
        int size = panels * rule.points;
        this.european = european;
        critical = curve.critical();
        slope = new double[size];
        low = new double[size];
        rootLag = new double[size];
        interest = new double[size];
        income = new double[size];
        double[] row = new double[curve.grid.nodes];
        for (int i = 0; i < size; i++) {
            int panel = i / rule.points;
            int node = i % rule.points;
            double e = (panel + rule.nodes[node]) / panels;
            fill(i, curve, e, rule.weights[node] / panels, row);
        }
    }

    private void fill(int i, BoundaryCurve curve, double e, double weight, double[] row) {
        ClockedPut put = curve.put;
        double angle = 0.5 * StrictMath.PI * e * e;
        double root = Math.sqrt(put.variance());
        double cosine = StrictMath.cos(angle);
        double z = root * StrictMath.sin(angle);
        double lag = z * z;
        double lagWeight = weight * 2 * z * root * cosine * StrictMath.PI * e;
        double share = root * cosine / Math.sqrt(put.horizon());
        double logBoundary = StrictMath.log(put.top()) - curve.depth(share, row);
        slope[i] = 1 / z;
        low[i] = put.drift() * z - logBoundary / z;
        rootLag[i] = z;
        interest[i] = lagWeight * put.rho() * StrictMath.exp(-put.rho() * lag);
        income[i] = lagWeight * put.kappa() * StrictMath.exp(-put.kappa() * lag);
    }

    @Override
    public double value(double spot) {
        double x = StrictMath.log(spot);
        double sum = european.value(spot);
        for (int i = firstInReach(x); i < slope.length; i++) {
            double d = x * slope[i] + low[i];
            sum += interest[i] * NormalDistribution.cdf(-d);
            if (income[i] != 0) {
                sum -= spot * income[i] * NormalDistribution.cdf(-d - rootLag[i]);
            }
        }
        return sum;
    }

    /// The first node, and so the shortest lag, at which the boundary may be reached.
    private int firstInReach(double logSpot) {
        int i = 0;
        while (i < slope.length && logSpot * slope[i] + low[i] > OUT_OF_REACH) i++;
        return i;
    }

    @Override
    public double delta(double spot) {
        double x = StrictMath.log(spot);
        double sum = european.delta(spot);
        for (int i = 0; i < slope.length; i++) {
            double d = x * slope[i] + low[i];
            double high = d + rootLag[i];
            sum -= interest[i] * NormalDistribution.density(d) * slope[i] / spot;
            sum += income[i] * NormalDistribution.density(high) * slope[i];
            sum -= income[i] * NormalDistribution.cdf(-high);
        }
        return sum;
    }

    @Override
    public double critical() {
        return critical;
    }
}
