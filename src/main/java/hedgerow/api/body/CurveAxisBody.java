package hedgerow.api.body;

import hedgerow.hedge.CurveAxis.Over;
import hedgerow.hedge.CurveAxis.VolMeasure;
import hedgerow.store.Checks;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What a curve runs over.
@RegisterForReflection
@Schema(name = "CurveAxis", description = "What a curve runs over, from where to where")
public record CurveAxisBody(
        @Checks.Required
                @Schema(
                        required = true,
                        description = "what varies",
                        enumeration = {"spot", "vol", "days"})
                @Nullable Over over,
        @Checks.Required
                @DecimalMin(value = "-1000", message = LOW)
                @Schema(
                        required = true,
                        description =
                                "the first point: a relative move of spot above -1, a move of vol,"
                                        + " or days ahead",
                        examples = "-0.3")
                @Nullable Double from,
        @Checks.Required
                @DecimalMax(value = "36500", message = HIGH)
                @Schema(required = true, description = "the last point", examples = "0.3")
                @Nullable Double to,
        @Min(value = 2, message = POINTS)
                @Max(value = Bounds.CURVE_POINTS, message = POINTS)
                @Schema(
                        description = "even points, ends included: 61 unless given",
                        minimum = "2",
                        maximum = "" + Bounds.CURVE_POINTS)
                @Nullable Integer points,
        @Checks.Name
                @Schema(
                        description =
                                "the underlying that moves; needed over spot and vol where what is"
                                        + " held is on more than one",
                        examples = "BTC")
                @Nullable String underlying,
        @Schema(
                        description =
                                "how a move of vol is meant: relative unless given (0.1 takes 0.60"
                                        + " to 0.66), or absolute (0.1 takes 0.60 to 0.70)",
                        enumeration = {"relative", "absolute"})
                @Nullable VolMeasure volMoves,
        @Valid @Schema(description = "what holds along the whole curve; nothing unless given")
                @Nullable ShiftBody shift) {
    private static final String LOW = "a number of -1000 or more";
    private static final String HIGH = "a number of at most 36500";
    private static final String POINTS = "a whole number from 2 to " + Bounds.CURVE_POINTS;
}
