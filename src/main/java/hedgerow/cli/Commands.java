package hedgerow.cli;

import hedgerow.api.Answers;
import hedgerow.api.Bulk;
import hedgerow.api.answer.EngineName;
import hedgerow.api.answer.ModelAnswer;
import hedgerow.api.problem.ProblemException;
import io.quarkus.logging.Log;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Vetoed;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/// Runs one command line, from the arguments to the exit code.
@Dependent
public final class Commands implements QuarkusApplication {
    private static final String FORMAT = "--format";

    private final Answers answers;
    private final Bulk bulk;

    Commands(Answers answers, Bulk bulk) {
        this.answers = answers;
        this.bulk = bulk;
    }

    /// The program itself, without a command.
    @Vetoed
    @Command(
            name = "hedgerow",
            description =
                    "What margin must this portfolio post, and what does this hedge take off it?",
            footer = {
                "",
                "Exit codes: 0 answered, 1 the condition of --fail-if is met, 2 input that cannot be"
                        + " used,",
                "3 the model refuses, 4 the program failed.",
                "Without a command the program serves, as `serve` does."
            })
    static final class Root {
        @Option(
                names = {"-h", "--help"},
                usageHelp = true,
                description = "show this and end")
        private boolean help;

        @Option(
                names = {"-V", "--version"},
                versionHelp = true,
                description = "show the version, and the hash of every model")
        private boolean version;
    }

    @Override
    public int run(String... args) {
        return run(Console.ofThisProcess(), args.length == 0 ? new String[] {"serve"} : args);
    }

    /// Runs one command line.
    ///
    /// @return the exit code
    int run(Console console, String... args) {
        try {
            int code = line(console).execute(args);
            console.finish();
            return code;
        } catch (RuntimeException e) {
            return failed(console, e);
        }
    }

    private CommandLine line(Console console) {
        Session session = new Session(answers, console);
        CommandLine line = new CommandLine(new Root());
        line.addSubcommand(new MarginCommand(session));
        line.addSubcommand(new HedgeCommand(session));
        line.addSubcommand(new SuggestCommand(session));
        line.addSubcommand(new CurveCommand(session));
        line.addSubcommand(new LiquidationCommand(session));
        line.addSubcommand(new CompareCommand(session));
        line.addSubcommand(new ExplainCommand(session));
        line.addSubcommand(new BulkCommand(session, bulk));
        line.addSubcommand(new ModelsCommand(session));
        line.addSubcommand(new MarketsCommand(session));
        line.addSubcommand(new ServeCommand());
        line.addSubcommand(new CompletionCommand(session));
        line.getCommandSpec().versionProvider(this::version);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setOut(new java.io.PrintWriter(console.out(), true));
        line.setErr(new java.io.PrintWriter(console.err(), true));
        boolean colours = console.terminal().out() && console.terminal().colours();
        line.setColorScheme(CommandLine.Help.defaultColorScheme(colours ? Ansi.ON : Ansi.OFF));
        console.terminal().columns().ifPresent(c -> line.setUsageHelpWidth(Math.max(55, c)));
        line.setParameterExceptionHandler(
                (e, _) -> wrong(console, String.valueOf(e.getMessage()), e.getCommandLine()));
        line.setExecutionExceptionHandler((e, _, parsed) -> ended(console, e, parsed));
        return line;
    }

    private static int wrong(Console console, String message, CommandLine command) {
        console.err().println("hedgerow: " + message);
        console.err().println("See " + command.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.INPUT;
    }

    private static int ended(Console console, Exception e, ParseResult parsed) {
        return switch (e) {
            case InputException input -> {
                console.err().println("hedgerow: " + input.getMessage());
                yield ExitCode.INPUT;
            }
            case ProblemException problem -> {
                ProblemText.print(console, format(parsed), problem.problem(), "");
                yield ExitCode.of(problem.problem());
            }
            default -> failed(console, e);
        };
    }

    private static int failed(Console console, Exception e) {
        Log.error("the command failed", e);
        console.err().println("hedgerow: the program failed: " + e.getMessage());
        return ExitCode.INTERNAL;
    }

    private static Format format(ParseResult parsed) {
        ParseResult deepest = parsed;
        while (deepest.hasSubcommand()) deepest = deepest.subcommand();
        return deepest.matchedOptionValue(FORMAT, Format.TABLE);
    }

    private String[] version() {
        EngineName engine = answers.engine();
        Stream<String> models = answers.models().models().stream().map(Commands::hashed);
        return Stream.concat(
                        Stream.of(engine.name() + " " + engine.version() + ", " + engine.kernel()),
                        models)
                .toArray(String[]::new);
    }

    private static String hashed(ModelAnswer model) {
        return model.id() + "@" + model.version() + " " + model.hash();
    }
}
