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
    private final YamlValue owner;
    private final Map<String, Node> keys = new LinkedHashMap<>();
    private final Map<String, YamlValue> values = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();

    YamlFields(YamlValue owner, List<NodeTuple> entries) {
        this.owner = owner;
        for (NodeTuple entry : entries) {
            if (entry.getKeyNode() instanceof ScalarNode key) add(key, entry.getValueNode());
        }
    }

    private void add(ScalarNode key, Node value) {
        String path = YamlValue.join(owner.path(), key.getValue());
        keys.putIfAbsent(key.getValue(), key);
        values.putIfAbsent(key.getValue(), new YamlValue(Optional.of(value), path, owner.faults()));
    }

    /// The value of a field that must be there.
    YamlValue get(String field) {
        return find(field).orElseGet(() -> missing(field));
    }

    private YamlValue missing(String field) {
        String path = YamlValue.join(owner.path(), field);
        if (owner.node().isPresent()) owner.faults().add(owner.line(), path, "is missing");
        return new YamlValue(Optional.empty(), path, owner.faults());
    }

    /// The value of a field that may be left out.
    Optional<YamlValue> find(String field) {
        asked.add(field);
        return Optional.ofNullable(values.get(field));
    }

    /// The names of all fields, in the file's order.
    Set<String> names() {
        return values.keySet();
    }

    /// Which of `kinds` the fields are of: the one whose word is among them.
    <T> Optional<YamlKind<T>> kind(List<YamlKind<T>> kinds) {
        List<YamlKind<T>> found = kinds.stream().filter(k -> names().contains(k.word())).toList();
        if (found.size() == 1) return Optional.of(found.getFirst());
        String words = String.join(" or ", kinds.stream().map(YamlKind::word).toList());
        String held = names().isEmpty() ? "nothing" : String.join(", ", names());
        owner.fault("must hold one kind, " + words + ", held " + held);
        leaveOthers();
        return Optional.empty();
    }

    /// Lets the fields that were not asked for be.
    void leaveOthers() {
        asked.addAll(names());
    }

    /// Tells a fault for each field that was never asked for.
    void refuseOthers() {
        for (String name : names()) {
            if (asked.contains(name)) continue;
            Node key = keys.get(name);
            owner.faults()
                    .add(
                            key == null ? owner.line() : YamlValue.line(key),
                            YamlValue.join(owner.path(), name),
                            "is not a field here; there are " + String.join(", ", asked));
        }
    }
}
