package hedgerow.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hedgerow.portfolio.Contract;
import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.Option;
import hedgerow.portfolio.OptionRight;
import hedgerow.portfolio.Order;
import hedgerow.portfolio.Perpetual;
import hedgerow.portfolio.Portfolio;
import hedgerow.portfolio.Position;
import hedgerow.pricing.RiskArrays;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/// Netting less never costs less, for the worst of scenarios over a delta floor.
class NettingSetsTest {
    private static final List<NettingRule> FINER =
            List.of(
                    NettingRule.FULL,
                    NettingRule.BY_UNDERLYING,
                    NettingRule.BY_EXPIRY,
                    NettingRule.NONE);

    private static List<Instrument> instruments() {
        List<Instrument> all = new ArrayList<>();
        for (String id : List.of("A", "B", "C")) {
            all.add(new Perpetual(id, Contract.LINEAR));
            for (String expiry : List.of("2026-01-30", "2026-02-27", "2026-06-26")) {
                Instant ends = Instant.parse(expiry + "T08:00:00Z");
                for (OptionRight right : OptionRight.values()) {
                    all.add(
                            new Option(
                                    id, right, 90, ends, Option.Style.EUROPEAN, Contract.LINEAR));
                }
            }
        }
        return all;
    }

    private static RiskArrays arrays(RandomGenerator random, double[] weights) {
        List<RiskArrays.Row> rows = new ArrayList<>();
        for (Instrument instrument : instruments()) {
            double[] pnl = random.doubles(weights.length, -100, 100).toArray();
            rows.add(new RiskArrays.Row(instrument, pnl, 0, random.nextDouble(-1, 1)));
        }
        return RiskArrays.of(rows, Map.of("A", 90.0, "B", 3.0, "C", 1e4), weights);
    }

    private static Portfolio book(RandomGenerator random) {
        List<Position> positions = new ArrayList<>();
        List<Order> orders = new ArrayList<>();
        List<Instrument> all = instruments();
        for (int n = random.nextInt(0, 12); n > 0; n--) {
            Instrument instrument = all.get(random.nextInt(all.size()));
            positions.add(new Position(instrument, random.nextInt(-9, 10)));
        }
        for (int n = random.nextInt(0, 3); n > 0; n--) {
            // rows written by hand have no price: a limit of zero has no edge
            orders.add(new Order(all.get(random.nextInt(all.size())), random.nextInt(-9, 10), 0));
        }
        return new Portfolio(positions, List.of(), orders, 0);
    }

    private static NettingSets sets(NettingRule rule, Portfolio book) {
        int legs = book.positions().size() + book.orders().size();
        return NettingSets.of(rule, book, Collections.nCopies(legs, ""), false);
    }

    @Test
    void nettingLessNeverCostsLess() {
        for (long seed = 1; seed <= 2_000; seed++) {
            RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            double[] weights = random.doubles(random.nextInt(1, 20), 0.1, 1).toArray();
            RiskArrays arrays = arrays(random, weights);
            double rate = random.nextDouble(0, 0.1);
            Charge floor = new DeltaFloor(rate, random.nextDouble() * rate);
            ScanModel model =
                    Matrices.model(
                            weights,
                            new ScanModel.Factors(1, 0.8),
                            List.of(new Charge.Placed(floor, Charge.Placement.FLOOR)));
            MarginReader reader = model.on(arrays);
            Portfolio book = book(random);
            double before = 0;
            for (NettingRule rule : FINER) {
                double initial = sets(rule, book).requirement(reader, book).initial();
                assertThat(initial)
                        .as("seed %s, %s, %s", seed, rule, book)
                        .isGreaterThanOrEqualTo(before - 1e-9 * (1 + before));
                before = initial;
            }
        }
    }

    @Test
    void theExplainedMarginIsTheSumOfItsSets() {
        for (long seed = 1; seed <= 300; seed++) {
            RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            double[] weights = random.doubles(random.nextInt(1, 20), 0.1, 1).toArray();
            RiskArrays arrays = arrays(random, weights);
            ScanModel model = Matrices.model(weights, Matrices.ONE, List.of());
            Portfolio book = book(random);
            for (NettingRule rule : FINER) {
                NettingSets sets = sets(rule, book);
                NettingSets.Read read = sets.margin(model, arrays, book);
                Requirement brief = sets.requirement(model.on(arrays), book);
                String as = "seed " + seed + ", " + rule;
                assertThat(read.whole().initial()).as(as).isEqualTo(brief.initial());
                assertThat(read.whole().maintenance()).as(as).isEqualTo(brief.maintenance());
                assertThat(read.whole().contributions()).as(as).hasSameSizeAs(book.positions());
                double contributions =
                        read.whole().contributions().stream()
                                        .mapToDouble(Margin.Contribution::contribution)
                                        .sum()
                                + read.whole().orderContributions().stream()
                                        .mapToDouble(Double::doubleValue)
                                        .sum();
                assertThat(contributions)
                        .as(as)
                        .isCloseTo(read.whole().initial(), within(1e-9 * (1 + brief.initial())));
            }
        }
    }

    @Test
    void fullNettingIsTheMarginOfTheWhole() {
        for (long seed = 1; seed <= 300; seed++) {
            RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            double[] weights = random.doubles(random.nextInt(1, 20), 0.1, 1).toArray();
            RiskArrays arrays = arrays(random, weights);
            ScanModel model = Matrices.model(weights, Matrices.ONE, List.of());
            Portfolio book = book(random);
            Margin netted = sets(NettingRule.FULL, book).margin(model, arrays, book).whole();
            assertThat(netted).as("seed %s", seed).isEqualTo(model.margin(arrays, book));
        }
    }

    @Test
    void groupsDoNotNet() {
        List<Instrument> all = instruments();
        Portfolio book =
                Portfolio.of(
                        List.of(
                                new Position(all.getFirst(), 3),
                                new Position(all.getFirst(), -3),
                                new Position(all.getFirst(), 1)));
        NettingSets sets = NettingSets.of(NettingRule.FULL, book, List.of("x", "y", "x"), false);
        assertThat(sets.sets()).hasSize(2);
        assertThat(sets.sets().getFirst().positions()).containsExactly(0, 2);
        RiskArrays arrays =
                RiskArrays.of(
                        List.of(new RiskArrays.Row(all.getFirst(), new double[] {-1, 1}, 0, 1)),
                        Map.of("A", 90.0),
                        1,
                        1);
        ScanModel model = Matrices.model(2);
        assertThat(sets.requirement(model.on(arrays), book).initial()).isEqualTo(4 + 3);
        assertThat(model.margin(arrays, book).initial()).isEqualTo(1);
    }
}
