package hedgerow.margin;

import java.util.Arrays;

/// Puts legs into the order in which they are summed: by row, with several legs of one row netted,
/// or, of an account that is margined gross, those that are short apart from those that are long.
///
/// Quantities of one row are added from the least to the largest, so that the net has the same bits
/// whatever the order in which they came.
final class Netting {
    private final boolean isGross;
    private long[] keys = new long[64];
    private double[] byPlace = new double[64];

    /// @param isGross whether short and long legs of one row stay apart, short ones first
    Netting(boolean isGross) {
        this.isGross = isGross;
    }

    /// Orders and nets the legs `from` to `to` in place.
    ///
    /// @return the new end of the legs, at most `to`
    int net(int[] rows, double[] quantities, int from, int to) {
        if (ascend(rows, from, to)) return to;
        sort(rows, quantities, from, to);
        int end = from;
        for (int i = from; i < to; ) {
            int next = i + 1;
            while (next < to && rows[next] == rows[i]) next++;
            if (next - i > 1) Arrays.sort(quantities, i, next);
            int half = isGross ? firstLong(quantities, i, next) : next;
            end = put(rows, quantities, i, half, end);
            end = put(rows, quantities, half, next, end);
            i = next;
        }
        return end;
    }

    private static boolean ascend(int[] rows, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (rows[i] <= rows[i - 1]) return false;
        }
        return true;
    }

    private void sort(int[] rows, double[] quantities, int from, int to) {
        int size = to - from;
        if (size > keys.length) {
            keys = new long[Math.max(size, 2 * keys.length)];
            byPlace = new double[keys.length];
        }
        for (int i = 0; i < size; i++) keys[i] = (long) rows[from + i] << 32 | i;
        Arrays.sort(keys, 0, size);
        System.arraycopy(quantities, from, byPlace, 0, size);
        for (int i = 0; i < size; i++) {
            rows[from + i] = (int) (keys[i] >> 32);
            quantities[from + i] = byPlace[(int) keys[i]];
        }
    }

    /// The first leg that is not short, of sorted ones.
    private static int firstLong(double[] quantities, int from, int to) {
        int first = from;
        while (first < to && quantities[first] < 0) first++;
        return first;
    }

    /// Puts the sum of sorted legs of one row, where there are any, at `end`.
    ///
    /// @return the new end
    private static int put(int[] rows, double[] quantities, int from, int to, int end) {
        if (from == to) return end;
        rows[end] = rows[from];
        quantities[end] = sum(quantities, from, to);
        return end + 1;
    }

    private static double sum(double[] quantities, int from, int to) {
        double sum = quantities[from];
        for (int i = from + 1; i < to; i++) sum += quantities[i];
        return sum;
    }
}
