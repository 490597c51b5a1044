package hedgerow.store;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/// The fields of one mapping of a YAML file; it remembers which were asked for, so that the rest
/// can be refused.
final class YamlFields {
    private static final String REQUIRED = "a value: this field is required";

    private final YamlValue owner;
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();

    private record Field(int line, YamlValue value) {}

    YamlFields(YamlValue owner, List<NodeTuple> entries) {
        this.owner = owner;
        for (NodeTuple entry : entries) {
            if (entry.getKeyNode() instanceof ScalarNode key) add(key, entry.getValueNode());
        }
    }

    private void add(ScalarNode key, Node node) {
        String path = YamlValue.join(owner.path(), key.getValue());
        YamlValue value = new YamlValue(Optional.of(node), path, owner.faults());
        fields.putIfAbsent(key.getValue(), new Field(YamlValue.line(key), value));
    }

    /// The value of a field that must be there.
    YamlValue get(String field) {
        return find(field).orElseGet(() -> missing(field));
    }

    private YamlValue missing(String field) {
        String path = YamlValue.join(owner.path(), field);
        if (owner.node().isPresent()) {
            owner.faults().add(owner.line(), path, Optional.empty(), REQUIRED);
        }
        return new YamlValue(Optional.empty(), path, owner.faults());
    }

    /// The value of a field that may be left out.
    Optional<YamlValue> find(String field) {
        asked.add(field);
        return Optional.ofNullable(fields.get(field)).map(Field::value);
    }

    /// The names of all fields, in the file's order.
    Set<String> names() {
        return fields.keySet();
    }

    /// Which of `kinds` the fields are of: the one whose word is among them.
    <T> Optional<YamlKind<T>> kind(List<YamlKind<T>> kinds) {
        List<YamlKind<T>> found = kinds.stream().filter(k -> names().contains(k.word())).toList();
        if (found.size() == 1) return Optional.of(found.getFirst());
        String words = String.join(" or ", kinds.stream().map(YamlKind::word).toList());
        String held = names().isEmpty() ? "nothing" : String.join(", ", names());
        owner.refuse("one kind: " + words, held);
        leaveOthers();
        return Optional.empty();
    }

    /// Lets the fields that were not asked for be.
    void leaveOthers() {
        asked.addAll(names());
    }

    /// Tells a fault for each field that was never asked for.
    void refuseOthers() {
        String allowed = "no such field; the fields are " + String.join(", ", asked);
        fields.forEach((name, field) -> {
            if (!asked.contains(name)) field.value().refuseAt(field.line(), allowed);
        });
    }
}
