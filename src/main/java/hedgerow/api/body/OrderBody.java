package hedgerow.api.body;

import hedgerow.store.Checks;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An open order: it may fill at its limit at any time, so it counts at its worst.
@RegisterForReflection
@Schema(
        name = "Order",
        description = "An open order: it may fill at any time, so it counts at its worst")
public record OrderBody(
        @Schema(description = "a symbol of Deribit, OKX or OCC") @Nullable String symbol,
        @Valid @Nullable InstrumentBody instrument,
        @Checks.Required
                @Quantity
                @Schema(
                        required = true,
                        description = "contracts; positive buys, negative sells",
                        minimum = "-" + Bounds.QUANTITY,
                        maximum = Bounds.QUANTITY,
                        examples = "1")
                @Nullable Double quantity,
        @Schema(
                        description = "quote: the quantity is notional in the quote currency",
                        enumeration = {"base", "quote"})
                InstrumentBody.@Nullable Unit unit,
        @Checks.Required
                @Checks.Amount
                @Schema(
                        required = true,
                        description = "price per unit, in what the contract is quoted in")
                @Nullable Double limitPrice,
        @Checks.Name @Schema(description = "the account, sub-account or strategy, as of a position")
                @Nullable String group) {}
