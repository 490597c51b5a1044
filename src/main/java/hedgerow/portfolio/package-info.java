/// What is held: instruments, positions, collateral and open orders, and the symbols that name
/// them.
///
/// ```
/// symbol or plain fields -> Instrument -> Position -> Portfolio
/// ```
///
/// The topmost room: it imports nothing of Hedgerow.
@NullMarked
package hedgerow.portfolio;

import org.jspecify.annotations.NullMarked;
