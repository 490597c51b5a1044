package hedgerow.pricing.american;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import hedgerow.portfolio.OptionRight;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Where options end: no time, no vol, no price, and what is refused.
class AmericanLimitsTest {
    private static final double[] RATES = {-0.05, -0.001, 0, 1e-12, 1e-4, 0.01, 0.05, 0.3};
    private static final double[] VOLS = {0, 1e-12, 1e-8, 1e-6, 1e-4, 1e-3, 0.01, 0.2, 1, 8, 100};
    private static final double[] YEARS = {0, 1e-12, 1e-6, 1.0 / 8760, 1.0 / 365, 0.25, 1, 10, 50};
    private static final double[] SPOTS = {
        0, 1e-300, 1e-6, 0.1, 0.7, 0.99, 1 - 1e-9, 1, 1 + 1e-9, 1.01, 1.5, 10, 1e6, 1e300
    };

    @ParameterizedTest
    @EnumSource
    void nothingIsEverNaNNorBelowIntrinsic(AmericanMethod method) {
        for (OptionRight right : OptionRight.values()) {
            for (double rate : RATES) {
                for (double yield : RATES) {
                    for (double vol : VOLS) {
                        for (double years : YEARS) {
                            check(method, new AmericanTerms(right, rate, yield, vol, years));
                        }
                    }
                }
            }
        }
    }

    private static void check(AmericanMethod method, AmericanTerms terms) {
        if (terms.regime() == ExerciseRegime.TWO_BOUNDARIES) return;
        AmericanPricer pricer = method.pricer(terms);
        assertThat(pricer.criticalSpot(1)).as("%s", terms).isGreaterThanOrEqualTo(0);
        for (double spot : SPOTS) {
            double value = pricer.value(spot, 1);
            double most = terms.right() == OptionRight.PUT ? 1 : spot;
            double growth = Math.max(-terms.rateAnnual(), -terms.dividendYieldAnnual());
            most *= Math.exp(Math.max(0, growth) * terms.expiryYears());
            assertThat(value)
                    .as("%s %s, spot %s", method, terms, spot)
                    .isBetween(Math.max(0, terms.right().sign() * (spot - 1)), most * (1 + 1e-6));
            assertThat(pricer.delta(spot, 1)).as("%s %s, spot %s", method, terms, spot).isFinite();
        }
    }

    @ParameterizedTest
    @EnumSource
    void atExpiryItIsWorthIntrinsicValue(AmericanMethod method) {
        for (OptionRight right : OptionRight.values()) {
            AmericanPricer pricer = method.pricer(new AmericanTerms(right, -0.01, -0.03, 0.4, 0));
            assertThat(pricer.value(90, 100)).isEqualTo(right == OptionRight.PUT ? 10 : 0);
            assertThat(pricer.value(110, 100)).isEqualTo(right == OptionRight.PUT ? 0 : 10);
            assertThat(pricer.criticalSpot(100)).isEqualTo(100);
        }
    }

    /// Without vol the best day is known: at once, at expiry, or when the stock has fallen to where
    /// interest on the strike outweighs the yield.
    @Test
    void withoutVolItIsExercisedOnTheBestDay() {
        double[] rates = {0.01, 0.03, 0.05, 0.2};
        for (double rate : rates) {
            for (double yield : new double[] {-0.1, 0, 0.02, 0.05, 0.5}) {
                for (double spot : new double[] {20, 60, 90, 99.9, 100, 105, 150}) {
                    double best = 0;
                    for (int day = 0; day <= 10000; day++) {
                        double t = 5.0 * day / 10000;
                        double worth = 100 * Math.exp(-rate * t) - spot * Math.exp(-yield * t);
                        best = Math.max(best, worth);
                    }
                    AmericanTerms terms = new AmericanTerms(OptionRight.PUT, rate, yield, 0, 5);
                    assertThat(ExerciseBoundary.of(terms).value(spot, 100))
                            .as("%s, spot %s", terms, spot)
                            .isCloseTo(best, within(1e-6));
                }
            }
        }
    }

    /// As vol goes to zero, values go to the certain ones without a jump where the method changes.
    @Test
    void fadesIntoTheCertainValueAsVolGoesToZero() {
        for (double yield : new double[] {-0.02, 0, 0.03, 0.05, 0.051, 0.2}) {
            AmericanTerms none = new AmericanTerms(OptionRight.PUT, 0.05, yield, 0, 2);
            for (double vol = 1e-7; vol < 2e-3; vol *= 1.5) {
                AmericanTerms little = new AmericanTerms(OptionRight.PUT, 0.05, yield, vol, 2);
                for (double spot = 0.2; spot < 1.5; spot += 0.013) {
                    double certain = ExerciseBoundary.of(none).value(spot, 1);
                    double value = ExerciseBoundary.of(little).value(spot, 1);
                    assertThat(value)
                            .as("%s, spot %s", little, spot)
                            .isBetween(certain - 1e-7, certain + 0.4 * little.stdDev() + 1e-6);
                }
            }
        }
    }

