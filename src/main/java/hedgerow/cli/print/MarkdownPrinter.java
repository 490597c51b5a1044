package hedgerow.cli.print;

import hedgerow.cli.print.Report.Block;
import java.util.List;
import java.util.stream.Collectors;

/// Prints reports as Markdown.
public final class MarkdownPrinter {
    private MarkdownPrinter() {}

    /// The text of a report, each line with its end.
    public static String print(Report report) {
        StringBuilder out = new StringBuilder();
        boolean items = false;
        for (Block block : report.blocks()) {
            boolean item = block instanceof Block.Item;
            if (!out.isEmpty() && !(items && item)) out.append('\n');
            out.append(text(block));
            items = item;
        }
        return out.toString();
    }

    private static String text(Block block) {
        return switch (block) {
            case Block.Verdict(String text) -> "**" + text + "**\n";
            case Block.Text(String text) -> escaped(text) + "\n";
            case Block.Item(String text) -> "- " + escaped(text) + "\n";
            case Block.Heading(String text) -> "### " + escaped(text) + "\n";
            case Block.Cells(Table table) -> table(table);
        };
    }

    private static String table(Table table) {
        String names =
                table.columns().stream().map(Column::name).collect(Collectors.joining(" | "));
        String sides =
                table.columns().stream()
                        .map(column -> column.side() == Column.Side.RIGHT ? "---:" : "---")
                        .collect(Collectors.joining("|"));
        String rows = table.rows().stream().map(MarkdownPrinter::row).collect(Collectors.joining());
        return "| " + names + " |\n|" + sides + "|\n" + rows;
    }

    private static String row(List<Cell> row) {
        return row.stream()
                .map(MarkdownPrinter::cell)
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String cell(Cell cell) {
        String text = escaped(cell.text());
        return switch (cell.mark()) {
            case NONE -> text;
            case WORST, TOTAL -> text.isEmpty() ? "" : "**" + text + "**";
        };
    }

    private static String escaped(String text) {
        return text.replace("|", "\\|").replace("*", "\\*");
    }
}
