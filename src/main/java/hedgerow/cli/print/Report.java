package hedgerow.cli.print;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// An answer told to people: sentences, headings and tables, in order.
public final class Report {
    private final List<Block> blocks = new ArrayList<>();

    /// One piece of a report.
    public sealed interface Block {
        /// The sentence that says it all.
        record Verdict(String text) implements Block {}

        /// A paragraph.
        record Text(String text) implements Block {}

        /// One of several short remarks.
        record Item(String text) implements Block {}

        /// What the following is about.
        record Heading(String text) implements Block {}

        /// Cells under headings.
        record Cells(Table table) implements Block {}
    }

    /// Adds the sentence that says it all.
    public Report verdict(String text) {
        return add(new Block.Verdict(text));
    }

    /// Adds a paragraph.
    public Report say(String text) {
        return add(new Block.Text(text));
    }

    /// Adds remarks.
    public Report items(List<String> texts) {
        texts.forEach(text -> add(new Block.Item(text)));
        return this;
    }

    /// Adds a heading.
    public Report heading(String text) {
        return add(new Block.Heading(text));
    }

    /// Adds a table, unless it has no rows.
    public Report table(Table table) {
        return table.rows().isEmpty() ? this : add(new Block.Cells(table.withoutEmptyColumns()));
    }

    private Report add(Block block) {
        blocks.add(block);
        return this;
    }

    /// The pieces in their order.
    List<Block> blocks() {
        return Collections.unmodifiableList(blocks);
    }
}
