package hedgerow.api.answer;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What the first line of a stream of accounts is answered with: all that they have in common.
@RegisterForReflection
@Schema(description = "What the accounts of a stream have in common")
public record BulkOpening(
        @Schema(description = "its line, counted from 1") long line,
        ModelName model,
        MarketName market,
        @Schema(description = "the currency of every amount", examples = "USD") String currency,
        @Schema(description = "signs and units in words") String convention,
        EngineName engine) {}
