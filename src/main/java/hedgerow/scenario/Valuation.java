package hedgerow.scenario;

import hedgerow.portfolio.Require;

/// How a model wants instruments valued, beside the scenarios it wants them valued in.
///
/// @param moneyUnit what cells are rounded to, half to even, a power of two; zero for no rounding
/// @param averaging what happens to profits while a settlement price is being averaged
/// @param lookAheadDays how much later than now scenarios are valued; the value now stays
/// @param formula how options are valued
/// @param sources where inputs and reference values come from
public record Valuation(
        double moneyUnit,
        Averaging averaging,
        double lookAheadDays,
        Formula formula,
        Sources sources) {

    /// Nothing averaged, no time passed, discounted options by the exact normal distribution,
    /// listed forwards, and values and deltas by the model.
    public static final Valuation STANDARD =
            new Valuation(0, Averaging.NONE, 0, Formula.STANDARD, Sources.STANDARD);

    public Valuation {
        Require.notNegative("moneyUnit", moneyUnit);
        if (moneyUnit > 0 && moneyUnit != Math.scalb(1.0, Math.getExponent(moneyUnit))) {
            throw new IllegalArgumentException(
                    "moneyUnit must be zero or a power of two, was " + moneyUnit);
        }
        Require.notNegative("lookAheadDays", lookAheadDays);
    }

    /// The same with cells rounded to another unit.
    public Valuation roundedTo(double moneyUnit) {
        return new Valuation(moneyUnit, averaging, lookAheadDays, formula, sources);
    }

    /// The same with scenarios valued another time ahead.
    public Valuation ahead(double days) {
        return new Valuation(moneyUnit, averaging, days, formula, sources);
    }

    /// The average price over a window before expiry, to which contracts settle: of it, what time
    /// has passed is fixed.
    ///
    /// @param windowSeconds how long before expiry averaging starts; zero for no averaging
    /// @param of what the part that is still open is a share of
    public record Averaging(double windowSeconds, Of of) {
        /// Settlement to the price at expiry.
        public static final Averaging NONE = new Averaging(0, Of.FORWARD);

        /// What only counts as far as the window is still open.
        public enum Of {
            /// The move of the forward: the rest of it is fixed.
            FORWARD,
            /// Profit and loss.
            PROFIT
        }

        public Averaging {
            Require.notNegative("windowSeconds", windowSeconds);
        }

        /// The share of the window that is still open; one before it starts.
        ///
        /// @param secondsToExpiry above zero
        public double openShare(double secondsToExpiry) {
            return secondsToExpiry < windowSeconds ? secondsToExpiry / windowSeconds : 1;
        }

        /// The move of a forward of which `openShare` is open.
        public double move(double spotMove, double openShare) {
            return of == Of.FORWARD ? openShare * spotMove : spotMove;
        }

        /// What profits are multiplied by.
        public double profitFactor(double openShare) {
            return of == Of.PROFIT ? openShare : 1;
        }
    }

    /// How options are valued.
    ///
    /// @param discounting the rate that option values are discounted at
    /// @param normal the normal distribution
    public record Formula(Discounting discounting, Normal normal) {
        /// Discounted at the rate, by the exact distribution.
        public static final Formula STANDARD = new Formula(Discounting.RATE, Normal.EXACT);

        /// The rate that option values are discounted at.
        public enum Discounting {
            /// The rate as it is.
            RATE,
            /// The rate, but not below zero.
            FLOORED,
            /// Not discounted.
            NONE
        }

        /// Which normal distribution European options are valued with.
        public enum Normal {
            /// To the last digits.
            EXACT,
            /// The polynomial of Abramowitz and Stegun, which some venues use: off by 1.5e-7.
            POLYNOMIAL
        }
    }

    /// Where inputs and reference values come from.
    ///
    /// @param forwards the forward prices that options are valued on
    /// @param base the value that profits and losses of options are measured from
    /// @param deltas the deltas of options
    public record Sources(Forwards forwards, Origin base, Origin deltas) {
        /// Listed forwards, and the rest by the model.
        public static final Sources STANDARD =
                new Sources(Forwards.LISTED, Origin.MODEL, Origin.MODEL);

        /// The forward prices that options are valued on.
        public enum Forwards {
            /// As listed, or by the carry of those listed.
            LISTED,
            /// Spot grown at the rate less the dividend yield, whatever is listed.
            CARRY
        }

        /// Whose figure is taken.
        public enum Origin {
            /// The model's own.
            MODEL,
            /// The venue's, from the option's quote, which must have it.
            QUOTED
        }
    }
}
