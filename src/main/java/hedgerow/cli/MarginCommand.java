package hedgerow.cli;

import com.fasterxml.jackson.databind.JsonNode;
import hedgerow.api.answer.MarginAnswer;
import hedgerow.cli.print.Report;
import jakarta.enterprise.inject.Vetoed;
import java.io.InputStream;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// What a portfolio must post, and why.
@Vetoed
@Command(name = "margin", description = "What must this portfolio post, and why")
class MarginCommand extends AskCommand<MarginAnswer> {
    @Mixin private ModelOption model = new ModelOption();

    MarginCommand(Session session) {
        super(session);
    }

    @Override
    List<String> reads() {
        return List.of("model", "hedge", "detail", "scenarioPnl");
    }

    @Override
    void fields(BodyFields fields, boolean prose) {
        model.set(fields);
        if (prose) fields.unlessThere("scenarioPnl", "true");
    }

    @Override
    MarginAnswer answer(InputStream body) {
        return session().answers().margin(body);
    }

    @Override
    Report report(MarginAnswer answer) {
        return MarginReport.of(answer, session().answers().grid(ModelWords.name(answer.model())));
    }

    @Override
    List<JsonNode> rows(JsonNode answer) {
        JsonNode legs = answer.path("contributions");
        return legs.isArray() ? legs.valueStream().toList() : List.of(answer);
    }
}
