package hedgerow.api.answer;

import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The spot prices at which an account is liquidated, with and without a hedge.
@Schema(description = "The spot prices at which equity meets maintenance margin, account level")
public record LiquidationAnswer(
        @Schema(description = "the underlying that moves") String underlying,
        @Schema(description = "its spot price") double spot,
        @Schema(description = "the lowest price that was looked at") double lowestPrice,
        @Schema(description = "the highest price that was looked at") double highestPrice,
        @Schema(
                        description =
                                "the vol that distances are measured in, annualised; left out where"
                                        + " the market has none")
                Optional<Double> vol,
        @Schema(description = "without the hedge") LiquidationLevelsAnswer before,
        @Schema(description = "with the hedge; left out where none was sent")
                Optional<LiquidationLevelsAnswer> after,
        @Schema(description = "what is held to be true at each price") List<String> assumptions,
        String currency,
        String convention,
        ModelName model,
        MarketName market,
        String inputHash,
        EngineName engine) {}
