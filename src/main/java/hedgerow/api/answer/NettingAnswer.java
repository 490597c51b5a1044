package hedgerow.api.answer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What netting saves, and the sets in which legs net.
@Schema(description = "What netting saves, and the sets in which legs net")
public record NettingAnswer(
        @Schema(
                        description = "which legs of a group net",
                        enumeration = {"full", "byUnderlying", "byExpiry", "none"})
                String rule,
        @Schema(description = "the sum of what each position would post alone") double standAlone,
        @Schema(description = "the sum over sets: initial margin") double netted,
        @Schema(description = "standAlone - netted") double offset,
        @Schema(description = "100 * offset / standAlone; left out where that is zero")
                Optional<Double> offsetPercent,
        @Schema(description = "in order of groups, underlyings and expiries")
                List<NettingSetAnswer> sets) {

    /// Legs that are margined together.
    @Schema(description = "Legs that are margined together")
    public record NettingSetAnswer(
            @Schema(description = "the group, as far as `groupLevel` tells it apart")
                    Optional<String> group,
            Optional<String> underlying,
            Optional<Instant> expiry,
            double initial,
            double maintenance,
            @Schema(description = "the sum of what each of its positions would post alone")
                    double standAlone,
            @Schema(description = "places of positions in the request") List<Integer> positions,
            @Schema(description = "places of open orders in the request") List<Integer> orders,
            @Schema(description = "whether it is collateral that moves with an underlying")
                    boolean collateral) {}
}
