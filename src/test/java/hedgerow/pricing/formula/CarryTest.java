package hedgerow.pricing.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class CarryTest {
    private static final double MONTH = 30.0 / 365;

    @Test
    void fivePercentOverAMonth() {
        double forward = Carry.forward(60_000, 0.05, 0, MONTH);
        assertThat(forward).isCloseTo(60_247.08, within(5e-3));
        assertThat(Carry.basisAnnual(60_000, forward, MONTH)).isCloseTo(0.050103, within(5e-7));
        assertThat(Carry.calendarCharge(10, 60_000, 0.075, 90.0 / 365))
                .isCloseTo(11_095.89, within(5e-3));
        assertThat(Carry.calendarCharge(-10, 60_000, 0.05, 90.0 / 365))
                .isCloseTo(7_397.26, within(5e-3));
        assertThat(Carry.fundingAnnual(0.0001)).isCloseTo(0.1095, within(1e-15));
    }

    @Test
    void theImpliedRateIsTheOneThatWasPutIn() {
        RandomGenerator random = new Random(1);
        for (int trial = 0; trial < 1000; trial++) {
            double spot = random.nextDouble(1e-3, 1e6);
            double rate = random.nextDouble(-0.5, 0.5);
            double yield = random.nextDouble(-0.2, 0.2);
            double years = random.nextDouble(0.01, 5);
            double forward = Carry.forward(spot, rate, yield, years);
            assertThat(Carry.impliedRate(spot, forward, years))
                    .as("seed 1: spot %s rate %s yield %s years %s", spot, rate, yield, years)
                    .isCloseTo(rate - yield, within(1e-12));
        }
    }

    /// 60,000 USD long from 60,000: at 50,000 a fifth of a coin is lost, at 80,000 a quarter won.
    @Test
    void anInverseContractLosesCoinsFasterThanItWinsThem() {
        assertThat(Carry.inverseProfit(60_000, 60_000, 50_000)).isCloseTo(-0.2, within(1e-15));
        assertThat(Carry.inverseProfit(60_000, 60_000, 80_000)).isCloseTo(0.25, within(1e-15));
    }
}
