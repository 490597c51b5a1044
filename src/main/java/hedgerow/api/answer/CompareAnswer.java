package hedgerow.api.answer;

import hedgerow.api.problem.Problem;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The same portfolio under several models.
@Schema(description = "The same portfolio under several models, in the order asked for")
public record CompareAnswer(List<Entry> models) {

    /// What one model says.
    @Schema(description = "What one model says: its margin, or why it refuses")
    public record Entry(
            @Schema(description = "the model and its version", examples = "crypto-grid@1")
                    String model,
            Optional<MarginAnswer> margin,
            @Schema(description = "how much of the hedge it recognises, where one is given")
                    Optional<SavingAnswer> hedge,
            @Schema(description = "the problem that this model alone would be answered with")
                    Optional<Problem> problem) {}
}
