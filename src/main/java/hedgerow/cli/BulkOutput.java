package hedgerow.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hedgerow.api.Bulk;
import hedgerow.api.answer.BulkOpening;
import hedgerow.api.problem.Problem;
import hedgerow.cli.print.CsvPrinter;
import hedgerow.cli.print.Figures;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Keeps the answers of a stream: all of them in one place, and the lines that fail, with their
/// reasons, in another.
///
/// Of each few lines the failures are kept first, so that whatever ends a run, no failure is
/// missing whose answer is there.
final class BulkOutput implements Closeable {
    private static final List<String> COLUMNS =
            List.of(
                    "line",
                    "account",
                    "initial",
                    "maintenance",
                    "binding.underlying",
                    "binding.index",
                    "binding.spotShock",
                    "binding.volShock",
                    "binding.weight",
                    "binding.loss",
                    "binding.text",
                    "inputHash",
                    "problem.status",
                    "problem.detail");

    private final Session session;
    private final Target target;
    private final Optional<Condition> condition;
    private final boolean header;
    private @Nullable OutputStream out;
    private @Nullable OutputStream errors;
    private long failures;
    private int worst = ExitCode.OK;
    private long met;
    private String firstMet = "";

    /// Where answers go.
    ///
    /// @param out the file of the answers; standard output where there is none
    /// @param errors the file of the lines that fail; not kept where there is none
    /// @param format how answers are written
    record Target(Optional<Path> out, Optional<Path> errors, Format format) {}

    BulkOutput(Session session, Target target, Optional<Condition> condition, boolean header) {
        this.session = session;
        this.target = target;
        this.condition = condition;
        this.header = header;
    }

    /// Goes on in the file of an earlier run.
    ///
    /// @return how many lines are answered in it already
    /// @throws InputException where the file holds the answers to something else
    long resume(Bulk.Run run, Bulk.Answered first) throws IOException {
        Path file = target.out().orElseThrow();
        Resumed before = Resumed.in(file);
        if (before.lines() == 0) return 0;
        if (header && !before.isOpenedBy(session.answers().json(first.answer()))) {
            throw new InputException(
                    file
                            + " was begun with another model, market or program; run without --resume");
        }
        long skip = before.lines() - 1;
        Optional<Long> last = skip == 0 ? Optional.of(first.line()) : run.skip(skip);
        if (last.isEmpty() || !before.endsAt(last.get(), header)) {
            throw new InputException(
                    file + " does not hold the answers to these lines; run without --resume");
        }
        before.cutTo(file);
        if (target.errors().isPresent()) {
            Resumed.Failures kept = Resumed.keepUpTo(target.errors().get(), last.get());
            failures = kept.count();
            worst = kept.worst();
        }
        out = stream(file, StandardOpenOption.APPEND);
        return before.lines();
    }

    /// Keeps a few answers.
    ///
    /// @return how many of them are failures
    int take(List<Bulk.Answered> answered) throws IOException {
        int failed = 0;
        for (Bulk.Answered each : answered) {
            Optional<Problem> problem = each.problem();
            if (problem.isEmpty()) continue;
            failed++;
            worst = Math.max(worst, ExitCode.of(problem.get()));
            keepFailure(each);
        }
        if (errors != null) errors.flush();
        OutputStream to = out();
        for (Bulk.Answered each : answered) write(each, to);
        to.flush();
        failures += failed;
        return failed;
    }

    /// How many lines failed, in earlier runs too.
    long failures() {
        return failures;
    }

    private void keepFailure(Bulk.Answered failed) throws IOException {
        if (target.errors().isEmpty()) return;
        OutputStream to = errors;
        if (to == null) {
            StandardOpenOption how =
                    failures > 0 ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING;
            to = stream(target.errors().get(), how);
            errors = to;
        }
        ObjectNode row = (ObjectNode) session.tree(failed.answer());
        row.put("row", new String(failed.sent(), StandardCharsets.UTF_8));
        to.write(row.toString().getBytes(StandardCharsets.UTF_8));
        to.write('\n');
    }

    private OutputStream out() throws IOException {
        OutputStream to = out;
        if (to != null) return to;
        to =
                target.out().isPresent()
                        ? stream(target.out().get(), StandardOpenOption.TRUNCATE_EXISTING)
                        : session.console().out();
        if (target.format() == Format.CSV) {
            to.write(CsvPrinter.header(COLUMNS).getBytes(StandardCharsets.UTF_8));
        }
        out = to;
        return to;
    }

    private static OutputStream stream(Path file, StandardOpenOption how) throws IOException {
        return new BufferedOutputStream(
                Files.newOutputStream(
                        file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, how),
                1 << 16);
    }

    private void write(Bulk.Answered each, OutputStream to) throws IOException {
        boolean opening = each.answer() instanceof BulkOpening;
        if (target.format() == Format.NDJSON) {
            to.write(session.answers().json(each.answer()));
            to.write('\n');
        } else if (!opening) {
            to.write(CsvPrinter.row(row(each), COLUMNS).getBytes(StandardCharsets.UTF_8));
        }
        if (condition.isPresent() && !opening && each.problem().isEmpty()) {
            judge(condition.get(), each);
        }
    }

    private JsonNode row(Bulk.Answered each) {
        ObjectNode row = JsonNodeFactory.instance.objectNode().put("line", each.line());
        row.setAll((ObjectNode) session.tree(each.answer()));
        return row;
    }

    private void judge(Condition asked, Bulk.Answered each) {
        JsonNode answer = session.tree(each.answer());
        if (!asked.holds(answer)) return;
        if (met++ == 0) firstMet = "line " + each.line() + ": " + asked.words(answer);
    }

    /// What the program ends with, after it has said why.
    int code(Consumer<String> notes) {
        target.errors()
                .filter(_ -> failures > 0)
                .ifPresent(file -> notes.accept("the lines that failed are in " + file));
        if (met == 0) return worst;
        String more = met == 1 ? "" : ", and " + Figures.whole(met - 1) + " more";
        notes.accept("condition met by " + firstMet + more);
        return worst == ExitCode.OK ? ExitCode.CONDITION : worst;
    }

    @Override
    public void close() {
        try {
            if (errors != null) errors.close();
            if (out != null && target.out().isPresent()) out.close();
            if (failures == 0 && target.errors().isPresent()) {
                Files.deleteIfExists(target.errors().get());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the answers cannot be kept", e);
        }
    }
}
