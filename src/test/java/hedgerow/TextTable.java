package hedgerow;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// A table of cases written as text: a line a row, cells between bars, the first line the heads.
public final class TextTable {
    private TextTable() {}

    /// The rows below the heads, each with as many cells as there are heads.
    public static Stream<List<String>> rows(String table) {
        List<List<String>> lines =
                table.lines().filter(line -> !line.isBlank()).map(TextTable::cells).toList();
        int heads = lines.getFirst().size();
        return lines.stream().skip(1).peek(row -> check(row, heads));
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
    }

    private static void check(List<String> row, int heads) {
        if (row.size() != heads) {
            throw new IllegalArgumentException("a row needs " + heads + " cells: " + row);
        }
    }
}
