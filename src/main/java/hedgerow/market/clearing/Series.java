package hedgerow.market.clearing;

import hedgerow.portfolio.Require;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;

/// The contracts of one family and period: one future, or all strikes of one option expiry.
///
/// @param key what it is called
/// @param scaling what one contract's delta and count are multiplied with (the delta scaling
///   factor, times that of the family in its combined commodity); positive
/// @param valueFactor money that one contract gains when its price gains one
/// @param calculation what its arrays were computed from, where the file tells it
public record Series(
        Key key, double scaling, double valueFactor, Optional<Calculation> calculation) {

    /// What a series is called.
    ///
    /// @param family its family
    /// @param period its own period
    /// @param underlyingPeriod the period of the underlying, to which an option's delta belongs;
    ///   the period itself for what is no option, and for an option whose underlying has none
    public record Key(ProductFamily.Key family, Period period, Period underlyingPeriod) {
        public Key {
            if (!family.kind().isOption() && !period.equals(underlyingPeriod)) {
                throw new IllegalArgumentException(
                        "%s %s is no option and must have no other underlying period, had %s"
                                .formatted(family, period, underlyingPeriod));
            }
        }

        /// The series of something that is no option.
        public static Key of(ProductFamily.Key family, Period period) {
            return new Key(family, period, period);
        }
    }

    /// What arrays are computed from.
    ///
    /// @param scan the scan ranges
    /// @param vol the vol of the series, where it has one, as a fraction
    /// @param rateAnnual the rate, continuously compounded
    /// @param yieldAnnual the dividend yield, continuously compounded
    /// @param time when it ends
    /// @param lookAheadYears how much of its time passes in every scenario
    public record Calculation(
            ScanRange scan,
            OptionalDouble vol,
            double rateAnnual,
            double yieldAnnual,
            Time time,
            double lookAheadYears) {
        public Calculation {
            Require.finite("rateAnnual", rateAnnual);
            Require.finite("yieldAnnual", yieldAnnual);
            Require.notNegative("lookAheadYears", lookAheadYears);
        }
    }

    /// When a series ends.
    ///
    /// @param expiry its last day, where it has one
    /// @param expiryYears time to it in years, as the file counts them
    public record Time(Optional<LocalDate> expiry, double expiryYears) {
        public Time {
            Require.notNegative("expiryYears", expiryYears);
        }
    }

    public Series {
        Require.positive("scaling", scaling);
        Require.positive("valueFactor", valueFactor);
    }
}
