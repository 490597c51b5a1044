package hedgerow.api.answer;

import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Hedges that were found, best first.
@Schema(description = "Hedges that were found, best first, beside the best that none can beat")
public record SuggestAnswer(
        @Schema(description = "what is made least, in words") String goal,
        @Schema(description = "what is posted without a hedge") InitialMaintenance before,
        @Schema(description = "how many candidates could be traded") int candidates,
        @Schema(
                        description =
                                "the best that fractions of lots could do, with any number of legs;"
                                        + " left out where the limits cannot be met")
                Optional<HedgeBoundAnswer> bound,
        @Schema(description = "in whole lots, best first; empty where nothing helps")
                List<SuggestionAnswer> suggestions,
        @Schema(description = "what was found, in words") String text,
        @Schema(description = "what a reader should know of this answer") List<String> notes,
        String currency,
        String convention,
        ModelName model,
        MarketName market,
        String inputHash,
        EngineName engine) {}
