package hedgerow.api.planning;

import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Efficient weights.
@Schema(description = "Efficient weights; each list is in the order of the assets")
public record FrontierAnswer(
        List<String> assets,
        Weights minimumVariance,
        @Schema(description = "left out where no portfolio earns more than the risk-free rate")
                Optional<Weights> tangency,
        @Schema(description = "from least vol to largest mean") List<Weights> frontier,
        Optional<Weights> targetVol,
        Optional<Weights> targetMean,
        @Schema(description = "of largest mean less risk and margin cost")
                Optional<Weights> utility,
        @Schema(description = "how far the sample was shrunk, 0 to 1") Optional<Double> shrinkage,
        @Schema(description = "what was asked and cannot be reached") List<String> notes) {

    /// One portfolio.
    @Schema(name = "FrontierWeights")
    public record Weights(
            List<Double> weights,
            double mean,
            double vol,
            @Schema(description = "mean above the risk-free rate, per vol") double sharpe) {}
}
