package hedgerow.api.planning;

import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What gas costs, unhedged, locked and capped.
@Schema(description = "What gas costs as it comes, locked by a future, and capped")
public record GasAnswer(
        @Schema(description = "what the future locks in") double locked,
        @Schema(description = "of the cap, in gwei per unit of gas") Optional<Double> premiumGwei,
        @Schema(description = "of the cap, in money") Optional<Double> premium,
        @Schema(description = "one for each gas price that was sent") List<State> states,
        @Schema(description = "loss of the unhedged cost over the scan, against the forward")
                Scan scan,
        @Schema(description = "how the cap was valued") Optional<String> valuation) {

    /// One gas price.
    @Schema(name = "GasState")
    public record State(
            double gwei,
            @Schema(description = "unhedged") double cost,
            @Schema(description = "what the cap pays") Optional<Double> payoff,
            @Schema(description = "cost less payoff, with the premium") Optional<Double> capped) {}

    /// The scan of an unhedged obligation to pay for gas.
    @Schema(name = "GasScanAnswer")
    public record Scan(
            double down,
            double up,
            @Schema(description = "cost at the top of the scan less cost at the forward")
                    double worstLoss,
            @Schema(description = "whose choice the range is") String source) {}
}
