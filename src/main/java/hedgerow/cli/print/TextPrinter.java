package hedgerow.cli.print;

import hedgerow.cli.print.Report.Block;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/// Prints reports for terminals: columns stand under each other, numbers to the right.
///
/// Where a table is wider than the lines, columns that can be spared go, then words are cut, then
/// the rest is told in several tables, each with the first column before it.
public final class TextPrinter {
    private static final int PROSE = 100;
    private static final int GAP = 2;
    private static final int SHORTEST_WORDS = 12;
    private static final String CUT = "..";

    private static final String BOLD = "\u001b[1m";
    private static final String RED = "\u001b[1;31m";
    private static final String FAINT = "\u001b[2m";
    private static final String PLAIN = "\u001b[0m";

    private final OptionalInt columns;
    private final boolean colours;

    /// @param columns how long lines may be, where there is a limit
    /// @param colours whether escape sequences may be written
    public TextPrinter(OptionalInt columns, boolean colours) {
        this.columns = columns;
        this.colours = colours;
    }

    /// The text of a report, each line with its end.
    public String print(Report report) {
        StringBuilder out = new StringBuilder();
        boolean items = false;
        boolean headed = true;
        for (Block block : report.blocks()) {
            boolean close = headed || (items && block instanceof Block.Item);
            if (!close) out.append('\n');
            print(block, out);
            items = block instanceof Block.Item;
            headed = block instanceof Block.Heading;
        }
        return out.toString();
    }

    private void print(Block block, StringBuilder out) {
        switch (block) {
            case Block.Verdict(String text) -> prose(text, "", BOLD, out);
            case Block.Text(String text) -> prose(text, "", "", out);
            case Block.Item(String text) -> prose(text, "- ", "", out);
            case Block.Heading(String text) -> prose(text, "", BOLD, out);
            case Block.Cells(Table table) -> table(table, out);
        }
    }

    private void prose(String text, String first, String style, StringBuilder out) {
        int width = Math.min(PROSE, columns.orElse(PROSE));
        String indent = first;
        StringBuilder line = new StringBuilder(indent);
        for (String word : text.split(" ", -1)) {
            boolean begun = line.length() > indent.length();
            if (begun && line.length() + 1 + word.length() > width) {
                out.append(styled(line.toString(), style)).append('\n');
                indent = " ".repeat(first.length());
                line = new StringBuilder(indent);
                begun = false;
            }
            line.append(begun ? " " : "").append(word);
        }
        out.append(styled(line.toString(), style)).append('\n');
    }

    private String styled(String text, String style) {
        return colours && !style.isEmpty() && !text.isBlank() ? style + text + PLAIN : text;
    }

    private void table(Table table, StringBuilder out) {
        Table shown = withoutSpare(table);
        int[] widths = widths(shown);
        cutWords(shown, widths);
        boolean first = true;
        for (List<Integer> part : parts(widths)) {
            if (!first) out.append('\n');
            first = false;
            lines(shown.only(part), part.stream().mapToInt(c -> widths[c]).toArray(), out);
        }
    }

    private int limit() {
        return columns.orElse(Integer.MAX_VALUE);
    }

    private Table withoutSpare(Table table) {
        Set<Integer> gone = new HashSet<>();
        Table shown = table;
        while (total(widths(shown)) > limit()) {
            List<Integer> spare = table.spare(gone);
            if (spare.isEmpty()) break;
            gone.add(spare.getFirst());
            shown =
                    table.only(
                            IntStream.range(0, table.columns().size())
                                    .filter(c -> !gone.contains(c))
                                    .boxed()
                                    .toList());
        }
        return shown;
    }

    private static int total(int[] widths) {
        return IntStream.of(widths).sum() + GAP * Math.max(0, widths.length - 1);
    }

    private static int[] widths(Table table) {
        int[] widths = new int[table.columns().size()];
        for (int c = 0; c < widths.length; c++) {
            int mark = table.isMarked(c) ? GAP : 0;
            widths[c] = table.columns().get(c).name().length() + mark;
            for (List<Cell> row : table.rows()) {
                widths[c] = Math.max(widths[c], row.get(c).text().length() + mark);
            }
        }
        return widths;
    }

    /// Takes what is too much from the widest column of words.
    private void cutWords(Table table, int[] widths) {
        int widest = -1;
        for (int c = 0; c < widths.length; c++) {
            boolean words = table.columns().get(c).side() == Column.Side.LEFT;
            if (words && (widest < 0 || widths[c] > widths[widest])) widest = c;
        }
        int over = total(widths) - limit();
        if (widest < 0 || over <= 0 || limit() == Integer.MAX_VALUE) return;
        widths[widest] = Math.max(Math.min(SHORTEST_WORDS, widths[widest]), widths[widest] - over);
    }

    /// The columns of each table that is printed, the first of all in each.
    private List<List<Integer>> parts(int[] widths) {
        List<List<Integer>> parts = new ArrayList<>();
        List<Integer> part = new ArrayList<>(List.of(0));
        int used = widths[0];
        for (int c = 1; c < widths.length; c++) {
            if (part.size() > 1 && used + GAP + widths[c] > limit()) {
                parts.add(part);
                part = new ArrayList<>(List.of(0));
                used = widths[0];
            }
            part.add(c);
            used += GAP + widths[c];
        }
        parts.add(part);
        return parts;
    }

    private void lines(Table table, int[] widths, StringBuilder out) {
        StringBuilder heading = new StringBuilder();
        for (int c = 0; c < widths.length; c++) {
            Cell name = Cell.of(table.columns().get(c).name());
            heading.append(c == 0 ? "" : " ".repeat(GAP)).append(set(table, c, name, widths[c]));
        }
        out.append(styled(heading.toString().stripTrailing(), FAINT)).append('\n');
        for (List<Cell> row : table.rows()) {
            StringBuilder line = new StringBuilder();
            for (int c = 0; c < widths.length; c++) {
                String cell = set(table, c, row.get(c), widths[c]);
                boolean last = c == widths.length - 1;
                line.append(c == 0 ? "" : " ".repeat(GAP));
                line.append(styled(last ? cell.stripTrailing() : cell, style(row.get(c))));
            }
            out.append(line.toString().stripTrailing()).append('\n');
        }
    }

    private static String style(Cell cell) {
        return switch (cell.mark()) {
            case NONE -> "";
            case WORST -> RED;
            case TOTAL -> BOLD;
        };
    }

    private static String set(Table table, int column, Cell cell, int width) {
        String mark = !table.isMarked(column) ? "" : cell.mark() == Cell.Mark.WORST ? " <" : "  ";
        int room = width - mark.length();
        String text = cell.text();
        if (text.length() > room) text = text.substring(0, room - CUT.length()) + CUT;
        String space = " ".repeat(room - text.length());
        return switch (table.columns().get(column).side()) {
            case LEFT -> text + mark + space;
            case RIGHT -> space + text + mark;
        };
    }
}
