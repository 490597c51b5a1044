package hedgerow.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hedgerow.api.answer.LiquidationAnswer;
import hedgerow.cli.print.Report;
import jakarta.enterprise.inject.Vetoed;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The spot prices at which an account is liquidated.
@Vetoed
@Command(
        name = "liquidation",
        description = "At which spot prices does equity meet maintenance margin")
final class LiquidationCommand extends AskCommand<LiquidationAnswer> {
    @Mixin private ModelOption model = new ModelOption();

    @Option(
            names = "--underlying",
            paramLabel = "ID",
            description = "the underlying that moves, where the book has several")
    private Optional<String> underlying = Optional.empty();

    LiquidationCommand(Session session) {
        super(session);
    }

    @Override
    List<String> reads() {
        return List.of("model", "hedge", "liquidation");
    }

    @Override
    void fields(BodyFields fields, boolean prose) {
        model.set(fields);
        underlying.ifPresent(
                id -> fields.set("liquidation", "{\"underlying\":" + BodyFields.text(id) + "}"));
    }

    @Override
    LiquidationAnswer answer(InputStream body) {
        return session().answers().liquidation(body);
    }

    @Override
    Report report(LiquidationAnswer answer) {
        return LiquidationReport.of(answer);
    }

    @Override
    List<JsonNode> rows(JsonNode answer) {
        return Stream.of("before", "after").flatMap(account -> levels(account, answer)).toList();
    }

    private static Stream<JsonNode> levels(String account, JsonNode answer) {
        return answer.path(account)
                .path("levels")
                .valueStream()
                .map(level -> {
                    ObjectNode row = ((ObjectNode) level).objectNode();
                    row.put("account", account);
                    row.setAll((ObjectNode) level);
                    return row;
                });
    }
}
