package hedgerow.api.planning;

import hedgerow.store.Checks;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The question of `POST /v1/rebalance/cost`.
@RegisterForReflection
@Schema(
        name = "RebalanceCostRequest",
        description = "A hedged position, and how often to rebalance")
public record RebalanceCostBody(
        @Checks.Required
                @Checks.Amount
                @Schema(required = true, description = "gamma of the whole position")
                @Nullable Double gamma,
        @Checks.Required
                @Checks.Amount
                @Schema(required = true, description = "vega of the whole position per vol point")
                @Nullable Double vegaPerPoint,
        @Checks.Required @Checks.Price @Schema(required = true) @Nullable Double spot,
        @Checks.Required @Checks.Vol @Schema(required = true, description = "vol a year")
                @Nullable Double vol,
        @Checks.Required
                @Checks.Share
                @Schema(required = true, description = "of a trade's value that it costs")
                @Nullable Double costShare,
        @Checks.Premium @Schema(description = "gas of a trade, money; 0 unless given")
                @Nullable Double gasPerTrade,
        @Checks.Required
                @DecimalMin(value = "0.001", message = DAYS)
                @DecimalMax(value = "36500", message = DAYS)
                @Schema(required = true, description = "days to hedge for", examples = "30")
                @Nullable Double horizonDays,
        @Checks.Required
                @Size(min = 1, max = 100, message = INTERVALS)
                @Schema(required = true, description = "hours between two rebalances")
                @Nullable
                        List<
                                @Checks.Required @DecimalMin(value = "0.01", message = HOURS)
                                @DecimalMax(value = "876000", message = HOURS) @Nullable Double>
                        intervalHours,
        @Checks.Premium
                @Schema(description = "standard deviation of the hedging error that is allowed")
                @Nullable Double errorBudget) {
    private static final String DAYS = "a number of days from 0.001 to 36500";
    private static final String HOURS = "a number of hours from 0.01 to 876000";
    private static final String INTERVALS = "a list of 1 to 100 numbers";
}
