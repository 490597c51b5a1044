package hedgerow.api.planning;

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

/// The question of `POST /v1/gas/hedge`.
@RegisterForReflection
@Schema(name = "GasRequest", description = "Gas to be paid for, and what it may be hedged with")
public record GasBody(
        @Checks.Required
                @Checks.Premium
                @Schema(required = true, description = "units of gas", examples = "50000000")
                @Nullable Double gasUnits,
        @Checks.Required
                @Checks.Price
                @Schema(required = true, description = "money per coin", examples = "3000")
                @Nullable Double coinPrice,
        @Checks.Required
                @Size(min = 1, max = 100, message = STATES)
                @Schema(required = true, description = "gas prices to be looked at, in gwei")
                @Nullable List<@Checks.Required @Checks.Premium @Nullable Double> gwei,
        @Checks.Required
                @Checks.Price
                @Schema(
                        required = true,
                        description = "forward gas price of the window, in gwei",
                        examples = "22")
                @Nullable Double forward,
        @Valid @Schema(description = "a call on the mean gas price of a window") @Nullable Cap cap,
        @Valid @Schema(description = "how far gas is taken to move in a scan")
                @Nullable Scan scan) {
    private static final String STATES = "a list of 1 to 100 numbers";
    private static final String DAYS = "a number of days above 0, at most 3650";

    /// A cap on the mean gas price.
    @RegisterForReflection
    @Schema(name = "GasCap")
    public record Cap(
            @Checks.Required @Checks.Price @Schema(required = true, description = "gwei")
                    @Nullable Double strike,
            @Checks.Required @Checks.Vol @Schema(required = true, description = "a year")
                    @Nullable Double vol,
            @Checks.Required
                    @DecimalMin(value = "0", inclusive = false, message = DAYS)
                    @DecimalMax(value = "3650", message = DAYS)
                    @Schema(required = true, description = "days until it settles")
                    @Nullable Double days,
            @DecimalMin(value = "0", message = DAYS)
                    @DecimalMax(value = "3650", message = DAYS)
                    @Schema(
                            description =
                                    "length of the window that ends then; 0 unless given, and"
                                            + " at most `days`")
                    @Nullable Double windowDays) {}

    /// The range of gas prices that margin is taken for.
    @RegisterForReflection
    @Schema(name = "GasScan")
    public record Scan(
            @Checks.Share @Schema(description = "fall, a fraction; 0.75 unless given")
                    @Nullable Double down,
            @Checks.Vol @Schema(description = "rise, a fraction; 4 unless given")
                    @Nullable Double up,
            @Min(value = 1, message = BLOCKS)
                    @Max(value = MOST_BLOCKS, message = BLOCKS)
                    @Schema(
                            description =
                                    "in place of both: the most that a base fee moves either way in"
                                            + " so many blocks, one eighth in each")
                    @Nullable Integer blocks) {
        private static final int MOST_BLOCKS = 100;
        private static final String BLOCKS = "a whole number from 1 to " + MOST_BLOCKS;
    }
}
