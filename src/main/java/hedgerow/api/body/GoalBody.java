package hedgerow.api.body;

import hedgerow.store.Checks;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What a hedge is sought for.
@RegisterForReflection
@Schema(name = "Goal", description = "What a hedge is sought for")
public record GoalBody(
        @Checks.Required
                @Schema(
                        required = true,
                        description =
                                "leastMargin: the least margin inside the limits; target: the least"
                                        + " cost at which initial margin is at most `initial`;"
                                        + " economic: the least of cost and of what margin costs"
                                        + " to fund",
                        enumeration = {"leastMargin", "target", "economic"})
                @Nullable Kind kind,
        @Checks.Premium @Schema(description = "target: the most initial margin", examples = "30000")
                @Nullable Double initial,
        @Checks.Share
                @Schema(
                        description =
                                "economic: what a unit of margin costs a year, a fraction: 0.10"
                                        + " unless given")
                @Nullable Double capitalRateAnnual,
        @DecimalMin(value = "0", message = DAYS)
                @DecimalMax(value = "36500", message = DAYS)
                @Schema(
                        description =
                                "economic: for how many days margin is posted: 30 unless given")
                @Nullable Double days) {
    private static final String DAYS = "a number of days from 0 to 36500";

    /// The kinds of goal.
    public enum Kind {
        LEAST_MARGIN,
        TARGET,
        ECONOMIC
    }
}
