package hedgerow.pricing.kernel;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// The options and scenarios that every rival values: 2,000 options on 20 underlyings, a day to a
/// year, vols of 16 % to 116 %, strikes up to some five standard deviations away; three vol columns
/// (up by a half, down by a quarter, unchanged).
///
/// `BenchGrid <file>` writes them, in sixteen scenarios, for the programs in C++.
final class BenchGrid {
    static final int OPTIONS = 2_000;
    static final int COLUMNS = 3;
    private static final double[] VOL_FACTORS = {1.5, 0.75, 1};

    final double[] forward = new double[OPTIONS];
    final double[] strike = new double[OPTIONS];
    final double[] years = new double[OPTIONS];
    final double[] vol = new double[OPTIONS];
    final int[] sign = new int[OPTIONS];
    final double[] multiplier;
    final int[] column;
    final MoveRow moves;

    private BenchGrid(double[] multiplier, int[] column) {
        this.multiplier = multiplier;
        this.column = column;
        this.moves = MoveRow.linear(multiplier, column);
        SplittableRandom random = new SplittableRandom(2_000);
        double[] forwards = random.doubles(20, 0, 11).map(StrictMath::exp).toArray();
        for (int i = 0; i < OPTIONS; i++) {
            forward[i] = forwards[i / 100];
            years[i] = random.nextInt(1, 366) / 365.0;
            vol[i] = random.nextDouble(0.16, 1.16);
            double away = 2 * vol[i] * Math.sqrt(years[i]) * random.nextGaussian();
            strike[i] = forward[i] * StrictMath.exp(away);
            sign[i] = random.nextBoolean() ? 1 : -1;
        }
    }

    /// Sixteen scenarios of the usual shape: seven moves of up to 16 %, each with vol up and down,
    /// and two far moves with vol unchanged.
    static BenchGrid sixteen() {
        double[] multiplier = new double[16];
        int[] column = new int[16];
        for (int s = 0; s < 14; s++) {
            multiplier[s] = 1 + 0.16 * (s / 2 - 3) / 3;
            column[s] = s % 2;
        }
        multiplier[14] = 1.32;
        multiplier[15] = 0.68;
        column[14] = 2;
        column[15] = 2;
        return new BenchGrid(multiplier, column);
    }

    /// As many daily moves as asked for, each with the vol column of its sign.
    static BenchGrid historical(int scenarios) {
        SplittableRandom random = new SplittableRandom(scenarios);
        double[] multiplier = new double[scenarios];
        int[] column = new int[scenarios];
        for (int s = 0; s < scenarios; s++) {
            multiplier[s] = StrictMath.exp(0.03 * random.nextGaussian());
            column[s] = multiplier[s] < 1 ? 0 : 1;
        }
        return new BenchGrid(multiplier, column);
    }

    int scenarios() {
        return multiplier.length;
    }

    double shockedVol(int i, int s) {
        return vol[i] * VOL_FACTORS[column[s]];
    }

    double stdDev(int i, int column) {
        return vol[i] * VOL_FACTORS[column] * Math.sqrt(years[i]);
    }

    List<OptionBlock> blocks(int options) {
        List<OptionBlock> blocks = new ArrayList<>();
        for (int from = 0; from < options; from += OptionBlock.CAPACITY) {
            OptionBlock block = new OptionBlock(COLUMNS);
            fill(block, from, Math.min(options, from + OptionBlock.CAPACITY));
            blocks.add(block);
        }
        return blocks;
    }

    void fill(OptionBlock block, int from, int to) {
        block.clear();
        for (int i = from; i < to; i++) {
            int at = block.add(forward[i], strike[i], sign[i], 1);
            for (int c = 0; c < COLUMNS; c++) block.stdDev(at, c, stdDev(i, c));
        }
    }

    void value(GridKernel kernel, List<OptionBlock> blocks, double[] out) {
        int offset = 0;
        for (OptionBlock block : blocks) {
            kernel.value(block, moves, out, offset, scenarios());
            offset += block.size() * scenarios();
        }
    }

    public static void main(String[] arguments) throws IOException {
        sixteen().write(Path.of(arguments[0]));
    }

    /// Writes inputs and the kernel's values for the programs in C++, as doubles in the order of
    /// the machine: counts, options by quantity, scenarios by quantity, values row by row.
    private void write(Path file) throws IOException {
        int n = scenarios();
        double[] values = new double[OPTIONS * n];
        value(GridKernel.plain(), blocks(OPTIONS), values);
        ByteBuffer bytes =
                ByteBuffer.allocate(8 * (3 + (4 + COLUMNS) * OPTIONS + 3 * n + values.length))
                        .order(ByteOrder.nativeOrder());
        DoubleBuffer doubles = bytes.asDoubleBuffer();
        doubles.put(new double[] {OPTIONS, COLUMNS, n}).put(forward).put(strike);
        for (int i = 0; i < OPTIONS; i++) {
            doubles.put(StrictMath.log(forward[i]) - StrictMath.log(strike[i]));
        }
        doubles.put(Arrays.stream(sign).asDoubleStream().toArray());
        for (int c = 0; c < COLUMNS; c++) {
            for (int i = 0; i < OPTIONS; i++) doubles.put(stdDev(i, c));
        }
        doubles.put(multiplier);
        for (double m : multiplier) doubles.put(StrictMath.log(m));
        doubles.put(Arrays.stream(column).asDoubleStream().toArray()).put(values);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, bytes.array());
    }
}
