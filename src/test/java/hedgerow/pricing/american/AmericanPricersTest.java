package hedgerow.pricing.american;

import static org.assertj.core.api.Assertions.assertThat;

import hedgerow.portfolio.OptionRight;
import org.junit.jupiter.api.Test;

class AmericanPricersTest {
    private static AmericanTerms terms(double vol) {
        return new AmericanTerms(OptionRight.PUT, 0.05, 0.01, vol, 0.5);
    }

    @Test
    void equalTermsAreSolvedOnce() {
        AmericanPricers pricers = new AmericanPricers(AmericanMethod.EXERCISE_BOUNDARY, 4);
        AmericanPricer first = pricers.pricer(terms(0.2));
        assertThat(pricers.pricer(terms(0.2))).isSameAs(first);
        assertThat(pricers.pricer(terms(0.3))).isNotSameAs(first);
        assertThat(first.value(95, 100)).isEqualTo(ExerciseBoundary.of(terms(0.2)).value(95, 100));
    }

    @Test
    void thoseAskedForLongestAgoGo() {
        AmericanPricers pricers = new AmericanPricers(AmericanMethod.BARONE_ADESI_WHALEY, 2);
        AmericanPricer first = pricers.pricer(terms(0.2));
        AmericanPricer second = pricers.pricer(terms(0.3));
        assertThat(pricers.pricer(terms(0.2))).isSameAs(first);
        pricers.pricer(terms(0.4));
        assertThat(pricers.size()).isEqualTo(2);
        assertThat(pricers.pricer(terms(0.2))).isSameAs(first);
        assertThat(pricers.pricer(terms(0.3))).isNotSameAs(second);
    }

    @Test
    void manySpotsGiveTheBitsOfOneByOne() {
        double[] spots = new double[400];
        for (int i = 0; i < spots.length; i++) spots[i] = 0.5 * i;
        for (OptionRight right : OptionRight.values()) {
            for (double yield : new double[] {0, 0.01, 0.08}) {
                AmericanPricer pricer =
                        ExerciseBoundary.of(new AmericanTerms(right, 0.05, yield, 0.3, 0.7));
                double[] many = new double[spots.length];
                pricer.values(spots, 100, many);
                for (int i = 0; i < spots.length; i++) {
                    assertThat(many[i])
                            .as("%s, yield %s, spot %s", right, yield, spots[i])
                            .isEqualTo(pricer.value(spots[i], 100));
                }
            }
        }
    }
}
