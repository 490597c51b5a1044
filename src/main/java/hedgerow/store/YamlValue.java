package hedgerow.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/// One value of a YAML file, with where it stands.
///
/// A read that finds something else than what is allowed tells a fault and returns a stand-in, so
/// that reading goes on and every fault is told, each once. [#as] drops what was made of stand-ins.
///
/// @param node what stands there; empty where the absence has been told already
/// @param path the field, such as `grid.scenarios[2].weight`
/// @param faults takes the faults
record YamlValue(Optional<Node> node, String path, LineFaults faults) {
    private static final int LONGEST_TEXT = 1000;

    static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    static String join(String path, String field) {
        return path.isEmpty() ? Fault.cut(field) : path + "." + Fault.cut(field);
    }

    int line() {
        return node.map(YamlValue::line).orElse(1);
    }

    /// Tells that something else is allowed than what stands here.
    void refuse(String allowed) {
        refuseAt(line(), allowed);
    }

    /// The same at the line where the value's name stands.
    void refuseAt(int line, String allowed) {
        node.ifPresent(at -> faults.add(line, path, Optional.of(described(at)), allowed));
    }

    /// Tells that something else is allowed than `value`, which is how this stands here.
    void refuse(String allowed, String value) {
        if (node.isPresent()) faults.add(line(), path, Optional.of(value), allowed);
    }

    /// A number, which may be written as a fraction; empty where there was a fault.
    Optional<Fraction> fraction(NumberRange range) {
        Optional<Fraction> number =
                scalar().flatMap(Fraction::parse).filter(n -> range.allow(n.value()));
        if (number.isEmpty()) refuse(range.words());
        return number;
    }

    double number(NumberRange range) {
        return fraction(range).orElse(Fraction.ONE).value();
    }

    /// A text that is not blank.
    String text() {
        Optional<String> text = scalar().filter(s -> !s.isBlank() && s.length() <= LONGEST_TEXT);
        if (text.isEmpty()) refuse("a text of at most " + LONGEST_TEXT + " characters");
        return text.orElse("-");
    }

    boolean flag() {
        return choice(Map.of("true", true, "false", false)).orElse(false);
    }

    /// One of the constants of `type`, written small.
    <E extends Enum<E>> Optional<E> word(Class<E> type) {
        Map<String, E> words = new LinkedHashMap<>();
        for (E constant : type.getEnumConstants()) {
            words.put(constant.name().toLowerCase(Locale.ROOT), constant);
        }
        return choice(words);
    }

    /// What the word that stands here stands for in `words`.
    <T> Optional<T> choice(Map<String, T> words) {
        Optional<T> choice = scalar().flatMap(word -> Optional.ofNullable(words.get(word)));
        if (choice.isEmpty()) refuse(String.join(" or ", new TreeSet<>(words.keySet())));
        return choice;
    }

    /// The items of what must be a list.
    List<YamlValue> list() {
        if (node.isPresent() && node.get() instanceof SequenceNode list) return items(list);
        refuse("a list");
        return List.of();
    }

    /// The items of what must be a list with something in it.
    List<YamlValue> filledList() {
        List<YamlValue> items = list();
        if (items.isEmpty() && node.isPresent() && node.get() instanceof SequenceNode) {
            refuse("at least one item", "an empty list");
        }
        return items;
    }

    /// The items of a list with something in it; a single value counts as a list of one.
    List<YamlValue> oneOrMore() {
        boolean single = node.isPresent() && !(node.get() instanceof SequenceNode);
        return single ? List.of(this) : filledList();
    }

    private List<YamlValue> items(SequenceNode list) {
        List<YamlValue> items = new ArrayList<>();
        for (Node item : list.getValue()) {
            String itemPath = path + "[" + items.size() + "]";
            items.add(new YamlValue(Optional.of(item), itemPath, faults));
        }
        return items;
    }

    /// What `reader` makes of the fields here; empty where there was a fault in them.
    ///
    /// Fields that `reader` never asks for are faults, and so is what a constructor refuses.
    <T> Optional<T> as(Function<YamlFields, T> reader) {
        int before = faults.count();
        YamlFields fields = fields();
        Optional<T> made = Optional.empty();
        try {
            made = Optional.of(reader.apply(fields));
        } catch (IllegalArgumentException e) {
            if (faults.count() == before) {
                faults.add(line(), path, Optional.empty(), "other values: " + e.getMessage());
            }
        }
        fields.refuseOthers();
        return faults.count() == before && node.isPresent() ? made : Optional.empty();
    }

    boolean isMapping() {
        return node.isPresent() && node.get() instanceof MappingNode;
    }

    boolean isEmptyMapping() {
        return node.isPresent()
                && node.get() instanceof MappingNode mapping
                && mapping.getValue().isEmpty();
    }

    /// What `each` makes of every name and value of a mapping whose keys are the file's own names.
    <T> Map<String, T> named(BiFunction<String, YamlValue, T> each) {
        Map<String, T> named = new LinkedHashMap<>();
        YamlFields fields = fields();
        for (String name : fields.names()) named.put(name, each.apply(name, fields.get(name)));
        return named;
    }

    /// All that stands here, for a mapping in which no fault was found.
    Map<String, Object> tree() {
        return ParameterTree.of((MappingNode) node.orElseThrow());
    }

    private YamlFields fields() {
        if (node.isPresent() && node.get() instanceof MappingNode mapping) {
            return new YamlFields(this, mapping.getValue());
        }
        refuse("a mapping");
        return new YamlFields(new YamlValue(Optional.empty(), path, faults), List.of());
    }

    /// The scalar that stands here; empty for none, for an empty one, and for anything else.
    Optional<String> scalar() {
        return node.filter(n -> n instanceof ScalarNode && !n.getTag().equals(Tag.NULL))
                .map(n -> ((ScalarNode) n).getValue());
    }

    static String described(Node node) {
        return switch (node) {
            case MappingNode mapping -> "a mapping";
            case SequenceNode list -> "a list";
            case ScalarNode scalar when scalar.getValue().isEmpty() -> "empty";
            case ScalarNode scalar -> scalar.getValue();
            default -> throw new IllegalStateException("no such node: " + node);
        };
    }
}
