package hedgerow.margin;

import hedgerow.portfolio.Contract;
import hedgerow.portfolio.Option;
import hedgerow.portfolio.OptionRight;
import hedgerow.pricing.RiskArrays;
import hedgerow.scenario.Scenario;
import hedgerow.scenario.ScenarioGrid;
import hedgerow.scenario.VolShock;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;

/// The accounts that benchmarks read: 2,000 options on 20 underlyings; an account holds groups of
/// ten legs on underlyings drawn for it, in whole lots of up to twenty either way.
final class BenchAccounts {
    static final int UNDERLYINGS = 20;
    static final int PER_UNDERLYING = 100;
    static final int LEGS = 10;

    /// Floors and minimums, which are read beside the scan.
    static final List<Charge.Placed> FLOORS =
            List.of(
                    new Charge.Placed(new DeltaFloor(0.02, 0.01), Charge.Placement.FLOOR),
                    new Charge.Placed(new ContractMinimum(0.375), Charge.Placement.FLOOR));

    final int accounts;
    final int groups;
    final int scenarios;
    final RiskArrays arrays;
    private final SplittableRandom random;

    /// @param groups how many underlyings each account holds
    BenchAccounts(int accounts, int groups, int scenarios) {
        this.accounts = accounts;
        this.groups = groups;
        this.scenarios = scenarios;
        this.random = new SplittableRandom(accounts + 31L * groups);
        this.arrays = arrays();
    }

    long positions() {
        return (long) accounts * groups * LEGS;
    }

    private double weight(int s) {
        return s % 16 > 13 ? 0.33 : 1;
    }

    private RiskArrays arrays() {
        List<RiskArrays.Row> rows = new ArrayList<>();
        Map<String, Double> spots = new TreeMap<>();
        for (int u = 0; u < UNDERLYINGS; u++) {
            String id = "U%02d".formatted(u);
            spots.put(id, 100.0 + u);
            for (int r = 0; r < PER_UNDERLYING; r++) {
                double[] pnl = random.doubles(scenarios, -1e4, 1e4).map(Math::rint).toArray();
                Instant expiry = Instant.parse("2026-12-01T08:00:00Z");
                OptionRight right = r % 2 == 0 ? OptionRight.CALL : OptionRight.PUT;
                Option option =
                        new Option(
                                id, right, 1000 + r, expiry, Option.Style.EUROPEAN, Contract.LINEAR);
                double delta = right.sign() * random.nextDouble();
                rows.add(new RiskArrays.Row(option, pnl, 1, delta));
            }
        }
        double[] weights = new double[scenarios];
        for (int s = 0; s < scenarios; s++) weights[s] = weight(s);
        return RiskArrays.of(rows, spots, weights);
    }

    ScanModel model(List<Charge.Placed> charges) {
        List<Scenario> grid = new ArrayList<>();
        for (int s = 0; s < scenarios; s++) {
            grid.add(new Scenario(0.0001 * s, VolShock.NONE, weight(s)));
        }
        return new ScanModel(
                new ModelInfo("bench", "1", "bench", ModelInfo.Status.OWN, List.of(), ""),
                new ScenarioGrid(grid),
                charges,
                new ScanModel.Factors(1, 0.8),
                0x1p-16,
                new CollateralRule(Set.of(), Map.of(), false));
    }

    /// Takes a position.
    interface Positions {
        void add(int account, int row, double quantity);
    }

    void positions(Positions positions) {
        int[] underlyings = new int[UNDERLYINGS];
        int[] rows = new int[PER_UNDERLYING];
        for (int account = 0; account < accounts; account++) {
            draw(underlyings, groups);
            for (int g = 0; g < groups; g++) {
                draw(rows, LEGS);
                for (int leg = 0; leg < LEGS; leg++) {
                    int row = underlyings[g] * PER_UNDERLYING + rows[leg];
                    positions.add(account, row, random.nextInt(-20, 21));
                }
            }
        }
    }

    /// Puts `count` different numbers, ascending, to the front.
    private void draw(int[] numbers, int count) {
        for (int i = 0; i < numbers.length; i++) numbers[i] = i;
        for (int i = 0; i < count; i++) {
            int other = random.nextInt(i, numbers.length);
            int number = numbers[i];
            numbers[i] = numbers[other];
            numbers[other] = number;
        }
        Arrays.sort(numbers, 0, count);
    }

    Book book() {
        BookBuilder builder = new BookBuilder(arrays).accounts(accounts);
        positions(builder::add);
        return builder.build();
    }

    /// The positions as columns, which stand by account and row.
    ///
    /// @param starts the first leg of each group, and the end of the last
    record Columns(int[] starts, int[] rows, double[] quantities) {}

    Columns columns() {
        int size = Math.toIntExact(positions());
        Columns columns = new Columns(new int[size / LEGS + 1], new int[size], new double[size]);
        int[] at = new int[1];
        positions((_, row, quantity) -> {
            columns.rows[at[0]] = row;
            columns.quantities[at[0]++] = quantity;
        });
        for (int g = 0; g < columns.starts.length; g++) columns.starts[g] = g * LEGS;
        return columns;
    }

    /// Writes cells, weights and columns for the program in C++, and the worst loss of each group:
    /// four-byte counts, then eight-byte numbers, then four-byte ones, in the order of the machine.
    void write(Path file, Columns columns, double[] worst) throws IOException {
        int[] counts = {arrays.instruments().size(), scenarios, columns.rows.length, worst.length};
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            write(out, counts);
            write(out, arrays.cells());
            write(out, arrays.weights());
            write(out, columns.quantities);
            write(out, worst);
            write(out, columns.rows);
            write(out, columns.starts);
        }
    }

    private static void write(OutputStream out, double[] numbers) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(8).order(ByteOrder.nativeOrder());
        for (double number : numbers) out.write(bytes.putDouble(0, number).array());
    }

    private static void write(OutputStream out, int[] numbers) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(4).order(ByteOrder.nativeOrder());
        for (int number : numbers) out.write(bytes.putInt(0, number).array());
    }
}
