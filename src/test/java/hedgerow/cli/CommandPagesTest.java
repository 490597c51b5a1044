package hedgerow.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Runs the commands that the pages show, and compares what they print with what is shown.
///
/// A block of `sh` that is one `bin/hedgerow` command is run; the block of `text` after it must be
/// its output, standard error after standard output, line by line. A line `...` stands for any
/// lines.
class CommandPagesTest {
    private static final Pattern SHOWN =
            Pattern.compile("(?ms)^```sh\\nbin/hedgerow ([^\\n]*)\\n```\\n\\n```text\\n(.*?)^```$");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

    @TestFactory
    Stream<DynamicTest> commandsPrintWhatThePagesShow() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path page : pages()) {
            Matcher shown = SHOWN.matcher(Files.readString(page));
            while (shown.find()) {
                String command = shown.group(1);
                String text = shown.group(2);
                tests.add(dynamicTest(page + ": " + command, () -> assertShown(command, text)));
            }
        }
        return tests.stream();
    }

    @Test
    void readmeShowsThreeCommands() throws IOException {
        assertThat(SHOWN.matcher(Files.readString(Path.of("README.md"))).results()).hasSize(3);
    }

    /// Every command has its part in the reference, under its own name.
    @Test
    void referenceTellsEveryCommand() throws IOException {
        String page = Files.readString(Path.of("docs/reference/command-line.md"));
        String help = Run.of("--help").out();
        Pattern named = Pattern.compile("(?m)^  ([a-z]+)  +[A-Z]");
        List<String> commands = named.matcher(help).results().map(m -> m.group(1)).toList();
        assertThat(commands).hasSizeGreaterThan(11);
        for (String command : commands) {
            assertThat(page).contains("`" + command);
            Pattern option = Pattern.compile("(?m)^ +(?:-\\w, )?(--[a-z-]+)");
            option.matcher(Run.of(command, "--help").out())
                    .results()
                    .map(m -> m.group(1))
                    .forEach(name -> assertThat(page).as(command).contains("`" + name));
        }
    }

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(Path.of("README.md")));
        try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
            docs.filter(path -> path.toString().endsWith(".md")).sorted().forEach(pages::add);
        }
        return pages;
    }

    private static void assertShown(String command, String text) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(command);
        while (word.find()) words.add(word.group(1) != null ? word.group(1) : word.group(2));
        Run run = Run.wide(100, "", words.toArray(String[]::new));
        String[] parts = text.split("(?m)^\\.\\.\\.\\n", -1);
        StringBuilder pattern = new StringBuilder();
        for (String part : parts) {
            pattern.append(pattern.isEmpty() ? "" : "(?s:.*)").append(Pattern.quote(part));
        }
        assertThat(run.out() + run.err()).as(command).matches(pattern.toString());
    }
}
