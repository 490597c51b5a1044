package hedgerow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BulkCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HEADER = "{\"model\":\"crypto-grid\",\"market\":\"sample\"}\n";
    private static final int ACCOUNTS = 2_500;

    /// Accounts, counted from zero, that hold what nobody knows.
    private static final List<Integer> BAD = List.of(3, 1_500, 2_400);

    @TempDir Path folder;

    private Path in;
    private Path out;
    private Path errors;

    @BeforeEach
    void writeAccounts() throws IOException {
        StringBuilder lines = new StringBuilder(HEADER);
        for (int i = 0; i < ACCOUNTS; i++) {
            String symbol = BAD.contains(i) ? "DOGE" : "BTC-31JAN26-66000-C";
            lines.append(
                    "{\"account\":\"a%d\",\"positions\":[{\"symbol\":\"%s\",\"quantity\":%d}]}%n"
                            .formatted(i, symbol, i % 19 - 9));
        }
        in = Files.writeString(folder.resolve("accounts.ndjson"), lines);
        out = folder.resolve("margins.ndjson");
        errors = folder.resolve("margins.ndjson.errors.ndjson");
    }

    private Run run(String... more) {
        String[] args = {"bulk", "-f", in.toString(), "-o", out.toString()};
        String[] all = Arrays.copyOf(args, args.length + more.length);
        System.arraycopy(more, 0, all, args.length, more.length);
        return Run.of(all);
    }

    @Test
    void everyAccountIsAnsweredInItsPlaceAndFailuresAreKeptWithTheirReasons() throws IOException {
        Run run = run();
        assertThat(run.code()).isEqualTo(ExitCode.INPUT);
        assertThat(run.out()).isEmpty();
        List<String> answers = Files.readAllLines(out);
        assertThat(answers).hasSize(ACCOUNTS + 1);
        for (int i = 0; i < ACCOUNTS; i++) {
            JsonNode answer = JSON.readTree(answers.get(i + 1));
            assertThat(answer.get("account").asText("a" + i)).isEqualTo("a" + i);
            assertThat(answer.has("problem")).as("account %d", i).isEqualTo(BAD.contains(i));
        }
        List<String> failed = Files.readAllLines(errors);
        assertThat(failed).hasSameSizeAs(BAD);
        JsonNode first = JSON.readTree(failed.getFirst());
        assertThat(first.get("line").asInt()).isEqualTo(BAD.getFirst() + 2);
        assertThat(first.at("/problem/errors/0/pointer").asText()).isEqualTo("/positions/0/symbol");
        assertThat(JSON.readTree(first.get("row").asText()).get("account").asText())
                .isEqualTo("a3");
        assertThat(run.err()).endsWith("the lines that failed are in " + errors + "\n");
    }

    @Test
    void progressIsALineEachTenthAwayFromATerminal() {
        List<String> lines = run().err().lines().toList();
        assertThat(lines.getFirst()).startsWith("1,024/2,500 (40%) ").endsWith(" errors 1");
        assertThat(lines.get(2)).startsWith("2,500/2,500 (100%) ").endsWith(" errors 3");
        assertThat(lines.get(3)).startsWith("2,500 answered in ").endsWith(" s, 3 failed");
        assertThat(run("--quiet").err()).isEmpty();
    }

    @Test
    void progressForProgramsIsJson() throws IOException {
        List<String> lines = run("--progress", "json").err().lines().toList();
        JsonNode last = JSON.readTree(lines.get(lines.size() - 2));
        assertThat(last.get("answered").asInt()).isEqualTo(ACCOUNTS);
        assertThat(last.get("total").asInt()).isEqualTo(ACCOUNTS);
        assertThat(last.get("failed").asInt()).isEqualTo(BAD.size());
    }

    @Test
    void runThatWasCutOffGoesOnToTheSameBytes() throws IOException {
        run();
        byte[] whole = Files.readAllBytes(out);
        byte[] failed = Files.readAllBytes(errors);
        int header = new String(whole, java.nio.charset.StandardCharsets.UTF_8).indexOf('\n') + 1;
        for (int cut : new int[] {0, 17, header, header + 5, whole.length / 2, whole.length}) {
            Files.write(out, Arrays.copyOf(whole, cut));
            Files.write(errors, failed);
            Run resumed = run("--resume");
            assertThat(resumed.code()).as("cut at %d: %s", cut, resumed.err()).isEqualTo(2);
            assertThat(Files.readAllBytes(out)).as("cut at %d", cut).isEqualTo(whole);
            assertThat(Files.readAllBytes(errors)).as("cut at %d", cut).isEqualTo(failed);
        }
    }

    @Test
    void runIsNotResumedOnOtherAnswers() throws IOException {
        run();
        byte[] whole = Files.readAllBytes(out);
        Run other = run("--resume", "--model", "delta");
        assertThat(other.code()).isEqualTo(ExitCode.INPUT);
        assertThat(other.err()).contains("was begun with another model, market or program");
        Files.writeString(in, HEADER);
        assertThat(run("--resume").err()).contains("does not hold the answers to these lines");
        assertThat(Files.readAllBytes(out)).isEqualTo(whole);
    }

    @Test
    void modelOfTheOptionsTakesThePlaceOfTheFirstLines() throws IOException {
        run("--model", "delta");
        assertThat(JSON.readTree(Files.readAllLines(out).getFirst()).at("/model/id").asText())
                .isEqualTo("delta");
        Files.writeString(in, "{\"account\":\"a\",\"positions\":[]}");
        Run headless = run("--model", "delta");
        assertThat(headless.code()).isEqualTo(ExitCode.INPUT);
        assertThat(headless.err()).contains("begin with {\"model\":");
    }

    @Test
    void headerThatCannotBeUsedLeavesTheAnswersAlone() throws IOException {
        Files.writeString(out, "as it was");
        Files.writeString(in, HEADER.replace("crypto-grid", "nope"));
        assertThat(run().code()).isEqualTo(ExitCode.INPUT);
        assertThat(out).hasContent("as it was");
    }

    @Test
    void csvHasARowAnAccount() throws IOException {
        Run run = Run.of("bulk", "-f", in.toString(), "--format", "csv");
        String[] rows = run.out().split("\r\n");
        assertThat(rows).hasSize(ACCOUNTS + 1);
        assertThat(rows[0]).startsWith("line,account,initial,maintenance,binding.underlying,");
        assertThat(rows[1]).startsWith("2,a0,");
        assertThat(rows[BAD.getFirst() + 1]).contains(",400,");
        assertThat(Run.of("bulk", "-f", in.toString(), "--format", "table").code()).isEqualTo(2);
    }

    @Test
    void conditionIsPutToEveryAccount() throws IOException {
        Files.writeString(
                in,
                HEADER
                        + "{\"account\":\"a\",\"positions\":[]}\n"
                        + "{\"account\":\"b\",\"positions\":[{\"symbol\":\"BTC-PERPETUAL\",\"quantity\":6000}]}\n");
        Run met = run("--fail-if", "initial > 0");
        assertThat(met.code()).isEqualTo(ExitCode.CONDITION);
        assertThat(met.err()).contains("condition met by line 3: initial > 0, with initial = ");
        assertThat(errors).doesNotExist();
        assertThat(run("--fail-if", "initial > 1e9").code()).isZero();
    }

    @Test
    void wholeQuestionsAreAnsweredToo() {
        String question = Run.BOOK.replace("\n", " ");
        Run run = Run.on(question + "\n" + question + "\n", "bulk", "-q");
        assertThat(run.code()).isZero();
        assertThat(run.out()).hasLineCount(2).contains("\"initial\":94684.04");
    }

    @Test
    void emptyStreamHasNoAnswer() {
        Run run = Run.on("\n \n", "bulk");
        assertThat(run).isEqualTo(new Run(0, "", ""));
    }
}
