package hedgerow.pricing.american;

import hedgerow.pricing.formula.NormalDistribution;
import hedgerow.pricing.kernel.NormalTails;
import java.util.Arrays;

/// Finds the exercise boundary: Newton's method on all nodes at once.
///
/// At each node smooth pasting must hold, which is the condition behind equation FP-A of the paper.
/// With `B` the boundary at time `tau` and `B(u)` the one at lag `u` before it, `n` and `N` the
/// normal density and probability, it reads
///
/// ```
/// B [e^(-kappa tau) N(d+) + integral kappa e^(-kappa u) N(d+(u)) du]
///   = integral (rho - kappa B(u)) e^(-rho u) n(d-(u)) / sqrt(u) du
/// ```
///
/// All terms are positive (with `kappa < 0` the second one on the left changes sides), so the
/// logarithms of both sides are compared, which makes Newton's method settle from [BoundaryGuess]
/// in three or four steps, and in seven at most in half a million random problems. The fixed-point
/// iterations of the paper were tried first: FP-A diverges where the drift is strong against the
/// vol, FP-B needs twenty steps and more where rate and yield are small, and a Newton step costs
/// little more than theirs, as its slopes are made of the same densities.
///
/// What belongs to quadrature points lies in flat arrays, node after node, and is worked on in
/// small loops that the compiler turns into vector instructions.
///
/// Source: L. Andersen, M. Lake, D. Offengenden, "High-performance American option pricing",
/// Journal of Computational Finance 20 (2016).
final class BoundarySolver {
    private static final int MOST_STEPS = 60;

    /// Steps shrink quadratically, so the next one would be about the square of this.
    private static final double SMALL_STEP = 1e-4;

    /// The polynomial may dip: what it reads is held above this share of the greatest depth.
    private static final double SHALLOWEST = 1e-5;

    private static final double DENSITY_AT_ZERO = 1 / Math.sqrt(2 * StrictMath.PI);

    private final ClockedPut put;
    private final BoundaryGrid grid;
    private final double top;

    /// At each node: root of time, and depth.
    private final double[] root;

    private final double[] depth;

    /// At each point: the root of the lag `u`, its inverse, and the weights `n(0) e^(-rho u) /
    /// sqrt(u) du` and `kappa e^(-kappa u) du`.
    private final double[] rootLag;

    private final double[] inverseRootLag;
    private final double[] denseWeight;
    private final double[] carryWeight;

    /// At each point, of the step at work: depth, `e^(-depth)` and `1 - e^(-depth)`, `d-`, the
    /// terms of the right side, their part with `kappa B(u)`, and those of the left side.
    private final double[] read;

    private final double[] held;
    private final double[] lost;
    private final double[] low;
    private final double[] gain;
    private final double[] given;
    private final double[] carried;

    private final double[][] jacobian;
    private final double[] residual;
    private double shallowest;

    private BoundarySolver(ClockedPut put, BoundaryGrid grid) {
        int size = grid.nodes * grid.points;
        this.put = put;
        this.grid = grid;
        top = put.top();
        root = new double[grid.nodes];
        depth = new double[grid.nodes];
        rootLag = new double[size];
        inverseRootLag = new double[size];
        denseWeight = new double[size];
        carryWeight = new double[size];
        read = new double[size];
        held = new double[size];
        lost = new double[size];
        low = new double[size];
        gain = new double[size];
        given = new double[size];
        carried = new double[size];
        jacobian = new double[grid.nodes][grid.nodes];
        residual = new double[grid.nodes];
    }

    /// @throws IllegalStateException where Newton's method does not settle, which is a fault here
    static BoundaryCurve solve(ClockedPut put, BoundaryGrid grid) {
        BoundarySolver solver = new BoundarySolver(put, grid);
        solver.prepare();
        for (int step = 0; step < MOST_STEPS; step++) {
            if (solver.step() < SMALL_STEP) return new BoundaryCurve(put, grid, solver.depth);
        }
        throw new IllegalStateException("the exercise boundary does not settle for " + put);
    }

    private void prepare() {
        BoundaryGuess guess = BoundaryGuess.of(put);
        double rootHorizon = Math.sqrt(put.horizon());
        for (int i = 0; i < grid.nodes; i++) {
            root[i] = grid.share[i] * rootHorizon;
            depth[i] = guess.depth(root[i]);
            for (int k = 0; k < grid.points; k++) preparePoint(i, k);
        }
    }

    private void preparePoint(int i, int k) {
        int at = i * grid.points + k;
        double z = root[i] * grid.sine[k];
        double weight = 2 * root[i] * grid.weight[k];
        rootLag[at] = z;
        inverseRootLag[at] = 1 / z;
        denseWeight[at] = DENSITY_AT_ZERO * weight * StrictMath.exp(-put.rho() * z * z);
        if (put.kappa() == 0) return;
        carryWeight[at] = put.kappa() * weight * z * StrictMath.exp(-put.kappa() * z * z);
    }

