package hedgerow.market;

import hedgerow.portfolio.Require;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/// The implied vols quoted for one expiry, by strike.
///
/// One vol serves the call and the put of a strike, so that put-call parity holds to the last bit.
public final class Smile {
    private final Instant expiry;
    private final double[] strikes;
    private final double[] vols;

    private Smile(Instant expiry, double[] strikes, double[] vols) {
        this.expiry = expiry;
        this.strikes = strikes;
        this.vols = vols;
    }

    /// A smile of annualised vols (0.60 is 60 %) by strike; at least one quote.
    ///
    /// @throws IllegalArgumentException on no quote, a strike that is not positive or a vol below 0
    public static Smile of(Instant expiry, Map<Double, Double> volByStrike) {
        if (volByStrike.isEmpty()) {
            throw new IllegalArgumentException("a smile needs a quote, " + expiry + " has none");
        }
        TreeMap<Double, Double> sorted = new TreeMap<>(volByStrike);
        sorted.forEach((strike, vol) -> {
            Require.positive("strike", strike);
            Require.notNegative("vol", vol);
        });
        return new Smile(expiry, unbox(sorted.keySet()), unbox(sorted.values()));
    }

    private static double[] unbox(java.util.Collection<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /// The instant of expiry that these vols are quoted for.
    public Instant expiry() {
        return expiry;
    }

    /// The quoted strikes, ascending; a copy.
    public double[] strikes() {
        return strikes.clone();
    }

    /// The quoted vols in the order of the strikes; a copy.
    public double[] vols() {
        return vols.clone();
    }

    /// The vol quoted at exactly this strike, or NaN where there is none.
    double quoted(double strike) {
        int at = Arrays.binarySearch(strikes, strike);
        return at >= 0 ? vols[at] : Double.NaN;
    }

    /// How far, in log-moneyness, `strike` lies outside the quoted strikes; zero inside.
    double distanceOutside(double strike) {
        double low = strikes[0];
        double high = strikes[strikes.length - 1];
        if (strike < low) return StrictMath.log(low / strike);
        return strike > high ? StrictMath.log(strike / high) : 0;
    }

    /// The vol at `strike`: total variance linear in log-moneyness between quotes, flat outside.
    double vol(double strike) {
        int at = Arrays.binarySearch(strikes, strike);
        if (at >= 0) return vols[at];
        int above = -at - 1;
        if (above == 0) return vols[0];
        if (above == strikes.length) return vols[above - 1];
        double low = strikes[above - 1];
        double share = StrictMath.log(strike / low) / StrictMath.log(strikes[above] / low);
        double below = vols[above - 1];
        return Math.sqrt((1 - share) * below * below + share * vols[above] * vols[above]);
    }
}
