package hedgerow.api;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Margins of many accounts in one request.
@Path("/v1/margin/bulk")
@Tag(name = "Margin")
final class BulkResource {
    /// Newline-delimited JSON.
    static final String NDJSON = "application/x-ndjson";

    private final Bulk bulk;
    private final Capacity capacity;

    BulkResource(Bulk bulk, Capacity capacity) {
        this.bulk = bulk;
        this.capacity = capacity;
    }

    @POST
    @Amounts
    @Blocking
    @Consumes(NDJSON)
    @Produces(NDJSON)
    @Operation(
            operationId = "bulk",
            summary = "The margins of many accounts, a line each, in order",
            description =
                    "Each line is a body of POST /v1/margin, in brief unless it says otherwise. Or"
                            + " the first line has `model` and `market`, and each other line an"
                            + " `account` and its `positions`. A line with a fault is answered in its"
                            + " place and stops nothing. Lines are read as answers are taken, so a"
                            + " stream may be as long as it likes; a line has at most 16 MB.")
    @APIResponse(responseCode = "200", description = "One answer a line")
    public StreamingOutput bulk(
            InputStream body,
            @Parameter(hidden = true) @QueryParam(AmountsWriter.NUMERIC) Optional<String> numeric) {
        Bulk.Run run = bulk.start(body);
        return out -> capacity.stream(() -> run.writeTo(out, numeric.isPresent()));
    }
}
