package hedgerow.pricing.clearing;

import static org.assertj.core.api.Assertions.assertThat;

import hedgerow.SharedData;
import hedgerow.market.clearing.ContractKey;
import hedgerow.market.clearing.Contracts;
import hedgerow.market.clearing.RiskParameters;
import hedgerow.pricing.clearing.ArrayRules.Base;
import hedgerow.pricing.clearing.ArrayRules.Futures;
import hedgerow.store.Reading;
import hedgerow.store.span.Pa2Reader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// A whole file's arrays built anew from its own prices, vols and scan ranges.
class ArrayBuilderTest {
    private static final ArrayRules RULES =
            new ArrayRules(
                    ContractArrayTest.points(3, 0.33),
                    Base.MODEL,
                    Futures.LINEAR,
                    OptionalInt.of(0));

    private static RiskParameters synthetic() throws IOException {
        try (InputStream in = Files.newInputStream(SharedData.file("data/span_synthetic.pa2"))) {
            Reading<RiskParameters> reading = Pa2Reader.read(in);
            return ((Reading.Value<RiskParameters>) reading).value();
        }
    }

    @Test
    void arraysOfFuturesComeOutAsTheyWerePublished() throws IOException {
        RiskParameters from = synthetic();
        ArrayBuilder.Built built = ArrayBuilder.build(from, RULES);
        Contracts now = built.parameters().contracts();
        int futures = 0;
        for (int contract = 0; contract < from.contracts().size(); contract++) {
            if (from.contracts().right(contract).isPresent()) continue;
            int same = now.find(from.contracts().key(contract)).orElseThrow();
            String id = from.contracts().key(contract).id();
            assertThat(now.losses(same)).as(id).containsExactly(from.contracts().losses(contract));
            assertThat(now.compositeDelta(same)).as(id).isEqualTo(1);
            futures++;
        }
        assertThat(futures).isEqualTo(5);
    }

    @Test
    void optionsArePricedAndWhatCannotBeIsKept() throws IOException {
        RiskParameters from = synthetic();
        ArrayBuilder.Built built = ArrayBuilder.build(from, RULES);
        assertThat(built.parameters().points()).contains(RULES.points());
        assertThat(built.kept())
                .as("the file tells nothing of the weeks, nor of one commodity's range")
                .containsExactlyInAnyOrder(
                        "XYZ OZ OOF 20251112/202512 C 3700",
                        "XYZ OZ OOF 20251119/202512 C 3700",
                        "XYZ YY FUT 202512");
        Contracts now = built.parameters().contracts();
        int call = now.find(ContractKey.of("XYZ OZ OOF 202512 C 3600")).orElseThrow();
        double[] losses = now.losses(call);
        assertThat(losses[0]).as("vol up").isNegative();
        assertThat(losses[1]).as("vol down").isPositive();
        assertThat(losses[10]).as("price and vol up").isLessThan(losses[6]);
        assertThat(now.compositeDelta(call)).isBetween(0.5, 0.7);
        assertThat(built.parameters().commodities()).isEqualTo(from.commodities());
    }
}
