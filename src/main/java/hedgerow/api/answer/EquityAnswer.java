package hedgerow.api.answer;

import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// How the equity comes about.
@Schema(description = "How the equity comes about; its parts add to `equity`")
public record EquityAnswer(
        @Schema(description = "each collateral asset at the value that counts")
                List<AssetAnswer> collateral,
        @Schema(description = "as the caller states it") double unrealisedPnl,
        @Schema(description = "market value of options where the model counts it, else 0")
                double optionValue) {

    /// One collateral asset.
    public record AssetAnswer(
            @Schema(examples = "USDC") String asset,
            @Schema(description = "units; negative is a debt") double quantity,
            @Schema(description = "the market value of one unit") double price,
            @Schema(description = "the fraction taken off; 0 for a debt, which counts in full")
                    double haircut,
            @Schema(description = "what it counts for") double value,
            @Schema(description = "the fraction taken off against maintenance margin")
                    double maintenanceHaircut,
            @Schema(description = "what it counts for against maintenance margin")
                    double maintenanceValue,
            @Schema(description = "for an asset whose value moves with an underlying in the scan")
                    Optional<AssetRisk> risk) {}

    /// What an asset that moves with an underlying has to do with the requirement.
    public record AssetRisk(
            @Schema(description = "its weighted loss in the binding scenario") double contribution,
            @Schema(description = "the initial margin it would post alone") double standAlone,
            @Schema(description = "what the portfolio posts more than without it")
                    double incremental) {}
}
