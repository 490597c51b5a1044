package hedgerow.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import hedgerow.api.NdjsonLines.Line;
import hedgerow.api.problem.Problem;
import hedgerow.api.problem.ProblemType;
import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Answers a stream of lines in order, a few at a time over all cores, in bounded memory.
///
/// The way of `POST /v1/margin/bulk` and of runs over files alike: newline-delimited JSON in, one
/// answer a line out.
@Singleton
public final class Bulk {
    private final ObjectMapper mapper;
    private final BulkQuestions questions;
    private final BulkAccounts accounts;

    Bulk(ObjectMapper mapper, BulkQuestions questions, BulkAccounts accounts) {
        this.mapper = mapper;
        this.questions = questions;
        this.accounts = accounts;
    }

    /// What a line is answered with when answering it failed; the failure goes to the log.
    static Problem failure(Line line, RuntimeException e) {
        Log.errorf(e, "line %d of a stream failed", line.number());
        return Problem.of(ProblemType.INTERNAL, ProblemMappers.LOGGED);
    }

    /// How the lines of one stream are answered.
    interface LineAnswers {
        /// One answer for each line, in order.
        List<Object> of(List<Line> lines);
    }

    /// A stream whose first line has been understood.
    final class Run {
        private final NdjsonLines lines;
        private final List<Object> firstAnswers;
        private final LineAnswers answers;

        Run(NdjsonLines lines, List<Object> firstAnswers, LineAnswers answers) {
            this.lines = lines;
            this.firstAnswers = firstAnswers;
            this.answers = answers;
        }

        /// Reads, answers and writes until the stream ends.
        void writeTo(OutputStream out) throws IOException {
            write(firstAnswers, out);
            for (List<Line> chunk = lines.chunk(); !chunk.isEmpty(); chunk = lines.chunk()) {
                write(answers.of(chunk), out);
            }
        }

        private void write(List<Object> answered, OutputStream out) throws IOException {
            for (Object answer : answered) {
                out.write(mapper.writeValueAsBytes(answer));
                out.write('\n');
            }
            out.flush();
        }
    }

    /// Answers all of `in`, and writes the answers to `out` as they come.
    ///
    /// @throws hedgerow.api.problem.ProblemException where the first line names a model and a
    ///   market for all other lines, and they cannot be used; nothing has been written then
    /// @throws IOException where a stream cannot be read or written
    public void run(InputStream in, OutputStream out) throws IOException {
        try {
            start(in).writeTo(out);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /// Answers the lines of the file `in` into the file `out`, which is made or written over.
    ///
    /// @throws hedgerow.api.problem.ProblemException as [#run(InputStream, OutputStream)] does;
    ///   `out` is left alone then
    /// @throws IOException where a file cannot be read or written
    public void run(Path in, Path out) throws IOException {
        try (InputStream lines = Files.newInputStream(in)) {
            Run run = start(lines);
            try (OutputStream answers = new BufferedOutputStream(Files.newOutputStream(out))) {
                run.writeTo(answers);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /// Reads the first line, which says what the others are.
    ///
    /// @throws hedgerow.api.problem.ProblemException where it names a model and a market for all
    ///   other lines, and they cannot be used
    Run start(InputStream body) {
        NdjsonLines lines = new NdjsonLines(body);
        try {
            Optional<Line> first = lines.next();
            if (first.isEmpty()) return new Run(lines, List.of(), questions);
            if (!BulkAccounts.isHeader(first.get().bytes())) {
                List<Object> answered = new ArrayList<>(questions.of(List.of(first.get())));
                return new Run(lines, answered, questions);
            }
            BulkAccounts.Opened opened = accounts.open(first.get());
            return new Run(lines, List.of(opened.answer()), opened.answers());
        } catch (IOException e) {
            throw new UncheckedIOException("the request body cannot be read", e);
        }
    }
}
