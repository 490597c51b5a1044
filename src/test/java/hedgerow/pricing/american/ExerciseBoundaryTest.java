package hedgerow.pricing.american;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hedgerow.portfolio.OptionRight;
import hedgerow.pricing.american.RandomTerms.Ranges;
import org.junit.jupiter.api.Test;

/// The boundary method against an independent tree and against itself at a far finer resolution.
class ExerciseBoundaryTest {
    private static final BoundaryScheme FINE = BoundaryScheme.of(40, 40, 160);
    private static final double[] NEAR_CRITICAL = {1e-6, 1e-4, 1e-3, 1e-2, 0.05};

    /// The tree's own error at 400 steps falls by half with each doubling of them.
    @Test
    void agreesWithATreeOnThousandsOfRandomTerms() {
        RandomTerms random = new RandomTerms(RandomTerms.SEED);
        int far = 0;
        for (int i = 0; i < 3000; i++) {
            AmericanTerms terms = random.oneBoundary(RandomTerms.LISTED);
            if (differenceFromTree(terms, random.spot(terms, 2), 400, 2e-4) > 2e-5) far++;
        }
        assertThat(far).as("seed %s", RandomTerms.SEED).isLessThan(30);
    }

    @Test
    void agreesWithAFineTreeToOneMillionth() {
        RandomTerms random = new RandomTerms(RandomTerms.SEED + 1);
        Ranges year = new Ranges(0.10, 1, 1.0 / 52, 1, 0, 0.08);
        for (int i = 0; i < 40; i++) {
            AmericanTerms terms = random.oneBoundary(year);
            differenceFromTree(terms, random.spot(terms, 1.5), 4000, 1e-6);
        }
    }

    /// Where a boundary is drawn worst: strong drift, small and great vol, no rate, an hour.
    @Test
    void agreesWithAFineTreeAtTheEdges() {
        edge(OptionRight.PUT, 0.10, 0.04, 0.02, 5, 12_000, 3e-6);
        edge(OptionRight.PUT, 0.04, 0.10, 0.02, 5, 4000, 1e-6);
        edge(OptionRight.CALL, 0.10, 0.04, 0.02, 5, 4000, 1e-6);
        edge(OptionRight.PUT, 0, -0.05, 0.3, 2, 6000, 1e-6);
        edge(OptionRight.PUT, 0.05, 0.02, 8, 0.5, 3000, 3e-6);
        edge(OptionRight.CALL, 0.05, 0.02, 2, 5, 6000, 1e-5);
        edge(OptionRight.PUT, 0.05, 0.02, 0.3, 1.0 / 8760, 3000, 3e-9);
        edge(OptionRight.PUT, 1e-6, 0.08, 0.3, 2, 3000, 1e-6);
    }

    private static void edge(
            OptionRight right,
            double rate,
            double yield,
            double vol,
            double years,
            int steps,
            double tolerance) {
        AmericanTerms terms = new AmericanTerms(right, rate, yield, vol, years);
        for (double deviations : new double[] {-1, -0.1, 0, 0.1, 1}) {
            double spot = Math.exp(deviations * terms.stdDev());
            differenceFromTree(terms, spot, steps, tolerance);
        }
    }

    private static double differenceFromTree(
            AmericanTerms terms, double spot, int steps, double tolerance) {
        double tree = BinomialTree.value(terms, spot, 1, steps);
        double value = ExerciseBoundary.of(terms).value(spot, 1);
        double unit = Math.max(1, spot);
        assertThat(value)
                .as("%s, spot %s, strike 1, seed %s", terms, spot, RandomTerms.SEED)
                .isCloseTo(tree, within(tolerance * unit));
        return Math.abs(value - tree) / unit;
    }

    /// The error stated at the class: one part in ten million of the greater of spot and strike.
    @Test
    void staysWithinItsStatedErrorOverItsStatedDomain() {
        RandomTerms random = new RandomTerms(RandomTerms.SEED + 2);
        for (int i = 0; i < 2000; i++) {
            AmericanTerms terms = random.oneBoundary(RandomTerms.WIDE);
            ExerciseBoundary pricer = ExerciseBoundary.of(terms);
            if (ExerciseBoundary.needsNoBoundary(terms)) continue;
            ExerciseBoundary fine = ExerciseBoundary.of(terms, FINE);
            int outward = terms.right().sign();
            for (double near : NEAR_CRITICAL) {
                double spot = fine.criticalSpot(1) * Math.pow(1 + near, -outward);
                compare(terms, pricer, fine, spot);
            }
            for (int k = 0; k < 5; k++) compare(terms, pricer, fine, random.spot(terms, 4));
        }
    }

    private static void compare(
            AmericanTerms terms, AmericanPricer pricer, AmericanPricer fine, double spot) {
        assertThat(pricer.value(spot, 1))
                .as("%s, spot %s, strike 1, seed %s", terms, spot, RandomTerms.SEED)
                .isCloseTo(fine.value(spot, 1), within(1e-7 * Math.max(1, spot)));
    }

    /// The boundary of the option that never expires is known in closed form.
    @Test
    void settlesToThePerpetualBoundary() {
        double rate = 0.06;
        double vol = 0.3;
        AmericanTerms terms = new AmericanTerms(OptionRight.PUT, rate, 0, vol, 200);
        double power = 2 * rate / (vol * vol);
        assertThat(ExerciseBoundary.of(terms).criticalSpot(100))
                .isCloseTo(100 * power / (1 + power), within(1e-6));
    }

    /// The boundary just before expiry: the strike, or where interest and yield break even.
    @Test
    void startsAtTheStrikeOrWhereInterestAndYieldBreakEven() {
        AmericanTerms low = new AmericanTerms(OptionRight.PUT, 0.05, 0.02, 0.2, 1e-10);
        AmericanTerms high = new AmericanTerms(OptionRight.PUT, 0.02, 0.05, 0.2, 1e-10);
        AmericanTerms call = new AmericanTerms(OptionRight.CALL, 0.05, 0.02, 0.2, 1e-10);
        assertThat(ExerciseBoundary.of(low).criticalSpot(1)).isCloseTo(1, within(2e-5));
        assertThat(ExerciseBoundary.of(high).criticalSpot(1)).isCloseTo(0.4, within(2e-5));
        assertThat(ExerciseBoundary.of(call).criticalSpot(1)).isCloseTo(2.5, within(2e-5));
    }
}
