package hedgerow.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hedgerow.scenario.VolShock.Skew;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/// The vol shocks: figures worked out by hand, limits, and what no parameter may break.
class VolShockTest {
    private static final TenorScale TENOR = new TenorScale(30, 0.30, 0.13, 1);
    private static final Skew.Width WIDTH = new Skew.Width(0.01, 4, 0.6, 0);

    private static double years(double days) {
        return days / 365;
    }

    @Test
    void aRelativeShockGrowsTowardsExpiryAndShrinksAwayFromIt() {
        VolShock up = new VolShock.Relative(0.5, TENOR, 0);
        assertThat(up.shocked(0.6, 0, years(30))).isCloseTo(0.9, within(1e-15));
        assertThat(up.shocked(0.6, 0, years(7))).isCloseTo(1.064_224_673, within(1e-9));
        assertThat(up.shocked(0.6, 0, years(90))).isCloseTo(0.860_073_134, within(1e-9));
    }

    /// Some venues take the short power at the reference tenor itself and some the long one.
    @Test
    void atTheReferenceTenorThePowerDoesNotMatter() {
        for (double days : new double[] {Math.nextDown(30.0), 30, Math.nextUp(30.0)}) {
            double shortPower = new TenorScale(30, 0.3, 0.3, 1).at(years(days));
            double longPower = new TenorScale(30, 0.13, 0.13, 1).at(years(days));
            assertThat(shortPower).isCloseTo(longPower, within(1e-15)).isCloseTo(1, within(1e-15));
        }
    }

    @Test
    void theDayFloorStopsTheScale() {
        assertThat(TENOR.at(years(0.01))).isEqualTo(TENOR.at(years(1)));
    }

    @Test
    void theFloorHoldsTheResultOfAnUpwardShock() {
        VolShock up = new VolShock.Relative(0.1, TenorScale.NONE, 0.4);
        assertThat(up.shocked(0.2, 0, 1)).isEqualTo(0.4);
        assertThat(up.shocked(0.5, 0, 1)).isEqualTo(0.55);
    }

    @Test
    void noShockTakesAVolBelowZero() {
        assertThat(new VolShock.Relative(-0.9, TENOR, 0).shocked(0.6, 0, years(1))).isZero();
        assertThat(new VolShock.Absolute(-0.25).shocked(0.2, 0, 1)).isZero();
        assertThat(new VolShock.Absolute(-0.25).shocked(0.6, 0, 1)).isEqualTo(0.35);
    }

    /// At a quarter of a year the cap is 0.25 - 0.1 / 2 = 0.20 and the width 4 * 0.6 / 2 = 1.2.
    @Test
    void aSkewTurnsTheSmileAboutTheForward() {
        VolShock turn = new Skew(Skew.Form.LINEAR, 0.25, -0.1, WIDTH);
        VolShock raise = new Skew(Skew.Form.ABSOLUTE, 0.25, -0.1, WIDTH);
        assertThat(turn.shocked(0.5, 0, 0.25)).isEqualTo(0.5);
        assertThat(turn.shocked(0.5, 0.6, 0.25)).isCloseTo(0.55, within(1e-15));
        assertThat(turn.shocked(0.5, -0.6, 0.25)).isCloseTo(0.45, within(1e-15));
        assertThat(raise.shocked(0.5, -0.6, 0.25)).isCloseTo(0.55, within(1e-15));
        assertThat(turn.shocked(0.5, 5, 0.25)).isCloseTo(0.6, within(1e-15));
        assertThat(turn.shocked(0.5, -5, 0.25)).isCloseTo(0.4, within(1e-15));
    }

    @Test
    void nearExpiryTheLeastWidthCounts() {
        VolShock turn = new Skew(Skew.Form.LINEAR, 0.25, 0, WIDTH);
        assertThat(turn.shocked(1, 0.004, 1e-9)).isCloseTo(1.1, within(1e-12));
    }

    @Test
    void wingsOfASkewMirrorEachOther() {
        long seed = 20_260_101;
        RandomGenerator random = new Random(seed);
        for (int i = 0; i < 1000; i++) {
            Skew.Width width =
                    new Skew.Width(
                            random.nextDouble(0.001, 0.5),
                            random.nextDouble(0, 5),
                            random.nextDouble(0, 1),
                            random.nextDouble(-1, 1));
            double cap = random.nextDouble();
            double slope = random.nextDouble(-1, 1);
            double k = random.nextDouble(-2, 2);
            double t = random.nextDouble(0, 3);
            Skew turn = new Skew(Skew.Form.LINEAR, cap, slope, width);
            Skew raise = new Skew(Skew.Form.ABSOLUTE, cap, slope, width);
            String what = "seed %d: %s, k %s, t %s".formatted(seed, turn, k, t);
            double most = Math.max(0, cap + slope * Math.sqrt(t));
            double turned = turn.shocked(0.5, k, t) / 0.5;
            if (most <= 1) {
                assertThat(turned + turn.shocked(0.5, -k, t) / 0.5)
                        .as(what)
                        .isCloseTo(2, within(1e-14));
            }
            assertThat(Math.abs(turned - 1)).as(what).isLessThanOrEqualTo(most + 1e-15);
            assertThat(raise.shocked(0.5, k, t))
                    .as(what)
                    .isEqualTo(raise.shocked(0.5, -k, t))
                    .isEqualTo(turn.shocked(0.5, Math.abs(k), t));
        }
    }
}
