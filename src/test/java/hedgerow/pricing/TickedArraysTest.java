package hedgerow.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hedgerow.TestMarkets;
import hedgerow.market.ForwardCurve;
import hedgerow.market.Listings;
import hedgerow.market.Market;
import hedgerow.market.Reference;
import hedgerow.market.Reference.PerpetualQuote;
import hedgerow.market.Underlying;
import hedgerow.market.VolSurface;
import hedgerow.portfolio.Contract;
import hedgerow.portfolio.Future;
import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.Option;
import hedgerow.portfolio.OptionRight;
import hedgerow.portfolio.Perpetual;
import hedgerow.portfolio.RefusedException;
import hedgerow.scenario.Scenario;
import hedgerow.scenario.ScenarioGrid;
import hedgerow.scenario.TenorScale;
import hedgerow.scenario.VolShock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Arrays that follow ticks have the bits of a full revaluation.
class TickedArraysTest {
    static final ScenarioGrid GRID =
            new ScenarioGrid(
                    List.of(
                            Scenario.of(-0.15, VolShock.NONE),
                            Scenario.of(0.15, VolShock.NONE),
                            new Scenario(-0.3, new VolShock.Relative(0.5, TenorScale.NONE, 0), 0.5),
                            Scenario.of(0.3, new VolShock.Relative(0.5, TenorScale.NONE, 0))));

    private static Underlying quotes(String id, RandomGenerator random) {
        double spot = random.nextDouble(80, 120);
        boolean listed = id.equals("B");
        return new Underlying(
                id,
                "USD",
                new Reference(
                        spot,
                        OptionalDouble.of(0.04),
                        listed ? 0 : 0.02,
                        new PerpetualQuote(
                                random.nextBoolean()
                                        ? OptionalDouble.of(spot * 1.001)
                                        : OptionalDouble.empty(),
                                OptionalDouble.empty())),
                listed
                        ? ForwardCurve.of(
                                Map.of(TestMarkets.in(30), spot * random.nextDouble(1, 1.1)))
                        : ForwardCurve.NONE,
                new VolSurface.Flat(id.equals("C") ? 0.3 : random.nextDouble(0.3, 0.6)),
                Listings.NONE);
    }

    static List<Instrument> pool() {
        List<Instrument> pool = new ArrayList<>();
        for (String id : List.of("A", "B", "C")) {
            pool.add(new Perpetual(id, Contract.inverseNotional(1)));
            pool.add(new Future(id, TestMarkets.in(30), Contract.LINEAR));
            for (double strike : new double[] {90, 100, 110}) {
                for (Option.Style style : List.of(Option.Style.EUROPEAN, Option.Style.AMERICAN)) {
                    pool.add(
                            new Option(
                                    id,
                                    OptionRight.PUT,
                                    strike,
                                    TestMarkets.in(30),
                                    style,
                                    Contract.LINEAR));
                }
            }
        }
        return pool;
    }

    static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    static Market market(RandomGenerator random) {
        return Market.of(
                TestMarkets.NOW,
                List.of(quotes("A", random), quotes("B", random), quotes("C", random)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0x1p-16})
    void everyTickHasTheBitsOfAFullRevaluation(double unit) {
        long seed = 31;
        RandomGenerator random = random(seed);
        Market market = market(random);
        TickedArrays ticked = new TickedArrays(Revaluation.of(market, GRID, unit, "USD"), pool());
        for (int tick = 0; tick < 300; tick++) {
            Underlying quotes = quotes(List.of("A", "B", "C").get(random.nextInt(3)), random);
            market = market.with(quotes);
            RiskArrays next = ticked.tick(quotes);
            RiskArrays full = Revaluation.of(market, GRID, unit, "USD").arrays(pool());
            String at = "seed %d, tick %d".formatted(seed, tick);
            assertThat(next.cells()).as(at).isEqualTo(full.cells());
            assertThat(next.columns().value()).as(at).isEqualTo(full.columns().value());
            assertThat(next.columns().delta()).as(at).isEqualTo(full.columns().delta());
            assertThat(next.columns().price()).as(at).isEqualTo(full.columns().price());
            assertThat(next.columns().unitValue()).as(at).isEqualTo(full.columns().unitValue());
            assertThat(next.runs()).as(at).isEqualTo(full.runs());
            assertThat(next.expiries()).as(at).isEqualTo(full.expiries());
            assertThat(next.notes()).as(at).isEqualTo(full.notes());
            assertThat(next.market()).as(at).isEqualTo(full.market());
            assertThat(ticked.arrays()).isSameAs(next);
        }
    }

    @Test
    void arraysBeforeATickStayAsTheyWere() {
        RandomGenerator random = random(32);
        TickedArrays ticked =
                new TickedArrays(Revaluation.of(market(random), GRID, 0, "USD"), pool());
        RiskArrays before = ticked.arrays();
        double[] cells = before.cells().clone();
        double[] deltas = before.columns().delta().clone();
        RiskArrays after = ticked.tick(quotes("A", random));
        assertThat(before.cells()).isEqualTo(cells).isNotEqualTo(after.cells());
        assertThat(before.columns().delta()).isEqualTo(deltas);
    }

    @Test
    void tickThatCannotBePricedChangesNothing() {
        RandomGenerator random = random(33);
        TickedArrays ticked =
                new TickedArrays(Revaluation.of(market(random), GRID, 0, "USD"), pool());
        RiskArrays before = ticked.arrays();
        Underlying without =
                new Underlying(
                        "A",
                        "USD",
                        Reference.of(100, 0.04),
                        ForwardCurve.NONE,
                        VolSurface.NONE,
                        Listings.NONE);
        assertThatThrownBy(() -> ticked.tick(without)).isInstanceOf(RefusedException.class);
        assertThat(ticked.arrays()).isSameAs(before);
        assertThat(ticked.tick(quotes("A", random))).isNotSameAs(before);
    }

    @Test
    void tickOfWhatNobodyHoldsChangesTheMarketAlone() {
        RandomGenerator random = random(34);
        TickedArrays ticked =
                new TickedArrays(Revaluation.of(market(random), GRID, 0, "USD"), pool());
        RiskArrays before = ticked.arrays();
        RiskArrays after = ticked.tick(quotes("D", random));
        assertThat(after.cells()).isSameAs(before.cells());
        assertThat(after.market().underlying("D")).isPresent();
    }
}
