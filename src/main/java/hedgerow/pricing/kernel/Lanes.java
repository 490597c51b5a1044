package hedgerow.pricing.kernel;

/// Arrays of one figure per option of a block, of a length that suits the cache.
///
/// An array takes 27 cache lines of 64 bytes with its header. Arrays made one after another thus
/// start at the same place in a line, and no two of a block's some twenty stand a multiple of 4 KiB
/// apart, where a store would hold up the loads behind it. What lies beyond [OptionBlock#CAPACITY]
/// lets a loop run in whole vectors past the last option.
final class Lanes {
    private static final int LENGTH = (27 * 64 - 16) / Double.BYTES;

    private Lanes() {}

    static double[] one() {
        return new double[LENGTH];
    }

    static double[][] many(int count) {
        double[][] lanes = new double[count][];
        for (int i = 0; i < count; i++) lanes[i] = one();
        return lanes;
    }
}
