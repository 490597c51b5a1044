package hedgerow.portfolio;

/// Checks of what a constructor is given; each failure states the name, the value and what is
/// allowed.
public final class Require {
    private Require() {}

    /// Returns `value` when it is finite.
    ///
    /// @throws IllegalArgumentException when it is not
    public static double finite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " must be finite, was " + value);
        }
        return value;
    }

    /// Returns `value` when it is finite and above zero.
    ///
    /// @throws IllegalArgumentException when it is not
    public static double positive(String name, double value) {
        if (!(value > 0) || value == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException(name + " must be positive and finite, was " + value);
        }
        return value;
    }

    /// Returns `value` when it is finite and not below zero.
    ///
    /// @throws IllegalArgumentException when it is not
    public static double notNegative(String name, double value) {
        if (!(value >= 0) || value == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException(
                    name + " must be zero or more and finite, was " + value);
        }
        return value;
    }

    /// Returns `value` when it lies between `least` and `most`, both allowed.
    ///
    /// @throws IllegalArgumentException when it does not
    public static double between(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    name + " must be between " + least + " and " + most + ", was " + value);
        }
        return value;
    }

    /// Returns `text` when it is not blank.
    ///
    /// @throws IllegalArgumentException when it is
    public static String text(String name, String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(name + " must not be blank");
        }
        return text;
    }
}
