package hedgerow.hedge.search;

import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.OptionRight;
import hedgerow.portfolio.Require;
import java.util.EnumSet;
import java.util.Set;

/// Which of a market's quotes may be traded, and what trading costs beside the spread.
///
/// @param kinds options, futures, perpetuals
/// @param rights calls, puts
/// @param time days to expiry
/// @param strikeDistance the most that a strike may lie from its forward, as a fraction of it
/// @param liquidity how easily an option must trade
/// @param lots what a lot is, and how many may be traded on which side
/// @param fees what trading costs beside the spread
/// @param most the most candidates
public record ChainFilter(
        Set<Instrument.Kind> kinds,
        Set<OptionRight> rights,
        Time time,
        double strikeDistance,
        Liquidity liquidity,
        Lots lots,
        Fees fees,
        int most) {
    /// What is traded where nothing else is asked for.
    public static final ChainFilter USUAL =
            new ChainFilter(
                    EnumSet.of(
                            Instrument.Kind.OPTION,
                            Instrument.Kind.FUTURE,
                            Instrument.Kind.PERPETUAL),
                    EnumSet.allOf(OptionRight.class),
                    new Time(1, 400),
                    0.4,
                    new Liquidity(0.25, 0, 0),
                    new Lots(1, Double.POSITIVE_INFINITY, true, true),
                    new Fees(0.0003, 0.0005),
                    300);

    /// Days to expiry.
    ///
    /// @param leastDays the fewest
    /// @param mostDays the most
    public record Time(double leastDays, double mostDays) {
        public Time {
            Require.notNegative("leastDays", leastDays);
            Require.notNegative("mostDays", mostDays);
        }
    }

    /// How easily an option must trade.
    ///
    /// @param spread the widest spread, as a fraction of its middle; infinite also lets options
    ///   pass that have one side only
    /// @param openInterest the least open interest, as the venue counts it
    /// @param volume the least volume of a day, as the venue counts it
    public record Liquidity(double spread, double openInterest, double volume) {
        public Liquidity {
            if (!(spread >= 0)) {
                throw new IllegalArgumentException("spread must be zero or more, was " + spread);
            }
            Require.notNegative("openInterest", openInterest);
            Require.notNegative("volume", volume);
        }
    }

    /// What a lot is.
    ///
    /// @param contracts contracts in one lot
    /// @param most the most lots of one candidate
    /// @param buys whether lots may be bought
    /// @param sells whether lots may be sold
    public record Lots(double contracts, double most, boolean buys, boolean sells) {
        public Lots {
            Require.positive("contracts", contracts);
            if (!(most >= 0)) {
                throw new IllegalArgumentException("most must be zero or more, was " + most);
            }
        }
    }

    /// Fees as fractions of the notional at the spot price.
    ///
    /// @param option of an option
    /// @param linear of a future or a perpetual
    public record Fees(double option, double linear) {
        public Fees {
            Require.notNegative("option", option);
            Require.notNegative("linear", linear);
        }
    }

    public ChainFilter {
        kinds = Set.copyOf(kinds);
        rights = Set.copyOf(rights);
        Require.notNegative("strikeDistance", strikeDistance);
    }

    /// The same filter with other lots.
    public ChainFilter with(Lots other) {
        return new ChainFilter(kinds, rights, time, strikeDistance, liquidity, other, fees, most);
    }

    double leastDays() {
        return time.leastDays();
    }

    double mostDays() {
        return time.mostDays();
    }

    double contractsPerLot() {
        return lots.contracts();
    }

    double mostLots() {
        return lots.most();
    }

    boolean buys() {
        return lots.buys();
    }

    boolean sells() {
        return lots.sells();
    }

    double optionFee() {
        return fees.option();
    }

    double linearFee() {
        return fees.linear();
    }
}
