package hedgerow.api.body;

import hedgerow.portfolio.Settlement;
import hedgerow.store.Checks;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A hedge of a well-known shape.
@RegisterForReflection
@Schema(
        name = "Preset",
        description =
                "A hedge of a well-known shape. Needed beside `kind`, `underlying` and `quantity`:"
                        + " protectivePut `expiry`, `strike`; collar `expiry`, `strike`,"
                        + " `callStrike`; putSpread `expiry`, `strike`, `lowerStrike`; future"
                        + " `expiry`; varianceSwap `expiry`, `strikeVol`, `start`")
public record PresetBody(
        @Checks.Required
                @Schema(
                        required = true,
                        description =
                                "protectivePut: puts bought; collar: puts bought and calls sold;"
                                        + " putSpread: puts bought and lower puts sold; future and"
                                        + " perpetual: sold; varianceSwap: bought",
                        enumeration = {
                            "protectivePut",
                            "collar",
                            "putSpread",
                            "future",
                            "perpetual",
                            "varianceSwap"
                        })
                @Nullable Kind kind,
        @Checks.Required @Checks.Name @Schema(required = true, examples = "BTC")
                @Nullable String underlying,
        @Checks.Required
                @Quantity
                @Schema(
                        required = true,
                        description =
                                "units that are protected: positive against a fall; a varianceSwap's"
                                        + " vega, in the quote currency per vol point",
                        examples = "10")
                @Nullable Double quantity,
        @Schema(examples = "2026-12-25T08:00:00Z") @Nullable Instant expiry,
        @Checks.Price @Schema(description = "of the puts bought", examples = "54000")
                @Nullable Double strike,
        @Checks.Price @Schema(description = "putSpread: of the puts sold", examples = "48000")
                @Nullable Double lowerStrike,
        @Checks.Price @Schema(description = "collar: of the calls sold", examples = "66000")
                @Nullable Double callStrike,
        @Checks.Vol @Schema(description = "varianceSwap: the agreed vol", examples = "0.60")
                @Nullable Double strikeVol,
        @Schema(
                        description =
                                "varianceSwap: the first observation, such as the market's asOf;"
                                        + " nothing is taken to be realised yet",
                        examples = "2026-01-01T08:00:00Z")
                @Nullable Instant start,
        @Schema(
                        description = "linear unless given, or inverse",
                        enumeration = {"linear", "inverse"})
                @Nullable Settlement settlement) {

    /// The shapes.
    public enum Kind {
        PROTECTIVE_PUT,
        COLLAR,
        PUT_SPREAD,
        FUTURE,
        PERPETUAL,
        VARIANCE_SWAP
    }
}
