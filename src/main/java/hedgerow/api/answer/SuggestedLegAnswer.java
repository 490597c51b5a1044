package hedgerow.api.answer;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// One candidate that is traded.
@Schema(description = "One candidate that is traded")
public record SuggestedLegAnswer(
        @Schema(description = "the candidate") String name,
        @Schema(description = "lots, signed: positive is bought") double lots,
        @Schema(description = "what trading them costs") double cost,
        @Schema(description = "what is paid for them; negative where it is received")
                double premium) {}
