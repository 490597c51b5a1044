package hedgerow.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import hedgerow.TestMarkets;
import hedgerow.portfolio.Contract;
import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.Option;
import hedgerow.portfolio.OptionRight;
import hedgerow.portfolio.Order;
import hedgerow.portfolio.Perpetual;
import hedgerow.portfolio.Portfolio;
import hedgerow.portfolio.Position;
import hedgerow.portfolio.Refusal;
import hedgerow.portfolio.RefusedException;
import hedgerow.pricing.Revaluation;
import hedgerow.pricing.RiskArrays;
import hedgerow.scenario.Scenario;
import hedgerow.scenario.ScenarioGrid;
import hedgerow.scenario.VolShock;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Many accounts at once post what each posts alone, to the last bit.
class BookTest {
    private static final List<Charge.Placed> FLOORS =
            List.of(
                    new Charge.Placed(new DeltaFloor(0.02, 0.01), Charge.Placement.FLOOR),
                    new Charge.Placed(new ContractMinimum(0.375), Charge.Placement.FLOOR));
    private static final List<Charge.Placed> EVERYWHERE =
            List.of(
                    new Charge.Placed(new ContractMinimum(0.25), Charge.Placement.INSIDE),
                    new Charge.Placed(new DeltaFloor(0.02, 0.01), Charge.Placement.FLOOR),
                    new Charge.Placed(new ContractMinimum(0.125), Charge.Placement.OUTSIDE));
    private static final double UNIT = 0x1p-16;
    private static final long LITTLE = 20_000;
    private static final String EXACTNESS =
            "profits and losses on U0 may reach 2^53 money units, beyond which they are not exact";

    private static void assertSame(Requirements one, Requirements other, String at) {
        for (int account = 0; account < one.accounts(); account++) {
            String in = at + ", account " + account;
            assertThat(bits(other.initial(account))).as(in).isEqualTo(bits(one.initial(account)));
            assertThat(bits(other.maintenance(account)))
                    .as(in)
                    .isEqualTo(bits(one.maintenance(account)));
            assertThat(other.bindingRun(account)).as(in).isEqualTo(one.bindingRun(account));
            assertThat(other.bindingScenario(account))
                    .as(in)
                    .isEqualTo(one.bindingScenario(account));
        }
    }

    private static long bits(double value) {
        return Double.doubleToRawLongBits(value);
    }

    @ParameterizedTest
    @CsvSource({"16, true", "16, false", "27, true", "27, false", "40, false", "3, false"})
    void everyAccountPostsWhatItPostsAlone(int scenarios, boolean whole) {
        for (List<Charge.Placed> charges : List.of(List.<Charge.Placed>of(), FLOORS, EVERYWHERE)) {
            RandomAccounts random = new RandomAccounts(scenarios, scenarios, 0);
            RiskArrays arrays = random.arrays();
            ScanModel model = random.model(charges);
            random.fill(200, 25, whole);
            Requirements all = random.book(arrays, 200).margins(model.on(arrays), 2);
            for (int account = 0; account < 200; account++) {
                String at = "seed %d, account %d".formatted(random.seed, account);
                Margin alone = model.margin(arrays, portfolio(random, arrays, account));
                assertThat(bits(all.initial(account))).as(at).isEqualTo(bits(alone.initial()));
                assertThat(bits(all.maintenance(account)))
                        .as(at)
                        .isEqualTo(bits(alone.maintenance()));
                assertThat(all.bindingScenario(account))
                        .as(at)
                        .isEqualTo(alone.binding().map(Margin.Binding::index).orElse(-1));
                assertThat(underlying(arrays, all.bindingRun(account)))
                        .as(at)
                        .isEqualTo(alone.binding().map(Margin.Binding::underlying).orElse("none"));
            }
        }
    }

    private static String underlying(RiskArrays arrays, int run) {
        return run < 0 ? "none" : arrays.runs().get(run).underlying();
    }

