package hedgerow.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The models that can be asked for: those packaged with the program, and those of a directory of
/// the operator's.
///
/// A version once published stays what it is: a file of the directory may add models and versions,
/// but not change one that is packaged.
public final class ModelStore {
    private final NavigableMap<ModelName, StoredModel> models;

    private ModelStore(NavigableMap<ModelName, StoredModel> models) {
        this.models = models;
    }

    /// The packaged models.
    ///
    /// @throws BadModelsException with every fault of every file
    public static ModelStore packaged() {
        return of(ModelFiles.packaged());
    }

    /// The packaged models and those in the files `*.yaml` of `directory`.
    ///
    /// @throws BadModelsException with every fault of every file
    /// @throws java.io.UncheckedIOException where the directory or a file in it cannot be read
    public static ModelStore with(Path directory) {
        return of(Stream.concat(ModelFiles.packaged(), ModelFiles.in(directory)));
    }

    private static ModelStore of(Stream<ModelFile> files) {
        NavigableMap<ModelName, StoredModel> models = new TreeMap<>();
        List<Fault> faults = new ArrayList<>();
        for (Reading<StoredModel> file : new ModelLoader(files.toList()).read()) {
            switch (file) {
                case Reading.Value<StoredModel> read -> add(read.value(), models, faults);
                case Reading.Refused<StoredModel> refused -> faults.addAll(refused.faults());
            }
        }
        if (!faults.isEmpty()) throw new BadModelsException(faults);
        return new ModelStore(models);
    }

    private static void add(
            StoredModel model, Map<ModelName, StoredModel> models, List<Fault> faults) {
        ModelName name = ModelName.of(model.model().info());
        StoredModel before = models.putIfAbsent(name, model);
        if (before == null || before.model().info().equals(model.model().info())) return;
        String other = before.file() + " states this version differently, and it stays";
        String allowed = "a version of its own: " + other;
        faults.add(Fault.of(model.file(), name.version(), allowed));
    }

    /// The model of a name, `<id>@<version>`, or the newest version of an id.
    public Optional<StoredModel> find(String name) {
        Optional<ModelName> exact = ModelName.parse(name);
        if (exact.isPresent()) return exact.map(models::get);
        return Optional.ofNullable(models.floorEntry(ModelName.last(name)))
                .map(Map.Entry::getValue)
                .filter(newest -> newest.model().info().id().equals(name));
    }

    /// Every model, by id and version.
    public Collection<StoredModel> all() {
        return Collections.unmodifiableCollection(models.values());
    }

    /// The names of every model, such as `crypto-grid@1`, by id and version.
    public List<String> names() {
        return models.keySet().stream().map(ModelName::toString).toList();
    }
}
