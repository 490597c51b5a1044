package hedgerow.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Finds model files and reads their bytes.
///
/// The packaged ones are listed by an index that the build writes beside them, as a program cannot
/// list its own resources when it is native.
final class ModelFiles {
    private static final String FOLDER = "/scenarios/";
    private static final String INDEX = "index.txt";

    /// A file.
    ///
    /// @param name its name without directory
    /// @param bytes its content, cut after one byte more than a model file may have
    record Content(String name, byte[] bytes) {}

    private ModelFiles() {}

    /// The packaged files, by name.
    static Stream<Content> packaged() {
        return new String(resource(INDEX).bytes(), StandardCharsets.UTF_8)
                .lines()
                .map(ModelFiles::resource);
    }

    private static Content resource(String name) {
        try (InputStream in = ModelFiles.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) throw new IllegalStateException("not packaged: " + FOLDER + name);
            return content(name, in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FOLDER + name, e);
        }
    }

    /// The files `*.yaml` and `*.yml` of a directory, by name; hidden ones are left out.
    static Stream<Content> in(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> models = files.filter(ModelFiles::isModel).sorted().toList();
            return models.stream().map(ModelFiles::file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + directory, e);
        }
    }

    private static boolean isModel(Path file) {
        String name = file.getFileName().toString();
        boolean yaml = name.endsWith(".yaml") || name.endsWith(".yml");
        return yaml && !name.startsWith(".") && Files.isRegularFile(file);
    }

    private static Content file(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return content(file.getFileName().toString(), in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static Content content(String name, InputStream in) throws IOException {
        return new Content(name, in.readNBytes(ModelReader.MOST_BYTES + 1));
    }
}
