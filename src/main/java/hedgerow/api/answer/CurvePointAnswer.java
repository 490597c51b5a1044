package hedgerow.api.answer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// One point of a curve.
@Schema(description = "One point of a curve")
public record CurvePointAnswer(
        @Schema(description = "where on the axis: a move of spot or vol, or days ahead") double at,
        @Schema(description = "the spot price there") double spot,
        @Schema(description = "the instant at which everything is valued there")
                Instant valuationDate,
        @Schema(
                        description =
                                "why the point is there, beside the even ones: now, strike, expiry,"
                                        + " breakEven (of the portfolio alone), hedgedBreakEven",
                        examples = "[\"strike\"]")
                List<String> marks,
        @Schema(description = "without the hedge") StandingAnswer before,
        @Schema(description = "with the hedge; left out where none was sent")
                Optional<StandingAnswer> after,
        @Schema(description = "before.initial - after.initial") Optional<Double> saved) {}
