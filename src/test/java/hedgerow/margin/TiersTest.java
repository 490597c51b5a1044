package hedgerow.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/// The parts of a raw minimum charge as OKX multiplies them for BTC and ETH.
class TiersTest {
    private static final Tiers OKX =
            new Tiers(
                    List.of(
                            new Tiers.Tier(10_000, 1),
                            new Tiers.Tier(70_000, 2),
                            new Tiers.Tier(170_000, 4),
                            new Tiers.Tier(300_000, 6),
                            new Tiers.Tier(470_000, 8),
                            new Tiers.Tier(700_000, 10),
                            new Tiers.Tier(1_000_000, 12)));

    /// The first is the venue's own example; the others are by hand.
    @Test
    void partsAreMultipliedAsTheyStand() {
        assertThat(OKX.of(30_000)).isEqualTo(50_000);
        assertThat(OKX.of(100_000)).isEqualTo(250_000);
        assertThat(OKX.of(800_000)).isEqualTo(6_170_000);
        assertThat(OKX.of(0)).isZero();
    }

    @Test
    void aChargeGrowsWithoutSteps() {
        RandomGenerator random = new Random(1);
        for (int trial = 0; trial < 500; trial++) {
            double raw = random.nextDouble(0, 1_200_000);
            double step = OKX.of(raw + 1) - OKX.of(raw);
            assertThat(step).as("seed 1, raw %s", raw).isBetween(1 - 1e-6, 12 + 1e-6);
        }
        for (Tiers.Tier tier : OKX.tiers()) {
            double below = OKX.of(tier.to() - 1e-6);
            assertThat(OKX.of(tier.to())).as("%s", tier).isCloseTo(below, within(1e-4));
        }
    }
}
