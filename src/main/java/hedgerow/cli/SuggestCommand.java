package hedgerow.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hedgerow.api.answer.SuggestAnswer;
import hedgerow.cli.print.Figures;
import hedgerow.cli.print.Report;
import jakarta.enterprise.inject.Vetoed;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Which few trades cut margin most for their cost.
@Vetoed
@Command(name = "suggest", description = "Which few trades cut margin most for their cost")
final class SuggestCommand extends AskCommand<SuggestAnswer> {
    @Mixin private ModelOption model = new ModelOption();

    @Option(
            names = "--target",
            paramLabel = "AMOUNT",
            description = "seek the least cost at which initial margin is at most this")
    private Optional<Double> target = Optional.empty();

    @Option(
            names = "--max-cost",
            paramLabel = "AMOUNT",
            description = "the most that trading may cost")
    private Optional<Double> cost = Optional.empty();

    @Option(names = "--legs", paramLabel = "N", description = "the most candidates traded")
    private Optional<Integer> legs = Optional.empty();

    @Option(names = "--alternatives", paramLabel = "N", description = "the most hedges answered")
    private Optional<Integer> alternatives = Optional.empty();

    SuggestCommand(Session session) {
        super(session);
    }

    @Override
    List<String> reads() {
        return List.of("model", "goal", "limits", "chain", "candidates", "alternatives");
    }

    @Override
    void fields(BodyFields fields, boolean prose) {
        model.set(fields);
        target.ifPresent(
                most -> fields.set("goal", "{\"kind\":\"target\",\"initial\":" + most + "}"));
        List<String> limits = new ArrayList<>();
        cost.ifPresent(most -> limits.add("\"cost\":" + most));
        legs.ifPresent(most -> limits.add("\"legs\":" + most));
        if (!limits.isEmpty()) fields.set("limits", "{" + String.join(",", limits) + "}");
        alternatives.ifPresent(most -> fields.set("alternatives", most.toString()));
    }

    @Override
    SuggestAnswer answer(InputStream body) {
        return session().answers().suggest(body);
    }

    @Override
    Report report(SuggestAnswer answer) {
        return SuggestReport.of(answer);
    }

    @Override
    List<JsonNode> rows(JsonNode answer) {
        return answer.get("suggestions").valueStream().map(SuggestCommand::withLegs).toList();
    }

    /// A suggestion with its legs in one text.
    private static JsonNode withLegs(JsonNode suggestion) {
        ObjectNode row = suggestion.deepCopy();
        row.put(
                "legs",
                suggestion
                        .get("legs")
                        .valueStream()
                        .map(leg ->
                                Figures.number(leg.get("lots").asDouble())
                                        + " "
                                        + leg.get("name").asText())
                        .collect(Collectors.joining("; ")));
        return row;
    }
}
