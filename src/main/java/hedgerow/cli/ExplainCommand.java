package hedgerow.cli;

import hedgerow.api.Answers;
import hedgerow.api.answer.MarginAnswer;
import hedgerow.cli.print.Report;
import jakarta.enterprise.inject.Vetoed;
import picocli.CommandLine.Command;

/// A margin, step by step.
@Vetoed
@Command(
        name = "explain",
        description = "Tell a margin step by step: scan, floors, charges, factors, equity")
final class ExplainCommand extends MarginCommand {
    ExplainCommand(Session session) {
        super(session);
    }

    @Override
    void fields(BodyFields fields, boolean prose) {
        super.fields(fields, prose);
        fields.set("detail", BodyFields.text("full"));
    }

    @Override
    Report report(MarginAnswer answer) {
        Answers answers = session().answers();
        String model = ModelWords.name(answer.model());
        return new ExplainReport(answer, answers.model(model), answers.grid(model)).report();
    }
}
