package hedgerow.api.answer;

import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// How much of a hedge one model recognises.
@Schema(description = "How much of a hedge one model recognises")
public record SavingAnswer(
        @Schema(description = "initial margin of the hedge by itself") double hedgeAlone,
        @Schema(description = "initial and maintenance margin with the hedge")
                InitialMaintenance after,
        @Schema(description = "initial margin taken off") double saved,
        @Schema(description = "saved / initial margin before; left out where that is zero")
                Optional<Double> savedFraction,
        @Schema(description = "what portfolio and hedge post less together than apart")
                double offset) {}
