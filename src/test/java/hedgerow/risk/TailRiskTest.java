package hedgerow.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hedgerow.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TailRiskTest {
    @Test
    void theNinetyNinthOfAHundredIsTheSecondWorst() {
        double[] profits = IntStream.rangeClosed(1, 100).mapToDouble(i -> -i).toArray();
        TailRisk risk = TailRisk.ofProfits(profits, 0.99);
        assertThat(risk.valueAtRisk()).isEqualTo(99);
        assertThat(risk.expectedShortfall()).isEqualTo(99.5);
    }

    @Test
    void historicalFiguresAreThoseOfOpenSourceRiskEngine() throws IOException {
        JsonNode file =
                new ObjectMapper()
                        .readTree(Files.readString(SharedData.file("cases/histsim_var_es.json")));
        for (JsonNode expected : file.get("expected")) {
            String key =
                    expected.get("RiskClass").asText() + "|" + expected.get("RiskType").asText();
            double[] profits =
                    IntStream.range(0, file.get("pnl").get(key).size())
                            .mapToDouble(i -> file.get("pnl").get(key).get(i).asDouble())
                            .toArray();
            for (String tail : new String[] {"0.010000", "0.050000"}) {
                TailRisk risk = TailRisk.ofProfits(profits, 1 - Double.parseDouble(tail));
                assertThat(-risk.valueAtRisk())
                        .as("%s at %s", key, tail)
                        .isCloseTo(expected.get("Quantile_" + tail).asDouble(), within(1e-6));
                assertThat(-risk.expectedShortfall())
                        .as("%s at %s", key, tail)
                        .isCloseTo(
                                expected.get("ExpectedShortfall_" + tail).asDouble(), within(1e-6));
            }
        }
    }

    /// Basel's multiplier at 97.5 %, and the quantile at 99 %.
    @Test
    void normalFiguresAreThePublishedMultipliers() {
        assertThat(TailRisk.normal(1, 0.975).expectedShortfall()).isCloseTo(2.337803, within(5e-7));
        assertThat(TailRisk.normal(1, 0.99).valueAtRisk()).isCloseTo(2.326348, within(5e-7));
    }

    @Test
    void aSampleOfNormalProfitsComesCloseToTheFormula() {
        RandomGenerator random = new Random(5);
        double[] profits = random.doubles(400_000).map(u -> 0).toArray();
        for (int i = 0; i < profits.length; i++) profits[i] = 3 * random.nextGaussian();
        TailRisk sample = TailRisk.ofProfits(profits, 0.99);
        TailRisk formula = TailRisk.normal(3, 0.99);
        assertThat(sample.valueAtRisk())
                .as("seed 5")
                .isCloseTo(formula.valueAtRisk(), within(0.05));
        assertThat(sample.expectedShortfall())
                .as("seed 5")
                .isCloseTo(formula.expectedShortfall(), within(0.06));
    }

    @Test
    void shortfallIsNeverBelowValueAtRiskAndIsSubadditive() {
        RandomGenerator random = new Random(11);
        for (int trial = 0; trial < 500; trial++) {
            int days = random.nextInt(1, 300);
            double[] one = new double[days];
            double[] two = new double[days];
            double[] both = new double[days];
            for (int i = 0; i < days; i++) {
                one[i] = random.nextGaussian() * 100;
                two[i] = random.nextInt(10) == 0 ? -random.nextDouble(1e4) : random.nextDouble(100);
                both[i] = one[i] + two[i];
            }
            double confidence = random.nextDouble(0.5, 0.999);
            TailRisk a = TailRisk.ofProfits(one, confidence);
            TailRisk b = TailRisk.ofProfits(two, confidence);
            TailRisk sum = TailRisk.ofProfits(both, confidence);
            String what = "seed 11, trial " + trial + ", days " + days + ", " + confidence;
            assertThat(a.expectedShortfall()).as(what).isGreaterThanOrEqualTo(a.valueAtRisk());
            assertThat(sum.expectedShortfall())
                    .as(what)
                    .isLessThanOrEqualTo(
                            Math.nextUp(a.expectedShortfall() + b.expectedShortfall()) + 1e-9);
        }
    }

    @Test
    void badConfidencesAndEmptySamplesAreRefused() {
        assertThatThrownBy(() -> TailRisk.ofProfits(new double[1], 1))
                .hasMessage("confidence must be above 0 and below 1, was 1.0");
        assertThatThrownBy(() -> TailRisk.ofProfits(new double[0], 0.9))
                .hasMessage("profits must hold at least one, were none");
    }
}
