/// The search for the few trades that take most off a margin.
///
/// ```
/// Candidate, HedgeGoal, HedgeLimits
///      └─► MarginProgram (the convex part of a model: MarginRows and LimitRows on a ProgramSheet,
///          solved as a LinearProgram with few of its rows at a time)
///              └─► HedgeSearch: few legs at a time, then whole lots priced by the real model
///                      └─► HedgeSuggestions: ranked, each beside the bound that none can beat
///
/// Trials: whole lots as the model reads them (HedgedMargin), against the limits (AssetRoom)
/// ```
@NullMarked
package hedgerow.hedge.search;

import org.jspecify.annotations.NullMarked;
