package hedgerow.api.planning;

import hedgerow.store.Checks;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The question of `POST /v1/execution/impact`.
@RegisterForReflection
@Schema(
        name = "ImpactRequest",
        description = "A size, the side of the book it trades with, and vol")
public record ImpactBody(
        @Checks.Required
                @Checks.Premium
                @Schema(required = true, description = "contracts to trade", examples = "25")
                @Nullable Double size,
        @Checks.Required @Checks.Price @Schema(required = true, examples = "60000")
                @Nullable Double mid,
        @Size(max = 10_000, message = LEVELS)
                @Schema(description = "the side that is traded with, best price first")
                @Nullable List<@Checks.Required @Valid @Nullable Level> levels,
        @Checks.Required @Checks.Vol @Schema(required = true, description = "vol a year")
                @Nullable Double vol,
        @Checks.Required
                @Checks.Price
                @Schema(required = true, description = "contracts traded in a day")
                @Nullable Double volumeDaily,
        @Checks.Vol @Schema(description = "of the square-root law; 1 unless given")
                @Nullable Double coefficient,
        @Checks.Share
                @Schema(
                        description =
                                "share of the last impact that the whole order pays: 1 for the"
                                        + " peak, which is taken unless given; 2/3 for the average")
                @Nullable Double averageShare,
        @Checks.Share
                @Schema(
                        description =
                                "share of the day's volume below which impact is linear; 0 unless"
                                        + " given")
                @Nullable Double crossoverShare,
        @Checks.Premium @Schema(description = "half a spread, per contract; 0 unless given")
                @Nullable Double halfSpread) {
    private static final String LEVELS = "a list of at most 10,000 levels";

    /// What the book holds at one price.
    @RegisterForReflection
    @Schema(name = "BookLevel")
    public record Level(
            @Checks.Required @Checks.Price @Schema(required = true) @Nullable Double price,
            @Checks.Required @Checks.Price @Schema(required = true) @Nullable Double size) {}
}
