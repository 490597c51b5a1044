package hedgerow.store;

import hedgerow.margin.MarginModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Reads model files, each after those that it is composed of.
final class ModelLoader implements Parts {
    private final List<ModelFile> files;
    private final Map<ModelName, ModelFile> byName = new TreeMap<>();
    private final Map<ModelFile, Reading<StoredModel>> read = new LinkedHashMap<>();

    /// The files that are being read.
    private final SortedSet<ModelName> open = new TreeSet<>();

    /// @param files of two of one name, the first is the one that others are composed of
    ModelLoader(List<ModelFile> files) {
        this.files = files;
        for (ModelFile file : files) {
            ModelName.ofFile(file.name()).ifPresent(name -> byName.putIfAbsent(name, file));
        }
    }

    /// What is in each file, in order.
    List<Reading<StoredModel>> read() {
        return files.stream().map(this::read).toList();
    }

    private Reading<StoredModel> read(ModelFile file) {
        Reading<StoredModel> known = read.get(file);
        if (known != null) return known;
        Optional<ModelName> name = ModelName.ofFile(file.name());
        name.ifPresent(open::add);
        Reading<StoredModel> fresh = ModelReader.read(file.name(), file.bytes(), this);
        name.ifPresent(open::remove);
        read.put(file, fresh);
        return fresh;
    }

    @Override
    public Found find(ModelName name) {
        if (open.contains(name)) return new Missing("a model that is not composed of this one");
        ModelFile file = byName.get(name);
        if (file == null) return new Missing("one of the models " + byName.keySet());
        return switch (read(file)) {
            case Reading.Value<StoredModel> value -> model(value.value().model());
            case Reading.Refused<StoredModel> _ ->
                    new Missing("a model whose own file has no fault");
        };
    }

    private static Found model(MarginModel model) {
        return new Model(model);
    }
}
