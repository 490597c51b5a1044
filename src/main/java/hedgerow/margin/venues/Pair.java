package hedgerow.margin.venues;

import hedgerow.portfolio.Require;

/// Two different names, in alphabetical order: of venues, or of underlyings.
///
/// @param first the one that comes first
/// @param second the other
public record Pair(String first, String second) {
    public Pair {
        Require.text("first", first);
        if (first.compareTo(second) >= 0) {
            throw new IllegalArgumentException(
                    "a pair must be two names in order, was " + first + " and " + second);
        }
    }

    /// The pair of two names, in whichever order they are given.
    ///
    /// @throws IllegalArgumentException where they are the same
    public static Pair of(String one, String other) {
        return one.compareTo(other) < 0 ? new Pair(one, other) : new Pair(other, one);
    }
}
