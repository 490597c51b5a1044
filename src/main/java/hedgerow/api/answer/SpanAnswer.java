package hedgerow.api.answer;

import hedgerow.margin.span.SpanReport;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Every figure of a SPAN-style requirement.
@Schema(
        description =
                "Every figure of a SPAN-style requirement, under the result names of the SPAN XML"
                        + " schema; open orders are left out")
public record SpanAnswer(
        @Schema(description = "the figures as a tree; losses and charges are positive")
                SpanReport tree,
        @Schema(description = "the same as lines of text") String text) {}
