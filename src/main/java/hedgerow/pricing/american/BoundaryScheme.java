package hedgerow.pricing.american;

/// How finely the boundary and the premium are resolved.
///
/// What decides is the span of the problem, [ClockedPut#span]: in a calm one the boundary has not
/// had time to settle and a few nodes draw it; in a wide one it falls early and runs flat. The
/// numbers are the least that keep errors below those stated at [ExerciseBoundary]: with two thirds
/// of the nodes they are twenty times greater, with twice as many the solver costs five times more.
///
/// @param grid for the boundary
/// @param premium for the value of early exercise, on each panel
record BoundaryScheme(BoundaryGrid grid, GaussLegendre premium) {
    static final BoundaryScheme CALM = of(16, 16, 32);
    static final BoundaryScheme WIDE = of(24, 24, 64);

    private static final double CALM_SPAN = 3;

    /// The span that one panel of the wide scheme resolves.
    private static final double PANEL_SPAN = 12;

    /// @param nodes of the boundary, without the one at expiry
    /// @param points of the quadrature at each node
    /// @param premiumPoints of the quadrature of the premium
    static BoundaryScheme of(int nodes, int points, int premiumPoints) {
        return new BoundaryScheme(new BoundaryGrid(nodes, points), GaussLegendre.of(premiumPoints));
    }

    static BoundaryScheme of(ClockedPut put) {
        return put.span() <= CALM_SPAN ? CALM : WIDE;
    }

    /// Panels that the premium's quadrature is cut into.
    static int panels(ClockedPut put) {
        return Math.max(1, (int) Math.ceil(put.span() / PANEL_SPAN));
    }
}
