package hedgerow.pricing.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The same input gives the same bits: in either kernel, at every vector width, in the interpreter
/// and in both compilers, on one thread and on two.
class SameBitsTest {
    private static final String VECTOR = "--add-modules=jdk.incubator.vector";

    private static String expected = "";

    @BeforeAll
    static void hashHere() throws Exception {
        expected = GridHash.hash(true, 1, 20);
    }

    @Test
    void plainAndVectorKernelsAgreeInEveryBit() {
        GridKernel plain = GridKernel.plain();
        GridKernel fastest = GridKernel.fastest();
        assumeTrue(
                !fastest.name().equals(plain.name()),
                "skipped, as this Java machine has no vector kernel");
        for (int seed = 100; seed < 120; seed++) {
            RandomGrid grid = new RandomGrid(seed, 150, 100);
            double[] one = new double[150 * 100];
            double[] other = new double[150 * 100];
            plain.value(grid.block(0, 150), grid.moves(0, 100), one, 0, 100);
            fastest.value(grid.block(0, 150), grid.moves(0, 100), other, 0, 100);
            assertThat(other).as("%s, seed %d", fastest.name(), seed).isEqualTo(one);
        }
    }

    /// Options that a machine does not know, such as x86 ones elsewhere, are ignored by it.
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "plain kernel,                     1, 100, -XX:+TieredCompilation",
        "plain kernel on two threads,      2, 100, -XX:+TieredCompilation",
        "plain kernel with AVX-512,        1, 100, -XX:UseAVX=3",
        "plain kernel with AVX2,           1, 100, -XX:UseAVX=2",
        "plain kernel with AVX,            1, 100, -XX:UseAVX=1",
        "plain kernel with SSE,            1, 100, -XX:UseAVX=0",
        "plain kernel without SuperWord,   1, 100, -XX:-UseSuperWord",
        "plain kernel compiled by C1,      1, 100, -XX:TieredStopAtLevel=1",
        "plain kernel interpreted,         1,   1, -Xint",
        "vector kernel,                    1, 100, " + VECTOR,
        "vector kernel on two threads,     2, 100, " + VECTOR,
        "vector kernel with AVX2,          1, 100, " + VECTOR + " -XX:UseAVX=2",
        "vector kernel compiled by C1,     1,   1, " + VECTOR + " -XX:TieredStopAtLevel=1",
        "vector kernel interpreted,        1,   1, " + VECTOR + " -Xint",
    })
    void everyModeOfTheMachineGivesTheSameHash(
            String mode, String threads, String passes, String options) throws Exception {
        String printed = run(List.of(options.split(" ")), threads, passes);
        assertThat(printed).as(mode).endsWith(" " + expected);
        if (!mode.startsWith("vector")) assertThat(printed).as(mode).startsWith("plain ");
    }

    private static String run(List<String> options, String threads, String passes)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:+IgnoreUnrecognizedVMOptions");
        command.addAll(options);
        command.add("-cp");
        command.add(home(GridKernel.class) + File.pathSeparator + home(GridHash.class));
        command.addAll(List.of(GridHash.class.getName(), threads, passes));
        Process child =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String printed =
                new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(child.waitFor(60, TimeUnit.SECONDS)).as("%s ended", command).isTrue();
        return printed;
    }

    private static String home(Class<?> type) {
        var location = type.getProtectionDomain().getCodeSource().getLocation().toString();
        return Path.of(URI.create(location)).toString();
    }
}
