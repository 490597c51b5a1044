/// American exercise: what an option is worth that may be exercised on any day.
///
/// A pricer is solved once per right, rates, vol and time to expiry. It depends on neither spot nor
/// strike, so it is kept while prices move and shared by all strikes at the same vol.
///
/// ```
/// AmericanTerms -> AmericanMethod -> AmericanPricer.value(spot, strike)
///                                    ExerciseBoundary    exact
///                                    BaroneAdesiWhaley   quick
/// ```
@NullMarked
package hedgerow.pricing.american;

import org.jspecify.annotations.NullMarked;
