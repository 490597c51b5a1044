/// The service: resources that answer over HTTP, and the one mapping that all of them share.
///
/// ```
/// body -> BookReader -> Book ; Market, model by name -> Reckoning (one set of risk arrays)
///      -> margin, hedge -> Answers -> answer
/// ```
///
/// Resources map and delegate. What a caller did wrong becomes one problem with every fault in it.
@NullMarked
package hedgerow.api;

import org.jspecify.annotations.NullMarked;
