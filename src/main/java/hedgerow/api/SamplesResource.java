package hedgerow.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// A request to try the service with.
@Path("/v1/samples")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Samples", description = "A request to try the service with")
final class SamplesResource {
    private final ObjectMapper mapper;

    SamplesResource(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @GET
    @Path("/book")
    @Operation(
            operationId = "sampleBook",
            summary = "A book and a hedge on the sample market",
            description =
                    "A whole request: post it as it is to /v1/margin or /v1/margin/hedge. The market"
                            + " it names is loaded under the id `sample`")
    @APIResponse(responseCode = "200", description = "The request")
    public Map<String, Object> book() {
        return Samples.book(mapper);
    }
}
