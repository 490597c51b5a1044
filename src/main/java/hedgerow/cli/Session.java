package hedgerow.cli;

import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import hedgerow.api.Answers;
import hedgerow.cli.print.CsvPrinter;
import hedgerow.cli.print.MarkdownPrinter;
import hedgerow.cli.print.Report;
import hedgerow.cli.print.TextPrinter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;

/// One run of the program: whom it asks, and where it reads and writes.
///
/// @param answers the way of the service
/// @param console the streams
record Session(Answers answers, Console console) {
    private static final ObjectMapper TREES = new ObjectMapper();
    private static final ObjectWriter INDENTED =
            TREES.writer(
                    new DefaultPrettyPrinter()
                            .withObjectIndenter(
                                    new com.fasterxml.jackson.core.util.DefaultIndenter("  ", "\n"))
                            .withArrayIndenter(
                                    new com.fasterxml.jackson.core.util.DefaultIndenter(
                                            "  ", "\n")));

    /// An answer as the tree of what goes on the wire.
    JsonNode tree(Object answer) {
        try {
            return TREES.readTree(answers.json(answer));
        } catch (IOException e) {
            throw new UncheckedIOException("an answer reads back as it was written", e);
        }
    }

    /// Prints an answer as data.
    ///
    /// @param answer the answer
    /// @param rows the objects in it that make the rows of CSV
    /// @param report what people are told
    void print(
            Object answer,
            OutputOptions how,
            Supplier<List<JsonNode>> rows,
            Supplier<Report> report) {
        switch (how.format()) {
            case JSON -> json(answer);
            case NDJSON -> {
                console.data(answers.json(answer));
                text("\n");
            }
            case CSV -> text(CsvPrinter.print(rows.get()));
            case MD -> text(MarkdownPrinter.print(report.get()));
            case TABLE -> text(printer(how).print(report.get()));
        }
    }

    private TextPrinter printer(OutputOptions how) {
        Terminal terminal = console.terminal();
        boolean colours = terminal.out() && terminal.colours() && !how.noColor();
        return new TextPrinter(terminal.columns(), colours);
    }

    private void json(Object answer) {
        try {
            console.data(INDENTED.writeValueAsBytes(tree(answer)));
        } catch (IOException e) {
            throw new UncheckedIOException("a tree can be written", e);
        }
        text("\n");
    }

    private void text(String text) {
        console.data(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Says something beside the data.
    void note(boolean quiet, String text) {
        if (!quiet) console.err().println(text);
    }
}
