package hedgerow.cli;

import hedgerow.api.Bulk;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import picocli.CommandLine.Mixin;

/// The lines of a stream of accounts, their first with the model and the market of the options.
final class BulkInput {
    private static final int BLOCK = 1 << 20;

    @Mixin private BodyOptions body = new BodyOptions();
    @Mixin private ModelOption model = new ModelOption();

    /// Opens the stream.
    ///
    /// @throws InputException where options say what the first line should, and it is of another
    ///   kind
    InputStream open(Session session) throws IOException {
        InputStream in = body.open(session.console());
        if (!model.isGiven() && !body.namesMarket()) return in;
        BufferedInputStream lines = new BufferedInputStream(in, BLOCK);
        byte[] first = throughFirstLine(lines);
        if (!Bulk.isHeader(first)) {
            throw new InputException(
                    "--model and --market take the place of what the first line says, and it is no"
                            + " such line: begin with {\"model\":...,\"market\":...}");
        }
        BodyFields fields = new BodyFields();
        model.set(fields);
        body.market(fields, session);
        return new SequenceInputStream(new ByteArrayInputStream(fields.in(first)), lines);
    }

    /// The bytes up to the end of the first line that is not blank.
    private static byte[] throughFirstLine(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean blank = true;
        for (int b = in.read(); b >= 0; b = in.read()) {
            line.write(b);
            blank &= b <= ' ';
            if (b == '\n' && !blank) break;
        }
        return line.toByteArray();
    }

    /// How many lines there are to answer, where that can be counted.
    ///
    /// @param header whether the first is not one of them
    OptionalLong lines(boolean header) {
        Optional<Path> file = body.file().map(Path::of).filter(Files::isRegularFile);
        if (file.isEmpty()) return OptionalLong.empty();
        try (InputStream in = Files.newInputStream(file.get())) {
            return OptionalLong.of(count(in) - (header ? 1 : 0));
        } catch (IOException e) {
            throw new UncheckedIOException(file.get() + " cannot be read", e);
        }
    }

    /// The lines of a stream that are not blank.
    static long count(InputStream in) throws IOException {
        byte[] block = new byte[BLOCK];
        long lines = 0;
        boolean blank = true;
        for (int read = in.read(block); read >= 0; read = in.read(block)) {
            for (int i = 0; i < read; i++) {
                byte b = block[i];
                if (b == '\n') {
                    if (!blank) lines++;
                    blank = true;
                } else if (b != ' ' && b != '\t' && b != '\r') {
                    blank = false;
                }
            }
        }
        return blank ? lines : lines + 1;
    }
}
