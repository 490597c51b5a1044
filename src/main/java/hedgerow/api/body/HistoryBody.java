package hedgerow.api.body;

import hedgerow.store.Checks;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What underlyings did in the past.
@RegisterForReflection
@Schema(
        name = "History",
        description = "What underlyings did in the past, the same periods for all of them")
public record HistoryBody(
        @Checks.Required
                @Size(min = 1, max = 100, message = UNDERLYINGS)
                @Schema(required = true, description = "each underlying that is held")
                @Nullable List<@Checks.Required @Valid @Nullable PastBody> underlyings,
        @DecimalMin(value = "0.0001", message = DAYS)
                @DecimalMax(value = "365", message = DAYS)
                @Schema(
                        description =
                                "days that a period is long; 1 unless given. Returns grow with the"
                                        + " root of time to the horizon")
                @Nullable Double periodDays,
        @DecimalMin(value = "0.5", message = LAMBDA)
                @DecimalMax(value = "0.9999", message = LAMBDA)
                @Schema(
                        description =
                                "the weight of the variance before in an exponentially weighted"
                                        + " one; 0.94 unless given")
                @Nullable Double lambda,
        @Min(value = 1, message = SEED)
                @Max(value = 4096, message = SEED)
                @Schema(
                        description =
                                "periods that the first variance is taken from; 30 unless given,"
                                        + " or all where there are fewer")
                @Nullable Integer seed) {
    private static final String UNDERLYINGS = "a list of 1 to 100 underlyings";
    private static final String DAYS = "a number of days from 0.0001 to 365";
    private static final String LAMBDA = "a number from 0.5 to 0.9999";
    private static final String SEED = "a whole number from 1 to 4096";

    /// What one underlying did.
    @RegisterForReflection
    @Schema(name = "Past", description = "What one underlying did: levels or returns, oldest first")
    public record PastBody(
            @Checks.Required @Checks.Name @Schema(required = true, examples = "BTC")
                    @Nullable String underlying,
            @Size(min = 2, max = 4097, message = LEVELS)
                    @Schema(description = "prices, one more than there are periods")
                    @Nullable List<@Checks.Required @Checks.Price @Nullable Double> levels,
            @Size(min = 1, max = 4096, message = RETURNS)
                    @Schema(description = "logarithmic returns, in place of `levels`")
                    @Nullable List<@Checks.Required @Checks.Rate @Nullable Double> returns,
            @Size(min = 2, max = 4097, message = LEVELS)
                    @Schema(
                            description =
                                    "implied vols, one more than there are periods; vols stay where"
                                            + " none are given")
                    @Nullable List<@Checks.Required @Checks.Price @Checks.Vol @Nullable Double>
                            vols) {
        private static final String LEVELS = "a list of 2 to 4097 numbers";
        private static final String RETURNS = "a list of 1 to 4096 numbers";
    }
}
