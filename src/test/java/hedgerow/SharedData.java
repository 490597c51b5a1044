package hedgerow;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/// Files beside the project that tests may read.
public final class SharedData {
    private SharedData() {}

    /// The file, or the end of the test with a line that says which file is not there.
    public static Path file(String path) {
        Path file = Path.of(System.getProperty("hedgerow.shared", "../shared")).resolve(path);
        boolean there = Files.isReadable(file);
        if (!there) System.out.println("skipped, as there is no " + file);
        assumeTrue(there, () -> "skipped, as there is no " + file);
        return file;
    }
}
