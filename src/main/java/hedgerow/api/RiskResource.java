package hedgerow.api;

import hedgerow.api.answer.RiskAnswer;
import hedgerow.api.body.RiskBody;
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

/// What could be lost.
@Path("/v1/risk")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Risk", description = "What could be lost, with and without a hedge")
final class RiskResource {
    private final Answers answers;
    private final Capacity capacity;

    RiskResource(Answers answers, Capacity capacity) {
        this.answers = answers;
        this.capacity = capacity;
    }

    @POST
    @Path("/assess")
    @Operation(
            operationId = "assessRisk",
            summary = "What could be lost, with and without a hedge",
            description =
                    "Value at risk and expected shortfall by deltas, by lognormal moves and by the"
                            + " past, stresses, the smallest moves that lose an amount, and figures"
                            + " held against the past; everything is revalued in full")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RiskBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "Losses, stresses and backtests",
            content = @Content(schema = @Schema(implementation = RiskAnswer.class)))
    public RiskAnswer assess(InputStream body) {
        return capacity.compute(() -> answers.risk(body));
    }
}
