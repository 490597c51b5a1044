package hedgerow.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hedgerow.api.answer.HedgeAnswer;
import hedgerow.cli.print.Report;
import jakarta.enterprise.inject.Vetoed;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// What a hedge takes off a portfolio's margin.
@Vetoed
@Command(name = "hedge", description = "What does this hedge, or any basket of trades, take off it")
final class HedgeCommand extends AskCommand<HedgeAnswer> {
    @Mixin private ModelOption model = new ModelOption();

    HedgeCommand(Session session) {
        super(session);
    }

    @Override
    List<String> reads() {
        return List.of("model", "hedge", "detail", "scenarioPnl", "tradePath");
    }

    @Override
    void fields(BodyFields fields, boolean prose) {
        model.set(fields);
        if (prose) fields.unlessThere("scenarioPnl", "true");
    }

    @Override
    HedgeAnswer answer(InputStream body) {
        return session().answers().hedge(body);
    }

    @Override
    Report report(HedgeAnswer answer) {
        return HedgeReport.of(answer, session().answers().grid(ModelWords.name(answer.model())));
    }

    @Override
    List<JsonNode> rows(JsonNode answer) {
        return Stream.of("before", "hedgeAlone", "after")
                .map(name -> named(name, answer.get(name)))
                .toList();
    }

    private static JsonNode named(String name, JsonNode margin) {
        ObjectNode row = ((ObjectNode) margin).objectNode();
        row.put("margin", name);
        row.setAll((ObjectNode) margin);
        return row;
    }
}
