package hedgerow.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hedgerow.TextTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every fault of a model file is told, all at once, with its line, its field, what was written and
/// what is allowed.
class ModelFaultTest {
    /// Whole files; `\n` ends a line, and other characters are escaped as in Java.
    private static final String FILES =
            """
            file | content | faults
            sample@1.2.yaml | | 1: the file is empty
            sample@1.2.yaml | # nothing yet\\n | 1: the file is empty
            sample@1.2.yaml | \\n--- | 2: must be a mapping, was empty
            sample@1.2.yaml | a word | 1: must be a mapping, was a word
            sample@1.2.yaml | - id: sample | 1: must be a mapping, was a list
            sample@1.2.yaml | id: sample\\n---\\nid: sample | 2: not YAML: but found another document
            sample@1.2.yaml | id: "a\\nb | 2: not YAML: found unexpected end of stream
            sample@1.2.yaml | id: sample\\n\\tversion: 1 | 2: not YAML: found character '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for indentation)
            sample@1.2.yaml | id: sample\\ntitle: \\7 | 2: not YAML: the character U+0007
            sample@1.2.yaml | id: &a [*a]\\nb: *a | 1: id must be written out, was an anchor: &a
            sample@1.2.yaml | &a id: sample | 1: must have plain names as keys
            sample@1.2.yaml | {[a, b]: 1} | 1: must have plain names as keys
            sample@1.2.yaml | "": 1 | 1: must have plain names as keys
            """;

    static Stream<Arguments> edits() throws IOException {
        String text;
        try (InputStream in = ModelFaultTest.class.getResourceAsStream("model-faults.txt")) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        return Arrays.stream(text.split("\n\n")).skip(1).map(ModelFaultTest::edit);
    }

    private static Arguments edit(String paragraph) {
        List<String> lines = paragraph.lines().map(String::strip).toList();
        String head = lines.getFirst();
        int bar = head.indexOf('|');
        int line = Integer.parseInt(head.substring(0, bar).strip());
        return Arguments.of(line, head.substring(bar + 1).strip(), lines.subList(1, lines.size()));
    }

    @ParameterizedTest(name = "line {0}: {1}")
    @MethodSource("edits")
    void ofAnEditedLineIsTold(int line, String text, List<String> faults) {
        assertThat(faultsOf(SampleModel.FILE, SampleModel.with(line, text)))
                .containsExactlyElementsOf(faults);
    }

    static Stream<Arguments> files() {
        return TextTable.rows(FILES).map(row -> Arguments.of(row.toArray()));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("files")
    void ofAWholeFileIsTold(String file, String content, String fault) {
        String text = content.translateEscapes();
        assertThat(faultsOf(file, text)).containsExactly(fault);
    }

    @ParameterizedTest
    @MethodSource("wrongNames")
    void ofAFileNameIsTold(String file) {
        assertThat(faultsOf(file, SampleModel.TEXT))
                .containsExactly("1: the file must be named <id>@<version>.yaml, was " + file);
    }

    static List<String> wrongNames() {
        return List.of(
                "sample.yaml",
                "sample@1.2.yml",
                "Sample@1.2.yaml",
                "sample@v1.yaml",
                "sample@1.2@3.yaml",
                "@1.2.yaml",
                "sample@.yaml",
                "sample@1.02.yaml",
                "sample@1.2",
                "../sample@1.2.yaml",
                "");
    }

    @Test
    void ofEveryPartOfAFileIsToldAtOnce() {
        String text =
                SampleModel.TEXT
                        .replace("id: sample", "id: simple")
                        .replace("relative: 0.5", "relative: x")
                        .replace("weight: 0.33", "weight: 0")
                        .replace("perUnit", "perunit")
                        .replace("maintenance: 0.8", "maintenance: -1")
                        .replace("BTC: 0.1", "BTC: 2");
        assertThat(faultsOf(SampleModel.FILE, text))
                .containsExactly(
                        "1: id must be sample as in the file's name, was simple",
                        "11: grid.volShocks.up.relative must be a number from -1e9 to 1e9, was x",
                        "20: grid.scenarios[1].weight must be a number above 0 up to 1e9, was 0",
                        "26: charges[1].contractMinimum.perUnit is missing",
                        "26: charges[1].contractMinimum.perunit is not a field here; there are"
                                + " perUnit",
                        "28: factors.maintenance must be a number from 0 to 1e9, was -1",
                        "31: collateral.haircuts.BTC must be a number from 0 to 1, was 2");
    }

    @Test
    void ofTooManyScenariosIsTold() {
        String line = "- { spot: %s, vol: %s }";
        // beside the four of line 19 and the two of the tail
        String most = line.formatted(zeros(409), words(10));
        assertThat(SampleModel.read(SampleModel.with(20, most)).model().grid().size())
                .isEqualTo(4096);
        String over = line.formatted(zeros(64), words(64));
        assertThat(faultsOf(SampleModel.FILE, SampleModel.with(20, over)))
                .containsExactly(
                        "19: grid.scenarios must come to at most 4096 with the tail, came to 4102");
    }

    @Test
    void ofAHugeGridIsToldWithoutBuildingIt() {
        String line = "- { spot: %s, vol: %s }".formatted(zeros(50_000), words(50_000));
        assertThat(faultsOf(SampleModel.FILE, SampleModel.with(20, line)))
                .containsExactly(
                        "19: grid.scenarios must come to at most 4096 with the tail, came to"
                                + " 2500000006");
    }

    @Test
    void ofAFileThatIsNotUtf8IsTold() {
        assertThat(faultsOf(SampleModel.FILE, new byte[] {'i', 'd', ':', ' ', (byte) 0xff}))
                .containsExactly("1: the file must be UTF-8");
    }

    @Test
    void ofAFileThatIsTooLongIsTold() {
        String padded = SampleModel.TEXT + "#".repeat(ModelReader.MOST_BYTES);
        assertThat(faultsOf(SampleModel.FILE, padded))
                .containsExactly("1: the file must have at most 1048576 bytes");
        int room = ModelReader.MOST_BYTES - SampleModel.TEXT.length();
        String full = SampleModel.TEXT + "#".repeat(room);
        assertThat(SampleModel.read(full).model().info().id()).isEqualTo("sample");
    }

    @Test
    void ofDeepNestingIsTold() {
        String deep = "id: " + "[".repeat(100_000);
        assertThat(faultsOf(SampleModel.FILE, deep))
                .singleElement()
                .asString()
                .startsWith("1: not YAML: ");
    }

    @Test
    void aLongValueIsShownCut() {
        String text =
                SampleModel.with(
                        28, "factors: { initial: " + "9".repeat(500) + ", maintenance: 1 }");
        assertThat(faultsOf(SampleModel.FILE, text))
                .containsExactly(
                        "28: factors.initial must be a number from 0 to 1e9, was "
                                + "9".repeat(60)
                                + "...");
    }

    private static List<String> zeros(int count) {
        return Collections.nCopies(count, "0");
    }

    private static List<String> words(int count) {
        return Collections.nCopies(count, "plus");
    }

    private static List<String> faultsOf(String file, String text) {
        return faultsOf(file, SampleModel.bytes(text));
    }

    private static List<String> faultsOf(String file, byte[] bytes) {
        BadModelsException refused =
                catchThrowableOfType(BadModelsException.class, () -> ModelReader.read(file, bytes));
        assertThat(refused).as("%s must be refused", file).isNotNull();
        assertThat(refused.getMessage().lines()).hasSameSizeAs(refused.faults());
        return refused.faults().stream()
                .map(ModelFault::text)
                .map(text -> text.substring(file.length() + 1))
                .toList();
    }
}
