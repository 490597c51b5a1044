package hedgerow.pricing.kernel;

import hedgerow.portfolio.Require;
import java.util.Arrays;

/// What each scenario of one row does to a forward, to vols and to the unit of account.
///
/// In scenario `s` a forward `F` becomes `F * multiplier[s]`, an option takes its standard
/// deviation from column `volColumn[s]` of its block, and the value is multiplied by
/// `valueFactor[s]`: one where values stay in the quote currency, `1 / multiplier[s]` where they
/// are counted in a coin that moves with the forward (inverse contracts). The logarithms are taken
/// once, here.
public final class MoveRow {
    /// Multipliers lie between the inverse of this and this, which every `1 + move` of a move above
    /// -1 does.
    private static final double MOST = 1e16;

    final double[] multiplier;
    final double[] logMultiplier;
    final double[] valueFactor;
    final int[] volColumn;
    final int volColumns;

    private MoveRow(double[] multiplier, int[] volColumn, double[] valueFactor) {
        if (volColumn.length != multiplier.length || valueFactor.length != multiplier.length) {
            throw new IllegalArgumentException(
                    "a row needs as many columns and factors as multipliers, had "
                            + multiplier.length
                            + " multipliers, "
                            + volColumn.length
                            + " columns, "
                            + valueFactor.length
                            + " factors");
        }
        this.multiplier = multiplier;
        this.volColumn = volColumn;
        this.valueFactor = valueFactor;
        this.logMultiplier = new double[multiplier.length];
        int columns = 0;
        for (int s = 0; s < multiplier.length; s++) {
            Require.between("multiplier", multiplier[s], 1 / MOST, MOST);
            Require.between("volColumn", volColumn[s], 0, Short.MAX_VALUE);
            Require.finite("valueFactor", valueFactor[s]);
            logMultiplier[s] = StrictMath.log(multiplier[s]);
            columns = Math.max(columns, volColumn[s] + 1);
        }
        this.volColumns = columns;
    }

    /// Values stay in the quote currency.
    public static MoveRow linear(double[] multiplier, int[] volColumn) {
        double[] ones = new double[multiplier.length];
        Arrays.fill(ones, 1);
        return new MoveRow(multiplier.clone(), volColumn.clone(), ones);
    }

    /// Values are counted in the coin whose price the forward is.
    public static MoveRow inverse(double[] multiplier, int[] volColumn) {
        double[] factor = new double[multiplier.length];
        for (int s = 0; s < factor.length; s++) factor[s] = 1 / multiplier[s];
        return new MoveRow(multiplier.clone(), volColumn.clone(), factor);
    }

    /// Values are multiplied by a factor of the caller's.
    public static MoveRow of(double[] multiplier, int[] volColumn, double[] valueFactor) {
        return new MoveRow(multiplier.clone(), volColumn.clone(), valueFactor.clone());
    }

    /// How many scenarios there are.
    public int size() {
        return multiplier.length;
    }

    /// Refuses what does not fit a matrix or a block before anything is written.
    void check(int rows, int columns, double[] out, int offset, int stride) {
        if (volColumns > columns) {
            throw new IllegalArgumentException(
                    "the row needs " + volColumns + " vol columns, the block had " + columns);
        }
        if (stride < size()) {
            throw new IllegalArgumentException(
                    "stride must be at least the " + size() + " scenarios, was " + stride);
        }
        long end = offset + (rows - 1L) * stride + size();
        if (offset < 0 || (rows > 0 && end > out.length)) {
            throw new IllegalArgumentException(
                    "cells from " + offset + " to " + end + " must lie inside " + out.length);
        }
    }
}
