package hedgerow.api.answer;

import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Which model answered.
@Schema(description = "Which model answered")
public record ModelName(
        @Schema(examples = "crypto-grid") String id,
        @Schema(examples = "1") String version,
        @Schema(description = "SHA-256 of the file that states the model") String hash,
        @Schema(
                        description =
                                "how far its figures were checked: verified (reproduces the venue's"
                                        + " own), documented (follows published documents), partial"
                                        + " (part of the rule is not published), own (ours)",
                        enumeration = {"verified", "documented", "partial", "own"})
                String status,
        @Schema(description = "what a partial model leaves out; not there for others")
                Optional<List<String>> gaps) {}
