package hedgerow.api.answer;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Every model, and the limits of the service.
@Schema(description = "Every version of every model, and the limits of the service")
public record ModelsAnswer(List<ModelAnswer> models, LimitsAnswer limits, EngineName engine) {}
