package hedgerow.api.planning;

import hedgerow.api.BodyReader;
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

/// What to hold instead.
@Path("/v1/portfolio/frontier")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Planning")
final class FrontierResource {
    private final PlanningDesk desk;

    FrontierResource(PlanningDesk desk) {
        this.desk = desk;
    }

    @POST
    @Operation(operationId = "frontier", summary = "Which weights have least risk for their return")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = FrontierBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "The frontier and the portfolios that were asked for",
            content = @Content(schema = @Schema(implementation = FrontierAnswer.class)))
    public FrontierAnswer frontier(InputStream body) {
        return desk.answer(body, FrontierBody.class, FrontierResource::answer);
    }

    private static FrontierAnswer answer(FrontierBody sent) {
        FrontierAnswers answers = new FrontierAnswers(sent);
        return BodyReader.together("/assets", answers::answer);
    }
}