    /// One Newton step; returns its greatest change, as a share of the greatest depth.
    private double step() {
        readBoundary();
        weighInterest();
        if (put.kappa() != 0) weighYield();
        for (int i = 0; i < grid.nodes; i++) compareSides(i);
        fillJacobian();
        LinearSystem.solve(jacobian, residual);
        double change = 0;
        for (int i = 0; i < grid.nodes; i++) {
            double next = depth[i] * StrictMath.exp(-clamp(residual[i] / depth[i]));
            change = Math.max(change, Math.abs(next - depth[i]));
            depth[i] = next;
        }
        return change / greatest();
    }

    /// A step is taken in the logarithm of depth, by a factor of e at most: depths stay positive.
    private static double clamp(double step) {
        return Math.max(-1, Math.min(1, step));
    }

    private double greatest() {
        double greatest = 0;
        for (double d : depth) greatest = Math.max(greatest, d);
        return greatest;
    }

    /// Reads the depth at every point, through the polynomial of its square.
    private void readBoundary() {
        shallowest = SHALLOWEST * greatest();
        Arrays.fill(read, 0);
        for (int j = 0; j < grid.nodes; j++) {
            double square = depth[j] * depth[j];
            double[] reader = grid.reader[j];
            for (int at = 0; at < read.length; at++) read[at] += square * reader[at];
        }
        for (int at = 0; at < read.length; at++) {
            read[at] = Math.max(shallowest, Math.sqrt(Math.max(read[at], 0)));
        }
    }

    /// Fills `d-` and the right side: as it is without yield, or per unit of `rho - kappa B(u)`.
    private void weighInterest() {
        for (int i = 0; i < grid.nodes; i++) {
            int end = (i + 1) * grid.points;
            for (int at = i * grid.points; at < end; at++) low[at] = read[at] - depth[i];
        }
        double drift = put.drift();
        for (int at = 0; at < low.length; at++) {
            double d = low[at] * inverseRootLag[at] + drift * rootLag[at];
            low[at] = d;
            gain[at] = 0.5 * d * d;
        }
        Decay.decay(gain);
        double interest = put.kappa() == 0 ? put.rho() : 1;
        for (int at = 0; at < gain.length; at++) gain[at] *= interest * denseWeight[at];
    }

    /// Takes what the yield gives from the right side, and fills the left one.
    ///
    /// `rho - kappa B(u)` is put together without cancellation where the boundary is near its top.
    private void weighYield() {
        Decay.decay(read, held, lost);
        double yield = put.yieldAtTop();
        double slack = put.rho() - (put.kappa() < 0 ? 0 : yield);
        double[] share = put.kappa() < 0 ? held : lost;
        double sign = put.kappa() < 0 ? -1 : 1;
        for (int at = 0; at < gain.length; at++) {
            double dense = gain[at];
            given[at] = yield * held[at] * dense;
            gain[at] = (slack + sign * yield * share[at]) * dense;
        }
        for (int at = 0; at < low.length; at++) carried[at] = low[at] + rootLag[at];
        NormalTails.below(carried, lost, lost.length);
        for (int at = 0; at < low.length; at++) carried[at] *= carryWeight[at];
    }

    /// Sets the residual of node `i`, the logarithm of left over right side; what the Jacobian
    /// needs of it is left in `gain`, at each point, and on the diagonal.
    private void compareSides(int i) {
        double boundary = top * StrictMath.exp(-depth[i]);
        double left = 0;
        double leftSlope = 0;
        double right = 0;
        double rightSlope = 0;
        int begin = i * grid.points;
        int end = begin + grid.points;
        for (int at = begin; at < end; at++) {
            left += carried[at];
            leftSlope += given[at];
            right += gain[at];
            rightSlope -= gain[at] * low[at] * inverseRootLag[at];
        }
        leftSlope /= boundary;
        boolean yields = put.kappa() >= 0;
        if (!yields) {
            right -= boundary * left;
            rightSlope -= boundary * (left + leftSlope);
            left = 0;
            leftSlope = 0;
        }
        double high = (StrictMath.log(top) - depth[i]) / root[i] + (put.drift() + 1) * root[i];
        double share = StrictMath.exp(-put.kappa() * root[i] * root[i]);
        left += share * NormalDistribution.cdf(high);
        leftSlope += share * NormalDistribution.density(high) / root[i];
        residual[i] = StrictMath.log(left * top / right) - depth[i];
        jacobian[i][i] = -(1 + leftSlope / left - rightSlope / right);
        double throughGain = 1 / right;
        double throughGiven = yields ? 1 / (boundary * left) - 1 / right : 0;
        for (int at = begin; at < end; at++) {
            double tilt = gain[at] * low[at] * inverseRootLag[at];
            double slope = throughGain * tilt + throughGiven * given[at];
            gain[at] = read[at] > shallowest ? slope / read[at] : 0;
        }
    }

    /// Adds the slopes through what is read between the nodes.
    private void fillJacobian() {
        for (int j = 0; j < grid.nodes; j++) {
            double[] reader = grid.reader[j];
            for (int at = 0; at < low.length; at++) low[at] = gain[at] * reader[at];
            for (int i = 0; i < grid.nodes; i++) {
                double sum = 0;
                int end = (i + 1) * grid.points;
                for (int at = i * grid.points; at < end; at++) sum += low[at];
                double slope = sum * depth[j];
                jacobian[i][j] = i == j ? jacobian[i][j] + slope : slope;
            }
        }
    }
}
