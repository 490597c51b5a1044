package hedgerow.api.body;

import hedgerow.portfolio.Instrument.Kind;
import hedgerow.portfolio.OptionRight;
import hedgerow.store.Checks;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Which of a market's quotes may be traded.
@RegisterForReflection
@Schema(
        name = "ChainFilter",
        description =
                "Which of the market's quotes may be traded: options at their bid and offer,"
                        + " futures at listed forwards, perpetuals at their mark")
public record ChainBody(
        @Schema(description = "ids of underlyings: those that are held unless given")
                @Nullable List<@Checks.Required @Checks.Name @Nullable String> underlyings,
        @Schema(
                        description = "option, future, perpetual: all of them unless given",
                        enumeration = {"option", "future", "perpetual"})
                @Nullable List<@Checks.Required @Nullable Kind> kinds,
        @Schema(
                        description = "call, put: both unless given",
                        enumeration = {"call", "put"})
                @Nullable List<@Checks.Required @Nullable OptionRight> rights,
        @Schema(
                        description = "buy, sell: both unless given",
                        enumeration = {"buy", "sell"})
                @Nullable List<@Checks.Required @Nullable TradeSide> sides,
        @DecimalMin(value = "0", message = DAYS)
                @DecimalMax(value = "36500", message = DAYS)
                @Schema(description = "the fewest days to expiry: 1 unless given")
                @Nullable Double leastDays,
        @DecimalMin(value = "0", message = DAYS)
                @DecimalMax(value = "36500", message = DAYS)
                @Schema(description = "the most days to expiry: 400 unless given")
                @Nullable Double mostDays,
        @DecimalMin(value = "0", message = WIDE)
                @DecimalMax(value = "1000", message = WIDE)
                @Schema(
                        description =
                                "how far a strike may lie from its forward, a fraction of it: 0.4"
                                        + " unless given")
                @Nullable Double strikeDistance,
        @DecimalMin(value = "0", message = WIDE)
                @DecimalMax(value = "1000", message = WIDE)
                @Schema(
                        description =
                                "the widest spread of an option, a fraction of its middle: 0.25"
                                        + " unless given")
                @Nullable Double spread,
        @Checks.Premium
                @Schema(
                        description =
                                "the least open interest of an option, as its quote counts it: 0"
                                        + " unless given; refused where no quote states one")
                @Nullable Double leastOpenInterest,
        @Checks.Premium
                @Schema(
                        description =
                                "the least volume of an option, as its quote counts it: 0 unless"
                                        + " given; refused where no quote states one")
                @Nullable Double leastVolume,
        @Multiplier @Schema(description = "contracts in one lot: 1 unless given")
                @Nullable Double lot,
        @Checks.Premium
                @Schema(description = "the most lots of one candidate: any number unless given")
                @Nullable Double mostLots,
        @Checks.Share
                @Schema(description = "fee of an option, a fraction of spot: 0.0003 unless given")
                @Nullable Double optionFee,
        @Checks.Share
                @Schema(
                        description =
                                "fee of a future or perpetual, a fraction of spot: 0.0005 unless"
                                        + " given")
                @Nullable Double linearFee,
        @Min(value = 0, message = MOST)
                @Max(value = Bounds.CANDIDATES, message = MOST)
                @Schema(
                        description =
                                "the most candidates, nearest to the money first: 300 unless given",
                        minimum = "0",
                        maximum = "" + Bounds.CANDIDATES)
                @Nullable Integer most) {
    private static final String DAYS = "a number of days from 0 to 36500";
    private static final String WIDE = "a fraction from 0 to 1000";
    private static final String MOST = "a whole number from 0 to " + Bounds.CANDIDATES;
}
