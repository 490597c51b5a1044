package hedgerow.api.body;

import hedgerow.margin.NettingRule;
import hedgerow.store.Checks;
import hedgerow.store.MarketBody;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The question of `POST /v1/margin`.
@RegisterForReflection
@Schema(name = "MarginRequest", description = "A portfolio, its market, and the model to ask")
public record MarginBody(
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
        @Valid
                @Schema(
                        description =
                                "checked, and else not read here: POST /v1/margin/hedge tells what"
                                        + " it takes off")
                @Nullable HedgeLegsBody hedge,
        @Schema(
                        description =
                                "which legs net: full unless given, or those on one underlying, those"
                                        + " of one expiry of it, or none. Sets are margined apart and"
                                        + " add",
                        enumeration = {"full", "byUnderlying", "byExpiry", "none"})
                @Nullable NettingRule netting,
        @Min(value = 0, message = LEVEL)
                @Max(value = 8, message = LEVEL)
                @Schema(
                        description =
                                "how many parts of a leg's `group`, between slashes, tell groups"
                                        + " apart: 1 the account, 2 the sub-account, 3 the strategy;"
                                        + " 0 lets all groups net; all parts unless given")
                @Nullable Integer groupLevel)
        implements QuestionBody {
    private static final String LEVEL = "a whole number from 0 to 8";
}
