/// Bytes at rest: markets, models and portfolios read from files and request bodies, and written.
///
/// ```
/// our market JSON  -> MarketJson ---------------+
/// Deribit response -> DeribitBookSummaryReader -+-> ChainMarket -> Market -> MarketStore
/// option-chain CSV -> OptionChainCsvReader -----+
/// ```
///
/// A reader answers with a value or with every fault at once, each with its place, what was sent
/// and what is allowed; it never gives half a value. The first room below the banks: Jackson,
/// Jakarta and I/O are allowed from here on.
@NullMarked
package hedgerow.store;

import org.jspecify.annotations.NullMarked;
