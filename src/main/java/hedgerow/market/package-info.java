/// What is quoted: one immutable snapshot of spots, forwards, vol surfaces, rates and listings.
///
/// ```
/// Market -> Underlying -> ForwardCurve, VolSurface (smiles by expiry), Listings (quotes, arrays)
/// ```
///
/// A look-up answers with a value and where it came from, or with what is missing; it never fills a
/// gap with a default.
@NullMarked
package hedgerow.market;

import org.jspecify.annotations.NullMarked;
