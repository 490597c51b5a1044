package hedgerow.cli.print;

import com.fasterxml.jackson.databind.JsonNode;
import hedgerow.portfolio.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Prints objects of answers as CSV (RFC 4180): a column for each figure, named as in the JSON,
/// with points between the names of nested objects. Lists inside an object are left out.
public final class CsvPrinter {
    private static final String END = "\r\n";

    private CsvPrinter() {}

    /// The rows under a header of every name that occurs in one of them.
    public static String print(List<JsonNode> objects) {
        List<Map<String, String>> rows = objects.stream().map(CsvPrinter::flat).toList();
        Set<String> names = new LinkedHashSet<>();
        rows.forEach(row -> names.addAll(row.keySet()));
        List<String> header = new ArrayList<>(names);
        return header(header)
                + rows.stream().map(row -> line(row, header)).collect(Collectors.joining());
    }

    /// The line of names.
    public static String header(List<String> names) {
        return names.stream().map(CsvPrinter::quoted).collect(Collectors.joining(",")) + END;
    }

    /// One row under a header.
    public static String row(JsonNode object, List<String> names) {
        return line(flat(object), names);
    }

    private static String line(Map<String, String> row, List<String> names) {
        return names.stream()
                        .map(name -> quoted(row.getOrDefault(name, "")))
                        .collect(Collectors.joining(","))
                + END;
    }

    private static Map<String, String> flat(JsonNode object) {
        Map<String, String> row = new LinkedHashMap<>();
        flatten("", object, row);
        return row;
    }

    private static void flatten(String prefix, JsonNode object, Map<String, String> row) {
        object.properties()
                .forEach(field -> {
                    String name = prefix + field.getKey();
                    JsonNode value = field.getValue();
                    if (value.isObject()) flatten(name + ".", value, row);
                    else if (value.isNull()) row.put(name, "");
                    else if (value.isValueNode()) row.put(name, text(value));
                });
    }

    private static String text(JsonNode value) {
        return value.isFloatingPointNumber() ? Numbers.plain(value.doubleValue()) : value.asText();
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
