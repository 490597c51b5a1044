package hedgerow.store.span;

import static org.assertj.core.api.Assertions.assertThat;

import hedgerow.market.clearing.Contracts;
import hedgerow.market.clearing.RiskParameters;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// A million contracts are read in a gigabyte of heap, each figure where it belongs; on demand,
/// with `-Dhedgerow.million=true`.
@EnabledIfSystemProperty(named = "hedgerow.million", matches = "true")
class MillionContractsTest {
    private static final int CONTRACTS = 1_000_000;
    private static final String HEAP = "-Xmx1g";

    @TempDir private Path folder;

    @Test
    void positionalFileFitsInAGigabyte() throws Exception {
        assertLoads("million.pa2");
    }

    @Test
    void xmlFileFitsInAGigabyte() throws Exception {
        assertLoads("million.spn");
    }

    private void assertLoads(String name) throws Exception {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            if (name.endsWith("pa2")) GeneratedFiles.pa2(CONTRACTS, out);
            else GeneratedFiles.spn(CONTRACTS, out);
        }
        Process process =
                new ProcessBuilder(
                                List.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        HEAP,
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        Loading.class.getName(),
                                        file.toString()))
                        .inheritIO()
                        .start();
        assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    /// Reads one file in a Java machine of its own and checks every array.
    static final class Loading {
        private Loading() {}

        public static void main(String[] arguments) throws IOException {
            Path file = Path.of(arguments[0]);
            long start = System.nanoTime();
            RiskParameters read;
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
                read =
                        RoundTripTest.value(
                                file.toString().endsWith("pa2")
                                        ? Pa2Reader.read(in)
                                        : SpnReader.read(in));
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            Contracts contracts = read.contracts();
            assertThat(contracts.size()).isGreaterThanOrEqualTo(CONTRACTS);
            for (int contract = 0; contract < contracts.size(); contract++) {
                for (int s = 0; s < 16; s++) {
                    if (contracts.loss(contract, s) != GeneratedFiles.loss(contract, s)) {
                        throw new AssertionError("contract " + contract + ", scenario " + s);
                    }
                }
            }
            System.out.printf(
                    "%s: %,d contracts, %,d MB, %.1f s%n",
                    file.getFileName(), contracts.size(), Files.size(file) >> 20, seconds);
        }
    }
}
