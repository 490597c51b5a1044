package hedgerow.pricing.formula;

/// The standard normal distribution, to about one unit in the last place.
///
/// Rational minimax approximations of the complementary error function on three intervals: W. J.
/// Cody, "Rational Chebyshev approximations for the error function", Mathematics of Computation 23
/// (1969) 631-637. The tail stays accurate in relative terms down to the smallest numbers.
public final class NormalDistribution {
    private static final double[] NEAR_TOP = {
        1.85777706184603153e-1,
        3.16112374387056560e0,
        1.13864154151050156e2,
        3.77485237685302021e2,
        3.20937758913846947e3
    };
    private static final double[] NEAR_BOTTOM = {
        1,
        2.36012909523441209e1,
        2.44024637934444173e2,
        1.28261652607737228e3,
        2.84423683343917062e3
    };
    private static final double[] MIDDLE_TOP = {
        2.15311535474403846e-8, 5.64188496988670089e-1, 8.88314979438837594e0,
        6.61191906371416295e1, 2.98635138197400131e2, 8.81952221241769090e2,
        1.71204761263407058e3, 2.05107837782607147e3, 1.23033935479799725e3
    };
    private static final double[] MIDDLE_BOTTOM = {
        1,
        1.57449261107098347e1,
        1.17693950891312499e2,
        5.37181101862009858e2,
        1.62138957456669019e3,
        3.29079923573345963e3,
        4.36261909014324716e3,
        3.43936767414372164e3,
        1.23033935480374942e3
    };
    private static final double[] FAR_TOP = {
        1.63153871373020978e-2, 3.05326634961232344e-1, 3.60344899949804439e-1,
        1.25781726111229246e-1, 1.60837851487422766e-2, 6.58749161529837803e-4
    };
    private static final double[] FAR_BOTTOM = {
        1,
        2.56852019228982242e0,
        1.87295284992346725e0,
        5.27905102951428412e-1,
        6.05183413124413191e-2,
        2.33520497626869185e-3
    };

    /// Where one approximation ends and the next begins.
    private static final double NEAR = 0.46875;

    private static final double MIDDLE = 4;

    private static final double ROOT_HALF = Math.sqrt(0.5);
    private static final double ROOT_PI = 1.7724538509055160273;
    private static final double ROOT_HALF_PI = 1.2533141373155002512;
    private static final double INVERSE_ROOT_PI = 5.6418958354775628695e-1;
    private static final double INVERSE_ROOT_TWO_PI = 0.39894228040143267794;

    private NormalDistribution() {}

    /// The probability of a value at or below `x`; 0 and 1 at minus and plus infinity.
    public static double cdf(double x) {
        double y = Math.abs(x) * ROOT_HALF;
        if (y <= NEAR) return 0.5 + 0.5 * x * ROOT_HALF * ratio(NEAR_TOP, NEAR_BOTTOM, y * y);
        double tail = y > 27.5 ? 0 : 0.5 * gaussian(x) * scaledTail(y);
        return x < 0 ? tail : 1 - tail;
    }

    /// The density at `x`.
    public static double density(double x) {
        return Math.abs(x) > 40 ? 0 : INVERSE_ROOT_TWO_PI * gaussian(x);
    }

    /// `cdf(x) / density(x)`, which falls like `-1/x` where both vanish; for `x` up to one.
    static double cdfOverDensity(double x) {
        double y = -x * ROOT_HALF;
        return y <= NEAR ? cdf(x) / density(x) : ROOT_HALF_PI * scaledTail(y);
    }

    /// The derivative of [#cdfOverDensity], `1 + x cdf(x) / density(x)`, accurate where that
    /// cancels.
    static double cdfOverDensitySlope(double x) {
        double y = -x * ROOT_HALF;
        return y > MIDDLE ? ROOT_PI * farCorrection(y) : 1 + x * cdfOverDensity(x);
    }

    /// `exp(y * y)` times the complementary error function, for `y` above [#NEAR].
    private static double scaledTail(double y) {
        if (y <= MIDDLE) return ratio(MIDDLE_TOP, MIDDLE_BOTTOM, y);
        return (INVERSE_ROOT_PI - farCorrection(y)) / y;
    }

    private static double farCorrection(double y) {
        double z = 1 / (y * y);
        return z * ratio(FAR_TOP, FAR_BOTTOM, z);
    }

    /// `exp(-x * x / 2)` with the square split, so that its rounding is not magnified.
    private static double gaussian(double x) {
        double coarse = Math.rint(x * 16) / 16;
        double rest = (x - coarse) * (x + coarse);
        return StrictMath.exp(-0.5 * coarse * coarse) * StrictMath.exp(-0.5 * rest);
    }

    private static double ratio(double[] top, double[] bottom, double x) {
        return polynomial(top, x) / polynomial(bottom, x);
    }

    private static double polynomial(double[] coefficients, double x) {
        double sum = coefficients[0];
        for (int i = 1; i < coefficients.length; i++) sum = sum * x + coefficients[i];
        return sum;
    }
}
