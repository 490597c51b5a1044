package hedgerow.margin;

/// What one combined commodity comes to under a [SpanModel]; the parts stand where charges do.
final class SpanReading extends GroupReading {
    /// The profits of positions alone by scenario, where orders are added to [#vector].
    final double[] positions;

    double initialFactor;
    double maintenanceFactor;
    int[] rows = new int[0];
    double[] quantities = new double[0];
    int from;
    int to;

    SpanReading(double[] vector) {
        super(vector, 0, SpanPart.values().length);
        positions = new double[vector.length];
    }

    /// Remembers the legs of a group, and its vector before orders.
    void take(Group group) {
        rows = group.rows;
        quantities = group.quantities;
        from = group.from;
        to = group.to;
        System.arraycopy(vector, 0, positions, 0, vector.length);
    }

    void set(SpanPart part, double both) {
        set(part, both, both);
    }

    void set(SpanPart part, double ofInitial, double ofMaintenance) {
        chargeInitial[part.ordinal()] = ofInitial + 0.0;
        chargeMaintenance[part.ordinal()] = ofMaintenance + 0.0;
    }
}
