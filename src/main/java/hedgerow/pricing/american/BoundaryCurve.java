package hedgerow.pricing.american;

/// A solved exercise boundary over time to expiry.
///
/// What is interpolated is the square of `depth`, the logarithm of top over boundary: near expiry
/// it behaves like time, where the boundary itself has an infinite slope (Andersen, Lake and
/// Offengenden 2016, section 5.3).
final class BoundaryCurve {
    /// The problem it solves.
    final ClockedPut put;

    final BoundaryGrid grid;
    private final double[] depths;

    /// @param depths at the nodes of `grid`, without the node at expiry, where it is zero
    BoundaryCurve(ClockedPut put, BoundaryGrid grid, double[] depths) {
        this.put = put;
        this.grid = grid;
        this.depths = depths;
    }

    /// The boundary at the full time to expiry.
    double critical() {
        return put.top() * StrictMath.exp(-depths[0]);
    }

    /// The depth when the root of time left is `share` of the root of the horizon; settled beyond
    /// one.
    ///
    /// @param row room for one number a node
    double depth(double share, double[] row) {
        grid.readAt(Math.min(share, 1), row);
        double square = 0;
        for (int j = 0; j < row.length; j++) square += row[j] * (depths[j] * depths[j]);
        return Math.sqrt(Math.max(square, 0));
    }
}
