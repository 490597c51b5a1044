package hedgerow.api.body;

import hedgerow.store.Checks;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// All that one account holds.
@RegisterForReflection
@Schema(name = "Portfolio", description = "All that one account holds")
public record PortfolioBody(
        @Checks.Required @Schema(required = true, maxItems = Bounds.LEGS)
                @Nullable List<@Checks.Required @Valid @Nullable LegBody> positions,
        @Schema(maxItems = Bounds.ASSETS)
                @Nullable List<@Checks.Required @Valid @Nullable CollateralBody> collateral,
        @Schema(
                        maxItems = Bounds.LEGS,
                        description = "open orders; together with the positions at most 5,000")
                @Nullable List<@Checks.Required @Valid @Nullable OrderBody> orders,
        @Checks.Amount
                @Schema(
                        description =
                                "profit not yet settled, in the margin currency; 0 unless given")
                @Nullable Double unrealisedPnl) {}
