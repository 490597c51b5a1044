package hedgerow.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hedgerow.TestMarkets;
import hedgerow.market.Market;
import hedgerow.portfolio.Contract;
import hedgerow.portfolio.Future;
import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.Option;
import hedgerow.portfolio.OptionRight;
import hedgerow.portfolio.RefusedException;
import hedgerow.scenario.Scenario;
import hedgerow.scenario.ScenarioGrid;
import hedgerow.scenario.VolShock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Arrays kept from question to question have the bits of arrays priced for each.
class KeptArraysTest {
    private static void assertSame(RiskArrays kept, RiskArrays alone, String at) {
        assertThat(kept.instruments()).as(at).isEqualTo(alone.instruments());
        assertThat(kept.cells()).as(at).isEqualTo(alone.cells());
        assertThat(kept.columns().value()).as(at).isEqualTo(alone.columns().value());
        assertThat(kept.columns().delta()).as(at).isEqualTo(alone.columns().delta());
        assertThat(kept.columns().price()).as(at).isEqualTo(alone.columns().price());
        assertThat(kept.columns().unitValue()).as(at).isEqualTo(alone.columns().unitValue());
        assertThat(kept.weights()).as(at).isEqualTo(alone.weights());
        assertThat(kept.runs()).as(at).isEqualTo(alone.runs());
        assertThat(kept.expiries()).as(at).isEqualTo(alone.expiries());
        assertThat(kept.notes()).as(at).isEqualTo(alone.notes());
        assertThat(kept.market()).as(at).isEqualTo(alone.market());
        assertThat(kept.currency()).as(at).isEqualTo(alone.currency());
    }

    private static List<Instrument> some(RandomGenerator random) {
        List<Instrument> pool = new ArrayList<>(TickedArraysTest.pool());
        Collections.shuffle(pool, Random.from(random));
        return pool.subList(0, random.nextInt(pool.size()));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0x1p-16})
    void everyQuestionHasTheBitsOfARevaluationOfItsInstrumentsAlone(double unit) {
        long seed = 41;
        RandomGenerator random = TickedArraysTest.random(seed);
        for (int market = 0; market < 20; market++) {
            Market quotes = TickedArraysTest.market(random);
            Revaluation revaluation = Revaluation.of(quotes, TickedArraysTest.GRID, unit, "USD");
            KeptArrays kept = new KeptArrays(revaluation);
            for (int question = 0; question < 15; question++) {
                List<Instrument> asked = some(random);
                assertSame(
                        kept.arrays(asked),
                        revaluation.arrays(asked),
                        "seed %d, market %d, question %d".formatted(seed, market, question));
            }
        }
    }

    @Test
    void whatCannotBePricedIsRefusedEachTimeAndTheRestIsKept() {
        Market quotes = TickedArraysTest.market(TickedArraysTest.random(42));
        KeptArrays kept = new KeptArrays(Revaluation.of(quotes, TickedArraysTest.GRID, 0, "USD"));
        Instrument known = new Future("B", TestMarkets.in(30), Contract.LINEAR);
        Instrument unknown = new Future("D", TestMarkets.in(30), Contract.LINEAR);
        assertThat(kept.arrays(List.of(known)).instruments()).containsExactly(known);
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> kept.arrays(List.of(known, unknown)))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("D");
        }
        assertThat(kept.arrays(List.of(known)).instruments()).containsExactly(known);
    }

    @Test
    void moreThanIsKeptIsPricedAllTheSame() {
        List<Scenario> scenarios =
                IntStream.range(0, ScenarioGrid.MOST)
                        .mapToObj(s -> Scenario.of(s * 1e-4, VolShock.NONE))
                        .toList();
        Market quotes = TickedArraysTest.market(TickedArraysTest.random(43));
        Revaluation revaluation = Revaluation.of(quotes, new ScenarioGrid(scenarios), 0, "USD");
        KeptArrays kept = new KeptArrays(revaluation);
        int most = KeptArrays.MOST_CELLS / RiskArrays.stride(ScenarioGrid.MOST);
        for (int from = 0; from < 2 * most; from += most * 2 / 3) {
            List<Instrument> strikes =
                    IntStream.range(from / 2, from / 2 + most * 2 / 3)
                            .<Instrument>mapToObj(i -> put(50 + i))
                            .toList();
            assertSame(kept.arrays(strikes), revaluation.arrays(strikes), "from " + from);
            assertThat(kept.keptCells())
                    .as("from " + from)
                    .isLessThanOrEqualTo(KeptArrays.MOST_CELLS);
        }
        int before = kept.keptCells();
        List<Instrument> many =
                IntStream.rangeClosed(0, most).<Instrument>mapToObj(i -> put(5_000 + i)).toList();
        assertSame(kept.arrays(many), revaluation.arrays(many), "more than is kept at once");
        assertThat(before).isPositive();
        assertThat(kept.keptCells()).isEqualTo(before);
    }

    private static Option put(double strike) {
        return new Option(
                "A",
                OptionRight.PUT,
                strike,
                TestMarkets.in(30),
                Option.Style.EUROPEAN,
                Contract.LINEAR);
    }
}
