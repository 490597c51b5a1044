package hedgerow.api.answer;

import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// One part of an underlying's requirement.
@Schema(
        description =
                "One part of an underlying's requirement: factor * max(largest of the `max` parts +"
                        + " the `sum` parts inside the factor, the `minimum` parts) + the `sum`"
                        + " parts outside it")
public record ComponentAnswer(
        @Schema(examples = "scan risk") String name,
        @Schema(examples = "BTC") String underlying,
        @Schema(
                        description =
                                "max: the largest of all such parts counts; sum: it is added;"
                                        + " minimum: the least that all others inside the factor"
                                        + " come to; part: in the scan risk already, what an"
                                        + " adjustment changes in the binding scenario",
                        enumeration = {"max", "sum", "minimum", "part"})
                String operator,
        @Schema(description = "towards initial margin, before the factor") double initial,
        @Schema(description = "towards maintenance margin, before the factor") double maintenance,
        @Schema(
                        description = "whether the model's factors are put on it",
                        enumeration = {"inside", "outside"})
                String factor,
        @Schema(description = "the factor on it in initial margin") double initialFactor,
        @Schema(description = "the factor on it in maintenance margin") double maintenanceFactor,
        @Schema(
                        description =
                                "whether it decides the initial requirement: the largest of those"
                                        + " compared, or one that adds")
                boolean binds,
        @Schema(description = "its place in `netting.sets`, where legs net in part")
                Optional<Integer> set) {}
