package hedgerow.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/// What an earlier run left in a file: its whole lines, without one that was cut off.
///
/// @param lines how many whole lines there are
/// @param bytes how long they are together
/// @param first the first of them
/// @param last the last of them
record Resumed(long lines, long bytes, byte[] first, byte[] last) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// Reads a file; one that is not there has no lines.
    static Resumed in(Path file) throws IOException {
        if (!Files.exists(file)) return new Resumed(0, 0, new byte[0], new byte[0]);
        long lines = 0;
        long bytes = 0;
        long read = 0;
        byte[] first = new byte[0];
        byte[] last = new byte[0];
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 20)) {
            for (int b = in.read(); b >= 0; b = in.read()) {
                read++;
                if (b != '\n') {
                    line.write(b);
                    continue;
                }
                last = line.toByteArray();
                if (lines++ == 0) first = last;
                bytes = read;
                line.reset();
            }
        }
        return new Resumed(lines, bytes, first, last);
    }

    /// Whether the first line is this answer.
    boolean isOpenedBy(byte[] opening) {
        return Arrays.equals(first, opening);
    }

    /// Whether the last line is the answer to the line of this number; answers to whole questions
    /// do not say theirs.
    boolean endsAt(long line, boolean numbered) throws IOException {
        JsonNode number = JSON.readTree(last).path("line");
        return number.isMissingNode() ? !numbered : number.asLong() == line;
    }

    /// Cuts a file to the whole lines.
    void cutTo(Path file) throws IOException {
        cut(file, bytes);
    }

    private static void cut(Path file, long bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(bytes);
        }
    }

    /// The failures of earlier runs.
    ///
    /// @param count how many there are
    /// @param worst the exit code of the worst of them
    record Failures(long count, int worst) {
        static final Failures NONE = new Failures(0, ExitCode.OK);
    }

    /// Cuts a file of failures to those of the first lines of a stream.
    static Failures keepUpTo(Path file, long lastLine) throws IOException {
        if (!Files.exists(file)) return Failures.NONE;
        Failures kept = Failures.NONE;
        long bytes = 0;
        for (String row : Files.readAllLines(file)) {
            JsonNode failure = row.endsWith("}") ? JSON.readTree(row) : JSON.missingNode();
            if (failure.isMissingNode() || failure.path("line").asLong() > lastLine) break;
            int code = ExitCode.of(failure.at("/problem/status").asInt());
            kept = new Failures(kept.count + 1, Math.max(kept.worst, code));
            bytes += row.getBytes(StandardCharsets.UTF_8).length + 1;
        }
        cut(file, bytes);
        return kept;
    }
}
