package hedgerow.scenario;

import hedgerow.portfolio.Numbers;
import hedgerow.portfolio.Require;

/// One thing that might happen to spot and volatility at once.
///
/// @param spotMove relative move of spot, forwards and marks, above -1: -0.16 is down 16 %
/// @param volShock what happens to implied vols
/// @param weight the share of the resulting profit or loss that counts; zero for a column beside
///   the scan, which a charge reads
public record Scenario(double spotMove, VolShock volShock, double weight) {
    public Scenario {
        Require.finite("spotMove", spotMove);
        if (spotMove <= -1) {
            throw new IllegalArgumentException("spotMove must be above -1, was " + spotMove);
        }
        Require.notNegative("weight", weight);
    }

    /// A scenario that counts in full.
    public static Scenario of(double spotMove, VolShock volShock) {
        return new Scenario(spotMove, volShock, 1);
    }

    /// A column beside the scan, for charges to read: no scan ever takes it for its worst.
    public static Scenario aside(double spotMove, VolShock volShock) {
        return new Scenario(spotMove, volShock, 0);
    }

    /// The scenario in words, such as `spot +16 %, vol +50 %, counted at 32 %`.
    public String words() {
        String spot = spotMove == 0 ? "spot unchanged" : "spot " + Numbers.signedPercent(spotMove);
        String counted =
                weight == 1 ? "" : ", counted at " + Numbers.signedPercent(weight).substring(1);
        return spot + ", " + volShock.words() + counted;
    }
}
