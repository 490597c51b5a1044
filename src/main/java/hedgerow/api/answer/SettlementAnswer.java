package hedgerow.api.answer;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A leg that expires on the way.
@Schema(description = "A leg that expires on the way")
public record SettlementAnswer(
        String instrument,
        Instant expiry,
        @Schema(description = "what happens to it, in words") String text) {}
