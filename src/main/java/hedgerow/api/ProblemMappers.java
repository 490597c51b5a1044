package hedgerow.api;

import hedgerow.api.problem.Problem;
import hedgerow.api.problem.ProblemException;
import hedgerow.api.problem.ProblemType;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Turns every way in which a request can end without an answer into a problem.
final class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    /// What a caller is told of a failure.
    static final String LOGGED = "nothing is wrong with the request; the failure has been logged";

    private static final String RETRY_SECONDS = "1";

    private final MeterRegistry meters;

    ProblemMappers(MeterRegistry meters) {
        this.meters = meters;
    }

    @ServerExceptionMapper
    Response problem(ProblemException e) {
        return response(e.problem()).build();
    }

    @ServerExceptionMapper
    Response notFound(NotFoundException e) {
        return response(ProblemType.NOT_FOUND, "the paths are listed at /q/openapi").build();
    }

    @ServerExceptionMapper
    Response notAllowed(NotAllowedException e) {
        String allowed = e.getResponse().getHeaderString(HttpHeaders.ALLOW);
        Response.ResponseBuilder response =
                response(
                        ProblemType.METHOD_NOT_ALLOWED,
                        allowed == null
                                ? "the paths and their methods are listed at /q/openapi"
                                : "it answers " + allowed);
        return allowed == null
                ? response.build()
                : response.header(HttpHeaders.ALLOW, allowed).build();
    }

    @ServerExceptionMapper
    Response notAcceptable(NotAcceptableException e) {
        return response(ProblemType.NOT_ACCEPTABLE, "answers are application/json").build();
    }

    @ServerExceptionMapper
    Response notSupported(NotSupportedException e) {
        return response(
                        ProblemType.UNSUPPORTED_MEDIA_TYPE,
                        "bodies are application/json; option chains may be text/csv")
                .build();
    }

    @ServerExceptionMapper
    Response other(WebApplicationException e) {
        int status = e.getResponse().getStatus();
        if (status >= 500) return failure(e);
        if (status < 400) return e.getResponse();
        Problem problem =
                new Problem(
                        ProblemType.INVALID_REQUEST.uri(),
                        ProblemType.INVALID_REQUEST.title(),
                        status,
                        e.getResponse().getStatusInfo().getReasonPhrase(),
                        List.of());
        return response(problem).build();
    }

    /// An operational failure: told in the log, and not to the caller.
    @ServerExceptionMapper
    Response failure(Exception e) {
        LOG.error("a request failed", e);
        return response(ProblemType.INTERNAL, LOGGED).build();
    }

    private Response.ResponseBuilder response(ProblemType type, String detail) {
        return response(Problem.of(type, detail));
    }

    private Response.ResponseBuilder response(Problem problem) {
        meters.counter("hedgerow.problems", "type", problem.type()).increment();
        Response.ResponseBuilder response =
                Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
        return problem.status() == ProblemType.BUSY.status()
                ? response.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                : response;
    }
}
