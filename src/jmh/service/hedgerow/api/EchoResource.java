package hedgerow.api;

import hedgerow.api.body.HedgeBody;
import hedgerow.store.Faults;
import hedgerow.store.Json;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/// What `bin/bench http` compares a hedge with: the same body read, bound and checked field by
/// field as for a hedge, and the bound records written back. Nothing is looked up, priced or read.
///
/// The Maven profile `echo` adds it to a program of its own; the one that is delivered has no echo.
@Path("/bench/echo")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
final class EchoResource {
    private final Json json;

    EchoResource(Json json) {
        this.json = json;
    }

    @POST
    @Operation(hidden = true)
    public byte[] echo(InputStream body) throws IOException {
        byte[] bytes = Body.bytes(body);
        Faults faults = new Faults();
        HedgeBody sent =
                json.bind(new ByteArrayInputStream(bytes), HedgeBody.class, faults).orElseThrow();
        if (!faults.isEmpty()) throw FaultProblems.of(faults.list());
        return json.write(sent);
    }
}
