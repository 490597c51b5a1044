package hedgerow.api;

import hedgerow.api.answer.VenuesAnswer;
import hedgerow.api.body.VenuesBody;
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

/// What one account must post at several venues.
@Path("/v1/margin/venues")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Margin")
final class VenuesResource {
    private final VenuesReader questions;
    private final MarginDesk desk;
    private final Capacity capacity;

    VenuesResource(VenuesReader questions, MarginDesk desk, Capacity capacity) {
        this.questions = questions;
        this.desk = desk;
        this.capacity = capacity;
    }

    @POST
    @Amounts
    @Operation(
            operationId = "venues",
            summary = "What must one account post at several venues",
            description =
                    "Each venue alone, all together, and what counts of the difference; what hedges"
                            + " elsewhere may lose until collateral is moved; and what is left when"
                            + " a venue fails")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = VenuesBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "The requirement and how it comes about",
            content = @Content(schema = @Schema(implementation = VenuesAnswer.class)))
    public VenuesAnswer venues(InputStream body) {
        return capacity.compute(() -> desk.venues(questions.read(body)));
    }
}
