package hedgerow.api.answer;

import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Which market was used.
@Schema(description = "Which market was used")
public record MarketName(
        @Schema(
                        description =
                                "the id of the loaded snapshot; left out for a market that came with"
                                        + " the request")
                Optional<String> id,
        @Schema(description = "SHA-256 over every figure of the market") String hash,
        @Schema(description = "the instant of the quotes", examples = "2026-01-01T08:00:00Z")
                Instant asOf) {}
