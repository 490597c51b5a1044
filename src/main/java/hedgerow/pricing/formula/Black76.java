package hedgerow.pricing.formula;

import hedgerow.portfolio.Require;

/// European options on a forward, one at a time: the reference that the grid kernel is held to.
///
/// All values are undiscounted and per unit. With `s = vol * sqrt(T)`, `d1 = ln(F/K)/s + s/2` and
/// `d2 = d1 - s`, a call is worth `F N(d1) - K N(d2)`. Values in the money are the intrinsic value
/// plus the opposite option out of the money, so that put-call parity holds to rounding and small
/// time values keep their digits.
///
/// Source: F. Black, "The pricing of commodity contracts", Journal of Financial Economics 3 (1976).
public final class Black76 {
    private Black76() {}

    /// The undiscounted value.
    ///
    /// @param sign plus one for a call, minus one for a put
    /// @param forward positive
    /// @param strike positive
    /// @param stdDev `vol * sqrt(T)`, zero or more; at zero the value is intrinsic
    public static double value(int sign, double forward, double strike, double stdDev) {
        double inside = sign * (forward - strike);
        if (stdDev <= 0) return Math.max(0, inside);
        int outSign = inside > 0 ? -sign : sign;
        double out = outOfTheMoney(outSign, forward, strike, stdDev);
        return inside > 0 ? inside + out : out;
    }

    /// With `h = -|ln(F/K)|/s`, `t = s/2` and `Y = N/n`, the ratio of distribution and density:
    /// `sqrt(FK) n(h) exp(-t^2/2) (Y(h + t) - Y(h - t))`, so that what cancels has few digits to
    /// lose and small values keep theirs.
    private static double outOfTheMoney(int sign, double forward, double strike, double stdDev) {
        double h = -Math.abs(logMoneyness(forward, strike)) / stdDev;
        double t = 0.5 * stdDev;
        if (h + t > 1) return difference(sign, forward, strike, stdDev);
        if (h < -40) return 0;
        double span = t < 0.25 ? series(h, t) : span(h, t);
        double height = NormalDistribution.density(h) * StrictMath.exp(-0.5 * t * t);
        return Math.sqrt(forward) * Math.sqrt(strike) * height * span;
    }

    private static double difference(int sign, double forward, double strike, double stdDev) {
        double d1 = d1(forward, strike, stdDev);
        double far = NormalDistribution.cdf(sign * d1);
        double near = NormalDistribution.cdf(sign * (d1 - stdDev));
        return Math.max(0, sign * (forward * far - strike * near));
    }

    private static double span(double h, double t) {
        return NormalDistribution.cdfOverDensity(h + t) - NormalDistribution.cdfOverDensity(h - t);
    }

    /// The same by Taylor's series around `h`, whose even terms cancel, with the derivatives `Y' =
    /// 1 + hY` and `Y(n+1) = h Y(n) + n Y(n-1)`.
    private static double series(double h, double t) {
        double before = NormalDistribution.cdfOverDensity(h);
        double derivative = NormalDistribution.cdfOverDensitySlope(h);
        double power = t;
        double term = power * derivative;
        double sum = term;
        for (int n = 1; n < 17 && term > 1e-17 * sum; n += 2) {
            before = h * derivative + n * before;
            derivative = h * before + (n + 1) * derivative;
            power *= t * t / ((n + 1) * (n + 2));
            term = power * derivative;
            sum += term;
        }
        return 2 * sum;
    }

    /// Change of value per unit of forward; at zero `stdDev` the slope of intrinsic value, one half
    /// at the strike.
    public static double delta(int sign, double forward, double strike, double stdDev) {
        if (stdDev <= 0) return sign * 0.5 * (1 + Math.signum(sign * (forward - strike)));
        return sign * NormalDistribution.cdf(sign * d1(forward, strike, stdDev));
    }

    /// Change of delta per unit of forward; zero at zero `stdDev`.
    public static double gamma(double forward, double strike, double stdDev) {
        if (stdDev <= 0) return 0;
        return NormalDistribution.density(d1(forward, strike, stdDev)) / forward / stdDev;
    }

    /// Change of value per unit of `stdDev`; multiply by `sqrt(T)` for vega per unit of vol.
    public static double vega(double forward, double strike, double stdDev) {
        if (stdDev <= 0) return forward == strike ? forward * NormalDistribution.density(0) : 0;
        return forward * NormalDistribution.density(d1(forward, strike, stdDev));
    }

    /// Change of value per year that passes with forward and vol unchanged; never above zero.
    ///
    /// @param vol annualised
    /// @param expiryYears time to expiry, positive
    public static double theta(double forward, double strike, double vol, double expiryYears) {
        Require.positive("expiryYears", expiryYears);
        double root = Math.sqrt(expiryYears);
        return -vega(forward, strike, vol * root) * vol / (2 * root);
    }

    /// The `stdDev` at which the option is worth `value`: zero at intrinsic value.
    ///
    /// Newton steps on the out-of-the-money value's logarithm, kept inside a bracket.
    ///
    /// @throws IllegalArgumentException where no `stdDev` gives the value: below intrinsic value,
    ///   or not below the forward (call) or the strike (put)
    public static double impliedStdDev(int sign, double forward, double strike, double value) {
        double intrinsic = Math.max(0, sign * (forward - strike));
        double most = sign > 0 ? forward : strike;
        if (!(value >= intrinsic && value < most)) {
            throw new IllegalArgumentException(
                    "value must be from intrinsic "
                            + intrinsic
                            + " to below "
                            + most
                            + ", was "
                            + value);
        }
        double time = value - intrinsic;
        if (time == 0) return 0;
        int outSign = forward > strike ? -1 : 1;
        return solve(outSign, forward, strike, time);
    }

    private static double solve(int sign, double forward, double strike, double time) {
        double low = 0;
        double high = 1;
        while (outOfTheMoney(sign, forward, strike, high) < time) high *= 2;
        double target = StrictMath.log(time);
        double s = Math.sqrt(2 * Math.abs(logMoneyness(forward, strike))) + time / forward;
        for (int i = 0; i < 100; i++) {
            if (!(s > low && s < high)) s = 0.5 * (low + high);
            double out = outOfTheMoney(sign, forward, strike, s);
            if (out < time) low = s;
            else high = s;
            double step = (StrictMath.log(out) - target) * out / vega(forward, strike, s);
            if (Math.abs(step) <= 1e-16 * s || high - low <= Math.ulp(high)) break;
            s -= step;
        }
        return s;
    }

    private static double d1(double forward, double strike, double stdDev) {
        return logMoneyness(forward, strike) / stdDev + 0.5 * stdDev;
    }

    /// `ln(F/K)`, to the last digits also where the two are close.
    private static double logMoneyness(double forward, double strike) {
        double apart = forward - strike;
        boolean close = Math.abs(apart) < 0.5 * strike;
        return close ? StrictMath.log1p(apart / strike) : StrictMath.log(forward / strike);
    }
}
