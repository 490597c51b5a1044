package hedgerow.store.span;

import hedgerow.market.clearing.Contracts;
import java.util.OptionalLong;

/// How the arrays of a family are written: with values of how many digits, and where their point
/// is.
///
/// @param isLong whether values have eight digits in place of five
/// @param decimals digits after the point
record ArrayScale(boolean isLong, int decimals) {
    private static final int MOST_DECIMALS = 9;
    private static final long MOST_SHORT = 99_999;

    static final ArrayScale SHORT = new ArrayScale(false, 0);

    /// The same, or as much wider as a contract needs.
    ///
    /// @param riskExponent the power of ten that all values are divided by
    ArrayScale with(Contracts contracts, int contract, int riskExponent) {
        int needed = decimals;
        boolean isWide = isLong;
        for (int s = 0; s < contracts.scenarios(); s++) {
            double loss = contracts.loss(contract, s);
            while (needed < MOST_DECIMALS
                    && Decimal.digits(loss, riskExponent - needed).isEmpty()) {
                needed++;
            }
            OptionalLong digits = Decimal.digits(loss, riskExponent - needed);
            isWide |= needed > 0 || Math.abs(digits.orElse(0)) > MOST_SHORT;
        }
        return isWide == isLong && needed == decimals ? this : new ArrayScale(isWide, needed);
    }
}