    private static Portfolio portfolio(RandomAccounts random, RiskArrays arrays, int account) {
        List<Position> positions = new ArrayList<>();
        for (int i = 0; i < random.size; i++) {
            if (random.accounts[i] == account) {
                Instrument instrument = arrays.instruments().get(random.rows[i]);
                positions.add(new Position(instrument, random.quantities[i]));
            }
        }
        return Portfolio.of(positions);
    }

    /// Whole cells and whole lots: sums are exact, so plain loops in any order give the bits.
    @Test
    void bruteForceGivesTheSameBits() {
        RandomAccounts random = new RandomAccounts(5, 16, 1);
        RiskArrays arrays = random.arrays();
        ScanModel model = random.model(List.of());
        random.fill(500, 30, true);
        Requirements all = random.book(arrays, 500).margins(model.on(arrays), 1);
        for (int account = 0; account < 500; account++) {
            double initial = 0;
            double maintenance = 0;
            for (RiskArrays.Run run : arrays.runs()) {
                double scan = bruteScan(random, arrays, account, run);
                initial += model.factors().initial() * scan;
                maintenance += model.factors().maintenance() * scan;
            }
            assertThat(all.initial(account)).as("account %d", account).isEqualTo(initial);
            assertThat(all.maintenance(account)).as("account %d", account).isEqualTo(maintenance);
        }
    }

