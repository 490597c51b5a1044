package hedgerow.venues;

import com.fasterxml.jackson.databind.JsonNode;

/// Maps the cases of one kind of file.
interface CaseRunner {
    /// Whether the file is of this kind.
    boolean owns(JsonNode file);

    /// The cases of a file.
    default JsonNode cases(JsonNode file) {
        return file.get("cases");
    }

    /// Whether the file itself leaves a case out.
    default boolean isLeftOut(JsonNode one) {
        JsonNode skip = one.path("skip");
        return !(skip.isMissingNode() || skip.isNull() || skip.asText().equals("false"));
    }

    /// Compares what a case pins.
    void check(JsonNode file, JsonNode one, Checks checks);
}
