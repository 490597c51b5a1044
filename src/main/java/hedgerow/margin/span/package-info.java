/// The SPAN-style requirement of one account, after the published method: scan risk, spread
/// charges, credits, minimums and option value, by combined commodity.
///
/// ```
/// RiskParameters + SpanRules -> SpanPlan                        once for a market
/// SpanPlan + losses, deltas  -> SpanAccount -> SpanReport       once for an account
///              CommodityState -> Risk, DeltaPools               one combined commodity
///              SpreadForming, CreditForming                     the spreads, in the rules' order
///              CommodityReport                                  every figure on the way
/// ```
///
/// Rates come from the clearing house's file, options of the method from the model's file; nothing
/// here is a constant of one clearing house. "SPAN" is a trademark of CME Group; the word names the
/// published method here.
@NullMarked
package hedgerow.margin.span;

import org.jspecify.annotations.NullMarked;
