package hedgerow.api.body;

import hedgerow.store.Checks;
import hedgerow.store.MarketBody;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The question of `POST /v1/margin/compare`.
@RegisterForReflection
@Schema(
        name = "CompareRequest",
        description = "A portfolio, and a hedge where wanted, under several models")
public record CompareBody(
        @Checks.Required
                @Size(min = 1, max = Bounds.MODELS, message = "1 to " + Bounds.MODELS + " models")
                @Schema(
                        required = true,
                        minItems = 1,
                        maxItems = Bounds.MODELS,
                        description = "`id`, the newest version, or `id@version`",
                        examples = "[\"crypto-grid\", \"delta\"]")
                @Nullable List<@Checks.Required @Checks.Name @Nullable String> models,
        @Checks.Required
                @Schema(
                        required = true,
                        description = "the id of a loaded snapshot, or a market",
                        oneOf = {String.class, MarketBody.class})
                @Nullable IdOr<@Valid MarketBody> market,
        @Checks.Required @Valid @Schema(required = true) @Nullable PortfolioBody portfolio,
        @Valid @Nullable HedgeLegsBody hedge,
        @Checks.Name @Schema(description = "not read here: name every model in `models`")
                @Nullable String model,
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
                @Nullable Boolean scenarioPnl)
        implements QuestionBody {}
