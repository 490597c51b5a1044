/// Completes the description of the API at `/q/openapi`: schemas as they are on the wire, problems,
/// and examples.
@NullMarked
package hedgerow.api.description;

import org.jspecify.annotations.NullMarked;
