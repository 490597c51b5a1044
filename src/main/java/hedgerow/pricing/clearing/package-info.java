/// Risk arrays as a clearing house publishes them, built here by pricing.
///
/// ```
/// RiskParameters (prices, vols, scan ranges) + ArrayRules -> ArrayBuilder -> RiskParameters
///                                       ContractTerms -> ContractArray      one contract
/// ```
@NullMarked
package hedgerow.pricing.clearing;

import org.jspecify.annotations.NullMarked;
