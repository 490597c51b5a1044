package hedgerow.pricing.american;

import hedgerow.portfolio.OptionRight;
import hedgerow.portfolio.Require;

/// What the decision to exercise depends on, besides spot and strike.
///
/// @param rateAnnual the discount rate, continuously compounded
/// @param dividendYieldAnnual the yield of what is delivered, continuously compounded; the rate
///   itself for an option on a future
/// @param vol annualised, 0 to 100 (10,000 %)
/// @param expiryYears time to expiry, 0 to 200
public record AmericanTerms(
        OptionRight right,
        double rateAnnual,
        double dividendYieldAnnual,
        double vol,
        double expiryYears) {

    /// The highest vol, a fraction.
    public static final double MOST_VOL = 100;

    /// The longest time to expiry.
    public static final double MOST_YEARS = 200;

    /// The furthest that a rate times the years may be from zero: beyond it a discount factor says
    /// nothing, and within it every exponential is finite.
    public static final double MOST_GROWTH = 200;

    /// @throws IllegalArgumentException for a value outside the stated limits, or where a rate
    ///   times the time to expiry is beyond 200 either way
    public AmericanTerms {
        Require.between("vol", vol, 0, MOST_VOL);
        Require.between("expiryYears", expiryYears, 0, MOST_YEARS);
        between("rateAnnual * expiryYears", rateAnnual * expiryYears);
        between("dividendYieldAnnual * expiryYears", dividendYieldAnnual * expiryYears);
        Require.finite("rateAnnual", rateAnnual);
        Require.finite("dividendYieldAnnual", dividendYieldAnnual);
    }

    private static void between(String name, double growth) {
        Require.between(name, growth, -MOST_GROWTH, MOST_GROWTH);
    }

    /// The terms of an option on a future, which yields the rate itself.
    public static AmericanTerms onFuture(
            OptionRight right, double rateAnnual, double vol, double expiryYears) {
        return new AmericanTerms(right, rateAnnual, rateAnnual, vol, expiryYears);
    }

    /// When it pays to exercise early.
    public ExerciseRegime regime() {
        return ExerciseRegime.ofPut(putRate(), putYield());
    }

    /// The standard deviation of the logarithm of the price at expiry.
    double stdDev() {
        return vol * Math.sqrt(expiryYears);
    }

    /// The rate of the put that mirrors these terms.
    double putRate() {
        return right == OptionRight.PUT ? rateAnnual : dividendYieldAnnual;
    }

    /// The yield of the put that mirrors these terms.
    double putYield() {
        return right == OptionRight.PUT ? dividendYieldAnnual : rateAnnual;
    }

    /// @throws IllegalArgumentException where two boundaries would be needed
    void requireOneBoundaryAtMost() {
        if (expiryYears > 0 && regime() == ExerciseRegime.TWO_BOUNDARIES) {
            throw new IllegalArgumentException(
                    "a "
                            + right
                            + " with rateAnnual "
                            + rateAnnual
                            + " and dividendYieldAnnual "
                            + dividendYieldAnnual
                            + " is exercised between two boundaries, which is not priced");
        }
    }
}
