/// What callers send: one record per JSON object, its limits and its words for the API description.
///
/// An `Optional` component may be left out; a list that is left out is empty; every other component
/// is required.
@NullMarked
package hedgerow.api.body;

import org.jspecify.annotations.NullMarked;
