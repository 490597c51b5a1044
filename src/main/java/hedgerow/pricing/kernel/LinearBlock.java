package hedgerow.pricing.kernel;

import hedgerow.portfolio.Require;
import java.util.Arrays;

/// Instruments that are linear in their forward and in one figure of each vol column: futures,
/// perpetuals, spot, variance swaps.
///
/// A row is worth `scale * factor * (forward * multiplier - reference + level) - base` in a
/// scenario, with multiplier, factor and vol column from the [MoveRow]. A future's reference is the
/// price that it is measured from (its forward, for profit), spot's is zero; a variance swap has
/// neither forward nor reference but a level by column. Counted in coins, with `scale` over the
/// forward and the factor `1 / multiplier`, a future gains `1 - 1 / multiplier` of its size.
public final class LinearBlock {
    private final int volColumns;
    private final double[] forward;
    private final double[] reference;
    private final double[] scale;
    private final double[] base;
    private final double[] level;
    private int size;

    /// An empty block for at most `capacity` rows and scenarios that use columns 0 to `volColumns -
    /// 1`.
    public LinearBlock(int capacity, int volColumns) {
        Require.between("capacity", capacity, 0, Integer.MAX_VALUE / 2 / Math.max(1, volColumns));
        Require.between("volColumns", volColumns, 1, Short.MAX_VALUE);
        this.volColumns = volColumns;
        forward = new double[capacity];
        reference = new double[capacity];
        scale = new double[capacity];
        base = new double[capacity];
        level = new double[capacity * volColumns];
    }

    /// How many rows the block holds.
    public int size() {
        return size;
    }

    /// Removes all rows.
    public void clear() {
        size = 0;
        Arrays.fill(level, 0);
    }

    /// Adds a row and returns its index; its levels and its base are zero until set.
    public int add(double forward, double reference, double scale) {
        if (size == this.forward.length) {
            throw new IllegalArgumentException("the block holds at most " + size + " rows");
        }
        int i = size++;
        this.forward[i] = Require.finite("forward", forward);
        this.reference[i] = Require.finite("reference", reference);
        this.scale[i] = Require.finite("scale", scale);
        base[i] = 0;
        return i;
    }

    /// Sets what row `i` adds to its forward in the scenarios of one vol column.
    public void level(int i, int column, double level) {
        Require.between("column", column, 0, volColumns - 1);
        this.level[own(i) * volColumns + column] = Require.finite("level", level);
    }

    /// Sets what is subtracted from every value of row `i`.
    public void base(int i, double base) {
        this.base[own(i)] = Require.finite("base", base);
    }

    /// Writes row `i` in scenario `s` to `out[offset + i * stride + s]`; other cells are left
    /// alone.
    ///
    /// @param stride cells from one row to the next, at least the number of scenarios
    public void value(MoveRow moves, double[] out, int offset, int stride) {
        moves.check(size, volColumns, out, offset, stride);
        for (int i = 0; i < size; i++) {
            int at = offset + i * stride;
            for (int s = 0; s < moves.size(); s++) {
                double moved = forward[i] * moves.multiplier[s] - reference[i];
                double value = moved + level[i * volColumns + moves.volColumn[s]];
                out[at + s] = value * scale[i] * moves.valueFactor[s] - base[i];
            }
        }
    }

    private int own(int i) {
        if (i < 0 || i >= size) {
            throw new IllegalArgumentException("row " + i + " of " + size + " is not there");
        }
        return i;
    }
}
