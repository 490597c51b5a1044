package hedgerow.api.answer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A loaded snapshot.
@Schema(description = "A loaded market snapshot")
public record MarketAnswer(
        @Schema(description = "the name by which requests may use it", examples = "sample")
                String id,
        @Schema(description = "SHA-256 over every figure of it") String hash,
        @Schema(description = "the instant of the quotes") Instant asOf,
        List<UnderlyingAnswer> underlyings,
        @Schema(description = "what should be known about how it was read")
                Optional<List<String>> notes) {

    /// What a snapshot holds on one underlying.
    public record UnderlyingAnswer(
            String id,
            String currency,
            double spot,
            @Schema(description = "listed forwards") int forwards,
            @Schema(description = "expiries with vols") int expiries,
            @Schema(description = "option quotes") int quotes,
            @Schema(description = "published risk arrays") int arrays) {}
}
