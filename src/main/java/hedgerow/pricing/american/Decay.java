package hedgerow.pricing.american;

/// Falling exponentials of many numbers at once, in loops that the compiler turns into vector
/// instructions: no call, no branch, the same bits on every machine.
///
/// For `0 <= x <= 640`, `m = 1 - e^(-x/2048)` is its Taylor series to the twelfth power, and eleven
/// doublings follow: `e^(-2x)` is the square of `e^(-x)`, and `1 - e^(-2x) = m (2 - m)`, which has
/// no cancellation, so that what is lost keeps its digits where little is lost. Errors are below
/// 1e-12 of the result. Greater `x` count as 640, where nothing is left that a sum would notice.
final class Decay {
    private static final double MOST = 640;
    private static final double UNIT = 0x1p-11;
    private static final double C2 = -1 / 2.0;
    private static final double C3 = 1 / 6.0;
    private static final double C4 = -1 / 24.0;
    private static final double C5 = 1 / 120.0;
    private static final double C6 = -1 / 720.0;
    private static final double C7 = 1 / 5040.0;
    private static final double C8 = -1 / 40320.0;
    private static final double C9 = 1 / 362880.0;
    private static final double C10 = -1 / 3628800.0;
    private static final double C11 = 1 / 39916800.0;
    private static final double C12 = -1 / 479001600.0;

    private Decay() {}

    /// Fills `left` with `e^(-x)` and `lost` with `1 - e^(-x)`.
    static void decay(double[] x, double[] left, double[] lost) {
        series(x, lost);
        for (int i = 0; i < lost.length; i++) {
            double m = lost[i];
            double e = 1 - m;
            m = m * (2 - m);
            m = m * (2 - m);
            m = m * (2 - m);
            m = m * (2 - m);
            m = m * (2 - m);
            m = m * (2 - m);
            m = m * (2 - m);
            m = m * (2 - m);
            m = m * (2 - m);
            m = m * (2 - m);
            m = m * (2 - m);
            lost[i] = m;
            left[i] = squared(e);
        }
    }

    /// Replaces each `x` by `e^(-x)`.
    static void decay(double[] x) {
        series(x, x);
        for (int i = 0; i < x.length; i++) x[i] = squared(1 - x[i]);
    }

    private static double squared(double e) {
        e = e * e;
        e = e * e;
        e = e * e;
        e = e * e;
        e = e * e;
        e = e * e;
        e = e * e;
        e = e * e;
        e = e * e;
        e = e * e;
        return e * e;
    }

    private static void series(double[] x, double[] m) {
        for (int i = 0; i < x.length; i++) {
            double t = Math.min(x[i], MOST) * UNIT;
            double s = C12;
            s = s * t + C11;
            s = s * t + C10;
            s = s * t + C9;
            s = s * t + C8;
            s = s * t + C7;
            s = s * t + C6;
            s = s * t + C5;
            s = s * t + C4;
            s = s * t + C3;
            s = s * t + C2;
            m[i] = t + t * t * s;
        }
    }
}
