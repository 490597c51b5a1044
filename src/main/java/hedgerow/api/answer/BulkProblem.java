package hedgerow.api.answer;

import hedgerow.api.problem.Problem;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What is wrong with one line of a stream.
@RegisterForReflection
@Schema(description = "What is wrong with one line of a stream")
public record BulkProblem(
        @Schema(description = "the line, counted from 1") long line,
        Optional<String> account,
        Problem problem) {}
