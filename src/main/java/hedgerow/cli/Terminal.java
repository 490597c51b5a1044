package hedgerow.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import picocli.CommandLine.Model.UsageMessageSpec;

/// What the program's standard streams are connected to.
///
/// @param in whether standard input is a terminal
/// @param out whether standard output is a terminal
/// @param err whether standard error is a terminal
/// @param columns how wide lines may be, where there is a limit
/// @param colours whether the user's surroundings allow colours
record Terminal(boolean in, boolean out, boolean err, OptionalInt columns, boolean colours) {
    private static final int NARROWEST = 40;

    /// No terminal at all.
    static final Terminal NONE = new Terminal(false, false, false, OptionalInt.empty(), false);

    /// The terminal of this process.
    static Terminal ofThisProcess() {
        boolean out = isTerminal(1);
        Map<String, String> env = System.getenv();
        return new Terminal(isTerminal(0), out, isTerminal(2), columns(env, out), colours(env));
    }

    private static boolean isTerminal(int stream) {
        Path link = Path.of("/proc/self/fd/" + stream);
        try {
            if (Files.isSymbolicLink(link)) {
                String file = Files.readSymbolicLink(link).toString();
                return file.startsWith("/dev/pts/") || file.startsWith("/dev/tty");
            }
        } catch (IOException e) {
            return false;
        }
        return System.console() != null && System.console().isTerminal();
    }

    /// The width that `COLUMNS` states, else that of the terminal.
    static OptionalInt columns(Map<String, String> env, boolean terminal) {
        String stated = env.getOrDefault("COLUMNS", "");
        if (stated.matches("[1-9][0-9]{0,3}")) {
            return OptionalInt.of(Math.max(NARROWEST, Integer.parseInt(stated)));
        }
        if (!terminal) return OptionalInt.empty();
        return OptionalInt.of(Math.max(NARROWEST, new UsageMessageSpec().autoWidth(true).width()));
    }

    /// Whether `NO_COLOR` (no-color.org) and `TERM` allow colours.
    static boolean colours(Map<String, String> env) {
        return env.getOrDefault("NO_COLOR", "").isEmpty()
                && !env.getOrDefault("TERM", "").equals("dumb");
    }
}
