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

/// The question of `POST /v1/price/forward`.
@RegisterForReflection
@Schema(name = "ForwardRequest", description = "Spot, carry and time; what is quoted, if anything")
public record ForwardBody(
        @Checks.Required @Checks.Price @Schema(required = true, examples = "60000")
                @Nullable Double spot,
        @Checks.Required
                @DecimalMin(value = "0", inclusive = false, message = DAYS)
                @DecimalMax(value = "36500", message = DAYS)
                @Schema(required = true, description = "days to expiry", examples = "30")
                @Nullable Double days,
        @Checks.Rate @Schema(description = "continuously compounded; 0 unless given")
                @Nullable Double rateAnnual,
        @Checks.Rate @Schema(description = "yield of holding it; 0 unless given")
                @Nullable Double yieldAnnual,
        @Checks.Price @Schema(description = "a quoted forward, to be compared")
                @Nullable Double quoted,
        @Checks.Rate @Schema(description = "what longs of the perpetual pay per 8 hours")
                @Nullable Double fundingRate8h,
        @Valid @Schema(description = "a matched calendar spread and the charge on it")
                @Nullable Calendar calendar,
        @Valid @Schema(description = "an inverse contract and what it gained")
                @Nullable Inverse inverse,
        @Valid @Schema(description = "an exposure hedged with a contract that moves otherwise")
                @Nullable BasisRisk basisRisk) {
    private static final String DAYS = "a number of days above 0, at most 36500";

    /// A position and its opposite in a later expiry.
    @RegisterForReflection
    @Schema(name = "CalendarSpread")
    public record Calendar(
            @Checks.Required @Checks.Amount @Schema(required = true, description = "base units")
                    @Nullable Double units,
            @Checks.Required
                    @DecimalMin(value = "0", message = DAYS)
                    @DecimalMax(value = "36500", message = DAYS)
                    @Schema(required = true, description = "days between the two expiries")
                    @Nullable Double days,
            @Checks.Required
                    @Checks.Vol
                    @Schema(
                            required = true,
                            description = "by what fraction of spot the basis may move in a year",
                            examples = "0.05")
                    @Nullable Double moveAnnual) {}

    /// A contract that is paid in coins.
    @RegisterForReflection
    @Schema(name = "InverseTrade")
    public record Inverse(
            @Checks.Required
                    @Checks.Amount
                    @Schema(required = true, description = "quote currency, positive for long")
                    @Nullable Double notional,
            @Checks.Required @Checks.Price @Schema(required = true, description = "entry price")
                    @Nullable Double from,
            @Checks.Required @Checks.Price @Schema(required = true, description = "price now")
                    @Nullable Double to) {}

    /// A hedge that does not move quite as the exposure does.
    @RegisterForReflection
    @Schema(name = "BasisRisk")
    public record BasisRisk(
            @Checks.Required @Checks.Amount @Schema(required = true, description = "its value")
                    @Nullable Double exposure,
            @Checks.Vol @Schema(description = "vol a year") @Nullable Double exposureVol,
            @DecimalMin(value = "0", inclusive = false, message = VOL)
                    @DecimalMax(value = "100", message = VOL)
                    @Schema(description = "vol a year")
                    @Nullable Double hedgeVol,
            @DecimalMin(value = "-1", message = CORRELATION)
                    @DecimalMax(value = "1", message = CORRELATION)
                    @Nullable Double correlation,
            @Valid @Schema(description = "in place of vols and correlation: what both did")
                    @Nullable Returns returns,
            @Checks.Price
                    @Schema(
                            description =
                                    "value of one contract of the hedge, to be counted in them",
                            examples = "60000")
                    @Nullable Double contractValue,
            @DecimalMin(value = "0.5", message = CONFIDENCE)
                    @DecimalMax(value = "0.999999", message = CONFIDENCE)
                    @Schema(description = "of the value at risk of a day; 0.99 unless given")
                    @Nullable Double confidence) {
        private static final String VOL = "a fraction above 0, at most 100 (0.60 is 60 %)";
        private static final String CORRELATION = "a number from -1 to 1";
        private static final String CONFIDENCE = "a fraction from 0.5 to 0.999999";
    }

    /// What an exposure and its hedge did over the same periods.
    @RegisterForReflection
    @Schema(name = "HedgeReturns", description = "Returns of both over the same periods")
    public record Returns(
            @Checks.Required
                    @Size(min = 3, max = 4096, message = LIST)
                    @Schema(required = true, description = "of the exposure, oldest first")
                    @Nullable List<@Checks.Required @Checks.Rate @Nullable Double> exposure,
            @Checks.Required
                    @Size(min = 3, max = 4096, message = LIST)
                    @Schema(required = true, description = "of the hedge, in the same periods")
                    @Nullable List<@Checks.Required @Checks.Rate @Nullable Double> hedge,
            @DecimalMin(value = "0.0001", message = PERIOD)
                    @DecimalMax(value = "365", message = PERIOD)
                    @Schema(description = "days that a period is long; 1 unless given")
                    @Nullable Double periodDays) {
        private static final String LIST = "a list of 3 to 4096 numbers";
        private static final String PERIOD = "a number of days from 0.0001 to 365";
    }
}
