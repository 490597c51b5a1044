package hedgerow.api.body;

import hedgerow.hedge.search.HedgeLimits;
import hedgerow.store.Checks;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What a suggested hedge may not exceed.
@RegisterForReflection
@Schema(name = "HedgeLimits", description = "What a suggested hedge may not exceed")
public record HedgeLimitsBody(
        @Checks.Premium
                @Schema(
                        description = "the most that trading may cost: spreads and fees",
                        examples = "500")
                @Nullable Double cost,
        @Checks.Amount
                @Schema(
                        description =
                                "the most that may be paid in premiums, net of those received")
                @Nullable Double premium,
        @Min(value = 1, message = LEGS)
                @Max(value = HedgeLimits.MOST_LEGS, message = LEGS)
                @Schema(
                        description = "the most candidates traded: 4 unless given",
                        minimum = "1",
                        maximum = "" + HedgeLimits.MOST_LEGS)
                @Nullable Integer legs,
        @Checks.Premium
                @Schema(
                        description =
                                "the largest net delta left on an underlying, in its units, either"
                                        + " way")
                @Nullable Double netDelta,
        @Checks.Premium
                @Schema(
                        description =
                                "the largest initial margin on the way, in the best order of"
                                        + " trading: that of today unless given, and never less")
                @Nullable Double peak,
        @Size(max = 20, message = "at most 20")
                @Schema(maxItems = 20, description = "gains that must be kept where spot moves")
                @Nullable List<@Checks.Required @Valid @Nullable UpsideBody> upside) {
    private static final String LEGS = "a whole number from 1 to " + HedgeLimits.MOST_LEGS;

    /// A share of a gain that must be kept.
    @RegisterForReflection
    @Schema(
            name = "Upside",
            description = "A share of what is gained without a hedge that must be kept")
    public record UpsideBody(
            @Checks.Required
                    @SpotMove
                    @Schema(
                            required = true,
                            description = "the relative move of every spot price, vols unchanged",
                            examples = "0.2")
                    @Nullable Double move,
            @Checks.Required
                    @Checks.Share
                    @Schema(required = true, description = "the share kept", examples = "0.8")
                    @Nullable Double keep) {}
}
