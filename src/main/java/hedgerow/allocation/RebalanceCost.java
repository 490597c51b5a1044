package hedgerow.allocation;

import hedgerow.portfolio.Require;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What it costs to keep a position hedged at fixed intervals, and how well that hedges.
///
/// With gamma and spot taken as they are now, one rebalance trades `gamma S sigma sqrt(dt)` units
/// of delta times a standard normal, so its expected cost is
///
/// ```
/// costShare * gamma * S^2 * sigma * sqrt(dt) * sqrt(2/pi) + gas
/// ```
///
/// and the standard deviation of the hedging error of an at-the-money option that is held to expiry
/// with `N` rebalances is `sqrt(pi/4) * vega * sigma / sqrt(N)`.
///
/// Sources:
/// 1. H. Leland, Option pricing and replication with transactions costs, Journal of Finance 40
///    (1985).
/// 2. M. Kamal, E. Derman, When you cannot hedge continuously: the corrections to Black-Scholes,
///    Goldman Sachs Quantitative Strategies, 1999.
///
/// @param gamma of the whole position, units of delta per unit of spot, as a magnitude
/// @param vega of the whole position, money per 1.00 of vol, as a magnitude
/// @param spot price of the underlying
/// @param volAnnual a year of 365 days
/// @param costShare of a trade's value that it costs
/// @param gasPerTrade money
public record RebalanceCost(
        double gamma,
        double vega,
        double spot,
        double volAnnual,
        double costShare,
        double gasPerTrade) {
    private static final double YEAR_SECONDS = 365 * 86_400.0;

    /// What one interval costs over a horizon.
    ///
    /// @param interval between two rebalances
    /// @param rebalances how many there are; at least one
    /// @param tradingCost expected cost of the trades
    /// @param gasCost gas of the trades
    /// @param errorDeviation standard deviation of the hedging error
    public record Schedule(
            Duration interval,
            double rebalances,
            double tradingCost,
            double gasCost,
            double errorDeviation) {
        /// Trades and gas.
        public double cost() {
            return tradingCost + gasCost;
        }
    }

    public RebalanceCost {
        Require.notNegative("gamma", gamma);
        Require.notNegative("vega", vega);
        Require.positive("spot", spot);
        Require.notNegative("volAnnual", volAnnual);
        Require.notNegative("costShare", costShare);
        Require.notNegative("gasPerTrade", gasPerTrade);
    }

    /// Rebalancing every `interval` over `horizon`.
    ///
    /// @param interval above zero and at most the horizon
    public Schedule over(Duration horizon, Duration interval) {
        double whole = seconds("horizon", horizon);
        double each = seconds("interval", interval);
        if (each > whole) {
            throw new IllegalArgumentException(
                    "interval must be at most the horizon " + horizon + ", was " + interval);
        }
        double rebalances = whole / each;
        double traded = gamma * spot * spot * volAnnual * Math.sqrt(each / YEAR_SECONDS);
        double perTrade = costShare * traded * Math.sqrt(2 / Math.PI);
        return new Schedule(
                interval,
                rebalances,
                rebalances * perTrade,
                rebalances * gasPerTrade,
                Math.sqrt(Math.PI / 4) * vega * volAnnual / Math.sqrt(rebalances));
    }

    /// The cheapest of `intervals` whose hedging error stays within a budget; empty where none
    /// does.
    public Optional<Schedule> cheapest(
            Duration horizon, List<Duration> intervals, double errorBudget) {
        return intervals.stream()
                .map(interval -> over(horizon, interval))
                .filter(schedule -> schedule.errorDeviation() <= errorBudget)
                .min((a, b) -> Double.compare(a.cost(), b.cost()));
    }

    private static double seconds(String name, Duration duration) {
        return Require.positive(name, duration.toMillis() / 1000.0);
    }
}
