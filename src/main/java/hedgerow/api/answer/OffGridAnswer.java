package hedgerow.api.answer;

import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The worst loss between the grid's points.
@Schema(
        description =
                "The worst loss of an underlying's positions between the grid's own points: a book"
                        + " may lose there what the grid does not see")
public record OffGridAnswer(
        @Schema(examples = "BTC") String underlying,
        @Schema(description = "the largest loss found, positive") double worstLoss,
        @Schema(description = "the move of spot at which it was found") double spotShock,
        @Schema(description = "the size of the vol shock under which it was found") double volShock,
        @Schema(description = "where it was found, in words") String text,
        @Schema(
                        description =
                                "that loss over the larger of scan risk and floors; left out where"
                                        + " these are zero")
                Optional<Double> ratio,
        @Schema(description = "said where the grid misses more than a twentieth")
                Optional<String> warning) {}
