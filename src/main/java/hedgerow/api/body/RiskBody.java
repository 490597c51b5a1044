package hedgerow.api.body;

import hedgerow.store.Checks;
import hedgerow.store.MarketBody;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The question of `POST /v1/risk/assess`.
@RegisterForReflection
@Schema(
        name = "RiskRequest",
        description = "A portfolio, a hedge where wanted, and what is to be assessed")
public record RiskBody(
        @Checks.Required
                @Checks.Name
                @Schema(
                        required = true,
                        description =
                                "the model whose margin is told and tested: `id`, the newest"
                                        + " version, or `id@version`",
                        examples = "crypto-grid")
                @Nullable String model,
        @Checks.Required
                @Schema(
                        required = true,
                        description = "the id of a loaded snapshot, or a market",
                        oneOf = {String.class, MarketBody.class})
                @Nullable IdOr<@Valid MarketBody> market,
        @Checks.Required @Valid @Schema(required = true) @Nullable PortfolioBody portfolio,
        @Valid @Schema(description = "what to compare with; may be left out")
                @Nullable HedgeLegsBody hedge,
        @Valid @Schema(description = "what is asked; the usual where it is left out")
                @Nullable RiskTermsBody risk,
        @Checks.Name
                @Schema(
                        description =
                                "the margin currency; needed where what is held is quoted in more"
                                        + " than one",
                        examples = "USD")
                @Nullable String currency)
        implements QuestionBody {

    @Override
    public Detail detail() {
        return Detail.BRIEF;
    }

    @Override
    public @Nullable Boolean scenarioPnl() {
        return null;
    }
}
