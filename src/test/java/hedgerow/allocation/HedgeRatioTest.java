package hedgerow.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hedgerow.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HedgeRatioTest {
    /// 200 ETH at 3,000, hedged with BTC at 60,000.
    @Test
    void aRatioComesFromVolsAndTheirCorrelation() {
        HedgeRatio ratio = HedgeRatio.of(0.75, 0.60, 0.7);
        assertThat(ratio.ratio()).isCloseTo(0.875, within(1e-15));
        assertThat(ratio.effectiveness()).isCloseTo(0.49, within(1e-15));
        assertThat(ratio.residualVol()).isCloseTo(0.5356, within(5e-5));
        assertThat(ratio.contracts(200 * 3000, 60_000)).isCloseTo(8.75, within(1e-12));
        HedgeRatio basis = HedgeRatio.of(0.60, 0.62, 0.98);
        assertThat(basis.ratio()).isCloseTo(0.948387, within(5e-7));
        assertThat(basis.effectiveness()).isCloseTo(0.9604, within(1e-12));
    }

    @Test
    void textbookFiguresComeOut() throws IOException {
        JsonNode file =
                new ObjectMapper()
                        .readTree(Files.readString(SharedData.file("cases/hedging_textbook.json")));
        JsonNode hedge = file.get("min_variance_hedge");
        HedgeRatio ratio = HedgeRatio.of(numbers(hedge.get("dS")), numbers(hedge.get("dF")));
        assertThat(ratio.ratio()).isCloseTo(hedge.get("hedge_ratio").asDouble(), within(1e-12));
        double rho = hedge.get("rho").asDouble();
        assertThat(ratio.effectiveness()).isCloseTo(rho * rho, within(1e-12));
        assertThat(
                        ratio.contracts(
                                hedge.get("exposure_units").asDouble(),
                                hedge.get("contract_size").asDouble()))
                .isCloseTo(hedge.get("optimal_contracts").asDouble(), within(1e-9));
        JsonNode single = file.get("single");
        HedgeRatio one = HedgeRatio.of(0.02, 0.03, 0.93);
        assertThat(one.ratio()).isCloseTo(single.get("h").asDouble(), within(1e-12));
        for (JsonNode greeks : file.get("delta_gamma_vega")) assertNeutral(greeks);
    }

    private static void assertNeutral(JsonNode greeks) {
        List<JsonNode> options = new ArrayList<>();
        for (String name : List.of("option1", "option2")) {
            if (greeks.has(name)) options.add(greeks.get(name));
        }
        JsonNode portfolio = greeks.get("portfolio");
        List<List<String>> tries =
                options.size() == 2
                        ? List.of(List.of("gamma", "vega"))
                        : List.of(List.of("gamma"), List.of("vega"));
        boolean found = false;
        for (List<String> names : tries) {
            double[] quantities =
                    NeutralHedge.quantities(
                            values(portfolio, names),
                            options.stream().map(option -> values(option, names)).toList());
            double[] deltas =
                    options.stream().mapToDouble(o -> o.get("delta").asDouble()).toArray();
            double underlying =
                    NeutralHedge.underlying(portfolio.get("delta").asDouble(), deltas, quantities);
            found |=
                    Math.abs(quantities[0] - greeks.get("w1").asDouble()) < 1e-9
                            && (options.size() == 1
                                    || Math.abs(quantities[1] - greeks.get("w2").asDouble()) < 1e-9)
                            && Math.abs(underlying - greeks.get("underlying").asDouble()) < 1e-9;
        }
        assertThat(found).as(greeks.toString()).isTrue();
    }

    private static double[] values(JsonNode node, List<String> names) {
        return names.stream().mapToDouble(name -> node.get(name).asDouble()).toArray();
    }

    private static double[] numbers(JsonNode list) {
        return IntStream.range(0, list.size()).mapToDouble(i -> list.get(i).asDouble()).toArray();
    }

    @Test
    void noOtherRatioLeavesLessVariance() {
        RandomGenerator random = new Random(2);
        double[] exposure = new double[100];
        double[] hedge = new double[100];
        for (int i = 0; i < 100; i++) {
            hedge[i] = random.nextGaussian();
            exposure[i] = 0.8 * hedge[i] + 0.5 * random.nextGaussian();
        }
        double best = HedgeRatio.of(exposure, hedge).ratio();
        for (double other = best - 1; other < best + 1; other += 0.05) {
            assertThat(variance(exposure, hedge, best))
                    .as("seed 2, ratio %s", other)
                    .isLessThanOrEqualTo(variance(exposure, hedge, other) + 1e-12);
        }
    }

    private static double variance(double[] exposure, double[] hedge, double ratio) {
        double[] left =
                IntStream.range(0, 100).mapToDouble(i -> exposure[i] - ratio * hedge[i]).toArray();
        double mean = IntStream.range(0, 100).mapToDouble(i -> left[i]).average().orElseThrow();
        return IntStream.range(0, 100).mapToDouble(i -> Math.pow(left[i] - mean, 2)).sum() / 99;
    }

    @Test
    void aHedgeThatNeverMovesAndInstrumentsThatAreAlikeAreRefused() {
        assertThatThrownBy(() -> HedgeRatio.of(new double[] {1, 2, 3}, new double[] {2, 2, 2}))
                .hasMessage("hedge must change, was always 2.0");
        assertThatThrownBy(() ->
                        NeutralHedge.quantities(
                                new double[] {1, 1},
                                List.of(new double[] {1, 2}, new double[] {2, 4})))
                .hasMessageContaining("must not be multiples");
    }
}
