package hedgerow.api.answer;

/// A pair of amounts, one against initial and one against maintenance margin.
public record InitialMaintenance(double initial, double maintenance) {}
