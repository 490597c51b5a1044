package hedgerow.api.body;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// How far a market is moved: along a whole curve, or before hedges are sought.
@RegisterForReflection
@Schema(name = "Shift", description = "How far a market is moved")
public record ShiftBody(
        @SpotMove @Schema(description = "relative move of spot", examples = "-0.10")
                @Nullable Double spot,
        @DecimalMin(value = "-100", message = VOL)
                @DecimalMax(value = "100", message = VOL)
                @Schema(description = "move of vol, as `volMoves` says", examples = "0.25")
                @Nullable Double vol,
        @DecimalMin(value = "0", message = DAYS)
                @DecimalMax(value = "36500", message = DAYS)
                @Schema(description = "days ahead", examples = "21")
                @Nullable Double days) {
    private static final String VOL = "a number from -100 to 100";
    private static final String DAYS = "a number of days from 0 to 36500";
}
