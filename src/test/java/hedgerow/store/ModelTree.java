package hedgerow.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.Yaml;

/// The sample model as maps and lists that can be changed at any field and written again.
final class ModelTree {
    private static final Pattern STEP = Pattern.compile("([A-Za-z]+)|\\[(\\d+)\\]");

    private final Map<String, Object> root;

    private ModelTree(Map<String, Object> root) {
        this.root = root;
    }

    static ModelTree sample() {
        return new ModelTree(map(SampleModel.read(SampleModel.TEXT).parameters()));
    }

    private static Map<String, Object> map(Map<?, ?> fields) {
        Map<String, Object> copy = new LinkedHashMap<>();
        fields.forEach((name, value) -> copy.put(String.valueOf(name), copied(value)));
        return copy;
    }

    private static Object copied(Object value) {
        return switch (value) {
            case Map<?, ?> fields -> map(fields);
            case List<?> list -> new ArrayList<>(list.stream().map(ModelTree::copied).toList());
            default -> value;
        };
    }

    /// Sets `field` of the mapping at `path`, such as `grid.scenarios[1]`.
    ModelTree with(String path, String field, Object value) {
        at(path).put(field, copied(value));
        return this;
    }

    ModelTree without(String path, String field) {
        at(path).remove(field);
        return this;
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> at(String path) {
        Object here = root;
        Matcher step = STEP.matcher(path);
        while (step.find()) {
            here =
                    step.group(1) != null
                            ? ((Map<String, Object>) here).get(step.group(1))
                            : ((List<Object>) here).get(Integer.parseInt(step.group(2)));
        }
        return (Map<String, Object>) here;
    }

    /// The faults that the tree has when it is written and read.
    List<Fault> faults() {
        String text = new Yaml().dump(root);
        return switch (ModelReader.read(SampleModel.FILE, SampleModel.bytes(text))) {
            case Reading.Value<StoredModel> read -> List.of();
            case Reading.Refused<StoredModel> refused -> refused.faults();
        };
    }

    /// The field that a fault of a model file is at.
    static String fieldOf(Fault fault) {
        return fault.pointer().replaceFirst("^.*?, line \\d+(, )?", "");
    }
}
