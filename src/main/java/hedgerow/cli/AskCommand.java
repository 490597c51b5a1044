package hedgerow.cli;

import com.fasterxml.jackson.databind.JsonNode;
import hedgerow.cli.print.Report;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// A command that hands a body to the service's way and prints the answer.
///
/// @param <A> the answer
abstract class AskCommand<A> implements Callable<Integer> {
    private static final String[] NOT_ALL_READ = {
        "model",
        "models",
        "hedge",
        "detail",
        "scenarioPnl",
        "tradePath",
        "curve",
        "liquidation",
        "goal",
        "limits",
        "chain",
        "candidates",
        "alternatives"
    };

    @Mixin private BodyOptions body = new BodyOptions();
    @Mixin private OutputOptions output = new OutputOptions();

    @Option(
            names = "--fail-if",
            paramLabel = "CONDITION",
            description =
                    "end with code 1 where the answer meets it, such as 'initial > equity'; names"
                            + " are those of the JSON answer")
    private Optional<String> failIf = Optional.empty();

    private final Session session;

    AskCommand(Session session) {
        this.session = session;
    }

    @Override
    public final Integer call() {
        Optional<Condition> condition = failIf.map(Condition::of);
        BodyFields fields = new BodyFields();
        body.market(fields, session);
        fields.drop(ofOthers());
        fields(fields, output.format().isProse());
        A answer = answer(new ByteArrayInputStream(fields.in(body.bytes(session))));
        session.print(answer, output, () -> rows(session.tree(answer)), () -> report(answer));
        session.console().out().flush();
        boolean met = condition.isPresent() && isMet(condition.get(), answer);
        return met ? ExitCode.CONDITION : code(answer);
    }

    private boolean isMet(Condition condition, A answer) {
        for (JsonNode row : judged(session.tree(answer))) {
            if (!condition.holds(row)) continue;
            session.note(output.quiet(), "condition met: " + condition.words(row));
            return true;
        }
        return false;
    }

    final Session session() {
        return session;
    }

    /// The fields that other commands read and this one does not: they are taken away, so that one
    /// file serves all commands.
    private String[] ofOthers() {
        return Stream.of(NOT_ALL_READ)
                .filter(name -> !reads().contains(name))
                .toArray(String[]::new);
    }

    /// The fields that this command reads of those that not all do.
    abstract List<String> reads();

    /// Sets what the options say of the body.
    ///
    /// @param prose whether the answer is shown to people
    abstract void fields(BodyFields fields, boolean prose);

    /// Asks.
    abstract A answer(InputStream body);

    /// What people are told.
    abstract Report report(A answer);

    /// The objects of the answer that make the rows of CSV.
    abstract List<JsonNode> rows(JsonNode answer);

    /// The objects of the answer that a condition is put to.
    List<JsonNode> judged(JsonNode answer) {
        return List.of(answer);
    }

    /// What the program ends with, where no condition is met.
    int code(A answer) {
        return ExitCode.OK;
    }
}
