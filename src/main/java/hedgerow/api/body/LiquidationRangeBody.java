package hedgerow.api.body;

import hedgerow.store.Checks;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Whose spot price is moved, and how far, in search of a liquidation.
@RegisterForReflection
@Schema(name = "LiquidationRange", description = "Whose spot price moves, and how far")
public record LiquidationRangeBody(
        @Checks.Name
                @Schema(
                        description =
                                "the underlying that moves; needed where what is held is on more"
                                        + " than one",
                        examples = "BTC")
                @Nullable String underlying,
        @SpotMove
                @Schema(
                        description = "the lowest relative move of spot: -0.99 unless given",
                        examples = "-0.9")
                @Nullable Double from,
        @SpotMove
                @Schema(
                        description = "the highest relative move of spot: 9 unless given",
                        examples = "4")
                @Nullable Double to) {}
