package hedgerow.api.answer;

import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Where one account is liquidated.
@Schema(description = "Where one account is liquidated")
public record LiquidationLevelsAnswer(
        @Schema(description = "where the account stands today") StandingAnswer now,
        @Schema(
                        description =
                                "none: at no price looked at; one; several; or inDeficit: today"
                                        + " already",
                        enumeration = {"none", "one", "several", "inDeficit"})
                String found,
        @Schema(description = "the nearest level below spot; left out where there is none")
                Optional<LiquidationLevelAnswer> below,
        @Schema(description = "the nearest level above spot; left out where there is none")
                Optional<LiquidationLevelAnswer> above,
        @Schema(description = "all of them, ascending") List<LiquidationLevelAnswer> levels,
        @Schema(description = "the levels in words") String text) {}
