package hedgerow.scenario;

import hedgerow.portfolio.Require;
import java.util.ArrayList;
import java.util.List;

/// Days of the past as scenarios, each return scaled from the volatility of its own day to that of
/// today: filtered historical simulation.
///
/// With `r_t` the logarithmic return of day `t`, oldest first, and exponentially weighted variances
///
/// ```
/// v_1 = mean of the first `seed` squared returns
/// v_t+1 = lambda * v_t + (1 - lambda) * r_t^2
/// scenario t: spot * exp(r_t * sqrt(v_today / v_t))
/// ```
///
/// where `v_today` follows the last day and is at least `floor` times the mean of all squared
/// returns. The vol of options moves by the day's logarithmic return of vol, as it is.
///
/// Sources: [1] Barone-Adesi, Giannopoulos and Vosper, "VaR without correlations for portfolios of
/// derivative securities", 1999. [2] CME's schema of SPAN XML, `hvarSet`: lambda, percentile,
/// floor, seed.
///
/// @param days the days, oldest first
/// @param lambda the weight of yesterday's variance, from 0 to 1, both left out
/// @param seed how many days the first variance is taken from
/// @param floor the least variance of today, as a share of the mean of all
public record FilteredHistory(List<Day> days, double lambda, int seed, double floor) {

    /// One day.
    ///
    /// @param spot logarithmic return of spot
    /// @param vol logarithmic return of vol
    public record Day(double spot, double vol) {
        public Day {
            Require.finite("spot return", spot);
            Require.finite("vol return", vol);
        }

        /// The day as a scenario, as it was.
        public Scenario scenario() {
            return scenario(spot);
        }

        /// The day as a scenario, with another return of spot.
        private Scenario scenario(double spotReturn) {
            VolShock shock =
                    vol == 0
                            ? VolShock.NONE
                            : new VolShock.Relative(StrictMath.expm1(vol), TenorScale.NONE, 0);
            return Scenario.of(StrictMath.expm1(spotReturn), shock);
        }
    }

    public FilteredHistory {
        days = List.copyOf(days);
        Require.positive("lambda", lambda);
        Require.notNegative("floor", floor);
        if (lambda >= 1)
            throw new IllegalArgumentException("lambda must be below 1, was " + lambda);
        if (seed < 1 || seed > days.size()) {
            throw new IllegalArgumentException(
                    "seed must be between 1 and the %d days, was %d".formatted(days.size(), seed));
        }
        if (!(meanSquare(days, seed) > 0)) {
            throw new IllegalArgumentException("the first " + seed + " days must not all be still");
        }
    }

    private static double meanSquare(List<Day> days, int count) {
        double sum = 0;
        for (Day day : days.subList(0, count)) sum += day.spot() * day.spot();
        return sum / count;
    }

    /// One scenario a day, oldest first.
    ///
    /// @throws IllegalArgumentException where days stand still for so long that no volatility is
    ///   left to scale from
    public List<Scenario> scenarios() {
        double[] scales = scales();
        List<Scenario> scenarios = new ArrayList<>();
        for (int t = 0; t < scales.length; t++) {
            if (!Double.isFinite(scales[t])) {
                throw new IllegalArgumentException(
                        "days must move now and then, none before day " + t + " left a volatility");
            }
            Day day = days.get(t);
            scenarios.add(day.scenario(day.spot() * scales[t]));
        }
        return scenarios;
    }

    /// What the return of each day is multiplied by: the volatility of today over that of the day;
    /// not finite where none is left of that.
    public double[] scales() {
        double[] variances = new double[days.size() + 1];
        variances[0] = meanSquare(days, seed);
        for (int t = 0; t < days.size(); t++) {
            double spot = days.get(t).spot();
            variances[t + 1] = lambda * variances[t] + (1 - lambda) * spot * spot;
        }
        double today = Math.max(variances[days.size()], floor * meanSquare(days, days.size()));
        double[] scales = new double[days.size()];
        for (int t = 0; t < scales.length; t++) scales[t] = Math.sqrt(today / variances[t]);
        return scales;
    }
}
