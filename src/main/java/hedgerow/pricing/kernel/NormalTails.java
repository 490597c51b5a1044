package hedgerow.pricing.kernel;

import static hedgerow.pricing.kernel.NormalTail.*;

/// The normal distribution of many numbers at once, by the polynomial of the kernels.
///
/// The error is below 2e-15, absolute; a small tail keeps its digits only with
/// `hedgerow.pricing.formula.NormalDistribution`. One number and many give the same bits, on every
/// machine.
public final class NormalTails {
    private static final double SCALE = 4 / RANGE;

    private NormalTails() {}

    /// Replaces each of the first `size` numbers `x` by the probability of a value at or below it;
    /// infinities are allowed, NaN stays.
    ///
    /// @param work room for as many numbers; its content is lost
    public static void below(double[] x, double[] work, int size) {
        for (int i = 0; i < size; i++) x[i] = clamped(x[i]);
        for (int i = 0; i < size; i++) work[i] = Math.abs(x[i]) * SCALE - 4.5;
        for (int i = 0; i < size; i++) work[i] = tail(work[i]);
        for (int i = 0; i < size; i++) x[i] = probability(x[i], work[i]);
    }

    /// The probability of a value at or below `x`.
    public static double below(double x) {
        double inside = clamped(x);
        return probability(inside, tail(Math.abs(inside) * SCALE - 4.5));
    }

    private static double clamped(double x) {
        return Math.max(-RANGE, Math.min(RANGE, x));
    }

    /// One half, and away from it in the direction of `x` by one half less the tail, which is never
    /// more than half of `x`.
    private static double probability(double x, double tail) {
        double away = 0.5 - tail;
        double half = 0.5 * x;
        return 0.5 + 0.5 * (Math.abs(half + away) - Math.abs(half - away));
    }

    private static double tail(double root) {
        double x = root * root - MIDDLE;
        double y = x * x;
        double even = C16;
        even = even * y + C14;
        even = even * y + C12;
        even = even * y + C10;
        even = even * y + C8;
        even = even * y + C6;
        even = even * y + C4;
        even = even * y + C2;
        even = even * y + C0;
        double odd = C17;
        odd = odd * y + C15;
        odd = odd * y + C13;
        odd = odd * y + C11;
        odd = odd * y + C9;
        odd = odd * y + C7;
        odd = odd * y + C5;
        odd = odd * y + C3;
        odd = odd * y + C1;
        double p = even + x * odd;
        p = p * p;
        return p * p;
    }
}
