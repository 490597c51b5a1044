package hedgerow.api;

import hedgerow.api.body.Bounds;
import java.io.BufferedInputStream;
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

    private final InputStream in;
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
        this.in = new BufferedInputStream(in, 64 * 1024);
    }

    /// The next line, unless the stream has ended.
    Optional<Line> next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(512);
        boolean blank = true;
        for (int b = in.read(); b >= 0; b = in.read()) {
            if (b == '\n') {
                number++;
                if (!blank) return Optional.of(new Line(number, line.toByteArray()));
                line.reset();
                continue;
            }
            blank &= b == ' ' || b == '\t' || b == '\r';
            if (line.size() <= Bounds.BODY_BYTES) line.write(b);
        }
        number++;
        return blank ? Optional.empty() : Optional.of(new Line(number, line.toByteArray()));
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
