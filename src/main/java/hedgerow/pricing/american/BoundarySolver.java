package hedgerow.pricing.american;

import hedgerow.pricing.formula.NormalDistribution;
import java.util.Arrays;

/// Finds the exercise boundary: Newton's method on all nodes at once.
///
/// At each node smooth pasting must hold, which is the condition behind equation FP-A of (1). With
/// `B` the boundary at time `tau` and `B(u)` the one at lag `u` before it, `n` and `N` the normal
/// density and probability, it reads
///
/// ```
/// B [e^(-kappa tau) N(d+) + integral kappa e^(-kappa u) N(d+(u)) du]
///   = integral (rho - kappa B(u)) e^(-rho u) n(d-(u)) / sqrt(u) du
/// ```
///
/// All terms are positive (with `kappa < 0` the second one on the left changes sides), so the
/// logarithms of both sides are compared, which makes Newton's method settle from the guess below
/// in three to five steps, and in seventeen at most in half a million random problems. The
/// fixed-point iterations of (1) were tried first: FP-A diverges where the drift is strong against
/// the vol, FP-B needs twenty steps and more where rate and yield are small, and a Newton step
/// costs little more than theirs, as the slopes are made of the same densities.
///
/// Sources: (1) L. Andersen, M. Lake, D. Offengenden, "High-performance American option pricing",
/// Journal of Computational Finance 20 (2016). For the guess near expiry: (2) J. Evans, R. Kuske,
/// J. Keller, "American options on assets with dividends near expiry", Mathematical Finance 12
/// (2002), joined to the perpetual boundary as in (3) P. Bjerksund, G. Stensland, "Closed-form
/// approximation of American options", Scandinavian Journal of Management 9 (1993).
final class BoundarySolver {
    private static final int MOST_STEPS = 60;

    /// Steps shrink quadratically, so the next one would be about the square of this.
    private static final double SMALL_STEP = 1e-6;

    /// The polynomial may dip: what it reads is held above this share of the greatest depth.
    private static final double SHALLOWEST = 1e-5;

    /// Below this depth `1 - e^(-depth)` needs care.
    private static final double SHALLOW = 0.5;

    /// The least slope of depth in the root of time, above and below `kappa = rho`; of (2),
    /// rounded.
    private static final double LEAST_SLOPE = 1;

    private static final double YIELDING_SLOPE = 0.8;

    /// The greatest squared slope that the guess allows; a rate of nothing would have none.
    private static final double MOST_SQUARED_SLOPE = 60;

    private final ClockedPut put;
    private final BoundaryGrid grid;
    private final double top;
    private final double[] depth;

    /// Root of time at each node.
    private final double[] root;

    /// Per node and point: `e^(-rho u) / sqrt(u) du` and `kappa e^(-kappa u) du`.
    private final double[] denseWeight;

    private final double[] carryWeight;
    private final double[][] jacobian;
    private final double[] residual;

    /// Of the node at work: depth at each point, slopes of left and right side in its logarithm.
    private final double[] read;

    private final double[] toLeft;
    private final double[] toRight;
    private double shallowest;

    private BoundarySolver(ClockedPut put, BoundaryGrid grid) {
        this.put = put;
        this.grid = grid;
        top = put.top();
        depth = new double[grid.nodes];
        root = new double[grid.nodes];
        denseWeight = new double[grid.nodes * grid.points];
        carryWeight = new double[grid.nodes * grid.points];
        jacobian = new double[grid.nodes][grid.nodes];
        residual = new double[grid.nodes];
        read = new double[grid.points];
        toLeft = new double[grid.points];
        toRight = new double[grid.points];
    }

    /// @throws IllegalStateException where Newton's method does not settle, which is a fault here
    static BoundaryCurve solve(ClockedPut put, BoundaryGrid grid) {
        BoundarySolver solver = new BoundarySolver(put, grid);
        for (int i = 0; i < grid.nodes; i++) solver.prepare(i);
        for (int step = 0; step < MOST_STEPS; step++) {
            if (solver.step() < SMALL_STEP) return new BoundaryCurve(put, grid, solver.depth);
        }
        throw new IllegalStateException("the exercise boundary does not settle for " + put);
    }

    private void prepare(int i) {
        root[i] = grid.share[i] * Math.sqrt(put.horizon());
        depth[i] = guess(root[i]);
        for (int k = 0; k < grid.points; k++) {
            double rootLag = root[i] * grid.sine[k];
            double lag = rootLag * rootLag;
            double weight = 2 * root[i] * grid.weight[k];
            int at = i * grid.points + k;
            denseWeight[at] = weight * StrictMath.exp(-put.rho() * lag);
            carryWeight[at] = put.kappa() * weight * rootLag * StrictMath.exp(-put.kappa() * lag);
        }
    }

    private double guess(double root) {
        double time = root * root;
        double free = root * slope(time) + Math.max(0, put.drift() + 1) * time;
        double perpetual = put.perpetual();
        if (perpetual == 0) return free;
        double fall = 1 - perpetual / top;
        return -StrictMath.log(1 - fall * (1 - StrictMath.exp(-free / fall)));
    }

