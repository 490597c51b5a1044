package hedgerow.margin;

import hedgerow.portfolio.Contract;
import hedgerow.portfolio.Instrument;
import hedgerow.portfolio.Option;
import hedgerow.portfolio.OptionRight;
import hedgerow.portfolio.Perpetual;
import hedgerow.pricing.RiskArrays;
import hedgerow.scenario.Scenario;
import hedgerow.scenario.ScenarioGrid;
import hedgerow.scenario.VolShock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Random arrays and accounts over them, with whole lots or fractions, and several legs of one
/// instrument.
final class RandomAccounts {
    static final int UNDERLYINGS = 7;
    static final int PER_UNDERLYING = 12;

    final long seed;
    final RandomGenerator random;
    final int scenarios;
    final double unit;

    /// The columns of positions, in random order.
    int[] accounts = new int[0];

    int[] rows = new int[0];
    double[] quantities = new double[0];
    int size;

    /// @param unit what cells are multiples of, or zero for cells of any bits
    RandomAccounts(long seed, int scenarios, double unit) {
        this.seed = seed;
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        this.scenarios = scenarios;
        this.unit = unit;
    }

    static Instrument instrument(int underlying, int number) {
        String id = "U" + underlying;
        if (number == 0) return new Perpetual(id, Contract.LINEAR);
        OptionRight right = number % 2 == 0 ? OptionRight.CALL : OptionRight.PUT;
        Instant expiry = Instant.parse("2026-12-01T08:00:00Z");
        Contract contract = Contract.of(hedgerow.portfolio.Settlement.LINEAR, 100);
        return new Option(id, right, 1000 + number, expiry, Option.Style.EUROPEAN, contract);
    }

    RiskArrays arrays() {
        List<RiskArrays.Row> rows = new ArrayList<>();
        Map<String, Double> spots = new TreeMap<>();
        for (int u = 0; u < UNDERLYINGS; u++) {
            spots.put("U" + u, random.nextDouble(10, 1000));
            for (int n = 0; n < PER_UNDERLYING; n++) {
                rows.add(
                        new RiskArrays.Row(
                                instrument(u, n),
                                random.doubles(scenarios).map(_ -> cell()).toArray(),
                                random.nextDouble(),
                                random.nextGaussian()));
            }
        }
        return RiskArrays.of(rows, spots, weights());
    }

    private double cell() {
        double cell = random.nextGaussian() * 1000;
        return unit > 0 ? Math.rint(cell / unit) * unit : cell;
    }

    double[] weights() {
        double[] weights = new double[scenarios];
        for (int s = 0; s < scenarios; s++) weights[s] = s % 8 == 7 ? 0.33 : 1;
        return weights;
    }

    ScanModel model(List<Charge.Placed> charges) {
        List<Scenario> grid = new ArrayList<>();
        for (int s = 0; s < scenarios; s++) {
            grid.add(new Scenario(0.001 * s, VolShock.NONE, weights()[s]));
        }
        return new ScanModel(
                new ModelInfo("m", "1", "m", ModelInfo.Status.OWN, List.of(), ""),
                new ScenarioGrid(grid),
                charges,
                new ScanModel.Factors(1.1, 0.8),
                unit,
                new CollateralRule(Set.of(), Map.of(), false));
    }

    /// Fills the columns with up to `most` positions an account; some accounts hold nothing.
    void fill(int count, int most, boolean whole) {
        int room = count * most;
        accounts = new int[room];
        rows = new int[room];
        quantities = new double[room];
        size = 0;
        for (int account = 0; account < count; account++) {
            for (int legs = random.nextInt(most + 1); legs > 0; legs--) {
                accounts[size] = account;
                rows[size] = random.nextInt(UNDERLYINGS * PER_UNDERLYING);
                quantities[size++] = quantity(whole);
            }
        }
        shuffle();
    }

    double quantity(boolean whole) {
        return whole ? random.nextInt(-9, 10) : random.nextGaussian() * 10;
    }

    void shuffle() {
        for (int i = size - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int account = accounts[i];
            accounts[i] = accounts[j];
            accounts[j] = account;
            int row = rows[i];
            rows[i] = rows[j];
            rows[j] = row;
            double quantity = quantities[i];
            quantities[i] = quantities[j];
            quantities[j] = quantity;
        }
    }

    Book book(RiskArrays arrays, int count) {
        BookBuilder builder = new BookBuilder(arrays).accounts(count);
        for (int i = 0; i < size; i++) builder.add(accounts[i], rows[i], quantities[i]);
        return builder.build();
    }
}
