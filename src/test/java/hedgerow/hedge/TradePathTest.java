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
import java.util.Arrays;
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
        for (int count = 0; count <= 8; count++) {
            long seed = 70 + count;
            Random random = new Random(seed);
            List<List<Integer>> orders = permutations(count);
            for (int book = 0; book < 5; book++) {
                String what = "seed %d, book %d of %d legs".formatted(seed, book, count);
                List<Position> legs = legs(random, count);
                Portfolio start = Portfolio.of(legs(random, 3));
                checkAgainstAllOrders(what + ", entry", start, legs, orders);
                Portfolio entered = start.with(legs);
                checkAgainstAllOrders(what + ", exit", entered, opposite(legs), orders);
            }
        }
    }

    private static void checkAgainstAllOrders(
            String what, Portfolio start, List<Position> legs, List<List<Integer>> orders) {
        RiskArrays arrays = arrays(start.with(legs));
        double[] margins = margins(arrays, start, legs);
        double least = Double.POSITIVE_INFINITY;
        List<Integer> first = List.of();
        for (List<Integer> order : orders) {
            double peak = peak(margins, order);
            if (peak < least) {
                least = peak;
                first = order;
            }
        }
        TradePath safest = TradePath.safest(MODEL, arrays, start, legs);
        String trades = what + ": " + legs + " from " + start.positions();
        assertThat(safest.exact()).as(trades).isTrue();
        assertThat(safest.peak()).as(trades).isEqualTo(least);
        assertThat(safest.order()).as(trades).isEqualTo(first);
        assertThat(TradePath.given(MODEL, arrays, start, legs).peak())
                .as(trades)
                .isEqualTo(peak(margins, IntStream.range(0, legs.size()).boxed().toList()));
    }

    @Test
    void twelveLegsAreExactAndThirteenAreBounded() {
        long seed = 12;
        Random random = new Random(seed);
        int worse = 0;
        for (int book = 0; book < 4; book++) {
            for (int count = 12; count <= 13; count++) {
                List<Position> legs = legs(random, count);
                Portfolio start = Portfolio.of(legs(random, 3));
                String what = "seed %d, book %d, %d legs".formatted(seed, book, count);
                worse += checkAgainstFlood(what + ", entry", start, legs);
                worse += checkAgainstFlood(what + ", exit", start.with(legs), opposite(legs));
            }
        }
        assertThat(worse).as("given orders that were not the best").isPositive();
    }

    /// Checks the safest path, and tells whether it is better than the given one: 1 or 0.
    private static int checkAgainstFlood(String what, Portfolio start, List<Position> legs) {
        RiskArrays arrays = arrays(start.with(legs));
        double[] margins = margins(arrays, start, legs);
        double least = leastPeakByFlood(margins);
        TradePath safest = TradePath.safest(MODEL, arrays, start, legs);
        double given = TradePath.given(MODEL, arrays, start, legs).peak();
        String trades = what + ": " + legs + " from " + start.positions();
        assertThat(safest.order())
                .as(trades)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, legs.size()).boxed().toList());
        assertThat(safest.peak()).as(trades).isEqualTo(peak(margins, safest.order()));
        assertThat(safest.exact()).as(trades).isEqualTo(legs.size() <= 12);
        if (safest.exact()) assertThat(safest.peak()).as(trades).isEqualTo(least);
        assertThat(safest.peak()).as(trades).isBetween(least, given);
        return safest.peak() < given ? 1 : 0;
    }

    /// The lowest level at which the set of all legs is reached from none through sets whose margin
    /// is not above the level, a leg at a time.
    private static double leastPeakByFlood(double[] margins) {
        double[] levels = Arrays.stream(margins).sorted().distinct().toArray();
        int low = 0;
        int high = levels.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (floods(margins, levels[middle])) high = middle;
            else low = middle + 1;
        }
        return levels[low];
    }

    private static boolean floods(double[] margins, double level) {
        if (margins[0] > level) return false;
        boolean[] wet = new boolean[margins.length];
        wet[0] = true;
        for (int set = 0; set < margins.length; set++) {
            for (int leg = 1; wet[set] && leg < margins.length; leg <<= 1) {
                if (margins[set | leg] <= level) wet[set | leg] = true;
            }
        }
        return wet[margins.length - 1];
    }

    /// The margin after each set of legs, by its bits, each read from the model on its own.
    private static double[] margins(RiskArrays arrays, Portfolio start, List<Position> legs) {
        double[] margins = new double[1 << legs.size()];
        for (int set = 0; set < margins.length; set++) {
            List<Position> done = new ArrayList<>();
            for (int leg = legs.size() - 1; leg >= 0; leg--) {
                if ((set >> leg & 1) != 0) done.add(legs.get(leg));
            }
            margins[set] = MODEL.margin(arrays, start.with(done)).initial();
        }
        return margins;
    }

    private static double peak(double[] margins, List<Integer> order) {
        double peak = margins[0];
        int set = 0;
        for (int leg : order) {
            set |= 1 << leg;
            peak = Math.max(peak, margins[set]);
        }
        return peak;
    }

    private static List<Position> opposite(List<Position> legs) {
        return legs.stream().map(leg -> new Position(leg.instrument(), -leg.quantity())).toList();
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
