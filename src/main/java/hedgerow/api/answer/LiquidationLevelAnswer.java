package hedgerow.api.answer;

import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// One price at which equity meets maintenance margin.
@Schema(description = "One price at which equity meets maintenance margin")
public record LiquidationLevelAnswer(
        double price,
        @Schema(description = "price / spot - 1") double distance,
        @Schema(
                        description =
                                "the move in one-day standard deviations, signed; left out without"
                                        + " a vol")
                Optional<Double> sigmas,
        @Schema(
                        description = "the side of the price on which equity falls short",
                        enumeration = {"below", "above"})
                String deficit) {}
