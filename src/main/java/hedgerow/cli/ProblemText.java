package hedgerow.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import hedgerow.api.problem.Problem;

/// Tells problems on standard error: as a list with JSON pointers for people, as the problem itself
/// where programs read the answer.
final class ProblemText {
    private static final ObjectMapper JSON =
            new ObjectMapper()
                    .registerModule(new Jdk8Module())
                    .setSerializationInclusion(JsonInclude.Include.NON_ABSENT)
                    .enable(SerializationFeature.INDENT_OUTPUT);

    private ProblemText() {}

    /// Prints a problem.
    ///
    /// @param where the file that has it; empty text where there is none to name
    static void print(Console console, Format format, Problem problem, String where) {
        console.err().println(format.isJson() ? json(problem) : text(problem, where));
    }

    private static String json(Problem problem) {
        try {
            return JSON.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem cannot be written", e);
        }
    }

    private static String text(Problem problem, String where) {
        String file = where.isEmpty() ? "" : where + ": ";
        StringBuilder text = new StringBuilder("hedgerow: ").append(file).append(problem.title());
        if (problem.errors().isEmpty()) return text + ": " + problem.detail();
        for (Problem.Item item : problem.errors()) {
            String place = item.pointer().isEmpty() ? "the whole body" : item.pointer();
            text.append("\n  ").append(place).append("  ").append(item.detail());
        }
        return text.toString();
    }
}
