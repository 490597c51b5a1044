package hedgerow.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hedgerow.api.answer.LiquidationAnswer;
import hedgerow.api.answer.LiquidationLevelAnswer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Questions under a model of the operator's own, from bytes to answers.
class OwnModelTest {
    private static final String RATE =
            """
            id: rate
            version: 1
            date: 2026-01-01
            title: A rate on what is held
            status: own
            sources: [a test]
            shape: scan
            charges:
              - { deltaFloor: { unhedgedRate: 0.004, hedgedRate: 0.004 }, as: floor }
            factors: { initial: 1, maintenance: 1 }
            collateral:
              stablecoins: [USD]
              optionValueCounts: false
            """;

    /// Equity 5, one contract long at 100 with a maintenance of 0.4 % of its price, and 4 for
    /// another position: 5 + P - 100 = 0.004 P + 4 at 99 / 0.996. Source: TorchTrade, issue 344,
    /// where an estimate that ignored the other position gave 95.40.
    @Test
    void aLiquidationPriceCountsWhatElseIsHeld(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("rate@1.yaml"), RATE);
        String body =
                """
                {"model": "rate", "market": {"asOf": "2026-01-01T08:00:00Z", "underlyings": [
                   {"id": "A", "currency": "USD", "spot": 100, "rateAnnual": 0},
                   {"id": "B", "currency": "USD", "spot": 1000, "rateAnnual": 0}]},
                 "portfolio": {"collateral": [{"asset": "USD", "quantity": 5}], "positions": [
                   {"instrument": {"type": "perpetual", "underlying": "A"}, "quantity": 1},
                   {"instrument": {"type": "perpetual", "underlying": "B"}, "quantity": 1}]},
                 "liquidation": {"underlying": "A"}}
                """;
        LiquidationAnswer answer =
                new AnswersByHand(Optional.of(directory))
                        .answers()
                        .liquidation(
                                new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
        assertThat(answer.before().now().equity()).isEqualTo(5);
        assertThat(answer.before().now().maintenance()).isCloseTo(4.4, within(1e-12));
        LiquidationLevelAnswer level = answer.before().below().orElseThrow();
        assertThat(level.price()).isCloseTo(99.3976, within(5e-5));
        assertThat(level.price()).isCloseTo(99 / 0.996, within(1e-9));
        assertThat(level.deficit()).isEqualTo("below");
        assertThat(answer.before().levels()).hasSize(1);
    }
}
