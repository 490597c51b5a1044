package hedgerow.pricing.kernel;

import java.util.Arrays;
import java.util.SplittableRandom;

/// Options and scenarios drawn from a seed, of all shapes that occur and some that do not.
final class RandomGrid {
    private static final int COLUMNS = 4;

    private final double[] forward;
    private final double[] strike;
    private final int[] sign;
    private final double[] scale;
    private final double[] base;
    private final double[][] stdDev;
    private final double[] multiplier;
    private final double[] factor;
    private final int[] column;

    RandomGrid(long seed, int options, int scenarios) {
        SplittableRandom random = new SplittableRandom(seed);
        forward = new double[options];
        strike = new double[options];
        sign = new int[options];
        scale = new double[options];
        base = new double[options];
        stdDev = new double[options][COLUMNS];
        for (int i = 0; i < options; i++) {
            forward[i] = StrictMath.exp(random.nextDouble(-9, 12));
            double vol = StrictMath.exp(random.nextDouble(-3, 2.1));
            double root = Math.sqrt(StrictMath.exp(random.nextDouble(-9, 2.5)));
            strike[i] =
                    forward[i] * StrictMath.exp(Math.min(vol * root, 5) * random.nextDouble(-5, 5));
            sign[i] = random.nextBoolean() ? 1 : -1;
            scale[i] = random.nextDouble(-2, 2);
            base[i] = random.nextInt(3) == 0 ? 0 : random.nextDouble(-1, 1) * forward[i];
            for (int c = 0; c < COLUMNS; c++) {
                double shocked = vol * root * random.nextDouble(0.5, 1.6);
                stdDev[i][c] = random.nextInt(20) == 0 ? 0 : shocked;
            }
        }
        multiplier = new double[scenarios];
        factor = new double[scenarios];
        column = new int[scenarios];
        for (int s = 0; s < scenarios; s++) {
            boolean wild = random.nextInt(10) == 0;
            multiplier[s] = wild ? random.nextDouble(1e-6, 6) : random.nextDouble(0.7, 1.3);
            factor[s] = random.nextBoolean() ? 1 : 1 / multiplier[s];
            column[s] = random.nextInt(COLUMNS);
        }
    }

    OptionBlock block(int from, int size) {
        OptionBlock block = new OptionBlock(COLUMNS);
        for (int i = from; i < from + size; i++) {
            int at = block.add(forward[i], strike[i], sign[i], scale[i]);
            for (int c = 0; c < COLUMNS; c++) block.stdDev(at, c, stdDev[i][c]);
            block.base(at, base[i]);
        }
        return block;
    }

    MoveRow moves(int from, int size) {
        return MoveRow.of(
                Arrays.copyOfRange(multiplier, from, from + size),
                Arrays.copyOfRange(column, from, from + size),
                Arrays.copyOfRange(factor, from, from + size));
    }
}
