package hedgerow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The packaged program as a process: what each command prints where, and what it ends with.
class CommandLineIT {
    private static final String BOOK = "docs/examples/short-calls.json";
    private static final String ACCOUNTS = "docs/examples/accounts.ndjson";
    private static final String CHAIN = "src/test/resources/hedgerow/store/chain.csv";

    /// What the Java machine says of its own on standard error.
    private static final String MACHINE =
            "WARNING: Using incubator modules: jdk.incubator.vector\n";

    @TempDir Path folder;

    private record Ended(int code, String out, String err) {}

    /// The native program where it was built, else `bin/hedgerow`.
    private static String program() {
        Path made = Path.of(System.getProperty("native.image.path", ""));
        return Files.isExecutable(made) && Files.isRegularFile(made)
                ? made.toString()
                : "bin/hedgerow";
    }

    private Ended run(String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program()));
        command.addAll(List.of(args));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        Process process =
                new ProcessBuilder(command)
                        .redirectInput(Path.of("/dev/null").toFile())
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile())
                        .start();
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).as("%s ended", command).isTrue();
        String said = Files.readString(err, StandardCharsets.UTF_8).replace(MACHINE, "");
        return new Ended(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8), said);
    }

    private void assertAnswers(String starts, String... args) throws Exception {
        Ended ended = run(args);
        assertThat(ended.code()).as("%s: %s", List.of(args), ended.err()).isZero();
        assertThat(ended.out()).as("%s", List.of(args)).startsWith(starts);
        assertThat(ended.err()).as("%s", List.of(args)).isEmpty();
    }

    @Test
    void questionsAboutABookAreAnswered() throws Exception {
        assertAnswers("This book must post 94,684.04 USD", "margin", "-f", BOOK);
        assertAnswers("The hedge takes 48,000.00 USD (50.7 %)", "hedge", "-f", BOOK);
        assertAnswers("1 hedge; it takes 48000", "suggest", "-f", BOOK);
        assertAnswers("The initial margin is largest at", "curve", "-f", BOOK);
        assertAnswers("Without the hedge: equity covers", "liquidation", "-f", BOOK);
        assertAnswers("The least is asked by", "compare", "-f", BOOK);
        assertAnswers("This book must post 94,684.04 USD", "explain", "-f", BOOK);
    }

    @Test
    void modelsMarketsAndTheProgramTellOfThemselves() throws Exception {
        assertAnswers("Model ", "models");
        assertAnswers("Market ", "markets", CHAIN);
        assertAnswers("hedgerow ", "--version");
        assertAnswers("Usage: hedgerow", "--help");
        assertAnswers("Usage: hedgerow serve", "serve", "--help");
        assertAnswers("#!/usr/bin/env bash", "completion");
    }

    @Test
    void bulkAnswersAFileAndKeepsWhatFails() throws Exception {
        Path margins = folder.resolve("margins.ndjson");
        Ended bulk = run("bulk", "-f", ACCOUNTS, "-o", margins.toString());
        assertThat(bulk.code()).as(bulk.err()).isEqualTo(2);
        assertThat(bulk.out()).isEmpty();
        assertThat(margins).content().hasLineCount(4);
        assertThat(folder.resolve("margins.ndjson.errors.ndjson")).content().hasLineCount(1);
        assertThat(bulk.err()).contains("3/3 (100%)", "3 answered in ", ", 1 failed");
        byte[] whole = Files.readAllBytes(margins);
        assertThat(run("bulk", "-f", ACCOUNTS, "-o", margins.toString(), "--resume").code())
                .isEqualTo(2);
        assertThat(Files.readAllBytes(margins)).isEqualTo(whole);
    }

    @Test
    void exitCodesTellWhatHappened() throws Exception {
        Ended met = run("margin", "-f", BOOK, "--fail-if", "initial > equity", "--format", "json");
        assertThat(met.code()).isEqualTo(1);
        assertThat(met.out()).startsWith("{\n  \"initial\" : 94684.04");
        assertThat(met.err()).startsWith("condition met: initial > equity");

        Path bad = folder.resolve("bad.json");
        Files.writeString(bad, Files.readString(Path.of(BOOK)).replace("-10", "\"many\""));
        Ended input = run("margin", "-f", bad.toString());
        assertThat(input.code()).isEqualTo(2);
        assertThat(input.out()).isEmpty();
        assertThat(input.err()).contains("/portfolio/positions/0/quantity  was many");

        Files.writeString(bad, Files.readString(Path.of(BOOK)).replace("BTC_USDC", "SOL_USDC"));
        Ended refused = run("margin", "-f", bad.toString());
        assertThat(refused.code()).isEqualTo(3);
        assertThat(refused.err()).contains("underlying SOL is not in the market");

        assertThat(run("margin", "-f", "no/such/file").code()).isEqualTo(2);
        assertThat(run("nothing").code()).isEqualTo(2);
    }
}
