package hedgerow.pricing.american;

import java.util.Arrays;

/// Where the boundary is sought and where it is read: the geometry of one scheme, free of rates.
///
/// The boundary is held at Chebyshev nodes in the root of time to expiry, as shares `x` of the root
/// of the horizon, from one down to zero. The integral that belongs to node `i` runs over the lag
/// `u = tau * sin^2(angle)`, so that both the root of the lag and the root of the time left, `tau *
/// cos^2(angle)`, are smooth in the angle: neither the kernel at zero lag nor the boundary at
/// expiry slows the Gauss-Legendre rule.
final class BoundaryGrid {
    /// Nodes besides the one at expiry, where the boundary is known.
    final int nodes;

    /// Quadrature points for each node.
    final int points;

    /// Roots of time to expiry, as shares of the horizon's root; `nodes + 1` of them.
    final double[] share;

    /// Roots of the lag, as shares of the root of the node's time.
    final double[] sine;

    /// Weights of a quadrature over the root of the lag, in shares of the root of the node's time.
    final double[] weight;

    /// `reader[j][i * points + k]`: weight of node `j` when the boundary is read at point `k` of
    /// node `i`.
    final double[][] reader;

    BoundaryGrid(int nodes, int points) {
        this.nodes = nodes;
        this.points = points;
        share = new double[nodes + 1];
        for (int i = 0; i <= nodes; i++) {
            share[i] = 0.5 * (1 + StrictMath.cos(StrictMath.PI * i / nodes));
        }
        share[nodes] = 0;
        sine = new double[points];
        weight = new double[points];
        reader = new double[nodes][nodes * points];
        fillPoints();
    }

    private void fillPoints() {
        GaussLegendre rule = GaussLegendre.of(points);
        double[] row = new double[nodes];
        for (int k = 0; k < points; k++) {
            double angle = 0.5 * StrictMath.PI * rule.nodes[k];
            double cosine = StrictMath.cos(angle);
            sine[k] = StrictMath.sin(angle);
            weight[k] = 0.5 * StrictMath.PI * rule.weights[k] * cosine;
            for (int i = 0; i < nodes; i++) {
                readAt(share[i] * cosine, row);
                for (int j = 0; j < nodes; j++) reader[j][i * points + k] = row[j];
            }
        }
    }

    /// Fills `row` with the weight of each node in the polynomial through all of them, at `x`.
    ///
    /// The node at expiry has value zero and so no weight. Barycentric form: J.-P. Berrut and L. N.
    /// Trefethen, "Barycentric Lagrange interpolation", SIAM Review 46 (2004).
    void readAt(double x, double[] row) {
        double sum = -Math.signum(nodes % 2 - 0.5) * 0.5 / x;
        for (int j = 0; j < nodes; j++) {
            double away = x - share[j];
            if (away == 0) {
                Arrays.fill(row, 0);
                row[j] = 1;
                return;
            }
            row[j] = (j == 0 ? 0.5 : 1) * (j % 2 == 0 ? 1 : -1) / away;
            sum += row[j];
        }
        for (int j = 0; j < nodes; j++) row[j] /= sum;
    }
}
