package hedgerow.margin;

import static hedgerow.TestMarkets.in;
import static hedgerow.TestMarkets.option;
import static hedgerow.TestMarkets.perpetual;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hedgerow.TestMarkets;
import hedgerow.market.Market;
import hedgerow.portfolio.Contract;
import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.Option;
import hedgerow.portfolio.OptionRight;
import hedgerow.portfolio.Perpetual;
import hedgerow.portfolio.Portfolio;
import hedgerow.portfolio.Position;
import hedgerow.pricing.Revaluation;
import hedgerow.pricing.RiskArrays;
import hedgerow.scenario.Scenario;
import hedgerow.scenario.ScenarioGrid;
import hedgerow.scenario.TenorScale;
import hedgerow.scenario.VolShock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Properties of margins on random books of priced instruments, each named by what must hold.
class PricedBooksTest {
    private static final long SEED = 20_260_101;
    private static final int BOOKS = 2_000;
    private static final Market MARKET =
            Market.of(
                    TestMarkets.NOW,
                    List.of(TestMarkets.smiling(), TestMarkets.flat("ETH", 3_000, 0.75)));
    private static final List<Instrument> POOL = pool();
    private static final ScanModel MODEL = model(grid());
    private static final RiskArrays ARRAYS = arrays(MODEL);

    private final Random random = new Random(SEED);

    private static ScenarioGrid grid() {
        TenorScale tenor = new TenorScale(30, 0.30, 0.13, 1);
        VolShock up = new VolShock.Relative(0.5, tenor, 0.5);
        List<Scenario> scenarios = new ArrayList<>();
        for (int k = -4; k <= 4; k++) {
            scenarios.add(Scenario.of(0.04 * k, up));
            scenarios.add(Scenario.of(0.04 * k, VolShock.NONE));
            scenarios.add(Scenario.of(0.04 * k, new VolShock.Relative(-0.25, tenor, 0)));
        }
        scenarios.add(new Scenario(-0.66, up, 0.24));
        scenarios.add(new Scenario(5, up, 0.032));
        return new ScenarioGrid(scenarios);
    }

    private static ScanModel model(ScenarioGrid grid) {
        return new ScanModel(
                new ModelInfo("m", "1", "m", ModelInfo.Status.OWN, List.of(), ""),
                grid,
                List.of(),
                new ScanModel.Factors(1, 0.8),
                0,
                new CollateralRule(Set.of(), Map.of(), false));
    }

    private static RiskArrays arrays(ScanModel model) {
        return Revaluation.of(MARKET, model.grid(), 0, "USD").arrays(POOL);
    }

    private static List<Instrument> pool() {
        List<Instrument> pool = new ArrayList<>(List.of(perpetual()));
        for (double strike = 50_000; strike <= 72_000; strike += 2_000) {
            for (double days : new double[] {30, 45, 90}) {
                pool.add(option(OptionRight.CALL, strike, days));
                pool.add(option(OptionRight.PUT, strike, days));
            }
        }
        pool.add(new Perpetual("ETH", Contract.inverseNotional(1)));
        for (double strike = 2_400; strike <= 3_600; strike += 300) {
            for (OptionRight right : OptionRight.values()) {
                pool.add(
                        new Option(
                                "ETH",
                                right,
                                strike,
                                in(12),
                                Option.Style.EUROPEAN,
                                Contract.INVERSE));
            }
        }
        return pool;
    }

    private List<Position> book() {
        List<Position> book = new ArrayList<>();
        for (int legs = random.nextInt(1, 12); legs > 0; legs--) {
            Instrument instrument = POOL.get(random.nextInt(POOL.size()));
            book.add(new Position(instrument, random.nextGaussian() * 10));
        }
        return book;
    }

    private static Margin margin(List<Position> book) {
        return MODEL.margin(ARRAYS, Portfolio.of(book));
    }

    private static String at(int i, List<Position> book) {
        return "seed %d, book %d: %s".formatted(SEED, i, book);
    }

    @Test
    void contributionsSumToTheScan() {
        for (int i = 0; i < BOOKS; i++) {
            List<Position> book = book();
            List<Margin.Contribution> contributions = margin(book).contributions();
            double sum =
                    contributions.stream().mapToDouble(Margin.Contribution::contribution).sum();
            double gross =
                    contributions.stream().mapToDouble(c -> Math.abs(c.contribution())).sum();
            assertThat(sum)
                    .as(at(i, book))
                    .isCloseTo(margin(book).initial(), within(1e-14 * gross + 1e-12));
        }
    }

