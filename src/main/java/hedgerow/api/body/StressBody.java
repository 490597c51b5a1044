package hedgerow.api.body;

import hedgerow.store.Checks;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Stresses and their sizes.
@RegisterForReflection
@Schema(name = "Stress", description = "Sizes of the usual stresses, and further ones")
public record StressBody(
        @DecimalMin(value = "0", message = SECONDS)
                @DecimalMax(value = "31536000", message = SECONDS)
                @Schema(description = "how long the oracle stands still; 600 unless given")
                @Nullable Double oracleStaleSeconds,
        @DecimalMin(value = "0.01", message = STABLE)
                @DecimalMax(value = "10", message = STABLE)
                @Schema(description = "what a stablecoin falls to, in dollars; 0.97 unless given")
                @Nullable Double stablePrice,
        @DecimalMin(value = "0", message = DAYS)
                @DecimalMax(value = "365", message = DAYS)
                @Schema(description = "days on which nothing can be traded; 10 unless given")
                @Nullable Double illiquidDays,
        @Size(max = 100, message = MOVES)
                @Schema(description = "further stresses, in which all underlyings move alike")
                @Nullable List<@Checks.Required @Valid @Nullable MoveBody> moves) {
    private static final String SECONDS = "a number of seconds from 0 to 31536000";
    private static final String STABLE = "a number from 0.01 to 10";
    private static final String DAYS = "a number of days from 0 to 365";
    private static final String MOVES = "a list of at most 100 stresses";

    /// A stress in which all underlyings move alike.
    @RegisterForReflection
    @Schema(name = "StressMove")
    public record MoveBody(
            @Checks.Required @Checks.Name @Schema(required = true, examples = "March 2020")
                    @Nullable String name,
            @Checks.Required
                    @SpotMove
                    @Schema(required = true, description = "relative move of spot")
                    @Nullable Double spotMove,
            @DecimalMin(value = "-1", message = VOL)
                    @DecimalMax(value = "100", message = VOL)
                    @Schema(description = "relative move of vols; 0 unless given")
                    @Nullable Double volMove) {
        private static final String VOL = "a fraction from -1 to 100 (0.50 is up 50 %)";
    }
}
