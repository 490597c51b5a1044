/// What it would be worth: the pricers, and the risk arrays they fill.
///
/// ```
/// Market + ScenarioGrid + instruments -> Revaluation -> RiskArrays
/// ```
@NullMarked
package hedgerow.pricing;

import org.jspecify.annotations.NullMarked;
