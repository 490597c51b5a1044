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

    /// The tail at the argument `root` of the polynomial.
    ///
    /// The terms stand as they do because of other orders the compiler makes vectors half as wide.
    static double tail(double root) {
        double x = root * root - MIDDLE;
        double z = x * x;
        double q = LINE_0 + LINE_1 * x;
        q = REST_5 + (z + ROOT_5) * q;
        q = REST_4 + (z + ROOT_4) * q;
        q = (REST_3 + SLOPE_3 * z) + ((z + SUM_3) * z + PRODUCT_3) * q;
        q = (REST_2 + SLOPE_2 * z) + ((z + SUM_2) * z + PRODUCT_2) * q;
        q = (REST_1 + SLOPE_1 * z) + ((z + SUM_1) * z + PRODUCT_1) * q;
        q = q * q;
        return q * q;
    }
}
