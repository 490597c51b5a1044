package hedgerow.cli;

import com.fasterxml.jackson.databind.JsonNode;
import hedgerow.api.answer.ModelAnswer;
import hedgerow.cli.print.Column;
import hedgerow.cli.print.Figures;
import hedgerow.cli.print.Report;
import hedgerow.cli.print.Table;
import jakarta.enterprise.inject.Vetoed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Every model, or one with every parameter.
@Vetoed
@Command(name = "models", description = "Every model, or one with every parameter")
final class ModelsCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "MODEL",
            description = "`id` or `id@version`; every model unless given")
    private Optional<String> model = Optional.empty();

    @Mixin private OutputOptions output = new OutputOptions();

    private final Session session;

    ModelsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (model.isPresent()) one(session.answers().model(model.get()));
        else all();
        return ExitCode.OK;
    }

    private void all() {
        Object answer = session.answers().models();
        session.print(
                answer,
                output,
                () -> session.tree(answer).get("models").valueStream().toList(),
                () -> new Report().table(table(session.answers().models().models())));
    }

    private static Table table(List<ModelAnswer> models) {
        Table.Builder table =
                Table.of(
                        Column.words("Model"),
                        Column.words("Status"),
                        Column.figures("Scenarios"),
                        Column.words("Title"),
                        Column.words("Hash").spare());
        for (ModelAnswer model : models) {
            table.row(
                    name(model),
                    model.status(),
                    Figures.whole(model.scenarios()),
                    model.title(),
                    model.hash().substring(0, 12));
        }
        return table.build();
    }

    private static String name(ModelAnswer model) {
        return model.id() + "@" + model.version();
    }

    private void one(ModelAnswer answer) {
        JsonNode tree = session.tree(answer);
        session.print(answer, output, () -> List.of(tree), () -> report(answer));
    }

    private static Report report(ModelAnswer model) {
        Report report = new Report();
        report.verdict(name(model) + ": " + model.title() + ".");
        report.say(
                "Status "
                        + model.status()
                        + ", "
                        + model.scenarios()
                        + " scenarios, hash "
                        + model.hash()
                        + ".");
        report.heading("Sources").items(model.sources());
        Table.Builder table = Table.of(Column.words("Parameter"), Column.words("Value"));
        model.parameters().ifPresent(map -> flatten("", map, table));
        return report.heading("Parameters").table(table.build());
    }

    private static void flatten(String prefix, Object value, Table.Builder table) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, inner) ->
                    flatten(prefix.isEmpty() ? "" + name : prefix + "." + name, inner, table));
        } else if (value instanceof List<?> list && list.stream().anyMatch(i -> i instanceof Map)) {
            for (int i = 0; i < list.size(); i++) flatten(prefix + "." + i, list.get(i), table);
        } else {
            table.row(prefix, String.valueOf(value));
        }
    }
}
