package hedgerow.margin.span;

/// The net deltas of a combined commodity by period, of which spreads use up parts.
///
/// Long and short deltas net inside a period and not across periods: the long pool of some periods
/// is the sum of their deltas above zero. Deltas are used from the first period to the last.
final class DeltaPools {
    final double[] original;
    final double[] remaining;

    /// By period, how much delta spreads have used, long or short.
    final double[] used;

    DeltaPools(int periods) {
        original = new double[periods];
        remaining = new double[periods];
        used = new double[periods];
    }

    void add(int period, double delta) {
        original[period] += delta;
    }

    /// Rounds the net deltas, of which nothing is used as yet.
    void start(Rounding rounding) {
        for (int m = 0; m < original.length; m++) {
            original[m] = rounding.round(Rounding.Step.DELTA, original[m]) + 0.0;
            remaining[m] = original[m];
        }
    }

    /// What remains of the deltas on one side, as a positive number.
    ///
    /// @param side plus one for long, minus one for short
    double pool(int[] periods, int side) {
        return pool(remaining, periods, side);
    }

    static double pool(double[] deltas, int[] periods, int side) {
        double pool = 0;
        for (int m : periods) pool += Math.max(0, side * deltas[m]);
        return pool;
    }

    /// What remains, long less short.
    double net(int[] periods) {
        return net(remaining, periods);
    }

    static double net(double[] deltas, int[] periods) {
        double net = 0;
        for (int m : periods) net += deltas[m];
        return net;
    }

    /// Uses up so much of one side, at most what remains.
    void use(int[] periods, int side, double amount) {
        double left = amount;
        for (int m : periods) {
            double here = Math.min(left, Math.max(0, side * remaining[m]));
            if (here <= 0) continue;
            boolean all = here == side * remaining[m];
            remaining[m] = all ? 0 : remaining[m] - side * here;
            used[m] += here;
            left -= here;
        }
    }

    /// Takes everything of `other`, whose periods are `places` here, times `factor`.
    void take(DeltaPools other, int[] places, double factor) {
        for (int m = 0; m < places.length; m++) {
            original[places[m]] += factor * other.original[m];
            remaining[places[m]] += factor * other.remaining[m];
            used[places[m]] += factor * other.used[m];
        }
    }
}
