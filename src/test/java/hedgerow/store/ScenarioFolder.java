package hedgerow.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The folder of the models that are packaged.
final class ScenarioFolder {
    private static final Path FOLDER = Path.of("scenarios");

    private ScenarioFolder() {}

    /// The names of all files in the folder, sorted.
    static List<String> files() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(String file) {
        try {
            return Files.readAllBytes(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Parts.Found part(ModelName name) {
        String file = name + ".yaml";
        return files().contains(file)
                ? new Parts.Model(read(file).model())
                : new Parts.Missing("the name of a model of the folder");
    }

    /// The model of a file of the folder.
    static StoredModel read(String file) {
        return switch (ModelReader.read(file, bytes(file), ScenarioFolder::part)) {
            case Reading.Value<StoredModel> read -> read.value();
            case Reading.Refused<StoredModel> refused ->
                    throw new BadModelsException(refused.faults());
        };
    }
}
