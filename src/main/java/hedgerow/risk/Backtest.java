package hedgerow.risk;

import java.util.Arrays;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;

/// Whether losses went beyond a stated margin or value at risk as often as they should, and without
/// clustering.
///
/// Three likelihood-ratio tests, each against a chi-squared distribution: of coverage (Kupiec, one
/// degree of freedom), of independence of a breach from the day before (Christoffersen, one), and
/// of both at once (two). A probability below the level that the reader has chosen, such as 5 %,
/// rejects the model.
///
/// Sources:
/// 1. P. Kupiec, Techniques for verifying the accuracy of risk measurement models, Journal of
///    Derivatives 3 (1995).
/// 2. P. Christoffersen, Evaluating interval forecasts, International Economic Review 39 (1998).
///
/// @param days how many days were looked at
/// @param breaches on how many the loss was larger than stated
/// @param expected how many breaches the stated confidence allows
/// @param coverage of how many breaches there are
/// @param independence of how they follow one another
/// @param conditional of both
public record Backtest(
        int days,
        int breaches,
        double expected,
        Test coverage,
        Test independence,
        Test conditional) {
    private static final ChiSquaredDistribution ONE = new ChiSquaredDistribution(null, 1);
    private static final ChiSquaredDistribution TWO = new ChiSquaredDistribution(null, 2);

    /// One likelihood-ratio test.
    ///
    /// @param statistic minus two log likelihood ratio, zero or more
    /// @param probability of a statistic at least as large where the model is right
    public record Test(double statistic, double probability) {
        static Test of(double statistic, ChiSquaredDistribution distribution) {
            double above = Math.max(0, statistic);
            return new Test(above, 1 - distribution.cumulativeProbability(above));
        }
    }

    /// Backtests what was stated for each day against what came.
    ///
    /// @param stated the loss that was not to be exceeded, by day
    /// @param profits what came, by day; losses are negative
    /// @param confidence with which it was not to be exceeded, above 0 and below 1
    public static Backtest of(double[] stated, double[] profits, double confidence) {
        if (stated.length != profits.length || stated.length < 2) {
            throw new IllegalArgumentException(
                    "stated and profits must be of one length, two or more, were of %d and %d"
                            .formatted(stated.length, profits.length));
        }
        boolean[] breached = new boolean[stated.length];
        for (int day = 0; day < stated.length; day++) breached[day] = -profits[day] > stated[day];
        return of(breached, confidence);
    }

    /// Backtests historical simulation: what is stated for each day is the value at risk of the
    /// `window` days before it.
    ///
    /// @param profits by day, oldest first, two more than the window at least
    /// @param window days that each figure is taken from, one at least
    /// @param stated the confidence of the value at risk
    /// @param called the confidence that it is tested for
    public static Backtest rolling(double[] profits, int window, double stated, double called) {
        int days = profits.length - window;
        if (window < 1 || days < 2) {
            throw new IllegalArgumentException(
                    "window must be between 1 and %d, was %d"
                            .formatted(profits.length - 2, window));
        }
        double[] figures = new double[days];
        for (int day = 0; day < days; day++) {
            double[] before = Arrays.copyOfRange(profits, day, day + window);
            figures[day] = TailRisk.ofProfits(before, stated).valueAtRisk();
        }
        return of(figures, Arrays.copyOfRange(profits, window, profits.length), called);
    }

    /// Tests a sequence of breaches.
    ///
    /// @param breached whether the loss was larger than stated, by day; two days at least
    /// @param confidence above 0 and below 1
    public static Backtest of(boolean[] breached, double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException(
                    "confidence must be above 0 and below 1, was " + confidence);
        }
        int days = breached.length;
        int breaches = 0;
        int[][] steps = new int[2][2];
        for (int day = 0; day < days; day++) {
            if (breached[day]) breaches++;
            if (day > 0) steps[breached[day - 1] ? 1 : 0][breached[day] ? 1 : 0]++;
        }
        double coverage = coverage(days, breaches, 1 - confidence);
        double independence = independence(steps);
        return new Backtest(
                days,
                breaches,
                days * (1 - confidence),
                Test.of(coverage, ONE),
                Test.of(independence, ONE),
                Test.of(coverage + independence, TWO));
    }

    private static double coverage(int days, int breaches, double share) {
        double found = (double) breaches / days;
        return 2 * (logLikelihood(days, breaches, found) - logLikelihood(days, breaches, share));
    }

    private static double independence(int[][] steps) {
        int quiet = steps[0][0] + steps[0][1];
        int after = steps[1][0] + steps[1][1];
        int breaches = steps[0][1] + steps[1][1];
        double apart =
                logLikelihood(quiet, steps[0][1], share(steps[0][1], quiet))
                        + logLikelihood(after, steps[1][1], share(steps[1][1], after));
        int all = quiet + after;
        return 2 * (apart - logLikelihood(all, breaches, share(breaches, all)));
    }

    private static double share(int part, int all) {
        return all == 0 ? 0 : (double) part / all;
    }

    /// The log likelihood of `breaches` in `days`, each with probability `share`.
    private static double logLikelihood(int days, int breaches, double share) {
        return times(breaches, share) + times(days - breaches, 1 - share);
    }

    private static double times(int count, double share) {
        return count == 0 ? 0 : count * StrictMath.log(share);
    }
}
