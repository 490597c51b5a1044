package hedgerow.margin;

import hedgerow.pricing.RiskArrays;
import hedgerow.scenario.ScenarioGrid;

/// What a venue does to the profits of a group between the sum over its positions and the scan: a
/// discount, a limit on gains that offset losses, a hedge taken out.
///
/// Adjustments are applied one after another. Each is told for itself, so that what the positions
/// contribute and what the adjustments change add up to the scan. Open orders are added after all
/// of them, each where its fill would lose.
public sealed interface Adjustment permits ExpiryDiscount, GainLimit, Dampener, DeltaHedge {
    /// The adjustment's name in the explanation, such as `expiry discount`.
    String name();

    /// The adjustment ready to read groups of `arrays`, which were built for `grid`.
    Reader on(RiskArrays arrays, ScenarioGrid grid);

    /// Reads one group; allocates nothing.
    interface Reader {
        /// Adds to each of `change`, by scenario, what the profit becomes larger by.
        ///
        /// @param group the legs
        /// @param vector their profits as the adjustments before left them, before weights
        /// @param change zeros
        /// @param work a working place as long as `vector`, of any content
        void change(Group group, double[] vector, double[] change, double[] work);
    }
}
