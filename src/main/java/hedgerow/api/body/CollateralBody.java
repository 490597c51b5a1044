package hedgerow.api.body;

import hedgerow.store.Checks;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An amount of one asset posted as collateral.
@RegisterForReflection
@Schema(name = "Collateral", description = "An amount of one asset posted as collateral")
public record CollateralBody(
        @Checks.Required @Checks.Name @Schema(required = true, examples = "USDC")
                @Nullable String asset,
        @Checks.Required
                @Quantity
                @Schema(
                        required = true,
                        description = "units; negative is a debt",
                        examples = "120000")
                @Nullable Double quantity) {}
