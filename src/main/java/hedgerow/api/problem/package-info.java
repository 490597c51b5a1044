/// What the service says when it does not answer: RFC 9457 problems, every fault at once.
@NullMarked
package hedgerow.api.problem;

import org.jspecify.annotations.NullMarked;
