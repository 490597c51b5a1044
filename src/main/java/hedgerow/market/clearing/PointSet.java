package hedgerow.market.clearing;

import hedgerow.portfolio.Require;
import java.util.List;

/// The scenarios that an array's values stand for, and the points over which a composite delta is
/// taken.
///
/// @param scan the scenarios, in the order of the array
/// @param delta the points of the composite delta; empty where they are not told
public record PointSet(List<ScanPoint> scan, List<DeltaPoint> delta) {
    /// One scenario.
    ///
    /// @param price the move of the price, in price scan ranges
    /// @param vol the move of the vol, in vol scan ranges
    /// @param weight the share of the loss that counts, above zero; arrays hold it already
    /// @param paired the scenario of the same price and the opposite vol, counted from zero; itself
    ///   for an extreme move
    public record ScanPoint(double price, double vol, double weight, int paired) {
        public ScanPoint {
            Require.finite("price", price);
            Require.finite("vol", vol);
            Require.positive("weight", weight);
        }
    }

    /// One point of the composite delta.
    ///
    /// @param price the move of the price, in price scan ranges
    /// @param weight its weight; all are divided by their sum
    public record DeltaPoint(double price, double weight) {
        public DeltaPoint {
            Require.finite("price", price);
            Require.notNegative("weight", weight);
        }
    }

    public PointSet {
        scan = List.copyOf(scan);
        delta = List.copyOf(delta);
        if (scan.isEmpty()) throw new Contradiction("a point set must have a scenario, had none");
        for (int s = 0; s < scan.size(); s++) checkPair(scan, s);
        if (!delta.isEmpty() && !(delta.stream().mapToDouble(DeltaPoint::weight).sum() > 0)) {
            throw new Contradiction("weights of delta points must not all be zero");
        }
    }

    private static void checkPair(List<ScanPoint> scan, int s) {
        int paired = scan.get(s).paired();
        if (paired < 0 || paired >= scan.size() || scan.get(paired).paired() != s) {
            throw new Contradiction(
                    "scenario %d must be paired with one that is paired with it, was with %d"
                            .formatted(s + 1, paired + 1));
        }
    }

    /// How many scenarios there are.
    public int size() {
        return scan.size();
    }

    /// Whether a scenario is an extreme move: it has no other vol, so it is paired with itself.
    public boolean isExtreme(int scenario) {
        return scan.get(scenario).paired() == scenario;
    }
}
