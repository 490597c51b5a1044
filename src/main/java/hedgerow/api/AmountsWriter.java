package hedgerow.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import hedgerow.api.problem.Problem;
import hedgerow.store.Fault;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;
import java.util.List;

/// Writes the figures of an answer as decimals where `numeric=fixed18` asks for them. Streams write
/// theirs line by line themselves.
@Provider
@Amounts
@Singleton
final class AmountsWriter implements ContainerRequestFilter, WriterInterceptor {
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
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
        boolean fixed = FIXED.equals(context.getProperty(NUMERIC));
        Object answer = context.getEntity();
        if (!fixed || answer instanceof Problem || answer instanceof StreamingOutput) {
            context.proceed();
            return;
        }
        // The mapper ends the stream, without which the last of it would not be sent
        mapper.writeValue(context.getOutputStream(), Fixed18.of(mapper.valueToTree(answer)));
    }
}
