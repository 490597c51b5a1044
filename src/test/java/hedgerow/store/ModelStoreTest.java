package hedgerow.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Models are found by name, the newest version first, packaged or from a directory.
class ModelStoreTest {
    @TempDir Path directory;

    @Test
    void everyFileOfTheFolderIsPackaged() {
        assertThat(ModelStore.packaged().all().stream().map(StoredModel::file))
                .containsExactlyInAnyOrderElementsOf(ScenarioFolder.files());
    }

    @Test
    void namesAreListedByIdAndVersion() throws IOException {
        add("spare@2.yaml", "spare", "2");
        add("spare@10.yaml", "spare", "10");
        add("spare@1.9.yaml", "spare", "1.9");
        add("spare@1.10.yaml", "spare", "1.10");
        assertThat(ModelStore.with(directory).names())
                .containsSubsequence(
                        "crypto-grid@1",
                        "crypto-grid-core@1",
                        "delta@1",
                        "spare@1.9",
                        "spare@1.10",
                        "spare@2",
                        "spare@10",
                        "spot-vol-16@1");
    }

    @Test
    void anIdFindsItsNewestVersion() throws IOException {
        add("spare@2.yaml", "spare", "2");
        add("spare@1.10.yaml", "spare", "1.10");
        assertThat(found("spare")).contains("spare@2.yaml");
        add("spare@10.0.1.yaml", "spare", "10.0.1");
        assertThat(found("spare")).contains("spare@10.0.1.yaml");
        add("spare-part@99.yaml", "spare-part", "99");
        assertThat(found("spare")).contains("spare@10.0.1.yaml");
    }

    @Test
    void anOlderVersionStaysToBeFound() throws IOException {
        add("spare@2.yaml", "spare", "2");
        add("spare@1.10.yaml", "spare", "1.10");
        assertThat(found("spare@1.10")).contains("spare@1.10.yaml");
        assertThat(found("spare@1.10.0")).contains("spare@1.10.yaml");
        assertThat(found("spare@2")).contains("spare@2.yaml");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        for (String name :
                List.of(
                        "",
                        "@",
                        "crypto",
                        "crypto-grid@2",
                        "crypto-grid@",
                        "crypto-grid@1@1",
                        "Crypto-grid",
                        "crypto-grid ",
                        "crypto-gri",
                        "crypto-grid-",
                        "zzz",
                        "\0")) {
            assertThat(found(name)).as(name).isEmpty();
        }
    }

    @Test
    void aDirectoryAddsNewerVersionsToPackagedModels() throws IOException {
        add("crypto-grid@1.1.yaml", "crypto-grid", "1.1");
        assertThat(found("crypto-grid")).contains("crypto-grid@1.1.yaml");
        assertThat(found("crypto-grid@1")).contains("crypto-grid@1.yaml");
    }

    @Test
    void aCopyOfAPackagedFileChangesNothing() throws IOException {
        Files.write(directory.resolve("delta@1.yaml"), ScenarioFolder.bytes("delta@1.yaml"));
        assertThat(ModelStore.with(directory).names()).isEqualTo(ModelStore.packaged().names());
    }

    @Test
    void aPublishedVersionIsNotChanged() throws IOException {
        add("delta@1.yaml", "delta", "1");
        assertThat(refusal())
                .isEqualTo(
                        "delta@1.yaml: was 1, expected a version of its own: delta@1.yaml states"
                                + " this version differently, and it stays");
    }

    @Test
    void twoWritingsOfOneVersionAreRefused() throws IOException {
        add("spare@1.yaml", "spare", "1");
        add("spare@1.0.yaml", "spare", "1.0");
        assertThat(refusal())
                .contains("spare@1.yaml: was 1, expected a version of its own: spare@1.0.yaml");
    }

    @Test
    void badFilesAreRefusedTogetherWithEveryFault() throws IOException {
        add("spare@1.yaml", "other", "1");
        add("good@1.yaml", "good", "1");
        Files.writeString(directory.resolve("worse@1.yml"), "id: [");
        assertThat(refusal().lines())
                .containsExactly(
                        "spare@1.yaml, line 1, id: was other, expected spare, as in the file's"
                                + " name",
                        "worse@1.yml, line 1: was worse@1.yml, expected a file named"
                                + " <id>@<version>.yaml",
                        "worse@1.yml, line 1: expected YAML: expected the node content, but found"
                                + " '<stream end>'");
    }

    @Test
    void otherFilesOfTheDirectoryAreLeftAlone() throws IOException {
        Files.writeString(directory.resolve("README.md"), "not a model");
        Files.writeString(directory.resolve(".spare@1.yaml"), "not a model");
        Files.createDirectory(directory.resolve("old.yaml"));
        assertThat(ModelStore.with(directory).names()).isEqualTo(ModelStore.packaged().names());
    }

    @Test
    void aDirectoryThatIsNotThereIsAnOperationalFailure() {
        Path missing = directory.resolve("missing");
        assertThatThrownBy(() -> ModelStore.with(missing))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("cannot list " + missing);
    }

    private Optional<String> found(String name) {
        return ModelStore.with(directory).find(name).map(StoredModel::file);
    }

    private String refusal() {
        BadModelsException refused =
                catchThrowableOfType(BadModelsException.class, () -> ModelStore.with(directory));
        assertThat(refused).isNotNull();
        return refused.getMessage();
    }

    private void add(String file, String id, String version) throws IOException {
        String text =
                SampleModel.TEXT
                        .replace("id: sample", "id: " + id)
                        .replace("version: 1.2", "version: " + version);
        Files.writeString(directory.resolve(file), text);
    }
}
