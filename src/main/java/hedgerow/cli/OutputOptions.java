package hedgerow.cli;

import picocli.CommandLine.Option;

/// How a command tells what it has to say.
final class OutputOptions {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "one of ${COMPLETION-CANDIDATES}; table unless given")
    private Format format = Format.TABLE;

    @Option(
            names = {"-q", "--quiet"},
            description = "say nothing on standard error but what is wrong")
    private boolean quiet;

    @Option(
            names = "--no-color",
            description = "write no colours; NO_COLOR in the environment does the same")
    private boolean noColor;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this and end")
    private boolean help;

    Format format() {
        return format;
    }

    boolean quiet() {
        return quiet;
    }

    boolean noColor() {
        return noColor;
    }
}
