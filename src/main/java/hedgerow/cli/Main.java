package hedgerow.cli;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Map;

/// Starts the program: the service where it is asked to serve, and else one command, for which no
/// port is opened.
@QuarkusMain
public final class Main {
    private static final Map<String, String> COMMAND_ONLY =
            Map.of(
                    "quarkus.http.host-enabled", "false",
                    "quarkus.banner.enabled", "false",
                    "quarkus.log.console.stderr", "true",
                    "quarkus.log.level", "WARN");

    private Main() {}

    /// Starts the program.
    public static void main(String... args) {
        if (ServeCommand.isAsked(args)) ServeCommand.prepare(args);
        else COMMAND_ONLY.forEach(Main::unlessSet);
        Quarkus.run(Commands.class, args);
    }

    private static void unlessSet(String property, String value) {
        System.getProperties().putIfAbsent(property, value);
    }
}
