package hedgerow.pricing.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.lang.foreign.Arena;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// GroupSums of rows and their worst columns: plain loops over each column are the oracle, and
/// every kernel gives its bits.
class AggregationTest {
    private static final String VECTOR = "--add-modules=jdk.incubator.vector";

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 16, 17, 27, 32, 33, 35, 48, 64, 80, 1024})
    void everyKernelGivesTheBitsOfLegByLegSums(int scenarios) {
        for (int seed = 0; seed < 5; seed++) {
            RandomGroups groups = new RandomGroups(seed, scenarios, 50, 60);
            try (Arena arena = Arena.ofConfined()) {
                List<Aggregation> kernels =
                        List.of(
                                groups.plain(),
                                groups.plain().aligned(arena),
                                groups.fastest(),
                                groups.fastest().aligned(arena));
                for (Aggregation kernel : kernels) check(groups, kernel, seed);
            }
        }
    }

    private static void check(RandomGroups groups, Aggregation kernel, int seed) {
        GroupSums sums = groups.sum(kernel);
        for (int g = 0; g < groups.groups(); g++) {
            String at = "%s, seed %d, group %d".formatted(kernel.name(), seed, g);
            double worst = 0;
            int first = -1;
            for (int s = 0; s < groups.scenarios; s++) {
                double sum = groups.sum(g, s);
                assertThat(Double.doubleToRawLongBits(sums.vector(g)[s]))
                        .as("%s, column %d", at, s)
                        .isEqualTo(Double.doubleToRawLongBits(sum));
                double loss = 0 - groups.weights[s] * sum;
                if (loss > worst) {
                    worst = loss;
                    first = s;
                }
            }
            for (int s = groups.scenarios; s < groups.stride; s++) {
                assertThat(sums.vector(g)[s]).as("%s, spare %d", at, s).isZero();
            }
            assertThat(Double.doubleToRawLongBits(sums.worst(g)))
                    .as("worst of %s", at)
                    .isEqualTo(Double.doubleToRawLongBits(worst));
            assertThat(kernel.worst(sums.vector(g))).as("worst of %s", at).isEqualTo(worst);
            if (first >= 0) {
                assertThat(kernel.first(sums.vector(g), worst)).as(at).isEqualTo(first);
            }
        }
    }

    @Test
    void ofEqualLossesTheFirstColumnIsFound() {
        for (int column = 0; column < 16; column++) {
            double[] cells = new double[16];
            for (int s = 0; s < 16; s++) cells[s] = s < column ? -1 : -2;
            double[] ones = new double[16];
            java.util.Arrays.fill(ones, 1);
            for (Aggregation kernel :
                    List.of(
                            Aggregation.plain(cells, 16, ones),
                            Aggregation.fastest(cells, 16, ones))) {
                assertThat(kernel.worst(cells)).isEqualTo(2);
                assertThat(kernel.first(cells, 2)).as(kernel.name()).isEqualTo(column);
            }
        }
    }

    @Test
    void someGroupsOfManyStandFromPlaceZero() {
        RandomGroups groups = new RandomGroups(3, 16, 50, 60);
        GroupSums all = groups.sum(groups.plain());
        GroupSums some = new GroupSums(10, groups.stride);
        groups.fastest().sum(groups.rows, groups.quantities, groups.starts, 20, 30, some);
        for (int g = 20; g < 30; g++) {
            assertThat(some.vector(g - 20)).isEqualTo(all.vector(g));
            assertThat(some.worst(g - 20)).isEqualTo(all.worst(g));
        }
    }

    @Test
    void noScenarioAndNoGroupAreNoFault() {
        RandomGroups groups = new RandomGroups(4, 0, 5, 6);
        for (Aggregation kernel : List.of(groups.plain(), groups.fastest())) {
            GroupSums sums = groups.sum(kernel);
            for (int g = 0; g < 6; g++) assertThat(sums.worst(g)).isZero();
        }
        RandomGroups none = new RandomGroups(4, 16, 5, 0);
        assertThat(none.sum(none.fastest()).groups()).isZero();
    }

    @Test
    void strideThatIsNoMultipleOfATileIsAFault() {
        assertThatThrownBy(() -> Aggregation.plain(new double[40], 20, new double[20]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("stride must be a multiple of 16 and hold 20 columns, was 20");
        assertThatThrownBy(() -> Aggregation.fastest(new double[32], 16, new double[17]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("stride must be a multiple of 16 and hold 17 columns, was 16");
    }

    /// Options that a machine does not know, such as x86 ones elsewhere, are ignored by it.
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "plain,                200, -XX:+TieredCompilation",
        "plain with AVX2,      200, -XX:UseAVX=2",
        "plain with SSE,       200, -XX:UseAVX=0",
        "plain by C1,          200, -XX:TieredStopAtLevel=1",
        "plain interpreted,      1, -Xint",
        "vector,               200, " + VECTOR,
        "vector with AVX2,     200, " + VECTOR + " -XX:UseAVX=2",
        "vector interpreted,     1, " + VECTOR + " -Xint",
    })
    void everyModeOfTheMachineGivesTheSameHash(String mode, String passes, String options)
            throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:+IgnoreUnrecognizedVMOptions");
        command.addAll(List.of(options.split(" ")));
        command.add("-cp");
        command.add(home(Aggregation.class) + File.pathSeparator + home(AggregationHash.class));
        command.addAll(List.of(AggregationHash.class.getName(), passes));
        Process child =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String printed =
                new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(child.waitFor(60, TimeUnit.SECONDS)).as("%s ended", command).isTrue();
        assertThat(printed).as(mode).endsWith(" " + AggregationHash.hash(1));
        if (mode.startsWith("plain")) assertThat(printed).as(mode).startsWith("plain ");
    }

    private static String home(Class<?> type) {
        var location = type.getProtectionDomain().getCodeSource().getLocation().toString();
        return Path.of(URI.create(location)).toString();
    }
}
