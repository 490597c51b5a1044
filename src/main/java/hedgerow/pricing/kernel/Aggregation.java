package hedgerow.pricing.kernel;

import java.lang.foreign.Arena;

/// Adds up rows of one matrix, each times a quantity, and finds the worst column of the sum: the
/// engine's one path from positions to scan risk.
///
/// Legs stand in groups, as compressed sparse rows. A column is summed over the legs of a group in
/// the order in which they stand, whichever kernel runs and however wide its vectors are, so all
/// give the same bits. The matrix is handed in once, by rows whose length is a multiple of [#TILE].
///
/// No sum may be NaN: callers see to it that no product and no partial sum overflows, or look at
/// the sums.
public abstract sealed class Aggregation permits AggregationPlain, AggregationVector {
    /// Columns that are summed together, in registers.
    public static final int TILE = 16;

    private static final boolean VECTOR_MODULE =
            ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();

    final double[] cells;
    final int stride;

    /// By column, the factor that turns a profit into a loss that counts.
    final double[] lossWeights;

    Aggregation(double[] cells, int stride, double[] weights) {
        if (stride % TILE != 0 || weights.length > stride) {
            throw new IllegalArgumentException(
                    "stride must be a multiple of %d and hold %d columns, was %d"
                            .formatted(TILE, weights.length, stride));
        }
        this.cells = cells;
        this.stride = stride;
        this.lossWeights = new double[stride];
        for (int s = 0; s < weights.length; s++) lossWeights[s] = -weights[s];
    }

    Aggregation(Aggregation other) {
        this.cells = other.cells;
        this.stride = other.stride;
        this.lossWeights = other.lossWeights;
    }

    /// The fastest kind that this Java machine was started with, over the rows of `cells`.
    ///
    /// The Vector API is used where its module is present (`--add-modules jdk.incubator.vector`)
    /// and vectors are at least 256 bits wide; the bits of the sums do not depend on it.
    ///
    /// @param cells rows of `stride` cells each; kept, not copied
    /// @param weights positive, by column; columns beyond them are spare and their cells zero
    public static Aggregation fastest(double[] cells, int stride, double[] weights) {
        return VECTOR_MODULE && AggregationVector.isWide()
                ? new AggregationVector(cells, stride, weights)
                : new AggregationPlain(cells, stride, weights);
    }

    /// The kind that needs no module.
    public static Aggregation plain(double[] cells, int stride, double[] weights) {
        return new AggregationPlain(cells, stride, weights);
    }

    /// The kind of kernel, such as `plain` or `vector-512`.
    public abstract String name();

    /// The same over a copy of the cells in `arena` whose rows start with a cache line, which many
    /// sums make up for; this one where nothing is gained.
    public Aggregation aligned(Arena arena) {
        return this;
    }

    /// Adds up groups `first` up to `end`, the first of them at place 0 of `out`: for group `g` the
    /// sum of `quantities[i] * row rows[i]`, for `i` from `starts[g]` up to `starts[g + 1]`.
    public abstract void sum(
            int[] rows, double[] quantities, int[] starts, int first, int end, GroupSums out);

    /// The largest weighted loss among the columns of `sum`; zero where there is none.
    public abstract double worst(double[] sum);

    /// The first column of `sum` whose weighted loss is `loss`, which is above zero and its worst.
    public abstract int first(double[] sum, double loss);
}
