package hedgerow.store;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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

    private final LineFaults faults;
    private final Set<String> anchors = new HashSet<>();
    private boolean unreadable;

    private YamlDocument(LineFaults faults) {
        this.faults = faults;
    }

    /// The document's root; empty, with a fault, where there is nothing that can be read further.
    static Optional<YamlValue> read(String text, LineFaults faults) {
        Optional<Node> root = compose(text, faults);
        YamlDocument document = new YamlDocument(faults);
        root.ifPresent(node -> document.check(node, ""));
        return document.unreadable
                ? Optional.empty()
                : root.map(node -> new YamlValue(Optional.of(node), "", faults));
    }

    private static Optional<Node> compose(String text, LineFaults faults) {
        LoaderOptions options = new LoaderOptions();
        try {
            ParserImpl parser = new ParserImpl(new StreamReader(text), options);
            Node root = new Composer(parser, new Resolver(), options).getSingleNode();
            if (root == null) faults.add(1, "", Optional.of("nothing"), "fields");
            return Optional.ofNullable(root);
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark();
            notYaml(mark == null ? 1 : mark.getLine() + 1, e.getProblem(), faults);
        } catch (ReaderException e) {
            String problem = "the character U+%04X".formatted(e.getCodePoint());
            notYaml(lineOf(text, e.getPosition()), problem, faults);
        } catch (YAMLException e) {
            notYaml(1, e.getMessage(), faults);
        }
        return Optional.empty();
    }

    private static void notYaml(int line, @Nullable String problem, LineFaults faults) {
        faults.add(line, "", Optional.empty(), "YAML: " + problem);
    }

    private static int lineOf(String text, int codePoint) {
        return 1 + (int) text.codePoints().limit(codePoint).filter(c -> c == '\n').count();
    }

    private void check(Node node, String path) {
        int line = YamlValue.line(node);
        if (node.getAnchor() != null) {
            unreadable = true;
            if (anchors.add(node.getAnchor())) {
                String anchor = "the anchor &" + node.getAnchor();
                faults.add(line, path, Optional.of(anchor), "a value written out where it stands");
            }
            return;
        }
        String tag = node.getTag().getValue();
        if (!tag.startsWith(STANDARD_TAGS)) faults.add(line, path, Optional.of(tag), "no tag");
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
                String held = plain ? "a blank" : YamlValue.described(keyNode);
                faults.add(YamlValue.line(keyNode), path, Optional.of(held), "plain names as keys");
                continue;
            }
            ScalarNode key = (ScalarNode) keyNode;
            String field = YamlValue.join(path, key.getValue());
            if (!seen.add(key.getValue())) {
                String again = YamlValue.described(entry.getValueNode());
                faults.add(YamlValue.line(key), field, Optional.of(again), "each field once");
            }
            check(entry.getValueNode(), field);
        }
    }
}
