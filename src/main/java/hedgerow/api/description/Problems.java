package hedgerow.api.description;

import hedgerow.api.problem.Problem;
import hedgerow.api.problem.ProblemType;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/// Describes the problems that operations are answered with.
final class Problems {
    private static final List<ProblemType> WITH_BODY =
            List.of(
                    ProblemType.INVALID_REQUEST,
                    ProblemType.TOO_LARGE,
                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    ProblemType.REFUSED,
                    ProblemType.BUSY);
    private static final List<ProblemType> ALWAYS =
            List.of(ProblemType.NOT_FOUND, ProblemType.NOT_ACCEPTABLE, ProblemType.INTERNAL);

    private Problems() {}

    /// Adds each problem once, for operations to refer to.
    static void describe(Components components) {
        Arrays.stream(ProblemType.values())
                .forEach(type -> components.addResponse(name(type), response(type)));
    }

    private static APIResponse response(ProblemType type) {
        Content content =
                OASFactory.createContent()
                        .addMediaType(
                                Problem.MEDIA_TYPE,
                                OASFactory.createMediaType()
                                        .schema(
                                                OASFactory.createSchema()
                                                        .ref("#/components/schemas/Problem")));
        return OASFactory.createAPIResponse()
                .description(type.title() + ": " + type.uri())
                .content(content);
    }

    /// Adds to an operation the problems that it may be answered with.
    static void addTo(Operation operation) {
        APIResponses responses = operation.getResponses();
        ALWAYS.forEach(type -> add(responses, type));
        if (operation.getRequestBody() != null) WITH_BODY.forEach(type -> add(responses, type));
    }

    private static void add(APIResponses responses, ProblemType type) {
        responses.addAPIResponse(
                Integer.toString(type.status()),
                OASFactory.createAPIResponse().ref("#/components/responses/" + name(type)));
    }

    private static String name(ProblemType type) {
        return type.uri().substring(type.uri().lastIndexOf('/') + 1);
    }
}
