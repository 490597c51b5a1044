/// What to hold instead: hedge ratios, minimum-variance and tangency weights, when to rebalance and
/// what it costs, what it costs to get out, and gas.
@NullMarked
package hedgerow.allocation;

import org.jspecify.annotations.NullMarked;
