package hedgerow.api.body;

import hedgerow.store.Checks;
import hedgerow.store.MarketBody;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The question of `POST /v1/margin/venues`.
@RegisterForReflection
@Schema(name = "VenuesRequest", description = "One account at several venues, in one market")
public record VenuesBody(
        @Checks.Required
                @Checks.Name
                @Schema(
                        required = true,
                        description =
                                "the model of what is put together, and of venues that name none:"
                                        + " `id`, the newest version, or `id@version`",
                        examples = "crypto-grid")
                @Nullable String model,
        @Checks.Required
                @Schema(
                        required = true,
                        description = "the id of a loaded snapshot, or a market",
                        oneOf = {String.class, MarketBody.class})
                @Nullable IdOr<@Valid MarketBody> market,
        @Checks.Required
                @Size(min = 1, max = Bounds.VENUES, message = VENUES)
                @Schema(required = true, minItems = 1, maxItems = Bounds.VENUES)
                @Nullable List<@Checks.Required @Valid @Nullable Venue> venues,
        @Checks.Share
                @Schema(
                        description =
                                "the fraction of an offset that every pair of venues recognises"
                                        + " which `alphas` does not name: 0 unless given")
                @Nullable Double alpha,
        @Size(max = Bounds.VENUE_PAIRS, message = PAIRS)
                @Schema(
                        maxItems = Bounds.VENUE_PAIRS,
                        description = "the fractions of single pairs of venues")
                @Nullable List<@Checks.Required @Valid @Nullable Alpha> alphas,
        @Valid @Schema(description = "how long collateral takes to be moved")
                @Nullable Latency latency,
        @Valid
                @Schema(
                        description =
                                "what margin on several underlyings is less than the sum, where"
                                        + " venues are put together; nothing unless given")
                @Nullable Correlation correlation,
        @Checks.Name
                @Schema(
                        description =
                                "the margin currency; needed where what is held is quoted in more"
                                        + " than one",
                        examples = "USD")
                @Nullable String currency,
        @Schema(
                        description = "how much of each margin is answered: brief unless given",
                        enumeration = {"full", "standard", "brief"})
                @Nullable Detail detail) {
    private static final String VENUES = "1 to " + Bounds.VENUES + " venues";
    private static final String PAIRS = "at most " + Bounds.VENUE_PAIRS + " pairs";
    private static final String TWO = "two different names";

    /// What one account holds at one venue.
    @RegisterForReflection
    @Schema(name = "Venue", description = "What the account holds at one venue")
    public record Venue(
            @Checks.Required
                    @Checks.Name
                    @Schema(required = true, description = "a name of your own, once each")
                    @Nullable String venue,
            @Checks.Name @Schema(description = "the venue's own model") @Nullable String model,
            @Checks.Required @Valid @Schema(required = true) @Nullable PortfolioBody portfolio,
            @Checks.Share
                    @Schema(
                            description =
                                    "the fraction of what is owned here that is lost on the way to"
                                            + " another venue: 0 unless given")
                    @Nullable Double bridgeHaircut) {}

    /// How much of an offset two venues recognise.
    @RegisterForReflection
    @Schema(name = "VenueAlpha", description = "How much of an offset two venues recognise")
    public record Alpha(
            @Checks.Required
                    @Size(min = 2, max = 2, message = TWO)
                    @Schema(required = true, minItems = 2, maxItems = 2)
                    @Nullable List<@Checks.Required @Checks.Name @Nullable String> venues,
            @Checks.Required
                    @Checks.Share
                    @Schema(required = true, description = "0, none, to 1, all")
                    @Nullable Double alpha) {}

    /// How long collateral takes to be moved.
    @RegisterForReflection
    @Schema(name = "VenueLatency", description = "How long collateral takes to be moved")
    public record Latency(
            @DecimalMin(value = "0", message = SECONDS)
                    @DecimalMax(value = "31536000", message = SECONDS)
                    @Schema(description = "600 unless given")
                    @Nullable Double seconds,
            @DecimalMin(value = "0", message = QUANTILE)
                    @DecimalMax(value = "20", message = QUANTILE)
                    @Schema(
                            description =
                                    "how many standard deviations are covered: those of 99 %,"
                                            + " 2.3263, unless given")
                    @Nullable Double quantile,
            @Size(max = Bounds.VENUE_PAIRS, message = PAIRS)
                    @Schema(
                            description =
                                    "vols of underlyings: the market's at the money for a month"
                                            + " unless given")
                    @Nullable List<@Checks.Required @Valid @Nullable UnderlyingVol> vols) {
        private static final String SECONDS = "a number of seconds from 0 to 31536000";
        private static final String QUANTILE = "a number from 0 to 20";
    }

    /// The vol of one underlying.
    @RegisterForReflection
    @Schema(name = "UnderlyingVol")
    public record UnderlyingVol(
            @Checks.Required @Checks.Name @Schema(required = true, examples = "BTC")
                    @Nullable String underlying,
            @Checks.Required @Checks.Vol @Schema(required = true, examples = "0.6")
                    @Nullable Double vol) {}

    /// How losses on several underlyings add.
    @RegisterForReflection
    @Schema(name = "Correlation", description = "How losses on several underlyings add")
    public record Correlation(
            @Checks.Required
                    @Schema(
                            required = true,
                            description =
                                    "rate: opposite sides of a pair are credited value * 2 *"
                                            + " min(loss, loss), the largest credit first, each loss"
                                            + " used once. correlation: losses add to sqrt(L' R L),"
                                            + " L with the sign of the exposure; those of a pair that"
                                            + " is not named add in full",
                            enumeration = {"rate", "correlation"})
                    @Nullable Method method,
            @Checks.Required
                    @Size(max = Bounds.VENUE_PAIRS, message = PAIRS)
                    @Schema(required = true, maxItems = Bounds.VENUE_PAIRS)
                    @Nullable List<@Checks.Required @Valid @Nullable UnderlyingPair> pairs) {
        /// How the value of a pair is meant.
        public enum Method {
            /// A credit for opposite sides.
            RATE,
            /// A correlation.
            CORRELATION
        }
    }

    /// Two underlyings and what holds between them.
    @RegisterForReflection
    @Schema(name = "UnderlyingPair")
    public record UnderlyingPair(
            @Checks.Required
                    @Size(min = 2, max = 2, message = TWO)
                    @Schema(required = true, minItems = 2, maxItems = 2)
                    @Nullable List<@Checks.Required @Checks.Name @Nullable String> underlyings,
            @Checks.Required
                    @DecimalMin(value = "-1", message = VALUE)
                    @DecimalMax(value = "1", message = VALUE)
                    @Schema(
                            required = true,
                            description = "a rate from 0 to 1, or a correlation from -1 to 1")
                    @Nullable Double value) {
        private static final String VALUE = "a number from -1 to 1; a rate is 0 or more";
    }
}
