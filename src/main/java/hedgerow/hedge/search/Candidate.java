package hedgerow.hedge.search;

import hedgerow.portfolio.Position;
import hedgerow.portfolio.Require;
import java.util.List;

/// Something that could be traded to hedge: one instrument, or a basket in fixed proportions.
///
/// @param name what a reader knows it by
/// @param lot the positions of one lot, bought
/// @param buying what buying lots costs
/// @param selling what selling lots costs
public record Candidate(String name, List<Position> lot, Side buying, Side selling) {
    public Candidate {
        Require.text("name", name);
        lot = List.copyOf(lot);
        if (lot.isEmpty()) throw new IllegalArgumentException("a lot of " + name + " is empty");
    }

    /// One side of a candidate.
    ///
    /// @param costPerLot what is lost by trading one lot: half spread and fees, in the margin
    ///   currency, not negative
    /// @param premiumPerLot what is paid for one lot; negative where it is received
    /// @param mostLots the most lots that may be traded, which may be infinite; zero where this
    ///   side is not open
    public record Side(double costPerLot, double premiumPerLot, double mostLots) {
        /// A side that is not open.
        public static final Side CLOSED = new Side(0, 0, 0);

        public Side {
            Require.notNegative("costPerLot", costPerLot);
            Require.finite("premiumPerLot", premiumPerLot);
            if (!(mostLots >= 0)) {
                throw new IllegalArgumentException(
                        "mostLots must be zero or more, was " + mostLots);
            }
        }
    }

    /// The side on which a signed number of lots is traded.
    Side side(double lots) {
        return lots < 0 ? selling : buying;
    }

    /// The cost of a signed number of lots.
    double cost(double lots) {
        return Math.abs(lots) * side(lots).costPerLot();
    }

    /// What is paid for a signed number of lots.
    double premium(double lots) {
        return Math.abs(lots) * side(lots).premiumPerLot();
    }
}
