package hedgerow.api.answer;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Which program answered.
@Schema(description = "Which program answered")
public record EngineName(
        @Schema(examples = "hedgerow") String name,
        @Schema(examples = "0.1.0") String version,
        @Schema(
                        description =
                                "the loops that price the grid; every kernel gives the same figures"
                                        + " to the last bit")
                String kernel) {}
