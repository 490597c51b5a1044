package hedgerow.store;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// All that a model file states as plain maps, lists, numbers, booleans and texts, in its order.
final class ParameterTree {
    private static final String VERSION = "version";

    private ParameterTree() {}

    /// The fields of a file whose fields are known to be in order. Decimals keep their digits,
    /// fractions stay as written, and the version is a text, so that `1.10` is not `1.1`.
    static Map<String, Object> of(MappingNode root) {
        Map<String, Object> tree = new LinkedHashMap<>(fields(root));
        for (NodeTuple entry : root.getValue()) {
            if (name(entry).equals(VERSION) && entry.getValueNode() instanceof ScalarNode version) {
                tree.put(VERSION, version.getValue());
            }
        }
        return Collections.unmodifiableMap(tree);
    }

    private static Map<String, Object> fields(MappingNode mapping) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (NodeTuple entry : mapping.getValue()) {
            fields.put(name(entry), value(entry.getValueNode()));
        }
        return Collections.unmodifiableMap(fields);
    }

    private static String name(NodeTuple entry) {
        return ((ScalarNode) entry.getKeyNode()).getValue();
    }

    private static Object value(Node node) {
        return switch (node) {
            case MappingNode mapping -> fields(mapping);
            case SequenceNode list -> {
                List<Object> items = new ArrayList<>();
                list.getValue().forEach(item -> items.add(value(item)));
                yield Collections.unmodifiableList(items);
            }
            case ScalarNode scalar -> scalar(scalar);
            default -> throw new IllegalStateException("no such node: " + node);
        };
    }

    private static Object scalar(ScalarNode scalar) {
        String text = scalar.getValue();
        if (scalar.getScalarStyle() != ScalarStyle.PLAIN) return text;
        if (text.equals("true") || text.equals("false")) return Boolean.valueOf(text);
        Optional<BigDecimal> number =
                text.contains("/")
                        ? Optional.empty()
                        : Fraction.parse(text).map(Fraction::numerator);
        return number.isPresent() ? number.get() : text;
    }
}
