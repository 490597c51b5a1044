package hedgerow.pricing.kernel;

/// Values a block of European options in a row of scenarios: the engine's one path for them.
///
/// In a grid all but the normal tail separates: `ln K` belongs to an option, `ln F` to an
/// underlying, `ln(1 + move)` to a scenario and `1/s` to an option and a vol shock. So a cell takes
/// no logarithm, exponential, division or branch. With `x = ln(F/K)`, `D = F - K`, `S = F + K`, `w
/// = +-1` and
///
/// ```
/// u = |x|/s - s/2     v = |x|/s + s/2     A = 1/2 - N(-u)     B = 1/2 - N(-v)
/// value = (S (B - A) + |D| (B + A) + w D) / 2
/// ```
///
/// a call and a put differ by `D` to rounding, and an option without a doubt left (`A = B = 1/2`)
/// is worth its intrinsic value exactly. Errors of `x` cancel to first order, so the sum of
/// separate logarithms does no harm. The tail is a polynomial, [NormalTail].
///
/// The error is below 3e-15 of the greater of forward and strike, from an hour to ten years, vols
/// of 5 % to 800 % and strikes a thousandfold either way; 1e-14 is promised. Values are never
/// negative and never NaN. Clamps and signs are made of additions and absolute values: `a - |a -
/// 2|` is twice `min(a, 2)` less 2, and `|c + h| - |c - h|` is `2h` with the sign of `c` wherever
/// `|c| >= h >= 0`. No fused multiply-add: it would give other bits, and is very slow where
/// hardware lacks it.
///
/// A kernel has scratch memory of its own: use one per thread.
public abstract sealed class GridKernel permits PlainKernel, VectorKernel {
    /// Scenarios that are computed before they are written, and rows that are written together: the
    /// rows of a wide matrix are far apart, and each visit should fill whole cache lines.
    private static final int TILE = 64;

    private static final int ROWS = 16;

    private static final boolean VECTOR_MODULE =
            ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();

    /// By option of the block: polynomial arguments and then tails for `u` and `v`, and a number
    /// with the sign of `u`.
    final double[] tailU = Lanes.one();

    final double[] tailV = Lanes.one();
    final double[] signU = Lanes.one();

    private final double[][] tile = new double[TILE][];
    private int tiles;

    /// A new kernel of the fastest kind that this Java machine was started with.
    ///
    /// The Vector API is used where its module is present (`--add-modules jdk.incubator.vector`)
    /// and vectors are at least 256 bits wide; the bits of the values do not depend on it.
    public static GridKernel fastest() {
        return VECTOR_MODULE && VectorKernel.isWide() ? new VectorKernel() : new PlainKernel();
    }

    /// A new kernel that needs no module.
    public static GridKernel plain() {
        return new PlainKernel();
    }

    /// The kind of kernel, such as `plain` or `vector-512`.
    public abstract String name();

    /// Writes `scale * factor * value - base` of option `i` in scenario `s` to `out[offset + i *
    /// stride + s]`; other cells are left alone.
    ///
    /// @param stride cells from one row to the next, at least the number of scenarios
    public final void value(
            OptionBlock block, MoveRow moves, double[] out, int offset, int stride) {
        moves.check(block.size(), block.volColumns, out, offset, stride);
        for (int first = 0; first < moves.size(); first += TILE) {
            int count = Math.min(TILE, moves.size() - first);
            for (; tiles < count; tiles++) tile[tiles] = Lanes.one();
            for (int k = 0; k < count; k++) scenario(block, moves, first + k, tile[k]);
            for (int row = 0; row < block.size(); row += ROWS) {
                int end = Math.min(row + ROWS, block.size());
                write(row, end, count, out, offset + first + row * stride, stride);
            }
        }
    }

    /// The cells of one scenario, by option.
    abstract void scenario(OptionBlock block, MoveRow moves, int s, double[] cells);

    private void write(int from, int to, int count, double[] out, int offset, int stride) {
        int k = 0;
        for (; k + 8 <= count; k += 8) writeEight(k, from, to, out, offset + k, stride);
        for (; k < count; k++) {
            double[] cells = tile[k];
            for (int i = from, at = offset + k; i < to; i++, at += stride) out[at] = cells[i];
        }
    }

    /// Eight scenarios at once, which are one cache line of each row.
    private void writeEight(int k, int from, int to, double[] out, int offset, int stride) {
        double[] c0 = tile[k];
        double[] c1 = tile[k + 1];
        double[] c2 = tile[k + 2];
        double[] c3 = tile[k + 3];
        double[] c4 = tile[k + 4];
        double[] c5 = tile[k + 5];
        double[] c6 = tile[k + 6];
        double[] c7 = tile[k + 7];
        for (int i = from, at = offset; i < to; i++, at += stride) {
            out[at] = c0[i];
            out[at + 1] = c1[i];
            out[at + 2] = c2[i];
            out[at + 3] = c3[i];
            out[at + 4] = c4[i];
            out[at + 5] = c5[i];
            out[at + 6] = c6[i];
            out[at + 7] = c7[i];
        }
    }
}