    /// Depth near expiry over the root of time.
    private double slope(double time) {
        double rho = put.rho();
        double gap = rho - put.kappa();
        double equal = -2 * StrictMath.log(4 * Math.sqrt(StrictMath.PI) * rho * time);
        if (gap < 0) {
            double above = StrictMath.log(put.kappa() / rho) / Math.sqrt(time);
            return Math.max(YIELDING_SLOPE, Math.sqrt(Math.max(0, equal)) - above);
        }
        double unequal = -StrictMath.log(8 * StrictMath.PI * time * gap * gap);
        double squared = Math.min(MOST_SQUARED_SLOPE, Math.min(unequal, equal));
        return Math.sqrt(Math.max(LEAST_SLOPE, squared));
    }

    /// One Newton step; returns its greatest change, as a share of the greatest depth.
    private double step() {
        shallowest = SHALLOWEST * greatest();
        for (int i = 0; i < grid.nodes; i++) {
            readBoundary(i);
            compareSides(i);
        }
        LinearSystem.solve(jacobian, residual);
        double change = 0;
        for (int i = 0; i < grid.nodes; i++) {
            double next = depth[i] * StrictMath.exp(-clamp(residual[i] / depth[i]));
            change = Math.max(change, Math.abs(next - depth[i]));
            depth[i] = next;
        }
        return change / greatest();
    }

    /// A step is taken in the logarithm of depth, and by a factor of e at most: depths stay
    /// positive.
    private static double clamp(double step) {
        return Math.max(-1, Math.min(1, step));
    }

    private double greatest() {
        double greatest = 0;
        for (double d : depth) greatest = Math.max(greatest, d);
        return greatest;
    }

    /// Reads the depth at every quadrature point of node `i`.
    private void readBoundary(int i) {
        double[] reader = grid.reader[i];
        for (int k = 0; k < grid.points; k++) {
            double square = 0;
            for (int j = 0; j < grid.nodes; j++) {
                square += reader[k * grid.nodes + j] * (depth[j] * depth[j]);
            }
            read[k] = Math.max(shallowest, Math.sqrt(Math.max(square, 0)));
        }
    }

    /// Fills residual and Jacobian of node `i`: the logarithm of left over right side, and its
    /// slope in every depth.
    private void compareSides(int i) {
        double here = depth[i];
        double boundary = top * StrictMath.exp(-here);
        double carried = 0;
        double pulled = 0;
        double right = 0;
        double rightSlope = 0;
        for (int k = 0; k < grid.points; k++) {
            int at = i * grid.points + k;
            double rootLag = root[i] * grid.sine[k];
            double low = (read[k] - here) / rootLag + put.drift() * rootLag;
            double dense = denseWeight[at] * NormalDistribution.density(low);
            double gain = put.rho() * dense;
            toLeft[k] = 0;
            toRight[k] = 0;
            if (put.kappa() != 0) {
                double held = StrictMath.exp(-read[k]);
                double given = put.yieldAtTop() * held * dense;
                carried += carryWeight[at] * NormalDistribution.cdf(low + rootLag);
                pulled += given / boundary;
                gain = gain(dense, read[k], held, given);
                if (put.kappa() > 0) {
                    toLeft[k] = -given / boundary;
                    toRight[k] = -given;
                }
            }
            double tilt = gain * low / rootLag;
            right += gain;
            rightSlope -= tilt;
            toRight[k] += tilt;
        }
        double high = (StrictMath.log(top) - here) / root[i] + (put.drift() + 1) * root[i];
        double end = StrictMath.exp(-put.kappa() * root[i] * root[i]);
        double left = end * NormalDistribution.cdf(high);
        double leftSlope = end * NormalDistribution.density(high) / root[i];
        if (put.kappa() < 0) {
            right -= boundary * carried;
            rightSlope -= boundary * (carried + pulled);
        } else {
            left += carried;
            leftSlope += pulled;
        }
        residual[i] = StrictMath.log(left * top / right) - here;
        fillRow(i, left, right);
        jacobian[i][i] -= 1 + leftSlope / left - rightSlope / right;
    }

    /// `(rho - kappa B(u)) * dense`, without cancellation where the boundary is near its top.
    private double gain(double dense, double depth, double held, double given) {
        if (put.kappa() < 0) return put.rho() * dense - given;
        double lost = depth < SHALLOW ? -StrictMath.expm1(-depth) : 1 - held;
        double yieldAtTop = put.yieldAtTop();
        return (put.rho() - yieldAtTop + yieldAtTop * lost) * dense;
    }

    /// The slopes through what is read between the nodes; the squared depth is linear in its nodes.
    private void fillRow(int i, double left, double right) {
        double[] row = jacobian[i];
        double[] reader = grid.reader[i];
        Arrays.fill(row, 0);
        for (int k = 0; k < grid.points; k++) {
            if (read[k] == shallowest) continue;
            double factor = (toRight[k] / right - toLeft[k] / left) / read[k];
            for (int j = 0; j < grid.nodes; j++) row[j] += factor * reader[k * grid.nodes + j];
        }
        for (int j = 0; j < grid.nodes; j++) row[j] *= depth[j];
    }
}
