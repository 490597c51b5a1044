package hedgerow.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Finds model files.
///
/// The packaged ones are listed by an index that the build writes beside them, as a program cannot
/// list its own resources when it is native.
final class ModelFiles {
    private static final String FOLDER = "/scenarios/";
    private static final String INDEX = "index.txt";

    private ModelFiles() {}

    /// The packaged files, by name.
    static Stream<ModelFile> packaged() {
        return new String(resource(INDEX), StandardCharsets.UTF_8)
                .lines()
                .map(name -> new ModelFile(name, resource(name)));
    }

    private static byte[] resource(String name) {
        try (InputStream in = ModelFiles.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) throw new IllegalStateException("not packaged: " + FOLDER + name);
            return bytes(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FOLDER + name, e);
        }
    }

    /// The files `*.yaml` and `*.yml` of a directory, by name; hidden ones are left out.
    static Stream<ModelFile> in(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> models = files.filter(ModelFiles::isModel).sorted().toList();
            return models.stream().map(ModelFiles::read);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + directory, e);
        }
    }

    private static boolean isModel(Path file) {
        String name = file.getFileName().toString();
        boolean yaml = name.endsWith(".yaml") || name.endsWith(".yml");
        return yaml && !name.startsWith(".") && Files.isRegularFile(file);
    }

    private static ModelFile read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new ModelFile(file.getFileName().toString(), bytes(in));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /// The bytes, cut after one more than a model file may have, which is enough to refuse it.
    private static byte[] bytes(InputStream in) throws IOException {
        return in.readNBytes(ModelReader.MOST_BYTES + 1);
    }
}
