package hedgerow.margin;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;

/// Portfolios over a file of risk parameters.
final class SpanPortfolioCases {
    SpanPortfolioCases(Path file, JsonNode root) {}

    void check(JsonNode one) {}
}
