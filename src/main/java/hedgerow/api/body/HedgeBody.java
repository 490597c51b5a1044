package hedgerow.api.body;

import hedgerow.store.Checks;
import hedgerow.store.MarketBody;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The question of `POST /v1/margin/hedge`.
@RegisterForReflection
@Schema(
        name = "HedgeRequest",
        description = "A portfolio and a hedge, or any basket of trades, to do beside it")
public record HedgeBody(
        @Checks.Required
                @Checks.Name
                @Schema(
                        required = true,
                        description = "`id`, the newest version, or `id@version`",
                        examples = "crypto-grid")
                @Nullable String model,
        @Checks.Required
                @Schema(
                        required = true,
                        description = "the id of a loaded snapshot, or a market",
                        oneOf = {String.class, MarketBody.class})
                @Nullable IdOr<@Valid MarketBody> market,
        @Checks.Required @Valid @Schema(required = true) @Nullable PortfolioBody portfolio,
        @Checks.Required @Valid @Schema(required = true) @Nullable HedgeLegsBody hedge,
        @Checks.Name
                @Schema(
                        description =
                                "the margin currency; needed where what is held is quoted in more"
                                        + " than one",
                        examples = "USD")
                @Nullable String currency,
        @Schema(
                        description = "how much is answered: full unless given",
                        enumeration = {"full", "standard", "brief"})
                @Nullable Detail detail,
        @Schema(description = "whether each group shows its P&L by scenario: false unless given")
                @Nullable Boolean scenarioPnl,
        @Schema(
                        description =
                                "whether `peak`, `givenOrder` and `safeOrder` are answered with"
                                        + " `detail: brief` too: false unless given")
                @Nullable Boolean tradePath,
        @Checks.Premium
                @Schema(
                        description =
                                "what each leg that is traded costs besides, however large it is, in"
                                        + " the margin currency; 0 unless given",
                        examples = "12")
                @Nullable Double gasPerTrade,
        @Valid
                @Schema(
                        description =
                                "asks for `protection`; a preset is always measured, as by `{}`")
                @Nullable ProtectionBody protection)
        implements QuestionBody {}
