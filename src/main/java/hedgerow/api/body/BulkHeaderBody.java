package hedgerow.api.body;

import hedgerow.store.Checks;
import hedgerow.store.MarketBody;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The first line of a stream of accounts.
@RegisterForReflection
@Schema(name = "BulkHeader", description = "The model and the market of all accounts of a stream")
public record BulkHeaderBody(
        @Checks.Required @Checks.Name @Schema(required = true, examples = "crypto-grid")
                @Nullable String model,
        @Checks.Required
                @Schema(
                        required = true,
                        description = "the id of a loaded snapshot, or a market",
                        oneOf = {String.class, MarketBody.class})
                @Nullable IdOr<@Valid MarketBody> market,
        @Checks.Name @Schema(examples = "USD") @Nullable String currency)
        implements QuestionBody {

    @Override
    public PortfolioBody portfolio() {
        return new PortfolioBody(List.of(), null, null, null);
    }

    @Override
    public @Nullable HedgeLegsBody hedge() {
        return null;
    }

    @Override
    public Detail detail() {
        return Detail.BRIEF;
    }

    @Override
    public @Nullable Boolean scenarioPnl() {
        return null;
    }
}
