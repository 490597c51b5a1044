package hedgerow.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import hedgerow.TestMarkets;
import hedgerow.market.Market;
import hedgerow.market.Underlying;
import hedgerow.portfolio.Contract;
import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.Option;
import hedgerow.portfolio.OptionRight;
import hedgerow.portfolio.Order;
import hedgerow.portfolio.Perpetual;
import hedgerow.portfolio.RefusedException;
import hedgerow.pricing.Revaluation;
import hedgerow.pricing.RiskArrays;
import hedgerow.pricing.TickedArrays;
import hedgerow.scenario.Scenario;
import hedgerow.scenario.ScenarioGrid;
import hedgerow.scenario.TenorScale;
import hedgerow.scenario.VolShock;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A book that follows trades and ticks has the bits of a book that is read in full.
class LiveBookTest {
    private static final int ACCOUNTS = 60;
    private static final List<String> IDS = List.of("A", "B", "C", "D");
    private static final List<Charge.Placed> CHARGES =
            List.of(
                    new Charge.Placed(new DeltaFloor(0.02, 0.01), Charge.Placement.FLOOR),
                    new Charge.Placed(new ContractMinimum(0.25), Charge.Placement.INSIDE));

    /// A book that is kept as plainly as can be, beside the one that is tested.
    private static final class Shadow {
        final RandomGenerator random;
        final ScanModel model;
        final List<Instrument> pool = new ArrayList<>();
        final boolean whole;
        final double[][] held;
        final List<List<Order>> orders = new ArrayList<>();
        Market market;

        Shadow(long seed, double unit, boolean whole) {
            this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            this.whole = whole;
            this.model = model(unit);
            for (String id : IDS) {
                pool.add(new Perpetual(id, Contract.LINEAR));
                for (int strike = 80; strike <= 120; strike += 10) {
                    pool.add(option(id, OptionRight.CALL, strike));
                    pool.add(option(id, OptionRight.PUT, strike));
                }
            }
            pool.sort(Instrument.ORDER);
            market = Market.of(TestMarkets.NOW, IDS.stream().map(this::quotes).toList());
            held = new double[ACCOUNTS][pool.size()];
            for (int account = 0; account < ACCOUNTS; account++) {
                for (int legs = random.nextInt(12); legs > 0; legs--) {
                    held[account][random.nextInt(pool.size())] = quantity();
                }
                orders.add(account % 3 == 0 ? someOrders() : List.of());
            }
        }

        private static Option option(String id, OptionRight right, double strike) {
            return new Option(
                    id, right, strike, TestMarkets.in(30), Option.Style.EUROPEAN, Contract.LINEAR);
        }

        private static ScanModel model(double unit) {
            VolShock up = new VolShock.Relative(0.5, TenorScale.NONE, 0);
            return new ScanModel(
                    new ModelInfo("m", "1", "m", ModelInfo.Status.OWN, List.of(), ""),
                    new ScenarioGrid(
                            List.of(
                                    Scenario.of(-0.15, VolShock.NONE),
                                    Scenario.of(0.15, VolShock.NONE),
                                    new Scenario(-0.5, up, 0.33),
                                    new Scenario(0.5, up, 0.33))),
                    CHARGES,
                    new ScanModel.Factors(1.1, 0.8),
                    unit,
                    new CollateralRule(Set.of(), Map.of(), false));
        }

        Underlying quotes(String id) {
            return TestMarkets.flat(id, random.nextDouble(80, 120), random.nextDouble(0.3, 0.9));
        }

        double quantity() {
            return whole ? random.nextInt(-9, 10) : random.nextGaussian() * 10;
        }

        List<Order> someOrders() {
            List<Order> some = new ArrayList<>();
            for (int n = random.nextInt(4); n > 0; n--) {
                Instrument instrument = pool.get(random.nextInt(pool.size()));
                double limit = instrument instanceof Perpetual ? 100 : 5;
                some.add(new Order(instrument, quantity(), limit));
            }
            return some;
        }

        RiskArrays arrays() {
            return Revaluation.of(market, model.grid(), model.valuation(), "USD").arrays(pool);
        }

        TickedArrays ticked() {
            return new TickedArrays(
                    Revaluation.of(market, model.grid(), model.valuation(), "USD"), pool);
        }

        Book book(RiskArrays arrays) {
            BookBuilder builder = new BookBuilder(arrays).accounts(ACCOUNTS);
            for (int account = 0; account < ACCOUNTS; account++) {
                for (int row = 0; row < pool.size(); row++) {
                    double quantity = held[account][row];
                    if (quantity != 0) builder.add(account, row, quantity);
                }
                builder.add(
                        account,
                        new hedgerow.portfolio.Portfolio(
                                List.of(), List.of(), orders.get(account), 0));
            }
            return builder.build();
        }
    }

    private static void assertFull(Shadow shadow, LiveBook live, String at) {
        RiskArrays arrays = shadow.arrays();
        Requirements full = shadow.book(arrays).margins(shadow.model.on(arrays), 1);
        Requirement out = new Requirement();
        for (int account = 0; account < ACCOUNTS; account++) {
            live.requirement(account, out);
            assertSame(full, account, out, at);
        }
    }

