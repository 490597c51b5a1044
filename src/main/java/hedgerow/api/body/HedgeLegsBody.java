package hedgerow.api.body;

import hedgerow.store.Checks;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Trades that would be done beside a portfolio.
@RegisterForReflection
@Schema(
        name = "Hedge",
        description = "Trades that would be done beside the portfolio, in the order of trading")
public record HedgeLegsBody(
        @Size(min = 1, message = "at least one position")
                @Schema(
                        minItems = 1,
                        maxItems = Bounds.HEDGE_LEGS,
                        description = "needed where there is no `preset`")
                @Nullable List<@Checks.Required @Valid @Nullable LegBody> positions,
        @Valid @Schema(description = "a hedge of a well-known shape, in place of `positions`")
                @Nullable PresetBody preset) {}
