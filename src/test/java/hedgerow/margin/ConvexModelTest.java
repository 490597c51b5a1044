package hedgerow.margin;

import static hedgerow.TestMarkets.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hedgerow.TestMarkets;
import hedgerow.market.Listings;
import hedgerow.market.Market;
import hedgerow.market.OptionQuote;
import hedgerow.market.Reference;
import hedgerow.market.Underlying;
import hedgerow.portfolio.Contract;
import hedgerow.portfolio.Future;
import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.Option;
import hedgerow.portfolio.OptionRight;
import hedgerow.portfolio.Perpetual;
import hedgerow.portfolio.Portfolio;
import hedgerow.portfolio.Position;
import hedgerow.portfolio.Settlement;
import hedgerow.portfolio.Spot;
import hedgerow.pricing.Revaluation;
import hedgerow.pricing.RiskArrays;
import hedgerow.scenario.ScenarioGrid;
import hedgerow.scenario.Valuation;
import hedgerow.store.ModelStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The convex parts of models against the models themselves, on random books of BTC at 60,000.
class ConvexModelTest {
    private static final ModelStore MODELS = ModelStore.packaged();
    private static final int BOOKS = 60;
    private static final Set<String> BELOW =
            Set.of(
                    "crypto-grid-liquidity",
                    "derive-pm1",
                    "derive-pm2",
                    "derive-pm2-hype",
                    "derive-pm2-sol",
                    "okx-pm",
                    "okx-pm-others",
                    "synthetix-perps");
    private static final Set<String> NOT_CONVEX = Set.of("bounded-loss", "derive-standard");

    static List<String> scanModels() {
        return MODELS.all().stream()
                .filter(stored -> stored.model() instanceof ScanModel)
                .map(stored -> stored.model().info().id())
                .filter(id -> !pool(model(id)).isEmpty())
                .toList();
    }

    private static MarginModel model(String id) {
        return MODELS.find(id).orElseThrow().model();
    }

    /// Funding is paid by longs, and a tenth of a million coins are held in the perpetual.
    private static Market market() {
        Underlying smiling = TestMarkets.smiling();
        Reference.PerpetualQuote perpetual =
                new Reference.PerpetualQuote(
                        OptionalDouble.of(60_020),
                        OptionalDouble.of(0.0002),
                        OptionalDouble.empty(),
                        OptionalDouble.of(1e5));
        return Market.of(
                TestMarkets.NOW,
                List.of(
                        new Underlying(
                                "BTC",
                                "USD",
                                new Reference(60_000, OptionalDouble.of(0.03), 0, perpetual),
                                smiling.forwards(),
                                smiling.vols(),
                                Listings.ofChain(quotes()))));
    }

    /// Marks of the options, some time value above what they would pay now.
    private static List<OptionQuote> quotes() {
        List<OptionQuote> quotes = new ArrayList<>();
        OptionalDouble none = OptionalDouble.empty();
        for (Instrument instrument : pool()) {
            if (!(instrument instanceof Option option)) continue;
            boolean coins = option.contract().settlement() == Settlement.INVERSE;
            double worth = Math.max(0, option.right().sign() * (60_000 - option.strike())) + 1_500;
            OptionalDouble mark = OptionalDouble.of(coins ? worth / 60_000 : worth);
            OptionalDouble vol = OptionalDouble.of(0.6);
            OptionalDouble delta = OptionalDouble.of(0.5 * option.right().sign());
            quotes.add(
                    new OptionQuote(
                            OptionQuote.Key.of(option), vol, mark, none, none, delta, none));
        }
        return quotes;
    }

    private static List<Instrument> pool(MarginModel model) {
        List<Instrument> pool = pool();
        pool.removeIf(i -> !model.info().scope().refusals(List.of(i)).isEmpty());
        return pool;
    }

    private static List<Instrument> pool() {
        List<Instrument> pool = new ArrayList<>();
        pool.add(Spot.of("BTC"));
        for (Contract contract : List.of(Contract.LINEAR, Contract.INVERSE)) {
            pool.add(new Perpetual("BTC", contract));
            pool.add(new Future("BTC", in(30), contract));
            pool.add(new Future("BTC", in(90), contract));
            for (double strike = 52_000; strike <= 70_000; strike += 6_000) {
                for (OptionRight right : OptionRight.values()) {
                    for (double days : new double[] {30, 90}) {
                        Option.Style style = Option.Style.EUROPEAN;
                        pool.add(new Option("BTC", right, strike, in(days), style, contract));
                    }
                }
            }
        }
        return pool;
    }

