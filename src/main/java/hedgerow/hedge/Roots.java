package hedgerow.hedge;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/// Where a function of one variable is zero, found by scanning and then closing in.
final class Roots {
    /// A bracket this narrow, relative to its place, is a root.
    private static final double WIDTH = 1e-13;

    private static final int STEPS = 100;

    private Roots() {}

    /// The roots of `f` between neighbours of `at` where `values`, which are `f` there, change
    /// sign.
    ///
    /// Points at which `f` is zero itself are left out: the caller has them already.
    static List<Double> between(double[] at, double[] values, DoubleUnaryOperator f) {
        List<Double> roots = new ArrayList<>();
        for (int i = 1; i < at.length; i++) {
            if (values[i - 1] * values[i] < 0) {
                roots.add(root(at[i - 1], values[i - 1], at[i], values[i], f));
            }
        }
        return roots;
    }

    /// The Illinois variant of false position, with a bisection where that does not halve a
    /// bracket.
    private static double root(
            double from, double atFrom, double to, double atTo, DoubleUnaryOperator f) {
        double a = from;
        double b = to;
        double fa = atFrom;
        double fb = atTo;
        for (int step = 0; step < STEPS && Math.abs(b - a) > WIDTH * (1 + Math.abs(b)); step++) {
            double middle = (a + b) / 2;
            double guess = step % 3 == 2 ? middle : b - fb * (b - a) / (fb - fa);
            double value = f.applyAsDouble(guess);
            if (value == 0) return guess;
            if (value * fb < 0) {
                a = b;
                fa = fb;
            } else {
                fa /= 2;
            }
            b = guess;
            fb = value;
        }
        return b;
    }
}
