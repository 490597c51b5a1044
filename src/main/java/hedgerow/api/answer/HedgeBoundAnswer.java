package hedgerow.api.answer;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The best that fractions of lots could do.
@Schema(description = "The best that fractions of lots could do, with any number of legs")
public record HedgeBoundAnswer(
        double initial,
        @Schema(description = "what trading costs") double cost,
        @Schema(description = "what the goal makes least") double value,
        @Schema(
                        description =
                                "whether no hedge can be better; false where the model has parts"
                                        + " that are not linear, which were taken to stay as they"
                                        + " are")
                boolean holds,
        List<SuggestedLegAnswer> legs) {}
