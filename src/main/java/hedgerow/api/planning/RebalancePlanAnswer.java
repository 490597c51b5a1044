package hedgerow.api.planning;

import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Trade now or wait.
@Schema(description = "Trade now or wait")
public record RebalancePlanAnswer(
        Optional<Delta> delta, Optional<Weights> weights, Optional<Greeks> greeks) {

    /// What to do about a delta.
    @Schema(name = "DeltaPlan")
    public record Delta(
            @Schema(description = "half width of the band, units of delta") double halfWidth,
            double drift,
            @Schema(
                            description =
                                    "what to trade of the underlying, to the edge of the band; 0 to"
                                            + " wait")
                    double trade,
            @Schema(description = "net delta afterwards") double netAfter,
            @Schema(description = "what the trade costs, gas included") double cost,
            String reason) {}

    /// What to do about weights.
    @Schema(name = "WeightPlan")
    public record Weights(
            boolean breached,
            @Schema(description = "weights now") List<Double> weights,
            @Schema(description = "value of each asset to buy, below zero to sell")
                    List<Double> trades,
            String reason) {}

    /// What brings gamma and vega to zero, and then delta.
    @Schema(name = "NeutralPlan")
    public record Greeks(
            @Schema(description = "of each instrument, in order; below zero to sell")
                    List<Double> quantities,
            @Schema(description = "units of the underlying, once the instruments are held")
                    double underlying) {}
}
