package hedgerow.api.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The requirement of the legs on one underlying.
@Schema(description = "The requirement of the legs on one underlying; these add to the whole")
public record GroupAnswer(
        @Schema(examples = "BTC") String underlying,
        double initial,
        double maintenance,
        @JsonInclude(JsonInclude.Include.ALWAYS) Optional<BindingAnswer> binding,
        @Schema(
                        description =
                                "unweighted profit (positive) or loss by scenario, in the order of"
                                        + " the model's grid; on request")
                Optional<List<Double>> scenarioPnl,
        @Schema(description = "its place in `netting.sets`, where legs net in part")
                Optional<Integer> set) {}