    private static double bruteScan(
            RandomAccounts random, RiskArrays arrays, int account, RiskArrays.Run run) {
        double scan = 0;
        for (int s = 0; s < random.scenarios; s++) {
            double pnl = 0;
            for (int i = random.size - 1; i >= 0; i--) {
                int row = random.rows[i];
                if (random.accounts[i] == account && row >= run.from() && row < run.to()) {
                    pnl += random.quantities[i] * arrays.pnl(row, s);
                }
            }
            scan = Math.max(scan, -(arrays.weight(s) * pnl));
        }
        return scan;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void orderOfTheInputChangesNoBit(boolean whole) {
        RandomAccounts random = new RandomAccounts(11, 16, 0);
        RiskArrays arrays = random.arrays();
        MarginReader reader = random.model(FLOORS).on(arrays);
        random.fill(300, 40, whole);
        Requirements once = random.book(arrays, 300).margins(reader, 1);
        for (int shuffle = 0; shuffle < 5; shuffle++) {
            random.shuffle();
            Requirements again = random.book(arrays, 300).margins(reader, 1);
            assertSame(once, again, "seed 11, shuffle " + shuffle);
        }
    }

    @Test
    void numberOfThreadsChangesNoBit() {
        RandomAccounts random = new RandomAccounts(12, 27, 0);
        RiskArrays arrays = random.arrays();
        MarginReader reader = random.model(EVERYWHERE).on(arrays);
        random.fill(20_000, 8, false);
        Book book = random.book(arrays, 20_000);
        Requirements one = book.margins(reader, 1);
        for (int threads : new int[] {2, 3, 7, 64}) {
            assertSame(one, book.margins(reader, threads), threads + " threads");
        }
    }

    @Test
    void columnsAndStreamMakeTheSameBook() {
        RandomAccounts random = new RandomAccounts(13, 16, 0);
        RiskArrays arrays = random.arrays();
        MarginReader reader = random.model(FLOORS).on(arrays);
        random.fill(300, 40, false);
        Book columns =
                BookBuilder.book(
                        arrays,
                        300,
                        Arrays.copyOf(random.accounts, random.size),
                        Arrays.copyOf(random.rows, random.size),
                        Arrays.copyOf(random.quantities, random.size));
        assertSame(
                random.book(arrays, 300).margins(reader, 1), columns.margins(reader, 1), "columns");
    }

    @Test
    void accountThatHoldsNothingPostsNothing() {
        RandomAccounts random = new RandomAccounts(14, 16, 0);
        RiskArrays arrays = random.arrays();
        Book book = new BookBuilder(arrays).accounts(3).add(1, 5, -2).build();
        Requirements all = book.margins(random.model(FLOORS).on(arrays), 1);
        assertThat(book.accounts()).isEqualTo(3);
        for (int account : new int[] {0, 2}) {
            assertThat(all.initial(account)).isZero();
            assertThat(all.maintenance(account)).isZero();
            assertThat(all.bindingRun(account)).isEqualTo(-1);
            assertThat(all.bindingScenario(account)).isEqualTo(-1);
        }
        assertThat(all.initial(1)).isPositive();
    }

    @Test
    void whatIsBoughtAndSoldAgainPostsNothing() {
        RandomAccounts random = new RandomAccounts(15, 16, 0);
        RiskArrays arrays = random.arrays();
        ScanModel model = random.model(EVERYWHERE);
        Instrument option = arrays.instruments().get(7);
        Portfolio closed = Portfolio.of(List.of(new Position(option, 5), new Position(option, -5)));
        assertThat(model.margin(arrays, closed).initial()).isZero();
        Book book = new BookBuilder(arrays).add(0, closed).build();
        assertThat(book.positions()).isEqualTo(1);
        assertThat(book.margins(model.on(arrays), 1).initial(0)).isZero();
    }

    @Test
    void runOverManyAccountsAllocatesNothingForEach() {
        RandomAccounts random = new RandomAccounts(16, 16, UNIT);
        RiskArrays arrays = random.arrays();
        MarginReader reader = random.model(FLOORS).on(arrays);
        random.fill(500, 20, true);
        Book few = random.book(arrays, 500);
        random.fill(50_000, 20, true);
        Book many = random.book(arrays, 50_000);
        Requirements ofFew = new Requirements(500);
        Requirements ofMany = new Requirements(50_000);
        long more = Long.MAX_VALUE;
        // The compilers need some runs before vectors stay in registers
        for (int run = 0; run < 200 && more >= LITTLE; run++) {
            long forFew = allocated(() -> few.margins(reader, 1, ofFew));
            more = allocated(() -> many.margins(reader, 1, ofMany)) - forFew;
        }
        assertThat(more).as("bytes for 50,000 accounts less those for 500").isLessThan(LITTLE);
    }

    @Test
    void bookTakesAtMostSixteenBytesAPosition() {
        RandomAccounts random = new RandomAccounts(17, 16, 0);
        RiskArrays arrays = random.arrays();
        int count = 20_000;
        random.fill(count, 100, true);
        int[] accounts = Arrays.copyOf(random.accounts, random.size);
        int[] rows = Arrays.copyOf(random.rows, random.size);
        double[] quantities = Arrays.copyOf(random.quantities, random.size);
        Book[] kept = new Book[1];
        long bytes =
                allocated(() ->
                        kept[0] = BookBuilder.book(arrays, count, accounts, rows, quantities));
        // Netted positions are copied once more
        double copied = 12.0 * kept[0].positions();
        assertThat((bytes - copied) / random.size).isLessThan(16);
    }

    private static long allocated(Runnable work) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        work.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    @Test
    void arraysOfTheNextTickAreReadWithTheSameBook() {
        RandomAccounts random = new RandomAccounts(18, 16, 0);
        RiskArrays arrays = random.arrays();
        random.fill(100, 20, false);
        Book book = random.book(arrays, 100);
        RiskArrays next = random.arrays();
        Requirements all = book.margins(random.model(FLOORS).on(next), 1);
        assertSame(random.book(next, 100).margins(random.model(FLOORS).on(next), 1), all, "next");
        RiskArrays other = RiskArrays.of(List.of(), Map.of(), random.weights());
        MarginReader stranger = random.model(FLOORS).on(other);
        assertThatThrownBy(() -> book.margins(stranger, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a book over 84 instruments needs arrays of the same, were of 0");
    }

    @Test
    void openOrdersCountAsTheyDoForOneAccount() {
        ScanModel model = ordersModel();
        List<Instrument> pool = List.of(perpetual(), call(57_000), call(60_000), call(63_000));
        RiskArrays arrays = Revaluation.of(TestMarkets.flat(), model.grid(), 0, "USD").arrays(pool);
        long seed = 19;
        Random random = new Random(seed);
        BookBuilder builder = new BookBuilder(arrays);
        List<Portfolio> portfolios = new ArrayList<>();
        for (int account = 0; account < 300; account++) {
            List<Position> positions = new ArrayList<>();
            List<Order> orders = new ArrayList<>();
            for (int n = random.nextInt(4); n > 0; n--) {
                positions.add(new Position(pool.get(random.nextInt(4)), random.nextInt(-9, 10)));
            }
            for (int n = random.nextInt(4); n > 0; n--) {
                Instrument instrument = pool.get(random.nextInt(4));
                double limit = instrument instanceof Perpetual ? 59_000 : 2_000;
                orders.add(new Order(instrument, random.nextInt(-9, 10), limit));
            }
            Portfolio portfolio = new Portfolio(positions, List.of(), orders, 0);
            portfolios.add(portfolio);
            builder.add(account, portfolio);
        }
        Requirements all = builder.build().margins(model.on(arrays), 2);
        for (int account = 0; account < 300; account++) {
            Margin alone = model.margin(arrays, portfolios.get(account));
            String at = "seed %d: %s".formatted(seed, portfolios.get(account));
            assertThat(bits(all.initial(account))).as(at).isEqualTo(bits(alone.initial()));
            assertThat(bits(all.maintenance(account))).as(at).isEqualTo(bits(alone.maintenance()));
        }
    }

    private static ScanModel ordersModel() {
        return new ScanModel(
                new ModelInfo("m", "1", "m", ModelInfo.Status.OWN, List.of(), ""),
                new ScenarioGrid(
                        List.of(
                                Scenario.of(-0.15, VolShock.NONE),
                                Scenario.of(0.15, VolShock.NONE))),
                EVERYWHERE,
                new ScanModel.Factors(1, 0.8),
                0,
                new CollateralRule(Set.of(), Map.of(), false));
    }

    private static Perpetual perpetual() {
        return new Perpetual("BTC", Contract.LINEAR);
    }

    private static Option call(double strike) {
        return TestMarkets.option(OptionRight.CALL, strike, 30);
    }

    /// A unit of one: cells and lots are whole, and 2^53 is where a double stops counting.
    @Test
    void sumsThatMayReachTwoToThe53UnitsAreRefused() {
        Instrument one = RandomAccounts.instrument(0, 0);
        Instrument other = RandomAccounts.instrument(0, 1);
        RiskArrays arrays =
                RiskArrays.of(
                        List.of(
                                new RiskArrays.Row(one, new double[] {-0x1p50, 1}, 0, 0),
                                new RiskArrays.Row(other, new double[] {-1, 1}, 0, 0)),
                        Map.of("U0", 1.0),
                        1,
                        1);
        RandomAccounts whole = new RandomAccounts(0, 2, 1);
        ScanModel model = whole.model(List.of());
        Book book =
                new BookBuilder(arrays)
                        .add(0, one, 7)
                        .add(0, other, 0x1p50 - 1)
                        .add(1, one, 7)
                        .add(1, other, 0x1p50)
                        .add(2, one, 8)
                        .add(3, other, -3)
                        .build();
        Requirements all = book.margins(model.on(arrays), 1);
        double mostUnits = 0x1p53 - 1;
        assertThat(all.initial(0)).isEqualTo(1.1 * mostUnits);
        assertThat(all.initial(3)).isEqualTo(1.1 * 3);
        assertThat(all.refusals().keySet()).containsExactly(1, 2);
        assertThatThrownBy(() -> all.initial(2))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused ->
                                assertThat(refused.refusals())
                                        .extracting(Refusal::reason)
                                        .containsExactly(Refusal.Reason.OVERFLOW))
                .hasMessage(EXACTNESS);
        Portfolio alone = Portfolio.of(List.of(new Position(one, 8)));
        assertThatThrownBy(() -> model.margin(arrays, alone))
                .isInstanceOf(RefusedException.class)
                .hasMessage(EXACTNESS);
        assertThat(
                        book.margins(new RandomAccounts(0, 2, 0).model(List.of()).on(arrays), 1)
                                .refusals())
                .as("without a unit")
                .isEmpty();
    }

    @Test
    void whatIsTooLargeToBeANumberIsRefusedAndTheOthersAnswered() {
        RandomAccounts random = new RandomAccounts(20, 16, 0);
        RiskArrays arrays = random.arrays();
        MarginReader reader = random.model(FLOORS).on(arrays);
        Book book =
                new BookBuilder(arrays)
                        .add(0, 1, 3)
                        .add(1, 1, 1e308)
                        .add(1, 2, -1e308)
                        .add(2, 2, 4)
                        .build();
        Requirements all = book.margins(reader, 2);
        assertThat(all.refusals().keySet()).containsExactly(1);
        assertThat(all.initial(0)).isFinite().isPositive();
        assertThat(all.initial(2)).isFinite().isPositive();
        assertThatThrownBy(() -> all.maintenance(1)).isInstanceOf(RefusedException.class);
        Book sound = new BookBuilder(arrays).add(0, 1, 3).add(1, 1, 1).add(2, 2, 4).build();
        sound.margins(reader, 1, all);
        assertThat(all.refusals()).as("after a run that refuses nothing").isEmpty();
    }

    /// The sum of whole lots over cells of a money unit is the exact one.
    @Test
    void sumsInAMoneyUnitAreExact() {
        RandomAccounts random = new RandomAccounts(21, 16, UNIT);
        RiskArrays arrays = random.arrays();
        random.fill(50, 60, true);
        MarginReader reader = random.model(List.of()).on(arrays);
        Book book = random.book(arrays, 50);
        MarginReader.Scratch scratch = reader.scratch();
        for (int account = 0; account < 50; account++) {
            reader.read(book.holding(reader, account), scratch, new Requirement());
            GroupWalk walk = scratch.walk;
            walk.start(book.holding(reader, account), false);
            while (walk.next()) {
                double[] vector = scratch.reading(scratch.place(walk)).vector;
                for (int s = 0; s < 16; s++) {
                    assertThat(new BigDecimal(vector[s]))
                            .as("account %d, scenario %d", account, s)
                            .isEqualByComparingTo(exact(random, arrays, account, walk, s));
                }
            }
        }
    }

    private static BigDecimal exact(
            RandomAccounts random, RiskArrays arrays, int account, GroupWalk walk, int s) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < random.size; i++) {
            boolean inRun = arrays.runOf(random.rows[i]) == walk.group.runIndex;
            if (random.accounts[i] == account && inRun) {
                BigDecimal cell = new BigDecimal(arrays.pnl(random.rows[i], s));
                sum = sum.add(cell.multiply(new BigDecimal(random.quantities[i])));
            }
        }
        return sum;
    }

