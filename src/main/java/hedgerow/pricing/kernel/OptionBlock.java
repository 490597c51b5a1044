package hedgerow.pricing.kernel;

import hedgerow.portfolio.Require;

/// Up to 160 European options that go through the same row of scenarios, laid out an array a
/// quantity.
///
/// A block is filled and priced by one thread at a time, and is meant to be kept: [#clear] it for
/// other options, or [#move] the forwards when only prices tick, which costs neither a logarithm
/// nor a division. Standard deviations are `vol * sqrt(T)` after the shock of their column: floors,
/// tenor scales, skews and absolute shocks are the caller's. They are zero until set.
public final class OptionBlock {
    /// The most options in a block, which fits the first cache together with its scenarios.
    public static final int CAPACITY = 160;

    /// Forwards and strikes lie between the inverse of this and this.
    private static final double MOST = 1e20;

    private static final double MOST_LOG_MONEYNESS = 93;

    /// Below this an option is its intrinsic value, which at the money is wrong by 3e-15 of the
    /// forward. With the limits of forward, strike and multiplier the kernels' distances then stay
    /// below 2^52, up to where their clamps are exact.
    private static final double LEAST_STD_DEV = 7e-15;

    /// Above this a call is its forward and a put its strike, to 1e-16.
    private static final double MOST_STD_DEV = 2 * NormalTail.RANGE;

    final int volColumns;
    final double[] forward = Lanes.one();
    final double[] strike = Lanes.one();
    final double[] logMoneyness = Lanes.one();
    final double[] twiceSign = Lanes.one();
    final double[] eighthOfScale = Lanes.one();
    final double[] base = Lanes.one();

    /// By vol column and option: what turns `|ln(F/K)|` into `2 |ln(F/K)| / (s RANGE)`, and what is
    /// then added to reach `2u/RANGE + 2` and `2v/RANGE - 2.5`.
    final double[][] slope;

    final double[][] shiftU;
    final double[][] shiftV;

    private int size;

    /// An empty block for scenarios that use columns 0 to `volColumns - 1`.
    public OptionBlock(int volColumns) {
        Require.between("volColumns", volColumns, 1, Short.MAX_VALUE);
        this.volColumns = volColumns;
        slope = Lanes.many(volColumns);
        shiftU = Lanes.many(volColumns);
        shiftV = Lanes.many(volColumns);
    }

    /// How many options the block holds.
    public int size() {
        return size;
    }

    /// Whether there is no room for another option.
    public boolean isFull() {
        return size == CAPACITY;
    }

    /// Removes all options.
    public void clear() {
        size = 0;
    }

    /// Adds an option and returns its index; its value per unit of [GridKernel#value] is `scale`
    /// times the undiscounted value.
    ///
    /// @param sign plus one for a call, minus one for a put
    /// @param scale discount factor times multiplier times whatever else is linear
    public int add(double forward, double strike, int sign, double scale) {
        double logMoneyness = StrictMath.log(forward) - StrictMath.log(strike);
        return add(forward, strike, logMoneyness, sign, scale);
    }

    /// Adds an option whose logarithms the caller keeps.
    ///
    /// @param logMoneyness `ln(forward) - ln(strike)`, which may carry the rounding of both
    public int add(double forward, double strike, double logMoneyness, int sign, double scale) {
        if (isFull()) {
            throw new IllegalArgumentException("a block holds at most " + CAPACITY + " options");
        }
        if (sign != 1 && sign != -1) {
            throw new IllegalArgumentException("sign must be 1 or -1, was " + sign);
        }
        Require.between("strike", strike, 1 / MOST, MOST);
        int i = size++;
        this.strike[i] = strike;
        twiceSign[i] = 2 * sign;
        base[i] = 0;
        for (int column = 0; column < volColumns; column++) stdDev(i, column, 0);
        move(i, forward, logMoneyness, scale);
        return i;
    }

    /// Gives option `i` another forward and scale; strike, sign and standard deviations stay.
    public void move(int i, double forward, double logMoneyness, double scale) {
        Require.between("forward", forward, 1 / MOST, MOST);
        Require.between("logMoneyness", logMoneyness, -MOST_LOG_MONEYNESS, MOST_LOG_MONEYNESS);
        this.forward[own(i)] = forward;
        this.logMoneyness[i] = logMoneyness;
        eighthOfScale[i] = 0.125 * Require.finite("scale", scale);
    }

    /// Sets the standard deviation of option `i` in the scenarios of one vol column.
    public void stdDev(int i, int column, double stdDev) {
        Require.notNegative("stdDev", stdDev);
        boolean certain = stdDev < LEAST_STD_DEV;
        double shift = Math.min(stdDev, MOST_STD_DEV) / NormalTail.RANGE;
        slope[column][own(i)] = certain ? 0 : 2 / NormalTail.RANGE / Math.min(stdDev, MOST_STD_DEV);
        shiftU[column][i] = certain ? 6 : 2 - shift;
        shiftV[column][i] = certain ? 2 : shift - 2.5;
    }

    /// Sets what is subtracted from every value of option `i`, so that cells are profits: zero
    /// unless set.
    public void base(int i, double base) {
        this.base[own(i)] = Require.finite("base", base);
    }

    private int own(int i) {
        if (i < 0 || i >= size) {
            throw new IllegalArgumentException("option " + i + " of " + size + " is not there");
        }
        return i;
    }
}
