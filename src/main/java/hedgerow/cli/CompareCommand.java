package hedgerow.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hedgerow.api.answer.CompareAnswer;
import hedgerow.api.answer.ModelAnswer;
import hedgerow.cli.print.Report;
import jakarta.enterprise.inject.Vetoed;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The same portfolio under several models.
@Vetoed
@Command(
        name = "compare",
        description = "What do other models, or other versions of one, ask for the same portfolio")
final class CompareCommand extends AskCommand<CompareAnswer> {
    @Option(
            names = {"-m", "--model"},
            split = ",",
            paramLabel = "MODEL",
            description =
                    "the models, `id` or `id@version`, in place of the body's; every model where"
                            + " neither says")
    private List<String> models = List.of();

    CompareCommand(Session session) {
        super(session);
    }

    @Override
    List<String> reads() {
        return List.of("models", "hedge", "detail", "scenarioPnl");
    }

    @Override
    void fields(BodyFields fields, boolean prose) {
        if (!models.isEmpty()) fields.set("models", json(models));
        else fields.unlessThere("models", json(everyModel()));
    }

    private List<String> everyModel() {
        return session().answers().models().models().stream()
                .map(ModelAnswer::id)
                .distinct()
                .toList();
    }

    private static String json(List<String> names) {
        return names.stream().map(BodyFields::text).collect(Collectors.joining(",", "[", "]"));
    }

    @Override
    CompareAnswer answer(InputStream body) {
        return session().answers().compare(body);
    }

    @Override
    Report report(CompareAnswer answer) {
        return CompareReport.of(answer);
    }

    @Override
    List<JsonNode> rows(JsonNode answer) {
        return answer.get("models").valueStream().toList();
    }

    /// Each margin by its own names, with what the model makes of the hedge.
    @Override
    List<JsonNode> judged(JsonNode answer) {
        return rows(answer).stream()
                .filter(entry -> entry.has("margin"))
                .map(entry -> {
                    ObjectNode row = entry.get("margin").deepCopy();
                    row.setAll((ObjectNode) entry);
                    return (JsonNode) row;
                })
                .toList();
    }

    @Override
    int code(CompareAnswer answer) {
        boolean refused = answer.models().stream().allMatch(entry -> entry.problem().isPresent());
        return refused ? ExitCode.REFUSED : ExitCode.OK;
    }
}