    @Test
    void whatCannotBeIsAFaultThatStatesTheValue() {
        RandomAccounts random = new RandomAccounts(22, 16, 0);
        RiskArrays arrays = random.arrays();
        BookBuilder builder = new BookBuilder(arrays);
        assertThatThrownBy(() -> builder.add(-1, 0, 1))
                .hasMessage("account must not be negative, was -1");
        assertThatThrownBy(() -> builder.add(0, 84, 1)).hasMessage("row must be below 84, was 84");
        assertThatThrownBy(() -> builder.add(0, 0, Double.NaN))
                .hasMessage("quantity must be finite, was NaN");
        assertThatThrownBy(
                        () -> BookBuilder.book(arrays, 1, new int[] {1}, new int[1], new double[1]))
                .hasMessage("accounts must be below 1, were up to 1");
        assertThatThrownBy(() -> BookBuilder.book(arrays, 1, new int[2], new int[1], new double[1]))
                .hasMessage("columns must be of one length, were of 2, 1 and 1");
        Book book = builder.add(0, 0, 1).build();
        MarginReader reader = random.model(FLOORS).on(arrays);
        assertThatThrownBy(() -> book.margins(reader, 1, new Requirements(2)))
                .hasMessage("requirements must have room for 1 accounts, had 2");
        assertThatThrownBy(() -> book.margins(reader, 0))
                .hasMessage("threads must be at least one, was 0");
    }
}