    private static void assertSame(Requirements full, int account, Requirement out, String at) {
        String in = at + ", account " + account;
        assertThat(out.initial()).as(in).isEqualTo(full.initial(account));
        assertThat(out.maintenance()).as(in).isEqualTo(full.maintenance(account));
        assertThat(out.bindingRun()).as(in).isEqualTo(full.bindingRun(account));
        assertThat(out.bindingScenario()).as(in).isEqualTo(full.bindingScenario(account));
        assertThat(out.bindingLoss()).as(in).isEqualTo(full.bindingLoss(account));
    }

    @ParameterizedTest
    @CsvSource({"41, 0, true", "42, 0, false", "43, 0x1p-16, true", "44, 0x1p-16, false"})
    void thousandsOfTradesOrdersAndTicksGiveTheBitsOfAFullReading(
            long seed, double unit, boolean whole) {
        Shadow shadow = new Shadow(seed, unit, whole);
        TickedArrays ticked = shadow.ticked();
        LiveBook live =
                new LiveBook(shadow.model, ticked.arrays(), shadow.book(ticked.arrays()), 2);
        assertFull(shadow, live, "seed " + seed);
        for (int change = 0; change < 4_000; change++) {
            int account = shadow.random.nextInt(ACCOUNTS);
            switch (shadow.random.nextInt(8)) {
                case 0 -> {
                    String id = IDS.get(shadow.random.nextInt(IDS.size()));
                    Underlying quotes = shadow.quotes(id);
                    shadow.market = shadow.market.with(quotes);
                    live.tick(ticked.tick(quotes), id, 1 + change % 3);
                }
                case 1 -> {
                    List<Order> orders = shadow.someOrders();
                    shadow.orders.set(account, orders);
                    live.order(account, orders);
                }
                case 2 -> trade(shadow, live, account, true);
                default -> trade(shadow, live, account, false);
            }
            if (change % 100 == 0) assertFull(shadow, live, "seed " + seed + ", " + change);
        }
        assertFull(shadow, live, "seed " + seed + ", end");
    }

    private static void trade(Shadow shadow, LiveBook live, int account, boolean closes) {
        int row = shadow.random.nextInt(shadow.pool.size());
        double quantity = closes ? -shadow.held[account][row] : shadow.quantity();
        shadow.held[account][row] += quantity;
        live.trade(account, row, quantity);
    }

    @ParameterizedTest
    @CsvSource({"51, 0, true", "52, 0, false", "53, 0x1p-16, false"})
    void whatIfIsWhatTradingWouldGiveAndChangesNothing(long seed, double unit, boolean whole) {
        Shadow shadow = new Shadow(seed, unit, whole);
        TickedArrays ticked = shadow.ticked();
        LiveBook live =
                new LiveBook(shadow.model, ticked.arrays(), shadow.book(ticked.arrays()), 1);
        WhatIf whatIf = live.whatIf();
        Requirement asked = new Requirement();
        Requirement traded = new Requirement();
        for (int n = 0; n < 2_000; n++) {
            int account = shadow.random.nextInt(ACCOUNTS);
            int[] rows =
                    shadow.random
                            .ints(0, shadow.pool.size())
                            .distinct()
                            .limit(shadow.random.nextInt(6))
                            .toArray();
            double[] quantities = new double[rows.length];
            for (int i = 0; i < rows.length; i++) quantities[i] = shadow.quantity();
            whatIf.read(account, rows, quantities, asked);
            if (n % 7 == 0) assertFull(shadow, live, "seed " + seed + ", " + n);
            for (int i = 0; i < rows.length; i++) {
                shadow.held[account][rows[i]] += quantities[i];
                live.trade(account, rows[i], quantities[i]);
            }
            live.requirement(account, traded);
            String at = "seed %d, question %d".formatted(seed, n);
            assertThat(asked.initial()).as(at).isEqualTo(traded.initial());
            assertThat(asked.maintenance()).as(at).isEqualTo(traded.maintenance());
            assertThat(asked.bindingRun()).as(at).isEqualTo(traded.bindingRun());
            assertThat(asked.bindingScenario()).as(at).isEqualTo(traded.bindingScenario());
            assertThat(asked.bindingLoss()).as(at).isEqualTo(traded.bindingLoss());
            if (n % 50 == 0) {
                Underlying quotes = shadow.quotes("B");
                shadow.market = shadow.market.with(quotes);
                live.tick(ticked.tick(quotes), "B", 1);
            }
        }
    }

    @Test
    void tickNamesTheAccountsThatHoldTheUnderlying() {
        RandomAccounts random = new RandomAccounts(61, 16, 0);
        RiskArrays arrays = random.arrays();
        Book book =
                new BookBuilder(arrays)
                        .accounts(4)
                        .add(1, RandomAccounts.PER_UNDERLYING, 3)
                        .add(2, 0, 1)
                        .add(3, RandomAccounts.PER_UNDERLYING + 1, -2)
                        .build();
        LiveBook live = new LiveBook(random.model(List.of()), arrays, book, 1);
        assertThat(live.tick(arrays, "U1", 1)).containsExactly(1, 3);
        live.trade(1, RandomAccounts.PER_UNDERLYING, -3);
        live.trade(0, RandomAccounts.PER_UNDERLYING + 2, 1);
        assertThat(live.tick(arrays, "U1", 2)).containsExactly(0, 3);
        assertThat(live.tick(arrays, "nobody's", 1)).isEmpty();
    }

