package hedgerow.hedge.search;

import hedgerow.hedge.OffGridCheck;
import hedgerow.hedge.TradePath;
import hedgerow.margin.Margin;
import hedgerow.portfolio.Position;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;

/// Hedges that were found, best first, beside the bound that none can beat.
///
/// @param before what is posted without a hedge
/// @param bound the optimum of the linear program, in fractions of lots; empty where there is none
/// @param isBound whether it is never above what the model says, so that no hedge can be better
/// @param ranked the hedges that help and keep every limit, best first; may be empty
/// @param setAside how many hedges were found and left out, as their peak margin was too high
public record HedgeSuggestions(
        Margin before,
        Optional<Bound> bound,
        boolean isBound,
        List<Suggestion> ranked,
        int setAside) {
    public HedgeSuggestions {
        ranked = List.copyOf(ranked);
    }

    /// The best that fractions of lots could do, with as many legs as it takes.
    ///
    /// @param lots signed lots by candidate
    /// @param initial initial margin with them; where it is a bound, never above the model's
    /// @param cost what trading them would cost
    /// @param value what the goal makes least
    public record Bound(
            SortedMap<Integer, Double> lots, double initial, double cost, double value) {
        public Bound {
            lots = Collections.unmodifiableSortedMap(lots);
        }
    }

    /// One hedge in whole lots, priced by the model itself.
    ///
    /// @param lots signed lots by candidate
    /// @param positions the same as positions
    /// @param after the margin with it
    /// @param saved initial margin taken off
    /// @param cost what trading it costs
    /// @param premium what is paid for it; negative where it is received
    /// @param value what the goal makes least
    /// @param gap how far that is above the bound, relative to the bound; empty where there is no
    ///   bound or it is zero
    /// @param path the order of trading with the least peak
    /// @param offGrid the worst losses between the points of the model's grid, with the hedge
    public record Suggestion(
            SortedMap<Integer, Double> lots,
            List<Position> positions,
            Margin after,
            double saved,
            double cost,
            double premium,
            double value,
            OptionalDouble gap,
            TradePath path,
            List<OffGridCheck> offGrid) {
        public Suggestion {
            lots = Collections.unmodifiableSortedMap(lots);
            positions = List.copyOf(positions);
            offGrid = List.copyOf(offGrid);
        }
    }
}
