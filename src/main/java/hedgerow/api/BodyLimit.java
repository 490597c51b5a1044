package hedgerow.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import hedgerow.api.body.Bounds;
import hedgerow.api.problem.Problem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Locale;

/// Turns away a body that states a length over the limit before it is read; a stream of lines has
/// none.
///
/// What the caller still sends is taken and thrown away, so that the answer arrives.
final class BodyLimit {
    private static final List<String> FILES =
            List.of("text/plain", "text/xml", "application/xml", "application/octet-stream");

    /// Ahead of the server's own limit, which answers without a problem.
    private static final int PRIORITY = 100;

    private final ObjectMapper mapper;

    BodyLimit(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, PRIORITY);
    }

    private void check(RoutingContext context) {
        boolean stream = "/v1/margin/bulk".equals(context.request().path());
        int most = isFile(context.request()) ? Bounds.FILE_BYTES : Bounds.BODY_BYTES;
        if (stream || statedLength(context.request()) <= most) {
            context.next();
            return;
        }
        context.request().handler(_ -> {}).resume();
        Problem problem = Body.tooLarge(most);
        context.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                .end(json(problem));
    }

    /// Whether a body is a risk-parameter file, which is read as it comes.
    private static boolean isFile(HttpServerRequest request) {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        if (type == null || !"/v1/markets".equals(request.path())) return false;
        return FILES.stream().anyMatch(type.toLowerCase(Locale.ROOT)::startsWith);
    }

    private static long statedLength(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }

    private String json(Problem problem) {
        try {
            return mapper.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem cannot be written", e);
        }
    }
}