    @Test
    void accountThatIsTooLargeIsRefusedUntilItIsNot() {
        RandomAccounts random = new RandomAccounts(62, 16, 0);
        RiskArrays arrays = random.arrays();
        Book book = new BookBuilder(arrays).accounts(2).add(0, 0, 1).add(1, 20, 1).build();
        LiveBook live = new LiveBook(random.model(List.of()), arrays, book, 1);
        Requirement out = new Requirement();
        live.requirement(0, out);
        double before = out.initial();
        live.trade(0, 20, 1e307);
        assertThatThrownBy(() -> live.requirement(0, out)).isInstanceOf(RefusedException.class);
        WhatIf whatIf = live.whatIf();
        assertThatThrownBy(() -> whatIf.read(0, new int[] {1}, new double[] {1}, out))
                .isInstanceOf(RefusedException.class);
        whatIf.read(0, new int[] {20}, new double[] {-1e307}, out);
        assertThat(out.initial()).isEqualTo(before);
        live.requirement(1, out);
        live.trade(0, 20, -1e307);
        live.requirement(0, out);
        assertThat(out.initial()).isEqualTo(before);
    }

    /// A credit between two commodities, which neither of their groups has by itself.
    @Test
    void groupsThatAreSettledAgainstOneAnotherAreReadTogether() {
        double[] losses = new double[16];
        for (int s = 0; s < losses.length; s++) losses[s] = 100 * (s - 8);
        SpanCase told = new SpanCase().after(SpanCase.credit(1, 0.5, "AA", "BB"));
        told.future("AA", 202703, 1, losses, 2).future("BB", 202703, 1, losses, -3);
        RiskArrays arrays = told.told().arrays(SpanCase.RULES);
        SpanModel model = SpanCase.model(SpanCase.RULES);
        Book both = new BookBuilder(arrays).add(0, 0, 2).add(0, 1, -3).build();
        Requirements full = both.margins(model.on(arrays), 1);
        Book one = new BookBuilder(arrays).add(0, 0, 2).build();
        LiveBook live = new LiveBook(model, arrays, one, 1);
        Requirement out = new Requirement();
        live.requirement(0, out);
        double alone = out.initial();
        live.whatIf().read(0, new int[] {1}, new double[] {-3}, out);
        assertSame(full, 0, out, "what-if");
        live.trade(0, 1, -3);
        live.requirement(0, out);
        assertSame(full, 0, out, "traded");
        assertThat(live.tick(arrays, "BB", 1)).containsExactly(0);
        live.requirement(0, out);
        assertSame(full, 0, out, "ticked");
        live.trade(0, 1, 3);
        live.requirement(0, out);
        assertThat(out.initial()).isEqualTo(alone);
    }

    @Test
    void arraysOfOtherInstrumentsAreRefused() {
        RandomAccounts random = new RandomAccounts(63, 16, 0);
        RiskArrays arrays = random.arrays();
        Book book = new BookBuilder(arrays).add(0, 0, 1).build();
        RiskArrays other = RiskArrays.of(List.of(), Map.of(), random.weights());
        assertThatThrownBy(() -> new LiveBook(random.model(List.of()), other, book, 1))
                .hasMessage("a book over 84 instruments needs arrays of the same, were of 0");
        LiveBook live = new LiveBook(random.model(List.of()), arrays, book, 1);
        assertThatThrownBy(() -> live.tick(other, "U0", 1))
                .hasMessage("a tick needs arrays of the same 84 instruments, were of 0");
    }

    @Test
    void whatIfsAllocateNothing() {
        RandomAccounts random = new RandomAccounts(64, 16, 0);
        RiskArrays arrays = random.arrays();
        BookBuilder builder = new BookBuilder(arrays);
        for (int row = 0; row < 84; row++) builder.add(0, row, row - 40);
        LiveBook live = new LiveBook(random.model(CHARGES), arrays, builder.build(), 1);
        WhatIf whatIf = live.whatIf();
        Requirement out = new Requirement();
        int[] rows = {5, 30};
        double[] quantities = {3, -4};
        long least = Long.MAX_VALUE;
        // The compilers need some runs before vectors stay in registers
        for (int run = 0; run < 200 && least > 1_000; run++) {
            long before = allocated();
            for (int i = 0; i < 20_000; i++) whatIf.read(0, rows, quantities, out);
            least = Math.min(least, allocated() - before);
        }
        assertThat(least).as("bytes for 20,000 what-ifs").isLessThanOrEqualTo(1_000);
    }

    private static long allocated() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return threads.getCurrentThreadAllocatedBytes();
    }
}
