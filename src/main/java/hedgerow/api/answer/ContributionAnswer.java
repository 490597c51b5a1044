package hedgerow.api.answer;

import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What one position has to do with the requirement.
@Schema(description = "What one position has to do with the requirement")
public record ContributionAnswer(
        @Schema(description = "its place in the list that was sent, counted from 0") int position,
        @Schema(description = "the symbol as it was sent", examples = "BTC-26DEC26-60000-C")
                Optional<String> symbol,
        @Schema(description = "the instrument in words") String instrument,
        @Schema(description = "contracts; positive is long, negative is short") double quantity,
        @Schema(description = "units in one contract, as `unit` says") double multiplier,
        @Schema(
                        description = "what the multiplier counts: the base or the quote currency",
                        enumeration = {"base", "quote"})
                String unit,
        @Schema(
                        description =
                                "its weighted loss in the binding scenario of its underlying; these"
                                        + " sum to the scan risk")
                double contribution,
        @Schema(description = "the initial margin it would post alone") double standAlone,
        @Schema(
                        description =
                                "what the portfolio posts more than without it; negative for a"
                                        + " hedge")
                double incremental,
        @Schema(description = "its market value; zero for futures") double value,
        @Schema(description = "its delta in units of the base currency") double delta,
        @Schema(
                        description =
                                "its unweighted profit (positive) or loss by scenario, in the order of"
                                        + " the model's grid; on request")
                Optional<List<Double>> scenarioPnl) {}
