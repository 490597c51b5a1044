/// What might happen: scenarios, the grids they form, and how a shock moves spot and volatility.
///
/// ```
/// ScenarioGrid -> Scenario {spot move, VolShock, weight} ; VolShock -> TenorScale
/// ```
@NullMarked
package hedgerow.scenario;

import org.jspecify.annotations.NullMarked;
