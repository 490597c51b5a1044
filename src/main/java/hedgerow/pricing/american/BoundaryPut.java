package hedgerow.pricing.american;

import hedgerow.pricing.formula.NormalDistribution;
import hedgerow.pricing.kernel.NormalTails;

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
    private final boolean yields;

    BoundaryPut(EuropeanPut european, BoundaryCurve curve, GaussLegendre rule) {
        ClockedPut put = curve.put;
        int panels = BoundaryScheme.panels(put);
        int size = panels * rule.points;
        this.european = european;
        critical = curve.critical();
        yields = put.kappa() != 0;
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
        double sum = 0;
        for (int i = firstInReach(x); i < slope.length; i++) {
            double d = -(x * slope[i] + low[i]);
            double gain = interest[i] * NormalTails.below(d);
            if (yields) gain -= spot * (income[i] * NormalTails.below(d - rootLag[i]));
            sum += gain;
        }
        return european.value(spot) + sum;
    }

    @Override
    public int room() {
        return slope.length;
    }

    /// The same bits as the value above, in loops that the compiler turns into vector instructions.
    @Override
    public double value(double spot, PremiumWork work) {
        double x = StrictMath.log(spot);
        int first = firstInReach(x);
        int size = slope.length - first;
        double[] gain = work.gain;
        double[] loss = work.loss;
        for (int i = 0; i < size; i++) gain[i] = -(x * slope[first + i] + low[first + i]);
        if (yields) {
            for (int i = 0; i < size; i++) loss[i] = gain[i] - rootLag[first + i];
            NormalTails.below(loss, work.spare, size);
        }
        NormalTails.below(gain, work.spare, size);
        double sum = 0;
        for (int i = 0; i < size; i++) {
            double term = interest[first + i] * gain[i];
            if (yields) term -= spot * (income[first + i] * loss[i]);
            sum += term;
        }
        return european.value(spot) + sum;
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
            sum -= income[i] * NormalTails.below(-high);
        }
        return sum;
    }

    @Override
    public double critical() {
        return critical;
    }
}
