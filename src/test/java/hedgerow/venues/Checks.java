package hedgerow.venues;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Compares the figures of one case with what it pins, and keeps what differs.
final class Checks {
    private static final double TIGHT = 1e-9;

    private final List<String> misses = new ArrayList<>();
    private final List<String> unmapped = new ArrayList<>();
    private double largest;
    private int compared;

    /// Compares within 1e-9 of the figure, and within 1e-9 near zero.
    void close(String name, double expected, double actual) {
        within(name, expected, actual, TIGHT, TIGHT);
    }

    /// Compares within a share of the figure, or within an amount, whichever is more.
    void within(String name, double expected, double actual, double share, double amount) {
        compared++;
        double error = Math.abs(actual - expected);
        double allowed = Math.max(amount, share * Math.abs(expected));
        if (Math.abs(expected) > 1) largest = Math.max(largest, error / Math.abs(expected));
        if (!(error <= allowed)) miss(name, expected, actual);
    }

    /// Compares whole numbers: 1e-9 is added to the size of the figure, and the rest cut off.
    void truncated(String name, double expected, double actual) {
        compared++;
        double whole = Math.signum(actual) * Math.floor(Math.abs(actual) + TIGHT);
        if (whole != expected) miss(name, expected, actual);
    }

    private void miss(String name, double expected, double actual) {
        misses.add(String.format(Locale.ROOT, "%s: expected %s, was %s", name, expected, actual));
    }

    /// Notes that a case could not be compared.
    void failed(String why) {
        misses.add(why);
    }

    /// Notes a figure that is pinned and has no counterpart here.
    void unmapped(String name) {
        unmapped.add(name);
    }

    List<String> misses() {
        return misses;
    }

    List<String> unmapped() {
        return unmapped;
    }

    /// The largest error as a share of its figure, of figures above one.
    double largest() {
        return largest;
    }

    int compared() {
        return compared;
    }
}