    /// Where the boundary method hands over to the certain value, both agree to one millionth.
    @Test
    void certainValueStandsInWithinOneMillionth() {
        for (double yield : new double[] {-0.05, 0, 0.02, 0.049, 0.051, 0.1, 0.4}) {
            for (double years : new double[] {0.1, 1, 8}) {
                double vol = Math.abs(0.05 - yield) * Math.sqrt(years / 2) / 740;
                AmericanTerms terms = new AmericanTerms(OptionRight.PUT, 0.05, yield, vol, years);
                assertThat(ExerciseBoundary.needsNoBoundary(terms)).as("%s", terms).isFalse();
                ExerciseBoundary pricer = ExerciseBoundary.of(terms);
                CertainPut certain = CertainPut.of(terms);
                for (double spot = pricer.criticalSpot(1); spot < 1.6; spot *= 1.0007) {
                    assertThat(Math.max(1 - spot, certain.value(spot)))
                            .as("%s, spot %s", terms, spot)
                            .isCloseTo(pricer.value(spot, 1), within(1e-6));
                }
            }
        }
    }

    @Test
    void worthlessPricesAreHandled() {
        AmericanTerms put = new AmericanTerms(OptionRight.PUT, 0.05, 0.02, 0.3, 1);
        AmericanTerms call = new AmericanTerms(OptionRight.CALL, 0.05, 0.02, 0.3, 1);
        AmericanTerms negative = new AmericanTerms(OptionRight.PUT, -0.05, 0.02, 0.3, 1);
        for (AmericanMethod method : AmericanMethod.values()) {
            assertThat(method.pricer(put).value(0, 100)).isEqualTo(100);
            assertThat(method.pricer(put).value(100, 0)).isZero();
            assertThat(method.pricer(put).value(0, 0)).isZero();
            assertThat(method.pricer(call).value(0, 100)).isZero();
            assertThat(method.pricer(call).value(100, 0)).isEqualTo(100);
            assertThat(method.pricer(call).value(0, 0)).isZero();
            assertThat(method.pricer(negative).value(0, 100))
                    .isCloseTo(100 * Math.exp(0.05), within(1e-12));
        }
    }

    @Test
    void saysWhenEarlyExerciseNeverPays() {
        AmericanTerms call = new AmericanTerms(OptionRight.CALL, 0.05, 0, 0.3, 1);
        AmericanTerms put = new AmericanTerms(OptionRight.PUT, 0, 0.02, 0.3, 1);
        assertThat(call.regime()).isEqualTo(ExerciseRegime.NEVER);
        assertThat(put.regime()).isEqualTo(ExerciseRegime.NEVER);
        for (AmericanMethod method : AmericanMethod.values()) {
            assertThat(method.pricer(call).criticalSpot(100)).isInfinite().isPositive();
            assertThat(method.pricer(put).criticalSpot(100)).isZero();
            assertThat(method.pricer(put).value(80, 100))
                    .isCloseTo(100 * EuropeanPut.of(put).value(0.8), within(1e-12));
        }
    }

    @Test
    void refusesTheRegimeOfTwoBoundaries() {
        AmericanTerms put = new AmericanTerms(OptionRight.PUT, -0.01, -0.03, 0.3, 1);
        AmericanTerms call = new AmericanTerms(OptionRight.CALL, -0.03, -0.01, 0.3, 1);
        assertThat(put.regime()).isEqualTo(ExerciseRegime.TWO_BOUNDARIES);
        assertThat(call.regime()).isEqualTo(ExerciseRegime.TWO_BOUNDARIES);
        for (AmericanMethod method : AmericanMethod.values()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> method.pricer(put))
                    .withMessageContaining("-0.01")
                    .withMessageContaining("-0.03");
            assertThatIllegalArgumentException().isThrownBy(() -> method.pricer(call));
        }
    }

    @Test
    void refusesWhatIsNotANumber() {
        double nan = Double.NaN;
        OptionRight put = OptionRight.PUT;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AmericanTerms(put, 0.01, 0, -0.2, 1))
                .withMessageContaining("vol")
                .withMessageContaining("-0.2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AmericanTerms(put, nan, 0, 0.2, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AmericanTerms(put, nan, 0, 0.2, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AmericanTerms(put, 0.01, 0, 0.2, nan));
        AmericanTerms terms = new AmericanTerms(put, 0.01, 0, 0.2, 1);
        for (AmericanMethod method : AmericanMethod.values()) {
            AmericanPricer pricer = method.pricer(terms);
            assertThatIllegalArgumentException().isThrownBy(() -> pricer.value(nan, 100));
            assertThatIllegalArgumentException().isThrownBy(() -> pricer.value(100, nan));
            assertThatIllegalArgumentException().isThrownBy(() -> pricer.delta(-1, 100));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> pricer.values(new double[3], 1, new double[2]));
        }
    }
}
