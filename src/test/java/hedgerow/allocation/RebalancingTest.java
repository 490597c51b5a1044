package hedgerow.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hedgerow.pricing.formula.Black76;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/// Ten short at-the-money calls, 30 days, vol 60 %, spot 60,000.
class RebalancingTest {
    private static final double SPOT = 60_000;
    private static final double VOL = 0.60;
    private static final double YEARS = 30.0 / 365;
    private static final double ROOT = Math.sqrt(YEARS);
    private static final double GAMMA = 10 * Black76.gamma(SPOT, SPOT, VOL * ROOT);
    private static final double VEGA = 10 * Black76.vega(SPOT, SPOT, VOL * ROOT) * ROOT;
    private static final Duration MONTH = Duration.ofDays(30);
    private static final RebalanceCost COST = new RebalanceCost(GAMMA, VEGA, SPOT, VOL, 0.0005, 12);

    @Test
    void theBandIsThatOfWhalleyAndWilmott() {
        NoTradeBand band = NoTradeBand.of(3.85112e-4, SPOT, 0.0005, 1e-5, 1);
        assertThat(band.halfWidth()).isCloseTo(0.8739, within(5e-5));
        assertThat(band.trade(0.3)).isZero();
        assertThat(band.trade(1.3739)).isCloseTo(-0.5, within(5e-5));
        assertThat(band.trade(-1.3739)).isCloseTo(0.5, within(5e-5));
        assertThat(0.5 * SPOT * 0.0005).isEqualTo(15);
    }

    @Test
    void aTradeEndsAtTheEdge() {
        RandomGenerator random = new Random(4);
        for (int trial = 0; trial < 1000; trial++) {
            NoTradeBand band = new NoTradeBand(random.nextDouble(0, 3));
            double drift = random.nextDouble(-10, 10);
            double after = drift + band.trade(drift);
            assertThat(Math.abs(after))
                    .as("seed 4, trial %s, drift %s, %s", trial, drift, band)
                    .isCloseTo(Math.min(Math.abs(drift), band.halfWidth()), within(1e-12));
        }
    }

    @Test
    void costsAndErrorsByIntervalAreTheWorkedOnes() {
        RebalanceCost.Schedule hourly = COST.over(MONTH, Duration.ofHours(1));
        assertThat(hourly.tradingCost()).isCloseTo(2_552.89, within(5e-3));
        assertThat(hourly.gasCost()).isEqualTo(8_640);
        assertThat(hourly.cost()).isCloseTo(11_192.89, within(5e-3));
        assertThat(hourly.errorDeviation()).isCloseTo(1_355, within(0.5));
        RebalanceCost.Schedule third = COST.over(MONTH, Duration.ofHours(8));
        assertThat(third.tradingCost()).isCloseTo(902.58, within(5e-3));
        assertThat(third.cost()).isCloseTo(1_982.58, within(5e-3));
        assertThat(third.errorDeviation()).isCloseTo(3_832, within(0.5));
        RebalanceCost.Schedule daily = COST.over(MONTH, Duration.ofHours(24));
        assertThat(daily.cost()).isCloseTo(881.11, within(5e-3));
        assertThat(daily.errorDeviation()).isCloseTo(6_638, within(0.5));
    }

    @Test
    void theCheapestIntervalWithinTheErrorBudgetIsTaken() {
        List<Duration> all = List.of(Duration.ofHours(1), Duration.ofHours(8), Duration.ofDays(1));
        assertThat(COST.cheapest(MONTH, all, 4_000).orElseThrow().interval())
                .isEqualTo(Duration.ofHours(8));
        assertThat(COST.cheapest(MONTH, all, 10_000).orElseThrow().interval())
                .isEqualTo(Duration.ofDays(1));
        assertThat(COST.cheapest(MONTH, all, 1_000)).isEmpty();
        assertThatThrownBy(() -> COST.over(Duration.ofHours(1), Duration.ofHours(2)))
                .hasMessage("interval must be at most the horizon PT1H, was PT2H");
    }

    /// At a vol equal to the implied one, theta earns what gamma loses.
    @Test
    void thetaPaysForGamma() {
        double theta = -10 * Black76.theta(SPOT, SPOT, VOL, YEARS) / 365;
        double loss = GAMMA * SPOT * SPOT * VOL * VOL / 2 / 365;
        assertThat(theta).isCloseTo(683.71, within(5e-3));
        assertThat(loss).isCloseTo(theta, within(1e-9 * theta));
    }

    /// A walk of hourly steps: the error of the hedge has the formula's deviation.
    @Test
    void aSimulatedHedgeErrsAsTheFormulaSays() {
        RandomGenerator random = new Random(12);
        int paths = 4_000;
        int steps = 720;
        double dt = YEARS / steps;
        double squares = 0;
        double start = Black76.value(1, SPOT, SPOT, VOL * ROOT);
        for (int path = 0; path < paths; path++) {
            double spot = SPOT;
            double cash = start;
            double held = 0;
            for (int step = 0; step < steps; step++) {
                double root = VOL * Math.sqrt(YEARS - step * dt);
                double delta = Black76.delta(1, spot, SPOT, root);
                cash -= (delta - held) * spot;
                held = delta;
                double z = random.nextGaussian();
                spot *= Math.exp(VOL * Math.sqrt(dt) * z - VOL * VOL * dt / 2);
            }
            double error = 10 * (cash + held * spot - Math.max(0, spot - SPOT));
            squares += error * error;
        }
        double deviation = Math.sqrt(squares / paths);
        // Four standard errors of a deviation, and the formula's own bias at hourly steps
        double sampling = 4 * deviation / Math.sqrt(2.0 * paths);
        assertThat(deviation)
                .as("seed 12, %s paths", paths)
                .isCloseTo(
                        COST.over(MONTH, Duration.ofHours(1)).errorDeviation(),
                        within(sampling + 20));
    }

    @Test
    void weightsGoBackOnceOneHasLeftItsBand() {
        WeightDrift drift = new WeightDrift(0.05);
        double[] targets = {0.6, 0.4};
        assertThat(drift.trades(new double[] {61, 39}, targets)).containsExactly(0, 0);
        assertThat(drift.trades(new double[] {64, 36}, targets))
                .containsExactly(new double[] {-4, 4}, within(1e-12));
    }
}
