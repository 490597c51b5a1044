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

/// The question of `POST /v1/portfolio/frontier`.
///
/// The covariance comes from vols and `correlations`, as `covariance`, or from the history of
/// `returns`.
@RegisterForReflection
@Schema(
        name = "FrontierRequest",
        description = "Assets, how they move together, and what is wanted")
public record FrontierBody(
        @Checks.Required @Size(min = 1, max = 200, message = ASSETS) @Schema(required = true)
                @Nullable List<@Checks.Required @Valid @Nullable Asset> assets,
        @Size(max = 200, message = ASSETS)
                @Schema(description = "of the assets' returns, beside their vols")
                @Nullable List<@Checks.Required @Nullable List<@Checks.Required @Nullable Double>>
                        correlations,
        @Size(max = 200, message = ASSETS)
                @Schema(description = "a year, in place of vols and correlations")
                @Nullable List<@Checks.Required @Nullable List<@Checks.Required @Nullable Double>>
                        covariance,
        @Size(max = 10_000, message = HISTORY)
                @Schema(description = "one list of returns per period, in place of both")
                @Nullable List<@Checks.Required @Nullable List<@Checks.Required @Nullable Double>>
                        returns,
        @DecimalMin(value = "1", message = PERIODS)
                @DecimalMax(value = "100000", message = PERIODS)
                @Schema(description = "of the returns; 365 unless given")
                @Nullable Double periodsPerYear,
        @Schema(description = "shrink the sample towards the scaled identity; true unless given")
                @Nullable Boolean shrink,
        @Checks.Rate @Schema(description = "for the tangency portfolio; 0 unless given")
                @Nullable Double riskFreeAnnual,
        @Min(value = 2, message = POINTS)
                @Max(value = 200, message = POINTS)
                @Schema(description = "of the frontier; 11 unless given")
                @Nullable Integer points,
        @Checks.Vol @Schema(description = "for the largest mean within a vol")
                @Nullable Double targetVol,
        @Checks.Rate @Schema(description = "for the least vol at a mean")
                @Nullable Double targetMean,
        @Checks.Premium @Schema(description = "lambda in mean - lambda/2 variance - margin cost")
                @Nullable Double riskAversion,
        @Valid @Schema(description = "margin that weights must post, and what it costs")
                @Nullable Margin margin) {
    private static final String ASSETS = "a list of 1 to 200 assets";
    private static final String HISTORY = "a list of at most 10,000 periods";
    private static final String PERIODS = "a number from 1 to 100000";
    private static final String POINTS = "a whole number from 2 to 200";
    private static final String SCENARIOS = "a list of 1 to 4096 scenarios";

    /// One asset.
    @RegisterForReflection
    @Schema(name = "FrontierAsset")
    public record Asset(
            @Checks.Required @Checks.Name @Schema(required = true) @Nullable String name,
            @Checks.Required
                    @Checks.Rate
                    @Schema(required = true, description = "expected return a year")
                    @Nullable Double mean,
            @Checks.Vol @Schema(description = "a year; beside `correlations`") @Nullable Double vol,
            @Checks.Rate @Schema(description = "smallest weight; 0 unless given")
                    @Nullable Double least,
            @Checks.Rate @Schema(description = "largest weight; 1 unless given")
                    @Nullable Double most) {}

    /// What a weight of one gains in each scenario of a margin model, weighted.
    @RegisterForReflection
    @Schema(name = "FrontierMargin")
    public record Margin(
            @Checks.Required
                    @Size(min = 1, max = 4096, message = SCENARIOS)
                    @Schema(required = true, description = "one list of profits per scenario")
                    @Nullable
                            List<@Checks.Required @Nullable List<@Checks.Required @Nullable Double>>
                            profits,
            @Checks.Required
                    @Checks.Vol
                    @Schema(required = true, description = "cost of one unit of margin a year")
                    @Nullable Double costAnnual) {}
}
