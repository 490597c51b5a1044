package hedgerow.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/// Decimals of eighteen digits against the exact value of the double.
class Fixed18Test {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final long SEED = 20_261_122;

    private static void assertExact(double figure) {
        BigDecimal exact = new BigDecimal(figure);
        assertThat(Fixed18.up(figure))
                .as("up of %s, seed %s", figure, SEED)
                .isEqualTo(exact.setScale(18, RoundingMode.CEILING).toPlainString());
        assertThat(Fixed18.down(figure))
                .as("down of %s, seed %s", figure, SEED)
                .isEqualTo(exact.setScale(18, RoundingMode.FLOOR).toPlainString());
    }

    @Test
    void figuresOfAnySizeAreTheirExactValueRoundedOneWay() {
        RandomGenerator random = new SplittableRandom(SEED);
        for (int i = 0; i < 100_000; i++) {
            double figure = StrictMath.scalb(random.nextDouble(-1, 1), random.nextInt(-80, 80));
            assertExact(figure);
        }
    }

    private static String fixed(String json, String pointer) throws JsonProcessingException {
        return Fixed18.of(JSON.readTree(json)).at(pointer).asText();
    }

    /// A fifth is a little more as a double, to the nearest rounded down.
    @Test
    void lossesAreRoundedUpAndGainsDownWhateverTheirName() throws JsonProcessingException {
        String up = "0.200000000000000012";
        String down = "0.200000000000000011";
        for (String loss : new String[] {"loss", "floorLoss", "lossBefore", "lossAfter"}) {
            assertThat(fixed("{\"%s\": 0.2}".formatted(loss), "/" + loss)).as(loss).isEqualTo(up);
            assertThat(fixed("{\"%s\": -0.2}".formatted(loss), "/" + loss))
                    .as(loss)
                    .isEqualTo("-" + down);
        }
        for (String gain : new String[] {"pnl", "bestGain", "lossPrevented", "financingSaved"}) {
            assertThat(fixed("{\"%s\": 0.2}".formatted(gain), "/" + gain)).as(gain).isEqualTo(down);
            assertThat(fixed("{\"%s\": -0.2}".formatted(gain), "/" + gain))
                    .as(gain)
                    .isEqualTo("-" + up);
        }
        assertThat(fixed("{\"scenarioPnl\": [-0.2, 0.2]}", "/scenarioPnl/0")).isEqualTo("-" + up);
        assertThat(fixed("{\"valueAtRisk\": {\"before\": 0.2}}", "/valueAtRisk/before"))
                .isEqualTo(up);
        assertThat(fixed("{\"before\": {\"delta\": 0.2}}", "/before/delta")).isEqualTo(down);
    }

    @Test
    void figuresAtTheEdgesAreTheirExactValueRoundedOneWay() {
        double[] edges = {
            0,
            1,
            0.1,
            0x1p-11,
            Math.nextDown(0x1p-11),
            Math.nextUp(0x1p-11),
            Math.nextDown(1),
            Math.nextDown(2),
            Math.nextUp(1),
            0x1p52 + 0.5,
            0x1p53,
            0x1p62,
            Math.nextDown(0x1p62),
            0x1p63,
            1e18,
            0.000_488_281_250_000_001,
            Double.MIN_VALUE,
            Double.MAX_VALUE
        };
        for (double edge : edges) {
            assertExact(edge);
            assertExact(-edge);
        }
    }
}
