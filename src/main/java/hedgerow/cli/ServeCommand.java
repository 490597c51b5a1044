package hedgerow.cli;

import io.quarkus.runtime.Quarkus;
import jakarta.enterprise.inject.Vetoed;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// Serves over HTTP until it is told to stop.
@Vetoed
@Command(
        name = "serve",
        description =
                "Serve the page and the API over HTTP; what the program does without a command")
final class ServeCommand implements Callable<Integer> {
    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "the port to listen on; 8080 unless given")
    private Optional<Integer> port = Optional.empty();

    @Option(
            names = "--host",
            paramLabel = "HOST",
            description = "the address to listen on; 0.0.0.0 unless given")
    private Optional<String> host = Optional.empty();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this and end")
    private boolean help;

    /// Whether the arguments ask for the service, and can be understood.
    static boolean isAsked(String... args) {
        if (args.length == 0) return true;
        if (!args[0].equals("serve")) return false;
        try {
            return !parsed(args).help;
        } catch (ParameterException e) {
            return false;
        }
    }

    /// Sets where to listen, before the service starts.
    static void prepare(String... args) {
        if (args.length == 0) return;
        ServeCommand asked = parsed(args);
        asked.port.ifPresent(p -> System.setProperty("quarkus.http.port", p.toString()));
        asked.host.ifPresent(h -> System.setProperty("quarkus.http.host", h));
    }

    private static ServeCommand parsed(String... args) {
        ServeCommand command = new ServeCommand();
        new CommandLine(command).parseArgs(Stream.of(args).skip(1).toArray(String[]::new));
        return command;
    }

    @Override
    public Integer call() {
        Quarkus.waitForExit();
        return ExitCode.OK;
    }
}
