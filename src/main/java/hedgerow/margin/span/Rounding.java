package hedgerow.margin.span;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// Which figures on the way are rounded, and how.
///
/// @param places by step; a step that does not stand here is not rounded
public record Rounding(Map<Step, Places> places) {
    /// Nothing is rounded.
    public static final Rounding NONE = new Rounding(Map.of());

    /// The figures that may be rounded.
    public enum Step {
        /// Values of an array that is built here.
        ARRAY,
        /// The loss of one position in one scenario.
        POSITION,
        /// The net delta of a period.
        DELTA,
        /// Time risk and vol risk.
        RISK,
        /// Weighted price risk.
        PRICE_RISK,
        /// How many spreads are formed.
        SPREADS,
        /// The charge of one spread or delivery period.
        CHARGE,
        /// The credit of one leg.
        CREDIT,
        /// The sum of a combined commodity's credits.
        CREDITS,
        /// The requirement of a combined commodity.
        REQUIREMENT
    }

    /// How a figure is rounded.
    ///
    /// @param digits after the point
    /// @param isDown whether towards zero, else half up by magnitude
    public record Places(int digits, boolean isDown) {
        public Places {
            if (digits < 0 || digits > 15) {
                throw new IllegalArgumentException("digits must be 0 to 15, were " + digits);
            }
        }

        double round(double value) {
            RoundingMode mode = isDown ? RoundingMode.DOWN : RoundingMode.HALF_UP;
            return BigDecimal.valueOf(value).setScale(digits, mode).doubleValue();
        }
    }

    public Rounding {
        EnumMap<Step, Places> sorted = new EnumMap<>(Step.class);
        sorted.putAll(places);
        places = Collections.unmodifiableMap(sorted);
    }

    /// The figure of a step, rounded as it is.
    public double round(Step step, double value) {
        Places at = places.get(step);
        return at == null || !Double.isFinite(value) ? value : at.round(value);
    }
}
