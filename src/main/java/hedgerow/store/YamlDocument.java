package hedgerow.store;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/// Reads a YAML text as nodes that know their lines, and holds it to plain YAML: one document, no
/// key twice, no tags, and no anchors, so that a file says each thing where it stands.
final class YamlDocument {
    private static final String STANDARD_TAGS = "tag:yaml.org,2002:";

    private final ModelFaults faults;
    private final Set<String> anchors = new HashSet<>();
    private boolean unreadable;

    private YamlDocument(ModelFaults faults) {
        this.faults = faults;
    }

    /// The document's root; empty, with a fault, where there is nothing that can be read further.
    static Optional<YamlValue> read(String text, ModelFaults faults) {
        Optional<Node> root = compose(text, faults);
        YamlDocument document = new YamlDocument(faults);
        root.ifPresent(node -> document.check(node, ""));
        return document.unreadable
                ? Optional.empty()
                : root.map(node -> new YamlValue(Optional.of(node), "", faults));
    }

    private static Optional<Node> compose(String text, ModelFaults faults) {
        LoaderOptions options = new LoaderOptions();
        try {
            ParserImpl parser = new ParserImpl(new StreamReader(text), options);
            Node root = new Composer(parser, new Resolver(), options).getSingleNode();
            if (root == null) faults.add(1, "", "the file is empty");
            return Optional.ofNullable(root);
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark();
            faults.add(mark == null ? 1 : mark.getLine() + 1, "", "not YAML: " + e.getProblem());
        } catch (ReaderException e) {
            String character = "U+%04X".formatted(e.getCodePoint());
            faults.add(lineOf(text, e.getPosition()), "", "not YAML: the character " + character);
        } catch (YAMLException e) {
            faults.add(1, "", "not YAML: " + e.getMessage());
        }
        return Optional.empty();
    }

    private static int lineOf(String text, int codePoint) {
        return 1 + (int) text.codePoints().limit(codePoint).filter(c -> c == '\n').count();
    }

    private void check(Node node, String path) {
        int line = YamlValue.line(node);
        if (node.getAnchor() != null) {
            unreadable = true;
            if (anchors.add(node.getAnchor())) {
                faults.add(line, path, "must be written out, was an anchor: &" + node.getAnchor());
            }
            return;
        }
        String tag = node.getTag().getValue();
        if (!tag.startsWith(STANDARD_TAGS)) faults.add(line, path, "must have no tag, was " + tag);
        switch (node) {
            case MappingNode mapping -> checkKeys(mapping, path);
            case SequenceNode list -> {
                for (int i = 0; i < list.getValue().size(); i++) {
                    check(list.getValue().get(i), path + "[" + i + "]");
                }
            }
            default -> {}
        }
    }

    private void checkKeys(MappingNode mapping, String path) {
        Set<String> seen = new HashSet<>();
        for (NodeTuple entry : mapping.getValue()) {
            Node keyNode = entry.getKeyNode();
            boolean plain = keyNode instanceof ScalarNode && keyNode.getAnchor() == null;
            if (!plain || ((ScalarNode) keyNode).getValue().isBlank()) {
                unreadable = true;
                faults.add(YamlValue.line(keyNode), path, "must have plain names as keys");
                continue;
            }
            ScalarNode key = (ScalarNode) keyNode;
            String field = YamlValue.join(path, key.getValue());
            if (!seen.add(key.getValue())) faults.add(YamlValue.line(key), field, "is given twice");
            check(entry.getValueNode(), field);
        }
    }
}
