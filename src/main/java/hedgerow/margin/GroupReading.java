package hedgerow.margin;

/// What one group comes to, part by part; reused from group to group.
public final class GroupReading {
    /// Unweighted P&L of positions and worst fills by scenario; may have spare cells at the end.
    final double[] vector;

    /// Amounts of each charge.
    final double[] chargeInitial;

    final double[] chargeMaintenance;
    final Amounts amounts = new Amounts();

    /// The worst scenario of positions and orders, or -1 where nothing is lost.
    int binding;

    /// The weighted loss there, not a number where one of the sums is none; and the loss of the
    /// positions alone in their own worst scenario.
    double scan;

    double scanOfPositions;
    double initial;
    double maintenance;

    GroupReading(int cells, int charges) {
        this.vector = new double[cells];
        this.chargeInitial = new double[charges];
        this.chargeMaintenance = new double[charges];
    }
}
