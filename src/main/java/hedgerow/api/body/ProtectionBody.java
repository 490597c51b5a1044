package hedgerow.api.body;

import hedgerow.store.Checks;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// How a hedge is measured as a protection.
@RegisterForReflection
@Schema(name = "ProtectionTerms", description = "How a hedge is measured as a protection")
public record ProtectionBody(
        @Checks.Name
                @Schema(
                        description =
                                "the underlying that moves; needed where what is held is on more"
                                        + " than one",
                        examples = "BTC")
                @Nullable String underlying,
        @SpotMove @Schema(description = "the move at which losses are compared: -0.3 unless given")
                @Nullable Double stressMove,
        @Checks.Rate @Schema(description = "what a unit of margin costs a year: 0.10 unless given")
                @Nullable Double financingRateAnnual) {}
