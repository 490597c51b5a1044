package hedgerow.cli;

import com.fasterxml.jackson.databind.JsonNode;
import hedgerow.api.answer.CurveAnswer;
import hedgerow.cli.print.Report;
import jakarta.enterprise.inject.Vetoed;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Margin and profit along spot, vol or days.
@Vetoed
@Command(
        name = "curve",
        description = "Margin and profit over spot, vol or days, with and without the hedge",
        footer = {"", "Without options the body's `curve`, or spot from -30 %% to +30 %%."})
final class CurveCommand extends AskCommand<CurveAnswer> {
    private static final String UNLESS_SAID =
            "{\"over\":\"spot\",\"from\":-0.3,\"to\":0.3,\"points\":13%s}";

    @Mixin private ModelOption model = new ModelOption();

    @Option(names = "--over", paramLabel = "AXIS", description = "spot, vol or days")
    private Optional<String> over = Optional.empty();

    @Option(
            names = "--from",
            paramLabel = "MOVE",
            description = "the first point: -0.3 is 30 %% down; days ahead over days")
    private Optional<Double> from = Optional.empty();

    @Option(names = "--to", paramLabel = "MOVE", description = "the last point")
    private Optional<Double> to = Optional.empty();

    @Option(names = "--points", paramLabel = "N", description = "even points; 13 unless given")
    private Optional<Integer> points = Optional.empty();

    @Option(
            names = "--underlying",
            paramLabel = "ID",
            description = "the underlying that moves, where the book has several")
    private Optional<String> underlying = Optional.empty();

    CurveCommand(Session session) {
        super(session);
    }

    @Override
    List<String> reads() {
        return List.of("model", "hedge", "curve");
    }

    @Override
    void fields(BodyFields fields, boolean prose) {
        model.set(fields);
        String moved = underlying.map(id -> ",\"underlying\":" + BodyFields.text(id)).orElse("");
        if (over.isEmpty() && from.isEmpty() && to.isEmpty() && points.isEmpty()) {
            if (moved.isEmpty()) fields.unlessThere("curve", UNLESS_SAID.formatted(""));
            else fields.set("curve", UNLESS_SAID.formatted(moved));
            return;
        }
        boolean days = over.filter("days"::equals).isPresent();
        fields.set(
                "curve",
                "{\"over\":"
                        + BodyFields.text(over.orElse("spot"))
                        + ",\"from\":"
                        + from.orElse(days ? 0 : -0.3)
                        + ",\"to\":"
                        + to.orElse(days ? 30 : 0.3)
                        + ",\"points\":"
                        + points.orElse(13)
                        + moved
                        + "}");
    }

    @Override
    CurveAnswer answer(InputStream body) {
        return session().answers().curve(body);
    }

    @Override
    Report report(CurveAnswer answer) {
        return CurveReport.of(answer);
    }

    @Override
    List<JsonNode> rows(JsonNode answer) {
        return answer.get("points").valueStream().toList();
    }

    @Override
    List<JsonNode> judged(JsonNode answer) {
        return rows(answer);
    }
}
