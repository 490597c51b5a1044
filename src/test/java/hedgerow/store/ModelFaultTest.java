package hedgerow.store;

import static org.assertj.core.api.Assertions.assertThat;

import hedgerow.TextTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
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
            content | fault
             | 1: was nothing, expected fields
            # nothing yet\\n | 1: was nothing, expected fields
            \\n--- | 2: was empty, expected a mapping
            a word | 1: was a word, expected a mapping
            - id: sample | 1: was a list, expected a mapping
            id: sample\\n---\\nid: sample | 2: expected YAML: but found another document
            id: "a\\nb | 2: expected YAML: found unexpected end of stream
            id: sample\\n\\tversion: 1 | 2: expected YAML: found character '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for indentation)
            id: sample\\ntitle: \\7 | 2: expected YAML: the character U+0007
            id: &a [*a]\\nb: *a | 1, id: was the anchor &a, expected a value written out where it stands
            &a id: sample | 1: was id, expected plain names as keys
            {[a, b]: 1} | 1: was a list, expected plain names as keys
            "": 1 | 1: was a blank, expected plain names as keys
            """;

    static Stream<Arguments> edits() throws IOException {
        String text;
        try (InputStream in = ModelFaultTest.class.getResourceAsStream("model-faults.txt")) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        String kinds =
                ChargeReader.KINDS.stream().map(YamlKind::word).collect(Collectors.joining(" or "));
        text = text.replace("{charges}", kinds);
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

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void ofAWholeFileIsTold(String content, String fault) {
        assertThat(faultsOf(SampleModel.FILE, content.translateEscapes())).containsExactly(fault);
    }

    @ParameterizedTest
    @MethodSource("wrongNames")
    void ofAFileNameIsTold(String file) {
        assertThat(faultsOf(file, SampleModel.TEXT))
                .containsExactly(
                        "1: was %s, expected a file named <id>@<version>.yaml".formatted(file));
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
                        .replace("weight: 0.33", "weight: -1")
                        .replace("perUnit", "perunit")
                        .replace("maintenance: 0.8", "maintenance: -1")
                        .replace("BTC: 0.1", "BTC: 2");
        assertThat(faultsOf(SampleModel.FILE, text))
                .containsExactly(
                        "1, id: was simple, expected sample, as in the file's name",
                        "11, grid.volShocks.up.relative: was x, expected a number from -1e9 to 1e9",
                        "20, grid.scenarios[1].weight: was -1, expected a number from 0 to 1e9",
                        "26, charges[1].contractMinimum.perUnit: expected a value: this field is"
                                + " required",
                        "26, charges[1].contractMinimum.perunit: was 0.375, expected no such field;"
                                + " the fields are perUnit",
                        "28, factors.maintenance: was -1, expected a number from 0 to 1e9",
                        "31, collateral.haircuts.BTC: was 2, expected a number from 0 to 1");
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
                        "19, grid.scenarios: was 4102 scenarios, expected at most 4096 scenarios"
                                + " with the tail");
    }

    @Test
    void ofAHugeGridIsToldWithoutBuildingIt() {
        String line = "- { spot: %s, vol: %s }".formatted(zeros(50_000), words(50_000));
        assertThat(faultsOf(SampleModel.FILE, SampleModel.with(20, line)))
                .containsExactly(
                        "19, grid.scenarios: was 2500000006 scenarios, expected at most 4096"
                                + " scenarios with the tail");
    }

    @Test
    void ofAFileThatIsNotUtf8IsTold() {
        assertThat(faultsOf(SampleModel.FILE, new byte[] {'i', 'd', ':', ' ', (byte) 0xff}))
                .containsExactly("1: was other bytes, expected UTF-8");
    }

    @Test
    void ofAFileThatIsTooLongIsTold() {
        String padded = SampleModel.TEXT + "#".repeat(ModelReader.MOST_BYTES);
        assertThat(faultsOf(SampleModel.FILE, padded))
                .containsExactly("1: was more, expected at most 1048576 bytes");
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
                .startsWith("1: expected YAML: ");
    }

    @Test
    void aLongValueIsShownCut() {
        String text =
                SampleModel.with(
                        28, "factors: { initial: " + "9".repeat(500) + ", maintenance: 1 }");
        assertThat(faultsOf(SampleModel.FILE, text))
                .containsExactly(
                        "28, factors.initial: was "
                                + "9".repeat(80)
                                + "..., expected a number from 0 to 1e9");
    }

    /// Half of the variance is lost each still day: after 1,100 of them none is left.
    @Test
    void aHistoryTooStillToBeFilteredIsRefusedInItsPlace() {
        String model =
                """
                id: calm
                version: 1
                date: 2026-01-01
                title: A long calm
                status: own
                sources: [a test]
                shape: history
                history: { lambda: 0.5, seed: 1, floor: 0, spotReturns: [0.1, %s, 0.1] }
                stresses: [{ spot: -0.35, vol: 0.6 }]
                mix: { confidence: 0.99, share: 0.75, liquidityRate: 0, threshold: 1, concentrationRate: 0 }
                factors: { initial: 1, maintenance: 1 }
                collateral: { stablecoins: [USD], optionValueCounts: true }
                """;
        List<String> still = zeros(1_100);
        assertThat(faultsOf("calm@1.yaml", model.formatted(String.join(", ", still))))
                .singleElement()
                .asString()
                .contains("8, history: ", "days must move now and then, none before day 1");
        assertThat(faultsOf("calm@1.yaml", model.formatted("0, 0"))).isEmpty();
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
        return switch (ModelReader.read(file, bytes)) {
            case Reading.Value<StoredModel> read -> List.of();
            case Reading.Refused<StoredModel> refused ->
                    new BadModelsException(refused.faults())
                            .getMessage()
                            .lines()
                            .map(line -> line.replace(file + ", line ", ""))
                            .toList();
        };
    }
}
