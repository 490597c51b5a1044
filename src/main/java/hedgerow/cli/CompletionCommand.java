package hedgerow.cli;

import jakarta.enterprise.inject.Vetoed;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// The script by which bash and zsh complete the program's commands and options.
@Vetoed
@Command(
        name = "completion",
        description = "Print a script by which bash and zsh complete commands and options",
        footer = {"", "source <(hedgerow completion)"})
final class CompletionCommand implements Callable<Integer> {
    @Spec private @Nullable CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this and end")
    private boolean help;

    private final Session session;

    CompletionCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (spec == null) throw new IllegalStateException("a command has its specification");
        session.console().out().print(AutoComplete.bash("hedgerow", spec.root().commandLine()));
        return ExitCode.OK;
    }
}
