package hedgerow.pricing.american;

/// Where the search for the boundary starts.
///
/// Near expiry the depth grows with the root of time: at a slope that falls with the logarithm of
/// time where the rate is at least the yield (1), at a constant one else. Far from expiry it levels
/// off at the depth of the perpetual boundary; the two are joined as in (2).
///
/// Sources: (1) J. Evans, R. Kuske, J. Keller, "American options on assets with dividends near
/// expiry", Mathematical Finance 12 (2002). (2) P. Bjerksund, G. Stensland, "Closed-form
/// approximation of American options", Scandinavian Journal of Management 9 (1993).
///
/// @param fall how far the boundary falls at all, as a share of its top
record BoundaryGuess(ClockedPut put, double fall) {
    /// The constant slope of (1), raised a little: what is too deep settles sooner.
    private static final double YIELDING_SLOPE = 0.8;

    private static final double LEAST_SLOPE = 1;

    /// The greatest squared slope; a rate of nothing would have none.
    private static final double MOST_SQUARED_SLOPE = 60;

    static BoundaryGuess of(ClockedPut put) {
        return new BoundaryGuess(put, 1 - put.perpetual() / put.top());
    }

    /// The depth when the root of time left is `root`.
    double depth(double root) {
        double time = root * root;
        double free = root * slope(time) + Math.max(0, put.drift() + 1) * time;
        if (fall == 1) return free;
        return -StrictMath.log(1 - fall * (1 - StrictMath.exp(-free / fall)));
    }

    private double slope(double time) {
        double rho = put.rho();
        double gap = rho - put.kappa();
        double equal = -2 * StrictMath.log(4 * Math.sqrt(StrictMath.PI) * rho * time);
        if (gap < 0) {
            double above = StrictMath.log(put.kappa() / rho) / Math.sqrt(time);
            return Math.max(YIELDING_SLOPE, Math.sqrt(Math.max(0, equal)) - above);
        }
        double unequal = -StrictMath.log(8 * StrictMath.PI * time * gap * gap);
        double squared = Math.min(MOST_SQUARED_SLOPE, Math.min(unequal, equal));
        return Math.sqrt(Math.max(LEAST_SLOPE, squared));
    }
}
