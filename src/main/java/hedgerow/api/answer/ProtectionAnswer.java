package hedgerow.api.answer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What a hedge costs and does as a protection.
@Schema(
        description =
                "What a hedge costs and does as a protection, with everything else that is held; over"
                        + " spot prices from a hundredth to ten times that of today")
public record ProtectionAnswer(
        @Schema(description = "the underlying that moves") String underlying,
        @Schema(description = "the last expiry of the hedge, or 30 days ahead where it has none")
                Instant horizon,
        @Schema(description = "what the hedge costs at its marks; negative where it is received")
                double premium,
        @Schema(description = "the largest loss at the horizon, premium included") double floorLoss,
        @Schema(description = "whether that loss stays the same however far spot goes")
                boolean floored,
        @Schema(description = "the largest gain at the horizon, premium included") double bestGain,
        @Schema(description = "whether that gain stays the same however far spot goes")
                boolean capped,
        @Schema(description = "spot prices at the horizon at which the hedge has paid for itself")
                List<Double> breakEvens,
        @Schema(description = "the same as relative moves of spot") List<Double> breakEvenMoves,
        @Schema(description = "the move at which losses are compared") double stressMove,
        @Schema(description = "loss at the horizon at that move, without the hedge")
                double lossBefore,
        @Schema(description = "the same with the hedge") double lossAfter,
        @Schema(description = "lossBefore - lossAfter") double lossPrevented,
        @Schema(description = "lossPrevented / premium; left out where no premium is paid")
                Optional<Double> lossPreventedPerPremium,
        @Schema(description = "what the margin taken off would have cost until the horizon")
                double financingSaved,
        @Schema(description = "financingSaved / premium; left out where no premium is paid")
                Optional<Double> financingSavedPerPremium,
        @Schema(
                        description =
                                "loss at the 99 % quantile of a lognormal day, the worse of down"
                                        + " and up; left out where the market has no vol")
                Optional<DayRiskAnswer> valueAtRisk) {

    /// The value at risk of one day.
    @Schema(name = "DayRiskAnswer", description = "The value at risk of one day, at 99 %")
    public record DayRiskAnswer(
            @Schema(description = "without the hedge") double before,
            @Schema(description = "with the hedge") double after,
            @Schema(description = "after / before - 1; left out where before is zero")
                    Optional<Double> change,
            @Schema(description = "the move of spot at the lower quantile") double downMove,
            @Schema(description = "the move of spot at the upper quantile") double upMove) {}
}
