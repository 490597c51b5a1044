/// Questions around margin that need no portfolio: carry, gas, market impact, rebalancing, weights;
/// each a resource with its request and its answer.
@NullMarked
package hedgerow.api.planning;

import org.jspecify.annotations.NullMarked;
