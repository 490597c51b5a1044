/// What must be posted: margin models, and the answer with its explanation.
///
/// ```
/// RiskArrays + Holding -> MarginReader -> GroupReading (one underlying) -> Requirement
///                                                        \-> Margin, explained
/// ```
///
/// A model reads arrays and never prices. One reader serves the single account, the what-if and the
/// bulk run.
@NullMarked
package hedgerow.margin;

import org.jspecify.annotations.NullMarked;
