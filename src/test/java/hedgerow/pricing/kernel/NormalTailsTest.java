package hedgerow.pricing.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hedgerow.pricing.formula.NormalDistribution;
import org.junit.jupiter.api.Test;

class NormalTailsTest {
    private static final int COUNT = 20_001;

    @Test
    void agreesWithTheDistributionAndGivesManyTheBitsOfOne() {
        double[] x = new double[COUNT];
        for (int i = 0; i < COUNT; i++) x[i] = -10 + 20.0 * i / (COUNT - 1);
        double[] many = x.clone();
        NormalTails.below(many, new double[COUNT], COUNT);
        for (int i = 0; i < COUNT; i++) {
            assertThat(many[i])
                    .as("%s", x[i])
                    .isEqualTo(NormalTails.below(x[i]))
                    .isCloseTo(NormalDistribution.cdf(x[i]), within(2e-15));
        }
    }

    @Test
    void limitsAreExact() {
        assertThat(NormalTails.below(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(NormalTails.below(-9)).isZero();
        assertThat(NormalTails.below(0)).isCloseTo(0.5, within(1e-15));
        assertThat(NormalTails.below(9)).isOne();
        assertThat(NormalTails.below(Double.POSITIVE_INFINITY)).isOne();
        assertThat(NormalTails.below(Double.NaN)).isNaN();
    }

    @Test
    void onlyAsManyAsAskedForAreReplaced() {
        double[] x = {0, 3, 3};
        NormalTails.below(x, new double[2], 2);
        assertThat(x[2]).isEqualTo(3);
        assertThat(x[1]).isCloseTo(NormalDistribution.cdf(3), within(2e-15));
    }
}
