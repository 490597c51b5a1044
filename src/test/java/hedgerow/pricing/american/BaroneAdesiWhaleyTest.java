package hedgerow.pricing.american;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hedgerow.pricing.american.RandomTerms.Ranges;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BaroneAdesiWhaleyTest {
    private static final int SETS = 3000;

    /// The errors stated at the class, against the boundary method.
    @Test
    void staysWithinItsStatedErrors() {
        Ranges year = new Ranges(0.1, 1, 1.0 / 365, 1, 0, 0.08);
        errors(year, 4e-5, 5e-4, 1.5e-3, 3e-3);
        errors(RandomTerms.LISTED, 8e-5, 1e-3, 6e-3, 2.5e-2);
    }

    private static void errors(Ranges ranges, double half, double most, double all, double any) {
        RandomTerms random = new RandomTerms(RandomTerms.SEED);
        double[] errors = new double[SETS];
        for (int i = 0; i < SETS; i++) {
            AmericanTerms terms = random.oneBoundary(ranges);
            errors[i] = error(terms, random);
            assertThat(errors[i]).as("%s, seed %s", terms, RandomTerms.SEED).isLessThan(any);
        }
        Arrays.sort(errors);
        assertThat(errors[SETS / 2]).isLessThan(half);
        assertThat(errors[SETS * 9 / 10]).isLessThan(most);
        assertThat(errors[SETS * 99 / 100]).isLessThan(all);
    }

    private static double error(AmericanTerms terms, RandomTerms random) {
        AmericanPricer quick = BaroneAdesiWhaley.of(terms);
        AmericanPricer exact = ExerciseBoundary.of(terms);
        double greatest = 0;
        for (int k = 0; k < 9; k++) {
            double spot = random.spot(terms, 3);
            double error = Math.abs(quick.value(spot, 1) - exact.value(spot, 1));
            greatest = Math.max(greatest, error / Math.max(1, spot));
        }
        return greatest;
    }

    /// The critical spot is where both pieces and their slopes meet.
    @Test
    void pastesSmoothlyAtItsCriticalSpot() {
        RandomTerms random = new RandomTerms(RandomTerms.SEED + 1);
        for (int i = 0; i < SETS; i++) {
            AmericanTerms terms = random.oneBoundary(RandomTerms.LISTED);
            AmericanPricer quick = BaroneAdesiWhaley.of(terms);
            int sign = terms.right().sign();
            double critical = quick.criticalSpot(1);
            if (!(critical > 1e-6 && critical < 1e6)) continue;
            double inside = critical * (1 - sign * 1e-9);
            double unit = Math.max(1, critical);
            assertThat(quick.value(inside, 1))
                    .as("%s, seed %s", terms, RandomTerms.SEED)
                    .isCloseTo(sign * (inside - 1), within(1e-8 * unit));
            assertThat(quick.delta(inside, 1))
                    .as("%s, seed %s", terms, RandomTerms.SEED)
                    .isCloseTo(sign, within(1e-6));
        }
    }

    @Test
    void deltaIsTheSlopeOfValue() {
        RandomTerms random = new RandomTerms(RandomTerms.SEED + 2);
        for (int i = 0; i < SETS; i++) {
            AmericanTerms terms = random.oneBoundary(RandomTerms.LISTED);
            AmericanPricer quick = BaroneAdesiWhaley.of(terms);
            double spot = random.spot(terms, 2);
            double step = 1e-3 * spot * Math.min(1, terms.stdDev());
            double critical = quick.criticalSpot(1);
            if (Math.abs(spot - critical) < 2 * step) continue;
            double slope = (quick.value(spot + step, 1) - quick.value(spot - step, 1)) / (2 * step);
            assertThat(quick.delta(spot, 1))
                    .as("%s, spot %s, seed %s", terms, spot, RandomTerms.SEED)
                    .isCloseTo(slope, within(1e-5));
        }
    }
}
