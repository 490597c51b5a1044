package hedgerow.api.planning;

import hedgerow.store.Checks;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The question of `POST /v1/rebalance/plan`: a delta that drifts, weights that do, greeks to be
/// brought to zero; any of them.
@RegisterForReflection
@Schema(name = "RebalancePlanRequest", description = "A delta that drifts, or weights that do")
public record RebalancePlanBody(
        @Valid @Schema(description = "a hedged position") @Nullable Delta delta,
        @Valid @Schema(description = "a portfolio of weights") @Nullable Weights weights,
        @Valid @Schema(description = "gamma and vega to be brought to zero")
                @Nullable Greeks greeks) {

    /// A net delta, and what decides how far it may drift.
    @RegisterForReflection
    @Schema(name = "DeltaDrift")
    public record Delta(
            @Checks.Required @Checks.Amount @Schema(required = true, description = "net delta now")
                    @Nullable Double net,
            @Checks.Amount @Schema(description = "delta that is wanted; 0 unless given")
                    @Nullable Double target,
            @Checks.Required @Checks.Price @Schema(required = true) @Nullable Double spot,
            @Checks.Required
                    @Checks.Share
                    @Schema(required = true, description = "of a trade's value that it costs")
                    @Nullable Double costShare,
            @Checks.Premium @Schema(description = "half width of a fixed band, units of delta")
                    @Nullable Double halfWidth,
            @Checks.Amount
                    @Schema(description = "of the whole position; needed without `halfWidth`")
                    @Nullable Double gamma,
            @DecimalMin(value = "0", inclusive = false, message = AVERSION)
                    @DecimalMax(value = "1e6", message = AVERSION)
                    @Schema(
                            description = "absolute, per unit of money; needed without `halfWidth`",
                            examples = "0.00001")
                    @Nullable Double riskAversion,
            @Checks.Rate @Schema(description = "for the discount to expiry; 0 unless given")
                    @Nullable Double rateAnnual,
            @DecimalMin(value = "0", message = DAYS)
                    @DecimalMax(value = "36500", message = DAYS)
                    @Schema(description = "days to expiry; 0 unless given")
                    @Nullable Double days,
            @Checks.Premium @Schema(description = "gas of a trade, money; 0 unless given")
                    @Nullable Double gasPerTrade) {
        private static final String AVERSION = "a number above 0, at most 1e6";
        private static final String DAYS = "a number of days from 0 to 36500";
    }

    /// Market values and the weights that are wanted.
    @RegisterForReflection
    @Schema(name = "WeightDrift")
    public record Weights(
            @Checks.Required
                    @Size(min = 1, max = 1000, message = LIST)
                    @Schema(required = true, description = "market value of each asset")
                    @Nullable List<@Checks.Required @Checks.Amount @Nullable Double> values,
            @Checks.Required
                    @Size(min = 1, max = 1000, message = LIST)
                    @Schema(required = true, description = "weight that is wanted of each")
                    @Nullable List<@Checks.Required @Checks.Amount @Nullable Double> targets,
            @Checks.Vol
                    @Schema(
                            description =
                                    "by what fraction of its target a weight may drift; 0.05"
                                            + " unless given")
                    @Nullable Double relativeBand) {
        private static final String LIST = "a list of 1 to 1000 numbers";
    }

    /// Greeks, and instruments that bring gamma, vega, or both to zero.
    @RegisterForReflection
    @Schema(name = "GreeksToNeutral")
    public record Greeks(
            @Checks.Required
                    @Valid
                    @Schema(
                            required = true,
                            description = "of what is held: delta, and those that are to go")
                    @Nullable Sensitivities portfolio,
            @Checks.Required
                    @Size(min = 1, max = 2, message = ONE_EACH)
                    @Schema(
                            required = true,
                            description = "the same of one unit of each, one for each that goes")
                    @Nullable List<@Checks.Required @Valid @Nullable Sensitivities> instruments) {
        private static final String ONE_EACH = "a list of 1 or 2 instruments";
    }

    /// Sensitivities to one underlying.
    @RegisterForReflection
    @Schema(name = "Sensitivities")
    public record Sensitivities(
            @Checks.Required @Checks.Amount @Schema(required = true) @Nullable Double delta,
            @Checks.Amount @Nullable Double gamma,
            @Checks.Amount @Nullable Double vega) {}
}
