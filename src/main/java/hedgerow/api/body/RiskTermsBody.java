package hedgerow.api.body;

import hedgerow.store.Checks;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What is asked of a risk assessment.
@RegisterForReflection
@Schema(name = "RiskTerms", description = "What is asked of a risk assessment")
public record RiskTermsBody(
        @DecimalMin(value = "0.5", message = CONFIDENCE)
                @DecimalMax(value = "0.9999", message = CONFIDENCE)
                @Schema(description = "of value at risk; 0.99 unless given", examples = "0.99")
                @Nullable Double confidence,
        @DecimalMin(value = "0.5", message = CONFIDENCE)
                @DecimalMax(value = "0.9999", message = CONFIDENCE)
                @Schema(description = "of expected shortfall; 0.975 unless given")
                @Nullable Double shortfallConfidence,
        @DecimalMin(value = "0.001", message = DAYS)
                @DecimalMax(value = "365", message = DAYS)
                @Schema(description = "days ahead; 1 unless given", examples = "1")
                @Nullable Double horizonDays,
        @Valid @Schema(description = "what the underlyings did in the past")
                @Nullable HistoryBody history,
        @Valid @Schema(description = "stresses beside the usual ones, and their sizes")
                @Nullable StressBody stress,
        @Valid @Schema(description = "a loss whose smallest moves are wanted")
                @Nullable ReverseBody reverse,
        @Valid @Schema(description = "how figures are held against the history; needs one")
                @Nullable BacktestBody backtest) {
    private static final String CONFIDENCE = "a number from 0.5 to 0.9999";
    private static final String DAYS = "a number of days from 0.001 to 365";

    /// A loss whose smallest moves are wanted.
    @RegisterForReflection
    @Schema(name = "ReverseStress")
    public record ReverseBody(
            @Checks.Required
                    @Checks.Price
                    @Schema(
                            required = true,
                            description = "what is to be lost, in the margin currency",
                            examples = "100000")
                    @Nullable Double loss,
            @Checks.Name
                    @Schema(
                            description =
                                    "the underlying that moves; all alike where none is named")
                    @Nullable String underlying) {}

    /// How figures are held against the history.
    @RegisterForReflection
    @Schema(name = "Backtest")
    public record BacktestBody(
            @Min(value = 2, message = WINDOW)
                    @Max(value = 4094, message = WINDOW)
                    @Schema(
                            description =
                                    "periods that a rolling value at risk is taken from; half of"
                                            + " them unless given, at most 250")
                    @Nullable Integer window,
            @DecimalMin(value = "0.5", message = CONFIDENCE)
                    @DecimalMax(value = "0.9999", message = CONFIDENCE)
                    @Schema(
                            description =
                                    "with which losses are to stay within what is stated; that of"
                                            + " value at risk unless given")
                    @Nullable Double confidence) {
        private static final String WINDOW = "a whole number from 2 to 4094";
    }
}
