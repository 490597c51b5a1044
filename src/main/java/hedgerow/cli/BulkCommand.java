package hedgerow.cli;

import hedgerow.api.Bulk;
import jakarta.enterprise.inject.Vetoed;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The margins of many accounts, a line each.
@Vetoed
@Command(
        name = "bulk",
        description = "The margins of many accounts, a line each, in order",
        footer = {
            "",
            "The first line names the model and the market: {\"model\":\"crypto-grid\",\"market\":\"sample\"}.",
            "Each other line is an account: {\"account\":\"a1\",\"positions\":[...]}. Or each line is a",
            "whole question. A line that fails is answered in its place and stops nothing."
        })
final class BulkCommand implements Callable<Integer> {
    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            description = "where the answers go; standard output unless given")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--errors",
            paramLabel = "FILE",
            description =
                    "where lines that fail go, with their reasons; OUT.errors.ndjson unless given")
    private Optional<Path> errors = Optional.empty();

    @Option(names = "--resume", description = "go on where a run into the same file ended")
    private boolean resume;

    @Option(
            names = "--progress",
            paramLabel = "FORM",
            description =
                    "one of ${COMPLETION-CANDIDATES}; a bar on a terminal and lines elsewhere"
                            + " unless given")
    private Optional<Progress.Form> progress = Optional.empty();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "ndjson or csv; ndjson unless given")
    private Format format = Format.NDJSON;

    @Option(
            names = "--fail-if",
            paramLabel = "CONDITION",
            description = "end with code 1 where an account meets it, such as 'initial > 1000000'")
    private Optional<String> failIf = Optional.empty();

    @Option(
            names = {"-q", "--quiet"},
            description = "say nothing on standard error but what is wrong")
    private boolean quiet;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this and end")
    private boolean help;

    @Mixin private BulkInput input = new BulkInput();

    private final Session session;
    private final Bulk bulk;

    BulkCommand(Session session, Bulk bulk) {
        this.session = session;
        this.bulk = bulk;
    }

    @Override
    public Integer call() {
        if (format != Format.NDJSON && format != Format.CSV) {
            throw new InputException("bulk writes ndjson or csv, not " + format);
        }
        if (resume && (out.isEmpty() || format == Format.CSV)) {
            throw new InputException("--resume goes on in a file of ndjson: name it with -o");
        }
        Optional<Condition> condition = failIf.map(Condition::of);
        try (InputStream in = input.open(session)) {
            return run(in, condition);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int run(InputStream in, Optional<Condition> condition) throws IOException {
        Bulk.Run run = bulk.start(in);
        if (run.first().isEmpty()) return ExitCode.OK;
        Bulk.Answered first = run.first().getFirst();
        boolean header = Bulk.isHeader(first.sent());
        Progress shown = progress(header);
        try (BulkOutput to = output(condition, header)) {
            long done = resume ? to.resume(run, first) : 0;
            shown.start(Math.max(0, header ? done - 1 : done));
            if (done == 0) shown.answered(header ? 0 : 1, to.take(run.first()));
            run.rest(answered -> shown.answered(answered.size(), to.take(answered)));
            shown.end(to.failures());
            return to.code(text -> session.note(quiet, text));
        }
    }

    private BulkOutput output(Optional<Condition> condition, boolean header) {
        return new BulkOutput(
                session, new BulkOutput.Target(out, errors(), format), condition, header);
    }

    private Optional<Path> errors() {
        return errors.or(
                () -> out.map(file -> file.resolveSibling(file.getFileName() + ".errors.ndjson")));
    }

    private Progress progress(boolean header) {
        Progress.Form unlessGiven =
                session.console().terminal().err() ? Progress.Form.BAR : Progress.Form.LINES;
        Progress.Form form = quiet ? Progress.Form.NONE : progress.orElse(unlessGiven);
        return new Progress(form, session.console().err(), input.lines(header), System::nanoTime);
    }
}
