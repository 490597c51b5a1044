/// What the service answers with: one record per JSON object, in the order in which it is written.
///
/// A field that does not apply is left out; `binding` alone is `null` where nothing is lost.
@NullMarked
package hedgerow.api.answer;

import org.jspecify.annotations.NullMarked;
