/// Hedgerow: what margin a portfolio must post, and what a hedge takes off it.
///
/// The rooms below this package are read in the order in which a request flows through them; a room
/// imports only rooms before it.
///
/// ```
/// portfolio > market > scenario > pricing > risk > margin > hedge > allocation
///                                       | the banks: Quarkus, Jakarta, Jackson from here on
///                                       store > live > api > cli
/// ```
@NullMarked
package hedgerow;

import org.jspecify.annotations.NullMarked;
