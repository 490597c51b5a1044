package hedgerow.pricing.american;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hedgerow.portfolio.OptionRight;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/// What must hold of any American option, on random terms.
class AmericanIdentitiesTest {
    private static final int SETS = 500;
    private static final double ERROR = 1e-7;

    @Test
    void isWorthNoLessThanItsEuropeanTwinAndThanIntrinsic() {
        onRandomTerms((terms, random) -> {
            AmericanPricer pricer = ExerciseBoundary.of(terms);
            for (int k = 0; k < 5; k++) {
                double spot = random.spot(terms, 4);
                double value = pricer.value(spot, 1);
                double intrinsic = Math.max(0, terms.right().sign() * (spot - 1));
                assertThat(value)
                        .as(at(terms, spot))
                        .isGreaterThanOrEqualTo(intrinsic)
                        .isGreaterThanOrEqualTo(european(terms, spot) - 1e-15 * Math.max(1, spot));
            }
        });
    }

    private static double european(AmericanTerms terms, double spot) {
        EuropeanPut put = EuropeanPut.of(terms);
        return terms.right() == OptionRight.PUT ? put.value(spot) : spot * put.value(1 / spot);
    }

    @Test
    void gainsFromMoreTimeAndMoreVol() {
        onRandomTerms((terms, random) -> {
            AmericanTerms longer = with(terms, terms.vol(), terms.expiryYears() * 1.3);
            AmericanTerms wilder = with(terms, terms.vol() * 1.1, terms.expiryYears());
            double spot = random.spot(terms, 3);
            double value = ExerciseBoundary.of(terms).value(spot, 1);
            double least = value - 2 * ERROR * Math.max(1, spot);
            assertThat(ExerciseBoundary.of(longer).value(spot, 1))
                    .as(at(terms, spot))
                    .isGreaterThanOrEqualTo(least);
            assertThat(ExerciseBoundary.of(wilder).value(spot, 1))
                    .as(at(terms, spot))
                    .isGreaterThanOrEqualTo(least);
        });
    }

    private static AmericanTerms with(AmericanTerms terms, double vol, double years) {
        return new AmericanTerms(
                terms.right(), terms.rateAnnual(), terms.dividendYieldAnnual(), vol, years);
    }

    /// A call is the put with spot and strike, and rate and yield, exchanged.
    @Test
    void putCallSymmetryHolds() {
        onRandomTerms((terms, random) -> {
            AmericanTerms mirrored =
                    new AmericanTerms(
                            terms.right().opposite(),
                            terms.dividendYieldAnnual(),
                            terms.rateAnnual(),
                            terms.vol(),
                            terms.expiryYears());
            double spot = random.spot(terms, 4);
            assertThat(ExerciseBoundary.of(terms).value(spot * 90, 90))
                    .as(at(terms, spot))
                    .isEqualTo(ExerciseBoundary.of(mirrored).value(90, spot * 90));
        });
    }

    @Test
    void doublesWhenSpotAndStrikeDouble() {
        onRandomTerms((terms, random) -> {
            AmericanPricer pricer = ExerciseBoundary.of(terms);
            double spot = random.spot(terms, 4);
            assertThat(pricer.value(2 * spot, 2))
                    .as(at(terms, spot))
                    .isEqualTo(2 * pricer.value(spot, 1));
        });
    }

    /// Value is convex in spot and its slope stays between that of nothing and that of exercise.
    @Test
    void isConvexInSpot() {
        onRandomTerms((terms, random) -> {
            AmericanPricer pricer = ExerciseBoundary.of(terms);
            double spot = random.spot(terms, 3);
            double step = 0.2 * spot * Math.min(1, terms.stdDev());
            double chord = 0.5 * (pricer.value(spot - step, 1) + pricer.value(spot + step, 1));
            assertThat(chord - pricer.value(spot, 1))
                    .as(at(terms, spot))
                    .isGreaterThanOrEqualTo(-2 * ERROR * Math.max(1, spot));
            assertThat(terms.right().sign() * pricer.delta(spot, 1))
                    .as(at(terms, spot))
                    .isBetween(-1e-5, 1 + 1e-5);
        });
    }

    /// At the critical spot the value meets intrinsic value without a kink.
    @Test
    void pastesSmoothlyAtTheCriticalSpot() {
        onRandomTerms((terms, random) -> {
            AmericanPricer pricer = ExerciseBoundary.of(terms);
            if (ExerciseBoundary.needsNoBoundary(terms)) return;
            int sign = terms.right().sign();
            double critical = pricer.criticalSpot(1);
            double inside = critical * (1 - sign * 1e-9);
            double unit = Math.max(1, critical);
            assertThat(pricer.value(critical, 1)).isEqualTo(sign * (critical - 1));
            assertThat(pricer.value(inside, 1))
                    .as(at(terms, inside))
                    .isCloseTo(sign * (inside - 1), within(ERROR * unit));
            assertThat(sign * pricer.delta(inside, 1))
                    .as(at(terms, inside))
                    .isCloseTo(1, within(1e-4));
        });
    }

    @Test
    void deltaIsTheSlopeOfValue() {
        onRandomTerms((terms, random) -> {
            AmericanPricer pricer = ExerciseBoundary.of(terms);
            double spot = random.spot(terms, 2);
            double step = 2e-3 * spot * Math.min(1, terms.stdDev());
            double low = spot - step;
            double high = spot + step;
            if (isBeyond(pricer, low) != isBeyond(pricer, high)) return;
            double slope = (pricer.value(high, 1) - pricer.value(low, 1)) / (2 * step);
            double tolerance = 1e-5 + 2e-10 / step * Math.max(1, spot);
            assertThat(pricer.delta(spot, 1))
                    .as(at(terms, spot))
                    .isCloseTo(slope, within(tolerance));
        });
    }

    private static boolean isBeyond(AmericanPricer pricer, double spot) {
        return pricer.terms().right().sign() * (spot - pricer.criticalSpot(1)) >= 0;
    }

    @Test
    void valuesManySpotsAsItValuesEach() {
        onRandomTerms((terms, random) -> {
            AmericanPricer pricer = ExerciseBoundary.of(terms);
            double[] spots = new double[35];
            for (int i = 0; i < spots.length; i++) spots[i] = random.spot(terms, 5);
            double[] out = new double[spots.length];
            pricer.values(spots, 1.1, out);
            for (int i = 0; i < spots.length; i++) {
                assertThat(out[i]).isEqualTo(pricer.value(spots[i], 1.1));
            }
        });
    }

    private static void onRandomTerms(BiConsumer<AmericanTerms, RandomTerms> check) {
        RandomTerms random = new RandomTerms(RandomTerms.SEED);
        for (int i = 0; i < SETS; i++) check.accept(random.oneBoundary(RandomTerms.WIDE), random);
    }

    private static String at(AmericanTerms terms, double spot) {
        return terms + ", spot " + spot + ", strike 1, seed " + RandomTerms.SEED;
    }
}
