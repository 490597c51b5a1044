package hedgerow.hedge;

import static hedgerow.TestMarkets.option;
import static hedgerow.TestMarkets.perpetual;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hedgerow.TestMarkets;
import hedgerow.margin.CollateralRule;
import hedgerow.margin.ModelInfo;
import hedgerow.margin.ScanModel;
import hedgerow.portfolio.OptionRight;
import hedgerow.portfolio.Portfolio;
import hedgerow.portfolio.Position;
import hedgerow.pricing.Revaluation;
import hedgerow.pricing.RiskArrays;
import hedgerow.scenario.Scenario;
import hedgerow.scenario.ScenarioGrid;
import hedgerow.scenario.VolShock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TradePathTest {
    private static final ScanModel MODEL =
            new ScanModel(
                    new ModelInfo("m", "1", "m", ModelInfo.Status.OWN, List.of(), ""),
                    new ScenarioGrid(
                            List.of(
                                    Scenario.of(-0.15, VolShock.NONE),
                                    Scenario.of(0.15, VolShock.NONE))),
                    List.of(),
                    new ScanModel.Factors(1, 1),
                    0,
                    new CollateralRule(Set.of(), Map.of(), false));

    private static RiskArrays arrays(Portfolio all) {
        return Revaluation.of(TestMarkets.flat(), MODEL.grid(), 0, "USD").arrays(all.instruments());
    }

    @Test
    void hedgeComesBeforeWhatItHedges() {
        Portfolio none = Portfolio.of(List.of());
        List<Position> legs =
                List.of(
                        new Position(option(OptionRight.PUT, 57_000, 30), -10),
                        new Position(option(OptionRight.PUT, 54_000, 30), 10));
        RiskArrays arrays = arrays(none.with(legs));
        TradePath given = TradePath.given(MODEL, arrays, none, legs);
        TradePath safest = TradePath.safest(MODEL, arrays, none, legs);
        assertThat(safest.order()).containsExactly(1, 0);
        assertThat(safest.exact()).isTrue();
        assertThat(safest.peak()).isLessThan(given.peak());
        assertThat(safest.margins().getFirst()).isZero();
        assertThat(safest.margins().getLast()).isEqualTo(given.margins().getLast());
    }

    @Test
    void noOrderBeatsTheExactOne() {
        long seed = 7;
        Random random = new Random(seed);
        for (int book = 0; book < 20; book++) {
            List<Position> legs = legs(random, 5);
            Portfolio start = Portfolio.of(legs(random, 2));
            RiskArrays arrays = arrays(start.with(legs));
            TradePath safest = TradePath.safest(MODEL, arrays, start, legs);
            double least = Double.POSITIVE_INFINITY;
            List<Integer> first = List.of();
            for (List<Integer> order : permutations(5)) {
                List<Position> ordered = order.stream().map(legs::get).toList();
                double peak = TradePath.given(MODEL, arrays, start, ordered).peak();
                if (peak < least) {
                    least = peak;
                    first = order;
                }
            }
            assertThat(safest.peak()).as("seed %d, book %d", seed, book).isEqualTo(least);
            assertThat(safest.order()).as("seed %d, book %d", seed, book).isEqualTo(first);
        }
    }

    @Test
    void boundedSearchIsAPathOfAllLegsNoWorseThanTheGivenOne() {
        Random random = new Random(11);
        List<Position> legs = legs(random, 15);
        Portfolio start = Portfolio.of(legs(random, 3));
        RiskArrays arrays = arrays(start.with(legs));
        TradePath safest = TradePath.safest(MODEL, arrays, start, legs);
        assertThat(safest.exact()).isFalse();
        assertThat(safest.order())
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 15).boxed().toList());
        TradePath given = TradePath.given(MODEL, arrays, start, legs);
        assertThat(safest.peak()).isLessThanOrEqualTo(given.peak());
        assertThat(safest.margins().getLast()).isCloseTo(given.margins().getLast(), within(1e-9));
    }

    private static List<Position> legs(Random random, int count) {
        List<Position> legs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double quantity = random.nextInt(-5, 6);
            OptionRight right = random.nextBoolean() ? OptionRight.CALL : OptionRight.PUT;
            double strike = 48_000 + 3_000 * random.nextInt(9);
            legs.add(
                    random.nextInt(4) == 0
                            ? new Position(perpetual(), quantity)
                            : new Position(option(right, strike, 30), quantity));
        }
        return legs;
    }

    /// Permutations in lexicographic order.
    private static List<List<Integer>> permutations(int n) {
        if (n == 0) return List.of(List.of());
        List<List<Integer>> all = new ArrayList<>();
        for (List<Integer> shorter : permutations(n - 1)) {
            for (int place = 0; place < n; place++) {
                List<Integer> longer = new ArrayList<>(shorter);
                longer.add(place, n - 1);
                all.add(longer);
            }
        }
        all.sort(TradePathTest::compare);
        return Collections.unmodifiableList(all);
    }

    private static int compare(List<Integer> a, List<Integer> b) {
        for (int i = 0; i < a.size(); i++) {
            int c = Integer.compare(a.get(i), b.get(i));
            if (c != 0) return c;
        }
        return 0;
    }
}