    @ParameterizedTest
    @MethodSource("scanModels")
    void isNeverAboveTheModelAndMostlyTheSame(String id) {
        holds(model(id), id, !BELOW.contains(id));
    }

    /// Spot hedged by perpetuals is charged twice where it is apart, and not at all where it nets.
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void rollShocksAreTheSame(boolean spotApart) {
        Charge charge = new RollShock(0.05, 0.002, spotApart);
        ScanModel model =
                new ScanModel(
                        Matrices.model(1).info(),
                        ScenarioGrid.EMPTY,
                        List.of(),
                        List.of(new Charge.Placed(charge, Charge.Placement.OUTSIDE)),
                        Matrices.ONE,
                        Valuation.STANDARD,
                        new CollateralRule(Set.of(), Map.of(), false));
        holds(model, charge.toString(), true);
    }

    private static void holds(MarginModel model, String id, boolean exactly) {
        List<Instrument> pool = pool(model);
        RiskArrays arrays =
                Revaluation.of(market(), model.grid(), model.valuation(), "USD").arrays(pool);
        ConvexModel convex = ConvexModel.of(model, arrays);
        assertThat(convex.isBound()).as(id).isEqualTo(!NOT_CONVEX.contains(id));
        long seed = 20_260_101;
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int book = 0; book < BOOKS && convex.isBound(); book++) {
            List<Position> positions = new ArrayList<>();
            for (int leg = 0; leg < 1 + book % 8; leg++) {
                Instrument instrument = pool.get(random.nextInt(pool.size()));
                positions.add(new Position(instrument, random.nextInt(-20, 21)));
            }
            SortedMap<Integer, Double> held = new TreeMap<>();
            for (Position position : positions) {
                int row = arrays.row(position.instrument()).orElseThrow();
                held.merge(row, position.quantity(), Double::sum);
            }
            double initial = model.margin(arrays, Portfolio.of(positions)).initial();
            double found = convex.initial(0, held);
            String shown = id + " seed " + seed + " " + positions;
            assertThat(found).as(shown).isLessThanOrEqualTo(initial * (1 + 1e-9) + 1e-6);
            if (!exactly) continue;
            assertThat(found).as(shown).isCloseTo(initial, within(1e-9 * initial + 1e-6));
        }
    }

    /// A convex function lies below its chords.
    @ParameterizedTest
    @ValueSource(strings = {"derive-pm2", "okx-pm", "paradex-pm", "deribit-pm", "synthetix-perps"})
    void liesBelowItsChords(String id) {
        MarginModel model = model(id);
        List<Instrument> pool = pool(model);
        RiskArrays arrays =
                Revaluation.of(market(), model.grid(), model.valuation(), "USD").arrays(pool);
        ConvexModel convex = ConvexModel.of(model, arrays);
        long seed = 20_260_102;
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int book = 0; book < BOOKS; book++) {
            SortedMap<Integer, Double> one = new TreeMap<>();
            SortedMap<Integer, Double> other = new TreeMap<>();
            SortedMap<Integer, Double> middle = new TreeMap<>();
            for (int row = 0; row < pool.size(); row++) {
                one.put(row, random.nextGaussian());
                other.put(row, random.nextGaussian());
                middle.put(row, (one.get(row) + other.get(row)) / 2);
            }
            double chord = (convex.initial(0, one) + convex.initial(0, other)) / 2;
            assertThat(convex.initial(0, middle))
                    .as("%s seed %d book %d", id, seed, book)
                    .isLessThanOrEqualTo(chord * (1 + 1e-12) + 1e-9);
        }
    }

    @Test
    void otherShapesAreNoBound() {
        MarginModel span = model("span");
        RiskArrays arrays = Revaluation.of(market(), span.grid(), 0, "USD").arrays(List.of());
        assertThat(ConvexModel.of(span, arrays).isBound()).isFalse();
    }
}
