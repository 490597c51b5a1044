package hedgerow.api;

import hedgerow.market.Market;
import java.util.Optional;

/// A market and what it is called.
///
/// @param id the id of the loaded snapshot; empty for a market that came with the request
/// @param hash of every figure of it
/// @param market the market
record NamedMarket(Optional<String> id, String hash, Market market) {}
