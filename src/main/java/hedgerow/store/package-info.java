/// Bytes at rest: what is read from files and bodies, and checked to the last field.
///
/// ```
/// JSON  -> Json (bind, collect Faults) -> MarketBody -> MarketMapping -> Market
/// chain -> OptionChainCsvReader, DeribitBookSummaryReader -> ChainMarket -> Market
/// scenarios/*.yaml -> ModelFiles -> ModelReader -> ModelStore -> MarginModel
/// ```
///
/// A reader names every fault at once, each with its place: a JSON pointer, or a file, line and
/// field. What has a fault is not loaded in part.
@NullMarked
package hedgerow.store;

import org.jspecify.annotations.NullMarked;
