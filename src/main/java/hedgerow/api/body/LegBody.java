package hedgerow.api.body;

import hedgerow.store.Checks;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A signed number of contracts of one instrument, by symbol or by fields.
@RegisterForReflection
@Schema(
        name = "Position",
        description =
                "A signed number of contracts of one instrument: either by `symbol` or by"
                        + " `instrument`, not both")
public record LegBody(
        @Schema(
                        description =
                                "a symbol of Deribit, OKX or OCC; it implies the venue's contract"
                                        + " size",
                        examples = "BTC_USDC-26DEC26-60000-C")
                @Nullable String symbol,
        @Valid @Nullable InstrumentBody instrument,
        @Checks.Required
                @Quantity
                @Schema(
                        required = true,
                        description =
                                "contracts, a number or a decimal string; positive is long, negative"
                                        + " is short",
                        minimum = "-" + Bounds.QUANTITY,
                        maximum = Bounds.QUANTITY,
                        examples = "-10")
                @Nullable Double quantity,
        @Schema(
                        description =
                                "quote: the quantity is notional in the quote currency; for inverse"
                                        + " futures and perpetuals",
                        enumeration = {"base", "quote"})
                InstrumentBody.@Nullable Unit unit,
        @Checks.Name
                @Schema(
                        description =
                                "the account, sub-account or strategy that it belongs to, such as"
                                        + " `fund/desk/calls`; read by POST /v1/margin, where legs"
                                        + " of different groups do not net",
                        examples = "fund/desk/calls")
                @Nullable String group) {}