    @Test
    void nettingNeverRaisesTheScan() {
        for (int i = 0; i < BOOKS; i++) {
            List<Position> one = book();
            List<Position> other = book();
            List<Position> both = new ArrayList<>(one);
            both.addAll(other);
            double apart = margin(one).initial() + margin(other).initial();
            assertThat(margin(both).initial())
                    .as(at(i, both))
                    .isLessThanOrEqualTo(apart * (1 + 1e-12) + 1e-9);
            assertThat(margin(both).offset()).as(at(i, both)).isGreaterThan(-1e-6);
        }
    }

    @Test
    void scalingScales() {
        for (int i = 0; i < BOOKS; i++) {
            List<Position> book = book();
            List<Position> scaled =
                    book.stream().map(p -> new Position(p.instrument(), p.quantity() * 8)).toList();
            assertThat(margin(scaled).initial())
                    .as(at(i, book))
                    .isEqualTo(8 * margin(book).initial());
        }
    }

    @Test
    void orderOfLegsChangesNoBit() {
        for (int i = 0; i < BOOKS; i++) {
            List<Position> book = book();
            List<Position> shuffled = new ArrayList<>(book);
            Collections.shuffle(shuffled, random);
            Margin one = margin(book);
            Margin other = margin(shuffled);
            assertThat(other.initial()).as(at(i, book)).isEqualTo(one.initial());
            assertThat(other.maintenance()).as(at(i, book)).isEqualTo(one.maintenance());
            assertThat(other.binding()).as(at(i, book)).isEqualTo(one.binding());
            assertThat(other.groups()).as(at(i, book)).isEqualTo(one.groups());
        }
    }

    @Test
    void companyInTheArraysChangesNoBit() {
        for (int i = 0; i < 200; i++) {
            List<Position> book = book();
            RiskArrays own =
                    Revaluation.of(MARKET, MODEL.grid(), 0, "USD")
                            .arrays(Portfolio.of(book).instruments());
            assertThat(MODEL.margin(own, Portfolio.of(book)).initial())
                    .as(at(i, book))
                    .isEqualTo(margin(book).initial());
        }
    }

    @Test
    void addingAScenarioNeverLowersMargin() {
        List<Scenario> more = new ArrayList<>(grid().scenarios());
        more.add(Scenario.of(0.3, VolShock.NONE));
        more.add(Scenario.of(-0.3, VolShock.NONE));
        ScanModel wider = model(new ScenarioGrid(more));
        RiskArrays widerArrays = arrays(wider);
        for (int i = 0; i < BOOKS; i++) {
            List<Position> book = book();
            double base = margin(book).initial();
            assertThat(wider.margin(widerArrays, Portfolio.of(book)).initial())
                    .as(at(i, book))
                    .isGreaterThanOrEqualTo(base);
        }
    }

    @Test
    void scanOfALongOptionNeverExceedsItsValue() {
        for (Instrument instrument : POOL) {
            if (!(instrument instanceof Option)) continue;
            double quantity = random.nextDouble(0.1, 100);
            List<Position> alone = List.of(new Position(instrument, quantity));
            double value = quantity * ARRAYS.columns().value()[row(instrument)];
            assertThat(margin(alone).initial()).as("%s", alone).isBetween(0.0, value * (1 + 1e-12));
        }
    }

    /// A long call and a short put of one strike are a long future, not a hedged pair.
    @Test
    void longCallAndShortPutAreNotMistakenForAHedge() {
        double discount = StrictMath.exp(-0.03 * 30 / 365);
        for (double strike = 50_000; strike <= 72_000; strike += 2_000) {
            List<Position> synthetic =
                    List.of(
                            new Position(option(OptionRight.CALL, strike, 30), 1),
                            new Position(option(OptionRight.PUT, strike, 30), -1));
            assertThat(margin(synthetic).initial())
                    .as("strike %s", strike)
                    .isCloseTo(0.16 * 60_300 * discount, within(1e-6));
            List<Position> reversal = new ArrayList<>(synthetic);
            reversal.add(new Position(perpetual(), -60_300 / 60_000.0 * discount));
            assertThat(margin(reversal).initial()).as("strike %s", strike).isLessThan(1e-6);
        }
    }

    private static int row(Instrument instrument) {
        return ARRAYS.row(instrument).orElseThrow();
    }
}
