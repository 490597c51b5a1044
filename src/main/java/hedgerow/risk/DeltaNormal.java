package hedgerow.risk;

import hedgerow.portfolio.Require;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;

/// The standard deviation of profit where every position is its delta and every move is normal.
///
/// ```
/// x_i = delta_i * spot_i * vol_i * sqrt(days / 365)
/// deviation = sqrt(x' R x)        with correlations R; without them sum |x_i|
/// ```
///
/// Without correlations all moves count as going against the portfolio at once, the most that any
/// correlations can make of it. [TailRisk#normal] reads value at risk and expected shortfall off
/// the deviation.
///
/// Source: J.P. Morgan and Reuters, RiskMetrics technical document, 4th edition, 1996, chapter 1.
public final class DeltaNormal {
    private static final double YEAR_DAYS = 365;

    private DeltaNormal() {}

    /// What is held of one underlying.
    ///
    /// @param value delta times spot, in the margin currency, signed
    /// @param volAnnual a year of 365 days
    public record Exposure(double value, double volAnnual) {
        public Exposure {
            Require.finite("value", value);
            Require.notNegative("volAnnual", volAnnual);
        }
    }

    /// The standard deviation over some days.
    ///
    /// @param correlations of the exposures, in their order; empty where they are not known
    public static double deviation(
            List<Exposure> exposures, Optional<double[][]> correlations, double days) {
        double root = Math.sqrt(Require.notNegative("days", days) / YEAR_DAYS);
        double[] x = exposures.stream().mapToDouble(e -> e.value() * e.volAnnual()).toArray();
        double variance = 0;
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x.length; j++) {
                double both = x[i] * x[j];
                variance +=
                        correlations.isPresent() ? both * correlations.get()[i][j] : Math.abs(both);
            }
        }
        return Math.sqrt(Math.max(0, variance)) * root;
    }

    /// The correlations of returns; empty where they cannot be told: fewer than three returns, or
    /// an underlying that never moved.
    ///
    /// @param returns of each underlying, all of one length
    public static Optional<double[][]> correlations(List<double[]> returns) {
        int size = returns.size();
        double[][] all = new double[size][size];
        for (int i = 0; i < size; i++) {
            all[i][i] = 1;
            for (int j = 0; j < i; j++) {
                if (returns.get(i).length < 3) return Optional.empty();
                double r = new PearsonsCorrelation().correlation(returns.get(i), returns.get(j));
                if (!Double.isFinite(r)) return Optional.empty();
                all[i][j] = r;
                all[j][i] = r;
            }
        }
        return Optional.of(all);
    }
}
