/// Risk-parameter files of clearing houses: expanded positional `.pa2`, and XML `.spn`.
///
/// ```
/// .pa2 -> Lines -> Line (fields by column) -> Pa2Reader ─┐
///                                                         ├─> RiskParametersBuilder -> RiskParameters
/// .spn -> StAX -> SpnReader ──────────────────────────────┘
/// ```
///
/// Both readers stream: besides the columns of the contracts they hold one line or one contract at
/// a time, whatever the length of the file. A file is read whole or refused with every fault, each
/// with its line and column.
///
/// "SPAN" is a trademark of Chicago Mercantile Exchange Inc.; the name of this package refers to
/// the published method and its files.
@NullMarked
package hedgerow.store.span;

import org.jspecify.annotations.NullMarked;
