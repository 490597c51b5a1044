package hedgerow.market.clearing;

import hedgerow.portfolio.Require;
import java.util.Optional;

/// How far a contract's price and vol are moved, from which its array follows.
///
/// @param price of the price: money per contract where absolute, a fraction of the price where
///   relative
/// @param vol of the vol: vol as a fraction where absolute, a fraction of the vol where relative
/// @param extreme the extreme move, where the file tells it contract by contract
public record ScanRange(Range price, Range vol, Optional<Extreme> extreme) {

    /// A range, upwards and downwards.
    ///
    /// @param up not negative
    /// @param down not negative; the same as `up` unless the range is asymmetric
    /// @param basis what both are measured in
    public record Range(double up, double down, Basis basis) {
        public Range {
            Require.notNegative("range up", up);
            Require.notNegative("range down", down);
        }

        /// The same range both ways.
        public static Range of(double range, Basis basis) {
            return new Range(range, range, basis);
        }

        /// What `level` becomes when it moves by `fraction` of the range.
        ///
        /// @param perUnit the range's own units in one unit of `level`, where it is absolute
        public double move(double level, double fraction, double perUnit) {
            double range = fraction * (fraction < 0 ? down : up);
            return switch (basis) {
                case ABSOLUTE -> level + range / perUnit;
                case RELATIVE -> level * (1 + range);
            };
        }
    }

    /// What a range is measured in.
    public enum Basis {
        ABSOLUTE,
        RELATIVE
    }

    /// An extreme move.
    ///
    /// @param multiple how many price scan ranges it goes
    /// @param cover the share of its loss that counts
    public record Extreme(double multiple, double cover) {
        public Extreme {
            Require.positive("extreme multiple", multiple);
            Require.positive("extreme cover", cover);
        }
    }
}
