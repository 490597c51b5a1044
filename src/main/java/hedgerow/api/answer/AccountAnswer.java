package hedgerow.api.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What one account of a stream must post.
@RegisterForReflection
@Schema(description = "What one account of a stream must post")
public record AccountAnswer(
        @Schema(description = "its line, counted from 1") long line,
        Optional<String> account,
        double initial,
        double maintenance,
        @Schema(nullable = true) @JsonInclude(JsonInclude.Include.ALWAYS)
                Optional<BindingAnswer> binding,
        String inputHash) {}
