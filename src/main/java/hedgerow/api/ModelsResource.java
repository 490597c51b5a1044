package hedgerow.api;

import hedgerow.api.answer.LimitsAnswer;
import hedgerow.api.answer.ModelAnswer;
import hedgerow.api.answer.ModelsAnswer;
import hedgerow.store.ModelStore;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// The models that can be asked.
@Path("/v1/models")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Models", description = "The models that can be asked, with every parameter")
final class ModelsResource {
    private final ModelStore models;
    private final Engine engine;

    ModelsResource(ModelStore models, Engine engine) {
        this.models = models;
        this.engine = engine;
    }

    @GET
    @Operation(operationId = "models", summary = "Every model, and the limits of the service")
    @APIResponse(responseCode = "200", description = "Every version of every model")
    public ModelsAnswer models() {
        return new ModelsAnswer(
                models.all().stream().map(ModelAnswer::brief).toList(),
                LimitsAnswer.of(),
                engine.name());
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "model",
            summary = "One model with every parameter, as its file says it")
    @APIResponse(responseCode = "200", description = "The model")
    public ModelAnswer model(
            @Parameter(description = "`id`, the newest version, or `id@version`") String id) {
        return ModelAnswer.full(Found.model(models, id));
    }
}
