package hedgerow.market.clearing;

import hedgerow.portfolio.Require;
import java.util.List;
import java.util.stream.Stream;

/// A credit between combined commodities that are scanned together: the legs become one target
/// (method 04).
///
/// @param priority spreads of lower priority numbers are formed first
/// @param legs what may be moved into the target
/// @param target the combined commodity that takes them
/// @param targetRatio deltas of the target for one spread
/// @param minimumLegs how many legs must be held; at least one
/// @param pointRates by scenario, the share of gains that counts in place of the legs' rates; empty
///   where those stand
public record ScanSpread(
        int priority,
        List<Leg> legs,
        String target,
        double targetRatio,
        int minimumLegs,
        List<Double> pointRates)
        implements Spread {

    /// One leg.
    ///
    /// @param commodity the code of its combined commodity
    /// @param ratio deltas for one spread
    /// @param isRequired whether nothing is formed without it
    /// @param rate the share of its gains that counts in the target; losses count in full
    public record Leg(String commodity, double ratio, boolean isRequired, double rate) {
        public Leg {
            Require.text("commodity", commodity);
            Require.positive("ratio", ratio);
            Require.notNegative("rate", rate);
        }
    }

    /// A spread with the legs' rates in every scenario.
    public ScanSpread(
            int priority, List<Leg> legs, String target, double targetRatio, int minimumLegs) {
        this(priority, legs, target, targetRatio, minimumLegs, List.of());
    }

    public ScanSpread {
        legs = List.copyOf(legs);
        pointRates = List.copyOf(pointRates);
        pointRates.forEach(rate -> Require.notNegative("rate by scenario", rate));
        Require.text("target", target);
        Require.positive("targetRatio", targetRatio);
        if (legs.isEmpty()) throw new Contradiction("a spread must have a leg, had none");
        if (minimumLegs < 1 || minimumLegs > legs.size()) {
            throw new Contradiction(
                    "a spread of %d legs cannot need %d".formatted(legs.size(), minimumLegs));
        }
    }

    /// The share of a leg's gains that counts in a scenario.
    public double rate(Leg leg, int scenario) {
        return pointRates.isEmpty() ? leg.rate() : pointRates.get(scenario);
    }

    @Override
    public List<String> commodities() {
        return Stream.concat(legs.stream().map(Leg::commodity), Stream.of(target)).toList();
    }
}
