package hedgerow.api.body;

import hedgerow.portfolio.OptionRight;
import hedgerow.portfolio.Settlement;
import hedgerow.store.Checks;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An instrument spelt out as fields; which of them are needed, and which allowed, depends on the
/// type.
@RegisterForReflection
@Schema(
        name = "Instrument",
        description =
                "An instrument spelt out as fields. Needed beside `type` and `underlying`: future"
                        + " `expiry`; option `right`, `strike`, `expiry`; varianceSwap and"
                        + " volatilitySwap `strikeVol`, `start`, `expiry`; listed `contract`")
public record InstrumentBody(
        @Checks.Required
                @Schema(
                        required = true,
                        examples = "option",
                        enumeration = {
                            "spot",
                            "future",
                            "perpetual",
                            "option",
                            "varianceSwap",
                            "volatilitySwap",
                            "listed"
                        })
                @Nullable Type type,
        @Checks.Required
                @Checks.Name
                @Schema(
                        required = true,
                        description = "id of an underlying of the market",
                        examples = "BTC")
                @Nullable String underlying,
        @Schema(
                        description = "option",
                        enumeration = {"call", "put"})
                @Nullable OptionRight right,
        @Checks.Price @Schema(description = "option: in the quote currency", examples = "60000")
                @Nullable Double strike,
        @Schema(
                        description = "an instant with zone, never a date alone",
                        examples = "2026-12-25T08:00:00Z")
                @Nullable Instant expiry,
        @Schema(
                        description = "option: european unless given",
                        enumeration = {"european", "american"})
                @Nullable Style style,
        @Schema(
                        description =
                                "linear (paid in the quote currency) unless given, or inverse (paid"
                                        + " in the underlying coin)",
                        enumeration = {"linear", "inverse"})
                @Nullable Settlement settlement,
        @Schema(
                        description =
                                "option: upfront unless given, or futures (by variation margin)",
                        enumeration = {"upfront", "futures"})
                @Nullable Premium premium,
        @Schema(
                        description = "option: delivers spot unless given, or a future",
                        enumeration = {"spot", "future"})
                @Nullable Delivers deliverable,
        @Multiplier
                @Schema(
                        description =
                                "units in one contract, 1 unless given; of the currency of `unit`."
                                        + " Swaps: quote currency per unit of variance or"
                                        + " volatility")
                @Nullable Double multiplier,
        @Schema(
                        description =
                                "what `multiplier` counts: base unless given; quote for an inverse"
                                        + " future or perpetual, so that at multiplier 1 the"
                                        + " quantity is notional in the quote currency",
                        enumeration = {"base", "quote"})
                @Nullable Unit unit,
        @Checks.Name
                @Schema(
                        description =
                                "what the contract is paid in; where given it must be the"
                                        + " underlying's quote currency, or for inverse contracts"
                                        + " the coin",
                        examples = "USD")
                @Nullable String currency,
        @Checks.Vol @Schema(description = "swaps: the agreed vol, a fraction", examples = "0.60")
                @Nullable Double strikeVol,
        @Schema(description = "swaps: the first observation") @Nullable Instant start,
        @Checks.Vol
                @Schema(
                        description =
                                "swaps: the annualised vol realised since `start`; 0 unless given")
                @Nullable Double realisedVol,
        @Checks.Name @Schema(description = "listed: the contract's name in the market's `arrays`")
                @Nullable String contract) {

    /// The kinds of instrument.
    public enum Type {
        SPOT,
        FUTURE,
        PERPETUAL,
        OPTION,
        VARIANCE_SWAP,
        VOLATILITY_SWAP,
        LISTED
    }

    /// When an option may be exercised.
    public enum Style {
        EUROPEAN,
        AMERICAN
    }

    /// When a premium is paid.
    public enum Premium {
        UPFRONT,
        FUTURES
    }

    /// What an option delivers.
    public enum Delivers {
        SPOT,
        FUTURE
    }

    /// What a multiplier, or a quantity, counts.
    public enum Unit {
        BASE,
        QUOTE
    }
}
