package hedgerow.pricing.american;

import hedgerow.portfolio.OptionRight;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// The options and scenarios that every rival values: 240 options, a week to two years, vols of 16 %
/// to 116 %, rates up to 8 %, yields up to 4 %, a third of them on futures; three vol columns (up by
/// a half, down by a quarter, unchanged).
///
/// `AmericanGrid <file>` writes them, in sixteen scenarios, for the program in C++.
final class AmericanGrid {
    static final int OPTIONS = 240;
    static final int COLUMNS = 3;
    private static final double[] VOL_FACTORS = {1.5, 0.75, 1};

    final AmericanTerms[] terms = new AmericanTerms[OPTIONS];
    final double[] spot = new double[OPTIONS];
    final double[] strike = new double[OPTIONS];
    final double[] multiplier;
    final int[] column;
    private final int[][] scenariosOf = new int[COLUMNS][];

    private AmericanGrid(double[] multiplier, int[] column) {
        this.multiplier = multiplier;
        this.column = column;
        for (int c = 0; c < COLUMNS; c++) scenariosOf[c] = scenariosOf(column, c);
        SplittableRandom random = new SplittableRandom(OPTIONS);
        for (int i = 0; i < OPTIONS; i++) {
            double rate = random.nextDouble(0, 0.08);
            double yield = i % 3 == 0 ? rate : random.nextDouble(0, 0.04);
            double vol = random.nextDouble(0.16, 1.16);
            double years = random.nextInt(7, 731) / 365.0;
            OptionRight right = random.nextBoolean() ? OptionRight.CALL : OptionRight.PUT;
            terms[i] = new AmericanTerms(right, rate, yield, vol, years);
            spot[i] = StrictMath.exp(random.nextDouble(0, 8));
            double away = vol * Math.sqrt(years) * random.nextGaussian();
            strike[i] = spot[i] * StrictMath.exp(away);
        }
    }

    private static int[] scenariosOf(int[] column, int c) {
        return IntStream.range(0, column.length)
                .filter(s -> column[s] == c)
                .toArray();
    }

    /// Seven moves of up to 16 %, each with vol up and down, and two far moves with vol unchanged.
    static AmericanGrid sixteen() {
        return of(7, new int[] {0, 1}, 2);
    }

    /// Nine moves with vol up, down and unchanged, and eight far moves with vol unchanged.
    static AmericanGrid thirtyFive() {
        return of(9, new int[] {0, 1, 2}, 8);
    }

    private static AmericanGrid of(int near, int[] columns, int far) {
        int scenarios = near * columns.length + far;
        double[] multiplier = new double[scenarios];
        int[] column = new int[scenarios];
        int s = 0;
        for (int m = 0; m < near; m++) {
            for (int c : columns) {
                multiplier[s] = 0.84 + 0.32 * m / (near - 1);
                column[s++] = c;
            }
        }
        for (int m = 0; m < far; m++) {
            multiplier[s] = 0.5 + 1.0 * m / (far - 1);
            column[s++] = 2;
        }
        return new AmericanGrid(multiplier, column);
    }

    int scenarios() {
        return multiplier.length;
    }

    AmericanTerms terms(int i, int c) {
        AmericanTerms base = terms[i];
        return new AmericanTerms(
                base.right(),
                base.rateAnnual(),
                base.dividendYieldAnnual(),
                base.vol() * VOL_FACTORS[c],
                base.expiryYears());
    }

    AmericanPricer[] pricers(AmericanMethod method) {
        AmericanPricer[] pricers = new AmericanPricer[OPTIONS * COLUMNS];
        for (int i = 0; i < OPTIONS; i++) {
            for (int c = 0; c < COLUMNS; c++) {
                pricers[i * COLUMNS + c] = method.pricer(terms(i, c));
            }
        }
        return pricers;
    }

    /// Values every cell, a row an option, with a pricer for each option and column.
    void value(AmericanPricer[] pricers, double[] out) {
        for (int i = 0; i < OPTIONS; i++) {
            for (int c = 0; c < COLUMNS; c++) {
                int[] scenarios = scenariosOf[c];
                double[] values = new double[scenarios.length];
                for (int k = 0; k < values.length; k++) {
                    values[k] = spot[i] * multiplier[scenarios[k]];
                }
                pricers[i * COLUMNS + c].values(values, strike[i], values);
                for (int k = 0; k < values.length; k++) {
                    out[i * scenarios() + scenarios[k]] = values[k];
                }
            }
        }
    }

    /// Values every cell, a pricer solved for each.
    void valueCellByCell(AmericanMethod method, double[] out) {
        for (int i = 0; i < OPTIONS; i++) {
            for (int s = 0; s < scenarios(); s++) {
                AmericanPricer pricer = method.pricer(terms(i, column[s]));
                out[i * scenarios() + s] = pricer.value(spot[i] * multiplier[s], strike[i]);
            }
        }
    }

    public static void main(String[] arguments) throws IOException {
        sixteen().write(Path.of(arguments[0]));
    }

    /// Writes inputs and exact values for the program in C++, as doubles in the order of the
    /// machine: counts, options one by one, scenarios one by one, values row by row.
    private void write(Path file) throws IOException {
        double[] values = new double[OPTIONS * scenarios()];
        value(pricers(AmericanMethod.EXERCISE_BOUNDARY), values);
        ByteBuffer bytes =
                ByteBuffer.allocate(8 * (2 + 7 * OPTIONS + 2 * scenarios() + values.length))
                        .order(ByteOrder.nativeOrder());
        DoubleBuffer doubles = bytes.asDoubleBuffer();
        doubles.put(OPTIONS).put(scenarios());
        for (int i = 0; i < OPTIONS; i++) {
            AmericanTerms t = terms[i];
            doubles.put(t.right().sign()).put(t.rateAnnual()).put(t.dividendYieldAnnual());
            doubles.put(t.vol()).put(t.expiryYears()).put(spot[i]).put(strike[i]);
        }
        for (int s = 0; s < scenarios(); s++) {
            doubles.put(multiplier[s]).put(VOL_FACTORS[column[s]]);
        }
        doubles.put(values);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, bytes.array());
    }
}
