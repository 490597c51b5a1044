package hedgerow.margin;

import java.util.Arrays;

/// What one group comes to, part by part; reused from group to group.
public sealed class GroupReading permits SpanReading, ComposedReading {
    /// Unweighted P&L of positions and worst fills by scenario; may have spare cells at the end.
    final double[] vector;

    /// What each adjustment added to the profit of each scenario.
    final double[][] changes;

    /// A working place for adjustments; empty where there are none.
    final double[] work;

    /// Amounts of each charge.
    final double[] chargeInitial;

    final double[] chargeMaintenance;
    final Amounts amounts = new Amounts();

    /// The place of the underlying among the runs of the arrays.
    int runIndex;

    /// The loss of positions and orders in their worst scenario, weighted; zero where none loses.
    double scan;

    /// The loss of the positions alone in their own worst scenario.
    double scanOfPositions;

    double initial;
    double maintenance;

    /// @param vector kept, not copied
    GroupReading(double[] vector, int adjustments, int charges) {
        this.vector = vector;
        this.changes = new double[adjustments][vector.length];
        this.work = new double[adjustments > 0 ? vector.length : 0];
        this.chargeInitial = new double[charges];
        this.chargeMaintenance = new double[charges];
    }

    /// Makes this the reading of no leg.
    void clear() {
        Arrays.fill(vector, 0);
        scan = 0;
    }
}
