package hedgerow.allocation;

import hedgerow.portfolio.Require;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/// How much of a hedge takes most of the variance off an exposure.
///
/// `ratio = rho * vol of the exposure / vol of the hedge`, units of value of the hedge to sell per
/// unit of value of the exposure; `effectiveness = rho^2`, the share of variance that goes.
///
/// Source: J. Hull, Options, Futures and Other Derivatives, chapter 3 (cross hedging).
///
/// @param ratio value of the hedge to sell per value of the exposure
/// @param effectiveness the share of the exposure's variance that the hedge takes off, 0 to 1
/// @param residualVol what is left of the exposure's vol
public record HedgeRatio(double ratio, double effectiveness, double residualVol) {
    /// From two vols, in one unit of time, and their correlation.
    public static HedgeRatio of(double exposureVol, double hedgeVol, double correlation) {
        Require.notNegative("exposureVol", exposureVol);
        Require.positive("hedgeVol", hedgeVol);
        Require.between("correlation", correlation, -1, 1);
        double effectiveness = correlation * correlation;
        return new HedgeRatio(
                correlation * exposureVol / hedgeVol,
                effectiveness,
                exposureVol * Math.sqrt(1 - effectiveness));
    }

    /// From changes of both over the same periods, by least squares.
    ///
    /// @param exposure changes of the exposure, three or more
    /// @param hedge changes of the hedge over the same periods, not all alike
    public static HedgeRatio of(double[] exposure, double[] hedge) {
        if (exposure.length != hedge.length || exposure.length < 3) {
            throw new IllegalArgumentException(
                    "exposure and hedge must be of one length, three or more, were of %d and %d"
                            .formatted(exposure.length, hedge.length));
        }
        SimpleRegression line = new SimpleRegression(true);
        for (int i = 0; i < exposure.length; i++) line.addData(hedge[i], exposure[i]);
        if (!(line.getXSumSquares() > 0)) {
            throw new IllegalArgumentException("hedge must change, was always " + hedge[0]);
        }
        double total = line.getTotalSumSquares();
        double effectiveness = total > 0 ? line.getRSquare() : 0;
        double vol = Math.sqrt(total / (exposure.length - 1));
        return new HedgeRatio(
                line.getSlope(), effectiveness, vol * Math.sqrt(Math.max(0, 1 - effectiveness)));
    }

    /// The same with what is left of the vol over another time: by the root of time.
    ///
    /// @param periods how many of the old unit of time the new one is
    public HedgeRatio over(double periods) {
        double root = Math.sqrt(Require.positive("periods", periods));
        return new HedgeRatio(ratio, effectiveness, residualVol * root);
    }

    /// How many contracts of the hedge to sell.
    ///
    /// @param exposure units, or value, of the exposure
    /// @param contract units, or value, of one contract of the hedge
    public double contracts(double exposure, double contract) {
        return ratio * exposure / contract;
    }
}
