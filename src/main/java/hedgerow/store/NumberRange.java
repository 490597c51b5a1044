package hedgerow.store;

import hedgerow.portfolio.Numbers;

/// The numbers that a field may take.
///
/// @param least the least
/// @param leastAllowed whether the least itself may be taken
/// @param most the most, which may be taken
record NumberRange(double least, boolean leastAllowed, double most) {
    /// No number in a model file lies further from zero.
    static final double FAR = 1e9;

    /// Any number.
    static final NumberRange ANY = new NumberRange(-FAR, true, FAR);

    /// Zero and above.
    static final NumberRange NOT_NEGATIVE = new NumberRange(0, true, FAR);

    /// Above zero.
    static final NumberRange POSITIVE = new NumberRange(0, false, FAR);

    /// From zero to one.
    static final NumberRange SHARE = new NumberRange(0, true, 1);

    /// A relative move of a price that stays above zero.
    static final NumberRange MOVE = new NumberRange(-1, false, FAR);

    /// Whether `value` may be taken; no for what is not a number.
    boolean allow(double value) {
        return (leastAllowed ? value >= least : value > least) && value <= most;
    }

    /// What may be taken, in words.
    String words() {
        String from = (leastAllowed ? "from " : "above ") + plain(least);
        return "a number " + from + (leastAllowed ? " to " : " up to ") + plain(most);
    }

    private static String plain(double bound) {
        return Math.abs(bound) == FAR ? (bound < 0 ? "-1e9" : "1e9") : Numbers.plain(bound);
    }
}
