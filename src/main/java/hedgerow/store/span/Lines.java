package hedgerow.store.span;

import java.io.IOException;
import java.io.InputStream;

/// The lines of a file, one at a time, in latin-1; ended by line feeds, with or without carriage
/// returns before them.
final class Lines {
    /// The most characters of a line; all after the record's own columns must be blank.
    static final int LONGEST = 1024;

    private static final byte END_OF_FILE = 0x1a;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int from;
    private int to;
    private int number;
    private boolean isEnded;
    private boolean endsOpen;

    Lines(InputStream in) {
        this.in = in;
    }

    /// Whether the last line that was read has no end.
    boolean endsOpen() {
        return endsOpen;
    }

    /// Moves to the next line that is not blank; false where there is none.
    boolean next(Line line) throws IOException {
        while (true) {
            int end = end();
            if (end < 0) return false;
            int start = from;
            from = end + 1;
            number++;
            line.set(buffer, start, length(start, end), number);
            if (end - start > LONGEST) {
                line.fault("at most " + LONGEST + " characters");
                skip();
                return true;
            }
            if (line.length() > 0) return true;
        }
    }

    /// The place of the next line feed, of the end of the file, or of one byte too many.
    private int end() throws IOException {
        int at = from;
        while (true) {
            for (; at < to; at++) {
                if (buffer[at] == '\n') return at;
                if (at - from > LONGEST) return at;
            }
            int scanned = at - from;
            if (!fill()) {
                endsOpen |= to > from;
                return to > from ? to : -1;
            }
            at = from + scanned;
        }
    }

    private boolean fill() throws IOException {
        if (isEnded) return false;
        if (from >= to) {
            from = 0;
            to = 0;
        } else if (to == buffer.length) {
            System.arraycopy(buffer, from, buffer, 0, to - from);
            to -= from;
            from = 0;
        }
        int read = in.read(buffer, to, buffer.length - to);
        isEnded = read < 0;
        if (!isEnded) to += read;
        return !isEnded;
    }

    /// Passes over what is left of a line that is too long.
    private void skip() throws IOException {
        while (true) {
            for (; from < to; from++) {
                if (buffer[from] == '\n') {
                    from++;
                    return;
                }
            }
            if (!fill()) return;
        }
    }

    /// The length without the blanks, the carriage return and the end-of-file mark at the end.
    private int length(int start, int end) {
        int last = end - 1;
        while (last >= start && isPadding(buffer[last])) last--;
        return last - start + 1;
    }

    private static boolean isPadding(byte character) {
        return character == ' ' || character == '\r' || character == END_OF_FILE;
    }
}
