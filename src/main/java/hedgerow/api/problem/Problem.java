package hedgerow.api.problem;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What went wrong, as RFC 9457 writes it.
///
/// @param type a relative URI that names the kind
/// @param title the kind in words
/// @param status the HTTP status
/// @param detail what happened, in one sentence
/// @param errors each fault; empty where the whole request is at fault
@RegisterForReflection(targets = {Problem.class, Problem.Item.class})
@Schema(description = "What went wrong (RFC 9457), with every fault at once")
public record Problem(
        @Schema(examples = "/problems/invalid-request") String type,
        String title,
        @Schema(examples = "400") int status,
        @Schema(description = "what happened, in one sentence") String detail,
        List<Item> errors) {

    /// The media type of problems.
    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        errors = List.copyOf(errors);
    }

    /// A problem of the request as a whole.
    public static Problem of(ProblemType type, String detail) {
        return of(type, detail, List.of());
    }

    /// A problem with its faults.
    public static Problem of(ProblemType type, String detail, List<Item> errors) {
        return new Problem(type.uri(), type.title(), type.status(), detail, errors);
    }

    /// One fault.
    ///
    /// @param pointer where in the body; empty text for the body as a whole
    /// @param value what was sent there; left out where nothing was
    /// @param allowed what is allowed there, where that can be said
    /// @param detail what is wrong, in one sentence
    /// @param reason the kind of fault, for programs
    @Schema(name = "ProblemItem", description = "One fault")
    public record Item(
            @Schema(
                            description =
                                    "JSON pointer (RFC 6901) to the place; in a CSV body, line and"
                                            + " column",
                            examples = "/portfolio/positions/0/quantity")
                    String pointer,
            @Schema(description = "what was sent there; left out where nothing was")
                    Optional<String> value,
            @Schema(description = "what is allowed there") Optional<String> allowed,
            @Schema(description = "what is wrong, in one sentence") String detail,
            @Schema(description = "the kind of fault", examples = "MISSING_QUOTE") String reason) {}
}
