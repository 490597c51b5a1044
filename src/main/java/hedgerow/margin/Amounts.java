package hedgerow.margin;

/// The two amounts that a part of a requirement comes to; reused from group to group.
public final class Amounts {
    double initial;
    double maintenance;

    /// Sets both amounts, in the margin currency.
    public void set(double initial, double maintenance) {
        this.initial = initial;
        this.maintenance = maintenance;
    }
}
