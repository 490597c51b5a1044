package hedgerow.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import hedgerow.api.problem.Problem;
import hedgerow.store.Fault;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/// Writes the figures of an answer as decimals where `numeric=fixed18` asks for them. Streams write
/// theirs line by line themselves.
///
/// A filter and no interceptor: past an interceptor every answer would be written as a text first.
@Provider
@Amounts
@Singleton
final class AmountsWriter implements ContainerRequestFilter, ContainerResponseFilter {
    static final String NUMERIC = "numeric";
    private static final String FIXED = "fixed18";

    private final ObjectMapper mapper;

    AmountsWriter(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        String asked = request.getUriInfo().getQueryParameters().getFirst(NUMERIC);
        if (asked == null) return;
        if (!asked.equals(FIXED)) {
            throw FaultProblems.of(List.of(Fault.of("?" + NUMERIC, asked, FIXED)));
        }
        request.setProperty(NUMERIC, FIXED);
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        boolean fixed = FIXED.equals(request.getProperty(NUMERIC));
        Object answer = response.getEntity();
        if (!fixed || answer instanceof Problem || answer instanceof StreamingOutput) return;
        response.setEntity(Fixed18.of(mapper.valueToTree(answer)));
    }
}
