/// What could be lost: value at risk, expected shortfall, stresses and backtests; other readings of
/// the same risk arrays.
@NullMarked
package hedgerow.risk;

import org.jspecify.annotations.NullMarked;
