package hedgerow.api;

import hedgerow.api.answer.SuggestAnswer;
import hedgerow.api.body.SuggestBody;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Which trades take most off a margin.
@Path("/v1/hedge")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Hedge", description = "Which trades take most off a margin")
final class HedgeResource {
    private final Answers answers;
    private final Capacity capacity;

    HedgeResource(Answers answers, Capacity capacity) {
        this.answers = answers;
        this.capacity = capacity;
    }

    @POST
    @Path("/suggest")
    @Operation(
            operationId = "suggest",
            summary = "Which few trades cut margin most for their cost",
            description =
                    "Candidates come from the market's quotes or are named. A linear program finds"
                            + " the bound, few legs are chosen and rounded to whole lots, and the"
                            + " model itself prices what is answered")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SuggestBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "Hedges, best first, beside the bound that none can beat",
            content = @Content(schema = @Schema(implementation = SuggestAnswer.class)))
    public SuggestAnswer suggest(InputStream body) {
        return capacity.compute(() -> answers.suggest(body));
    }
}
