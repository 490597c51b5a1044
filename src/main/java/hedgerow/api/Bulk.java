package hedgerow.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import hedgerow.api.NdjsonLines.Line;
import hedgerow.api.answer.BulkProblem;
import hedgerow.api.problem.Problem;
import hedgerow.api.problem.ProblemType;
import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Answers a stream of lines in order, a few at a time over all cores, in bounded memory.
///
/// The way of `POST /v1/margin/bulk` and of the command `bulk` alike: newline-delimited JSON in,
/// one answer a line out.
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

    /// One line and its answer.
    ///
    /// @param line its number, counted from one
    /// @param sent its bytes, without the line end
    /// @param answer what is written for it
    public record Answered(long line, byte[] sent, Object answer) {
        /// What is wrong with the line, where it could not be answered.
        public Optional<Problem> problem() {
            return answer instanceof BulkProblem wrong
                    ? Optional.of(wrong.problem())
                    : Optional.empty();
        }
    }

    /// Takes the answers of a stream, a few at a time and in order.
    public interface Taker {
        /// Takes the next answers.
        ///
        /// @throws IOException where they cannot be kept, which ends the run
        void take(List<Answered> answered) throws IOException;
    }

    /// A stream whose first line has been understood.
    public final class Run {
        private final NdjsonLines lines;
        private final List<Answered> first;
        private final LineAnswers answers;

        Run(NdjsonLines lines, List<Answered> first, LineAnswers answers) {
            this.lines = lines;
            this.first = first;
            this.answers = answers;
        }

        /// The first line and its answer; none where the stream is empty.
        public List<Answered> first() {
            return first;
        }

        /// Passes over lines that need no answer any more.
        ///
        /// @return the last of them, where there are as many
        public Optional<Long> skip(long count) throws IOException {
            for (long skipped = 1; skipped <= count; skipped++) {
                Optional<Line> line = lines.next();
                if (line.isEmpty()) return Optional.empty();
                if (skipped == count) return line.map(Line::number);
            }
            return Optional.empty();
        }

        /// Reads and answers the lines after the first, or after those passed over, until the
        /// stream ends.
        public void rest(Taker taker) throws IOException {
            for (List<Line> chunk = lines.chunk(); !chunk.isEmpty(); chunk = lines.chunk()) {
                taker.take(answered(chunk, answers.of(chunk)));
            }
        }

        /// Reads, answers and writes until the stream ends.
        ///
        /// @param fixed whether figures are written as decimals
        void writeTo(OutputStream out, boolean fixed) throws IOException {
            write(first, out, fixed);
            rest(answered -> write(answered, out, fixed));
        }

        private void write(List<Answered> answered, OutputStream out, boolean fixed)
                throws IOException {
            for (Answered each : answered) {
                Object answer = each.answer();
                Object shown = fixed ? Fixed18.of(mapper.valueToTree(answer)) : answer;
                out.write(mapper.writeValueAsBytes(shown));
                out.write('\n');
            }
            out.flush();
        }
    }

    private static List<Answered> answered(List<Line> lines, List<Object> answers) {
        List<Answered> answered = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            answered.add(new Answered(line.number(), line.bytes(), answers.get(i)));
        }
        return answered;
    }

    /// Whether a stream that begins with this line holds accounts, to which the line gives model
    /// and market.
    public static boolean isHeader(byte[] line) {
        return BulkAccounts.isHeader(line);
    }

    /// Reads the first line, which says what the others are.
    ///
    /// @throws hedgerow.api.problem.ProblemException where it names a model and a market for all
    ///   other lines, and they cannot be used
    public Run start(InputStream body) {
        NdjsonLines lines = new NdjsonLines(body);
        try {
            Optional<Line> first = lines.next();
            if (first.isEmpty()) return new Run(lines, List.of(), questions);
            List<Line> line = List.of(first.get());
            if (!isHeader(first.get().bytes())) {
                return new Run(lines, answered(line, questions.of(line)), questions);
            }
            BulkAccounts.Opened opened = accounts.open(first.get());
            return new Run(lines, answered(line, List.of(opened.answer())), opened.answers());
        } catch (IOException e) {
            throw new UncheckedIOException("the request body cannot be read", e);
        }
    }
}
