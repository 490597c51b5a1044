package hedgerow.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Where a command reads and writes.
///
/// @param in standard input
/// @param out standard output, for data
/// @param err standard error, for everything else
/// @param terminal what these are connected to
record Console(InputStream in, PrintStream out, PrintStream err, Terminal terminal) {
    /// The streams of this process, written in UTF-8.
    static Console ofThisProcess() {
        return new Console(System.in, utf8(System.out), utf8(System.err), Terminal.ofThisProcess());
    }

    private static PrintStream utf8(PrintStream stream) {
        return new PrintStream(stream, false, StandardCharsets.UTF_8);
    }

    /// Opens a file, or standard input where it is named `-`.
    ///
    /// @throws InputException where there is no such file that can be read
    InputStream open(String file) {
        if (file.equals("-")) return in;
        Path path = Path.of(file);
        try {
            if (Files.isDirectory(path)) throw new InputException(file + " is a folder");
            return Files.newInputStream(path);
        } catch (NoSuchFileException e) {
            throw new InputException("there is no file " + file);
        } catch (AccessDeniedException e) {
            throw new InputException(file + " may not be read");
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    /// Writes data.
    void data(byte[] bytes) {
        out.write(bytes, 0, bytes.length);
    }

    /// Ends a command's output.
    ///
    /// @throws UncheckedIOException where not all of it could be written
    void finish() {
        out.flush();
        err.flush();
        if (out.checkError()) {
            throw new UncheckedIOException(new IOException("standard output cannot be written"));
        }
    }
}
