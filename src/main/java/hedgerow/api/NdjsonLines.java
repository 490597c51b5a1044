package hedgerow.api;

import hedgerow.api.body.Bounds;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The lines of a stream, read as they are needed; blank ones are passed over.
final class NdjsonLines {
    /// The most lines, and about the most bytes, that are in memory at once.
    static final int CHUNK_LINES = 1_024;

    private static final int CHUNK_BYTES = 4 * 1024 * 1024;

    private static final int BUFFER_BYTES = 64 * 1024;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int at;
    private int end;
    private long number;

    /// One line.
    ///
    /// @param number counted from one, blank lines included
    /// @param bytes without the line end; cut one byte beyond the most that is allowed
    record Line(long number, byte[] bytes) {
        boolean isTooLong() {
            return bytes.length > Bounds.BODY_BYTES;
        }
    }

    NdjsonLines(InputStream in) {
        this.in = in;
    }

    /// The next line, unless the stream has ended.
    Optional<Line> next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(512);
        boolean blank = true;
        while (at < end || fill()) {
            int from = at;
            while (at < end && buffer[at] != '\n') at++;
            int most = Math.max(0, Bounds.BODY_BYTES + 1 - line.size());
            line.write(buffer, from, Math.min(at - from, most));
            blank = blank && isBlank(from, at);
            if (at == end) continue;
            at++;
            number++;
            if (!blank) return Optional.of(new Line(number, line.toByteArray()));
            line.reset();
        }
        number++;
        return blank ? Optional.empty() : Optional.of(new Line(number, line.toByteArray()));
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }

    private boolean isBlank(int from, int to) {
        for (int i = from; i < to; i++) {
            byte b = buffer[i];
            if (b != ' ' && b != '\t' && b != '\r') return false;
        }
        return true;
    }

    /// The next few lines; none at the end of the stream.
    List<Line> chunk() throws IOException {
        List<Line> chunk = new ArrayList<>();
        long bytes = 0;
        while (chunk.size() < CHUNK_LINES && bytes < CHUNK_BYTES) {
            Optional<Line> line = next();
            if (line.isEmpty()) break;
            chunk.add(line.get());
            bytes += line.get().bytes().length;
        }
        return chunk;
    }
}
