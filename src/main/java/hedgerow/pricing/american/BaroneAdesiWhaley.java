package hedgerow.pricing.american;

import hedgerow.portfolio.OptionRight;
import hedgerow.portfolio.Require;
import hedgerow.pricing.formula.Black76;
import hedgerow.pricing.formula.NormalDistribution;

/// The quick approximation: a power of spot stands for the premium for early exercise.
///
/// With `w` plus one for a call and minus one for a put, `V` the European value and `S*` the
/// critical spot at which the two pieces meet smoothly,
///
/// ```
/// value = V(S) + w (S*/power) (1 - e^(-qT) N(w d1(S*))) (S/S*)^power
/// ```
///
/// on the near side of `S*`, intrinsic value beyond it. The critical spot and the power depend on
/// neither spot nor strike and are found once.
///
/// Against [ExerciseBoundary], at spots up to three standard deviations away, as a share of the
/// greater of spot and strike:
///
/// | terms | median | 90 % within | 99 % within | greatest |
/// |---|---|---|---|---|
/// | a day to a year, vol 10-100 %, rates 0-8 % | 2e-5 | 3e-4 | 1e-3 | 2e-3 |
/// | a day to three years, vol 5-150 %, rates -2-10 % | 4e-5 | 7e-4 | 4e-3 | 2e-2 |
///
/// Source: G. Barone-Adesi and R. Whaley, "Efficient analytic approximation of American option
/// values", Journal of Finance 42 (1987).
public final class BaroneAdesiWhaley implements AmericanPricer {
    private static final int MOST_STEPS = 200;

    /// Of the logarithm of the critical spot, beyond which exercise is out of reach.
    private static final double FARTHEST = 230;

    private static final double SMALL_STEP = 1e-14;

    private final AmericanTerms terms;
    private final int sign;
    private final double discount;
    private final double yielded;
    private final double growth;
    private final double stdDev;
    private final double power;
    private final double logCritical;
    private final double premium;

    private BaroneAdesiWhaley(AmericanTerms terms) {
        this.terms = terms;
        sign = terms.right().sign();
        double years = terms.expiryYears();
        discount = StrictMath.exp(-terms.rateAnnual() * years);
        yielded = StrictMath.exp(-terms.dividendYieldAnnual() * years);
        growth = StrictMath.exp((terms.rateAnnual() - terms.dividendYieldAnnual()) * years);
        stdDev = terms.stdDev();
        power = power();
        logCritical = solve();
        premium = premium(logCritical);
    }

    /// Solves for `terms`. Where exercise is certain or never pays, the exact pricer serves.
    ///
    /// @throws IllegalArgumentException in the regime of two boundaries
    public static AmericanPricer of(AmericanTerms terms) {
        terms.requireOneBoundaryAtMost();
        if (ExerciseBoundary.needsNoBoundary(terms)) return ExerciseBoundary.withoutBoundary(terms);
        return new BaroneAdesiWhaley(terms);
    }

    /// The exponent of spot in the premium: above one for a call, below zero for a put.
    private double power() {
        double variance = stdDev * stdDev;
        double rate = terms.rateAnnual() * terms.expiryYears();
        double carry = rate - terms.dividendYieldAnnual() * terms.expiryYears();
        double half = carry / variance - 0.5;
        double wait = rate == 0 ? 1 : -rate / StrictMath.expm1(-rate);
        return -half + sign * Math.sqrt(half * half + 2 * wait / variance);
    }

    /// Newton steps on the logarithm of the critical spot per unit of strike, kept in a bracket.
    private double solve() {
        double near = 0;
        double far = sign * 0.125;
        while (gap(far) < 0) {
            if (Math.abs(far) >= FARTHEST) return far;
            near = far;
            far = sign * Math.min(2 * Math.abs(far), FARTHEST);
        }
        double x = 0.5 * (near + far);
        for (int step = 0; step < MOST_STEPS; step++) {
            double gap = gap(x);
            if (gap < 0) near = x;
            else far = x;
            double next = x - gap / gapSlope(x);
            boolean inside = (next - near) * (next - far) < 0;
            if (!inside) next = 0.5 * (near + far);
            if (Math.abs(next - x) <= SMALL_STEP * Math.max(1, Math.abs(x))) return next;
            x = next;
        }
        return x;
    }

    /// What exercise brings less what the approximation says of waiting; zero at the critical spot.
    private double gap(double logSpot) {
        double spot = StrictMath.exp(logSpot);
        return sign * (spot - 1) - european(spot) - premium(logSpot);
    }

    private double gapSlope(double logSpot) {
        double spot = StrictMath.exp(logSpot);
        double d1 = d1(logSpot);
        double free = 1 - yielded * NormalDistribution.cdf(sign * d1);
        double turn = yielded * NormalDistribution.density(d1) / (power * stdDev);
        return spot * (sign * free * (1 - 1 / power) + turn);
    }

    private double premium(double logSpot) {
        double free = 1 - yielded * NormalDistribution.cdf(sign * d1(logSpot));
        return sign * StrictMath.exp(logSpot) / power * free;
    }

    private double d1(double logSpot) {
        double carry = (terms.rateAnnual() - terms.dividendYieldAnnual()) * terms.expiryYears();
        return (logSpot + carry) / stdDev + 0.5 * stdDev;
    }

    private double european(double spot) {
        return discount * Black76.value(sign, spot * growth, 1, stdDev);
    }

    @Override
    public AmericanTerms terms() {
        return terms;
    }

    @Override
    public double value(double spot, double strike) {
        Require.notNegative("spot", spot);
        Require.notNegative("strike", strike);
        double exercised = sign > 0 ? spot - strike : strike - spot;
        double x = StrictMath.log(spot / strike);
        if (isExercised(x)) return exercised;
        if (spot == 0 || strike == 0) return 0;
        double worth = european(spot / strike) + premium * near(x);
        return Math.max(strike * worth, Math.max(0, exercised));
    }

    /// The share of the premium at the critical spot that is left at `logSpot`.
    private double near(double logSpot) {
        return StrictMath.exp(power * (logSpot - logCritical));
    }

    @Override
    public double delta(double spot, double strike) {
        Require.notNegative("spot", spot);
        Require.notNegative("strike", strike);
        double x = StrictMath.log(spot / strike);
        if (isExercised(x)) return sign;
        if (spot == 0 || strike == 0) return 0;
        double ratio = spot / strike;
        return discount * growth * Black76.delta(sign, ratio * growth, 1, stdDev)
                + premium * power * near(x) / ratio;
    }

    @Override
    public double criticalSpot(double strike) {
        Require.notNegative("strike", strike);
        return strike * StrictMath.exp(logCritical);
    }

    /// False also where spot and strike are both zero.
    private boolean isExercised(double logSpot) {
        return terms.right() == OptionRight.CALL ? logSpot >= logCritical : logSpot <= logCritical;
    }
}
