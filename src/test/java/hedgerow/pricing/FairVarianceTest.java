package hedgerow.pricing;

import static hedgerow.TestMarkets.NOW;
import static hedgerow.TestMarkets.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hedgerow.TestMarkets;
import hedgerow.market.ForwardCurve;
import hedgerow.market.Listings;
import hedgerow.market.Lookup;
import hedgerow.market.Reference;
import hedgerow.market.Smile;
import hedgerow.market.Underlying;
import hedgerow.market.VolSurface;
import hedgerow.pricing.formula.Black76;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FairVarianceTest {
    private static double fair(Underlying underlying, double days) {
        return ((Lookup.Found) FairVariance.vol(underlying, NOW, in(days))).value();
    }

    private static Underlying smile(double days, double forward, Map<Double, Double> quotes) {
        return new Underlying(
                "X",
                "USD",
                Reference.of(100, 0.05),
                ForwardCurve.of(Map.of(in(days), forward)),
                VolSurface.Quoted.of(List.of(Smile.of(in(days), quotes))),
                Listings.NONE);
    }

    @Test
    void flatSmileIsItsVol() {
        for (double vol : new double[] {0.05, 0.2, 0.6, 2}) {
            Underlying flat = smile(90, 101, Map.of(50.0, vol, 100.0, vol, 200.0, vol));
            assertThat(fair(flat, 90)).as("vol %s", vol).isCloseTo(vol, within(1e-9));
        }
        assertThat(fair(TestMarkets.flat("X", 100, 0.6), 30)).isEqualTo(0.6);
    }

    /// Demeterfi, Derman, Kamal and Zou (1999), table 1: spot 100, rate 5 %, 90 days, vols 30 % at
    /// strike 50 falling a point every 5 to 13 % at 135. Their strip of listed strikes comes to
    /// (20.467 %)^2 = 0.04189. Straight lines between strikes lie above the log payoff, by about a
    /// twenty-fifth at this spacing; as strikes grow dense the strip meets the integral.
    @Test
    void liesJustBelowTheStripOfListedStrikes() {
        Map<Double, Double> quotes = new TreeMap<>();
        for (int i = 0; i <= 17; i++) quotes.put(50.0 + 5 * i, 0.30 - 0.01 * i);
        double days = 90;
        double forward = 100 * StrictMath.exp(0.05 * days / 365);
        Underlying skewed = smile(days, forward, quotes);
        double coarse = strip(skewed, days, 5);
        assertThat(coarse).isCloseTo(0.04189, within(1e-4));
        double dense = strip(skewed, days, 0.05);
        double integral = Math.pow(fair(skewed, days), 2);
        assertThat(integral).isBetween(0.95 * coarse, coarse);
        assertThat(integral).isCloseTo(dense, within(3e-5));
    }

    /// The strip of the paper's appendix: piecewise linear weights on strikes from 50 to 135.
    private static double strip(Underlying underlying, double days, double step) {
        double years = days / 365;
        double forward = ((Lookup.Found) underlying.forward(NOW, in(days))).value();
        double split = 100;
        double sum = 0;
        for (int sign : new int[] {1, -1}) {
            double slope = 0;
            double edge = sign > 0 ? 135 : 50;
            for (double k = split; sign * (edge - k) > 1e-9; k += sign * step) {
                double next = k + sign * step;
                double weight = (payoff(next, split) - payoff(k, split)) / step - slope;
                slope += weight;
                double vol = ((Lookup.Found) underlying.vol(NOW, k, in(days))).value();
                sum += weight * Black76.value(sign, forward, k, vol * Math.sqrt(years));
            }
        }
        double log = StrictMath.log(forward / split) - (forward / split - 1);
        return 2 / years * (log + years / 2 * sum);
    }

    /// The log contract that the strip replicates, scaled by 2/T with T of 90 days.
    private static double payoff(double price, double split) {
        double years = 90 / 365.0;
        return 2 / years * ((price - split) / split - StrictMath.log(price / split));
    }

    @Test
    void betweenExpiriesTheSmileIsInterpolated() {
        double vol = fair(TestMarkets.smiling(), 60);
        double near = fair(TestMarkets.smiling(), 30);
        double far = fair(TestMarkets.smiling(), 90);
        assertThat(vol).isBetween(Math.min(near, far) - 0.01, Math.max(near, far) + 0.01);
    }
}
