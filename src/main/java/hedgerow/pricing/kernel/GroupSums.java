package hedgerow.pricing.kernel;

import java.util.Arrays;

/// What an [Aggregation] adds up: for each of some groups a vector of sums by column, and the worst
/// weighted loss in it; filled again and again.
public final class GroupSums {
    final double[][] vectors;
    final double[] worst;
    int size;

    /// Room for so many groups, with vectors of `stride` columns.
    public GroupSums(int groups, int stride) {
        this.vectors = new double[groups][stride];
        this.worst = new double[groups];
    }

    void start(int groups) {
        size = groups;
        Arrays.fill(worst, 0, groups, 0);
    }

    /// Takes the bits of a loss that may be worse than those before.
    void worsen(int group, long lossBits) {
        long bits = Math.max(lossBits, Double.doubleToRawLongBits(worst[group]));
        worst[group] = Double.longBitsToDouble(bits);
    }

    /// How many groups there is room for.
    public int groups() {
        return worst.length;
    }

    /// The sums of a group by column; not a copy.
    public double[] vector(int group) {
        return vectors[group];
    }

    /// The largest weighted loss of a group in any column; zero where there is none.
    public double worst(int group) {
        return worst[group];
    }
}
