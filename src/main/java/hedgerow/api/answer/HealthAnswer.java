package hedgerow.api.answer;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Whether a lending venue may liquidate the account.
@RegisterForReflection
@Schema(description = "Whether a lending venue may liquidate the account")
public record HealthAnswer(
        @Schema(
                        description =
                                "which ratio is told: collateral (weighted over owed, more is"
                                        + " better) or debt (owed over weighted, less is better)",
                        enumeration = {"collateral", "debt"})
                String measure,
        @Schema(description = "the ratio; left out where nothing is below the line")
                Optional<Double> ratio,
        @Schema(description = "the ratio beyond which the account can be liquidated") double limit,
        @Schema(description = "assets less their maintenance haircuts, and unrealised gains")
                double weighted,
        @Schema(description = "debts, maintenance margin, unrealised losses, and any minimum")
                double owed,
        @Schema(description = "whether the account cannot be liquidated") boolean healthy) {}
