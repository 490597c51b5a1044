package hedgerow.pricing.kernel;

/// The aggregation that needs no module: sixteen sums in local variables.
///
/// An array of sums would be stored and loaded again for each leg, at three times the cost.
final class AggregationPlain extends Aggregation {
    AggregationPlain(double[] cells, int stride, double[] weights) {
        super(cells, stride, weights);
    }

    @Override
    public String name() {
        return "plain";
    }

    @Override
    public void sum(
            int[] rows, double[] quantities, int[] starts, int first, int end, GroupSums out) {
        for (int group = first; group < end; group++) {
            int from = starts[group];
            int to = starts[group + 1];
            double[] sum = out.vectors[group - first];
            out.worst[group - first] =
                    stride == TILE
                            ? narrow(rows, quantities, from, to, sum)
                            : wide(rows, quantities, from, to, sum);
        }
    }

    /// Rows of one tile. A shift finds the row: a multiplication would wait for the one unit that
    /// the additions keep busy, and the cells after it.
    private double narrow(int[] rows, double[] quantities, int from, int to, double[] sum) {
        double[] cells = this.cells;
        double[] weights = this.lossWeights;
        double a0 = 0;
        double a1 = 0;
        double a2 = 0;
        double a3 = 0;
        double a4 = 0;
        double a5 = 0;
        double a6 = 0;
        double a7 = 0;
        double a8 = 0;
        double a9 = 0;
        double a10 = 0;
        double a11 = 0;
        double a12 = 0;
        double a13 = 0;
        double a14 = 0;
        double a15 = 0;
        for (int i = from; i < to; i++) {
            double q = quantities[i];
            int at = rows[i] << 4;
            a0 += q * cells[at];
            a1 += q * cells[at + 1];
            a2 += q * cells[at + 2];
            a3 += q * cells[at + 3];
            a4 += q * cells[at + 4];
            a5 += q * cells[at + 5];
            a6 += q * cells[at + 6];
            a7 += q * cells[at + 7];
            a8 += q * cells[at + 8];
            a9 += q * cells[at + 9];
            a10 += q * cells[at + 10];
            a11 += q * cells[at + 11];
            a12 += q * cells[at + 12];
            a13 += q * cells[at + 13];
            a14 += q * cells[at + 14];
            a15 += q * cells[at + 15];
        }
        sum[0] = a0;
        sum[1] = a1;
        sum[2] = a2;
        sum[3] = a3;
        sum[4] = a4;
        sum[5] = a5;
        sum[6] = a6;
        sum[7] = a7;
        sum[8] = a8;
        sum[9] = a9;
        sum[10] = a10;
        sum[11] = a11;
        sum[12] = a12;
        sum[13] = a13;
        sum[14] = a14;
        sum[15] = a15;
        long one = 0;
        long two = 0;
        one = worse(one, a0 * weights[0], a1 * weights[1]);
        two = worse(two, a2 * weights[2], a3 * weights[3]);
        one = worse(one, a4 * weights[4], a5 * weights[5]);
        two = worse(two, a6 * weights[6], a7 * weights[7]);
        one = worse(one, a8 * weights[8], a9 * weights[9]);
        two = worse(two, a10 * weights[10], a11 * weights[11]);
        one = worse(one, a12 * weights[12], a13 * weights[13]);
        two = worse(two, a14 * weights[14], a15 * weights[15]);
        return Double.longBitsToDouble(Math.max(one, two));
    }

    private double wide(int[] rows, double[] quantities, int from, int to, double[] sum) {
        for (int column = 0; column < stride; column += TILE) {
            tile(rows, quantities, from, to, column, sum);
        }
        return worst(sum);
    }

    private void tile(int[] rows, double[] quantities, int from, int to, int column, double[] sum) {
        double[] cells = this.cells;
        int stride = this.stride;
        double a0 = 0;
        double a1 = 0;
        double a2 = 0;
        double a3 = 0;
        double a4 = 0;
        double a5 = 0;
        double a6 = 0;
        double a7 = 0;
        double a8 = 0;
        double a9 = 0;
        double a10 = 0;
        double a11 = 0;
        double a12 = 0;
        double a13 = 0;
        double a14 = 0;
        double a15 = 0;
        for (int i = from; i < to; i++) {
            double q = quantities[i];
            int at = rows[i] * stride + column;
            a0 += q * cells[at];
            a1 += q * cells[at + 1];
            a2 += q * cells[at + 2];
            a3 += q * cells[at + 3];
            a4 += q * cells[at + 4];
            a5 += q * cells[at + 5];
            a6 += q * cells[at + 6];
            a7 += q * cells[at + 7];
            a8 += q * cells[at + 8];
            a9 += q * cells[at + 9];
            a10 += q * cells[at + 10];
            a11 += q * cells[at + 11];
            a12 += q * cells[at + 12];
            a13 += q * cells[at + 13];
            a14 += q * cells[at + 14];
            a15 += q * cells[at + 15];
        }
        sum[column] = a0;
        sum[column + 1] = a1;
        sum[column + 2] = a2;
        sum[column + 3] = a3;
        sum[column + 4] = a4;
        sum[column + 5] = a5;
        sum[column + 6] = a6;
        sum[column + 7] = a7;
        sum[column + 8] = a8;
        sum[column + 9] = a9;
        sum[column + 10] = a10;
        sum[column + 11] = a11;
        sum[column + 12] = a12;
        sum[column + 13] = a13;
        sum[column + 14] = a14;
        sum[column + 15] = a15;
    }

    @Override
    public double worst(double[] sum) {
        double[] weights = this.lossWeights;
        long one = 0;
        long two = 0;
        for (int s = 0; s < weights.length; s += 4) {
            one = worse(one, sum[s] * weights[s], sum[s + 1] * weights[s + 1]);
            two = worse(two, sum[s + 2] * weights[s + 2], sum[s + 3] * weights[s + 3]);
        }
        return Double.longBitsToDouble(Math.max(one, two));
    }

    /// The bits of positive numbers stand in the order of the numbers, and those of negative ones
    /// are below zero; so whole numbers are compared, which takes no branch and is quick.
    private static long worse(long worst, double loss, double other) {
        long bits = Math.max(worst, Double.doubleToRawLongBits(loss));
        return Math.max(bits, Double.doubleToRawLongBits(other));
    }

    @Override
    public int first(double[] sum, double loss) {
        int s = 0;
        while (sum[s] * lossWeights[s] != loss) s++;
        return s;
    }
}
