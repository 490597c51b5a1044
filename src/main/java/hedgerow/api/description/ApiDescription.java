package hedgerow.api.description;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.info.Info;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/// Completes the description that is drawn from the resources when the program is built.
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class ApiDescription implements OASFilter {
    /// Operations that answer figures as decimals where asked to.
    private static final Set<String> FIXED =
            Set.of("margin", "hedge", "compare", "venues", "curve", "liquidation", "bulk");

    private static final String ABOUT =
            """
            What margin must this portfolio post, and what does this hedge take off it?

            **Signs.** A requirement is positive: more is worse. A profit, an asset and a long \
            position are positive.

            **Numbers** may be JSON numbers or decimal strings. Vols, rates, moves, weights and \
            haircuts are fractions: 0.16 is 16 %. Instants are ISO 8601 with their zone. A year has \
            365 days.

            **Quantities** count contracts of `multiplier` units of the base currency, signed. A \
            venue symbol implies the venue's contract size, and both are echoed.

            **Faults** come as RFC 9457 problems, all at once, each with a JSON pointer: 400 \
            malformed, 404 unknown model or snapshot, 413 over a limit, 422 understood and refused, \
            503 with Retry-After when full. The limits are in `GET /v1/models`: a body has at most \
            16 MB, a portfolio 5,000 positions and orders, a quantity is at most 1e12.

            **Hashes.** The same `inputHash` gives the same figures to the last bit.
            """;

    @Override
    public void filterOpenAPI(OpenAPI api) {
        Info info = api.getInfo() == null ? OASFactory.createInfo() : api.getInfo();
        api.setInfo(info.description(ABOUT));
        WireSchemas.complete(api.getComponents());
        Problems.describe(api.getComponents());
        api.getPaths()
                .getPathItems()
                .values()
                .forEach(path -> path.getOperations().values().forEach(this::complete));
    }

    private static Parameter numeric() {
        return OASFactory.createParameter()
                .name("numeric")
                .in(Parameter.In.QUERY)
                .description(
                        "fixed18: every figure as a text with eighteen digits behind the point,"
                                + " rounded so that it never helps the account")
                .schema(
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.STRING)
                                .addEnumeration("fixed18"));
    }

    private void complete(Operation operation) {
        Problems.addTo(operation);
        if (FIXED.contains(operation.getOperationId())) operation.addParameter(numeric());
        Examples.addTo(operation);
    }
}
