package hedgerow.margin;

import hedgerow.portfolio.Refusal;
import hedgerow.portfolio.RefusedException;
import hedgerow.pricing.RiskArrays;

/// How large sums over one set of arrays may become: below 2^53 money units where the model
/// declares one, so that they are exact in any order; else below the largest number.
final class Headroom {
    /// Whole numbers below this are exact in a double.
    private static final double MOST_UNITS = 0x1p53;

    private final RiskArrays arrays;
    private final double moneyUnit;
    private final double largestCell;
    private final double limit;

    /// @param moneyUnit a power of two, or zero where the model declares none
    Headroom(RiskArrays arrays, double moneyUnit) {
        this.arrays = arrays;
        this.moneyUnit = moneyUnit;
        this.largestCell = largest(arrays.cells(), 0, arrays.cells().length);
        double most = moneyUnit > 0 ? MOST_UNITS * moneyUnit : Double.MAX_VALUE;
        // A gross quantity is a rounded sum
        this.limit = most * (1 - 0x1p-20);
    }

    /// Whether legs of so many contracts in all need a closer look.
    boolean isTight(double grossQuantity) {
        return !(grossQuantity * largestCell <= limit);
    }

    /// Takes the closer look.
    ///
    /// @throws RefusedException where a sum is not a number, or may not be exact
    void check(Group group, double[] vector) {
        if (moneyUnit > 0) refuseInexact(group);
        for (double sum : vector) {
            if (!Double.isFinite(sum)) throw tooLarge();
        }
    }

    /// The refusal of figures that are too large.
    static RefusedException tooLarge() {
        return refused(
                "the profits, losses or margins of this portfolio are too large to be numbers");
    }

    private void refuseInexact(Group group) {
        int stride = arrays.stride();
        double units = 0;
        for (int i = group.from; i < group.to; i++) {
            int from = group.rows[i] * stride;
            double largest = largest(arrays.cells(), from, from + stride);
            units += Math.abs(group.quantities[i]) * (largest / moneyUnit);
        }
        if (!(units < MOST_UNITS)) {
            throw refused(
                    "profits and losses on "
                            + group.run().underlying()
                            + " may reach 2^53 money units, beyond which they are not exact");
        }
    }

    private static RefusedException refused(String detail) {
        return new RefusedException(Refusal.of(Refusal.Reason.OVERFLOW, detail));
    }

    private static double largest(double[] cells, int from, int to) {
        // Bits of sizes ascend with the sizes, and what is no number comes last
        long largest = 0;
        for (int i = from; i < to; i++) {
            largest = Math.max(largest, Double.doubleToRawLongBits(cells[i]) & Long.MAX_VALUE);
        }
        return Double.longBitsToDouble(largest);
    }
}
