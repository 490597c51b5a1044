package hedgerow.api.planning;

import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What each schedule costs and how well it hedges.
@Schema(description = "What each schedule costs and how well it hedges")
public record RebalanceCostAnswer(
        @Schema(description = "in the order that was sent") List<Schedule> schedules,
        @Schema(
                        description =
                                "hours of the cheapest within the error budget; left out where none"
                                        + " was sent or none is within it")
                Optional<Double> cheapestHours,
        List<String> assumptions) {

    /// One interval.
    @Schema(name = "RebalanceSchedule")
    public record Schedule(
            double intervalHours,
            double rebalances,
            double tradingCost,
            double gasCost,
            double cost,
            @Schema(description = "standard deviation of the hedging error")
                    double errorDeviation) {}
}
