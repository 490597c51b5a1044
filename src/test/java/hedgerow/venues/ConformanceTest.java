package hedgerow.venues;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every case of every file in a directory comes to the figures that it pins.
///
/// The directory is `../shared/cases`, or the one that `-Dhedgerow.cases=...` names. For each file
/// one line says how many cases there are, how many passed, failed, could not be mapped and were
/// left out by the file itself, and the largest error; files that no runner knows are named.
class ConformanceTest {
    private static final List<CaseRunner> RUNNERS =
            List.of(
                    new DerivePortfolioCases(),
                    new DeriveFirstPortfolioCases(),
                    new DeriveStandardCases(),
                    new DeriveProseCases(),
                    new FullCollateralCases(),
                    new ParadexCases(),
                    new DeribitCases(),
                    new OkxCases(),
                    new DocumentedExamples());

    private static Path directory() {
        String shared = System.getProperty("hedgerow.shared", "../shared");
        return Path.of(System.getProperty("hedgerow.cases", shared + "/cases"));
    }

    @TestFactory
    Stream<DynamicTest> everyCaseComesToItsFigures() throws IOException {
        Path directory = directory();
        boolean there = Files.isDirectory(directory);
        if (!there) System.out.println("skipped, as there is no " + directory);
        assumeTrue(there, () -> "skipped, as there is no " + directory);
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> sorted =
                    files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
            return sorted.stream().flatMap(file -> test(file).stream());
        }
    }

    private static Optional<DynamicTest> test(Path file) {
        JsonNode content = read(file);
        String name = file.getFileName().toString();
        Optional<CaseRunner> runner = RUNNERS.stream().filter(r -> r.owns(content)).findFirst();
        if (runner.isEmpty()) System.out.println(name + ": of no kind that is mapped here");
        return runner.map(r -> DynamicTest.dynamicTest(name, () -> run(name, content, r)));
    }

    private static JsonNode read(Path file) {
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static void run(String name, JsonNode file, CaseRunner runner) {
        int passed = 0;
        int leftOut = 0;
        int skipped = 0;
        int figures = 0;
        double largest = 0;
        List<String> failed = new ArrayList<>();
        SortedSet<String> unmapped = new TreeSet<>();
        for (JsonNode one : runner.cases(file)) {
            if (runner.isLeftOut(one)) {
                leftOut++;
                continue;
            }
            Checks checks = new Checks();
            try {
                runner.check(file, one, checks);
            } catch (RuntimeException e) {
                // A case that cannot be read or priced fails by itself, not its file
                checks.failed(e.toString());
            }
            largest = Math.max(largest, checks.largest());
            figures += checks.compared();
            unmapped.addAll(checks.unmapped());
            if (checks.compared() == 0 && checks.misses().isEmpty()) skipped++;
            else if (checks.misses().isEmpty()) passed++;
            else failed.add(one.path("id").asText() + ": " + checks.misses());
        }
        System.out.printf(
                Locale.ROOT,
                "%s: cases %d, passed %d, failed %d, unmapped %d, left out by the file %d, figures"
                        + " compared %d, largest relative error %.1e%s%n",
                name,
                runner.cases(file).size(),
                passed,
                failed.size(),
                skipped,
                leftOut,
                figures,
                largest,
                unmapped.isEmpty() ? "" : ", not mapped " + unmapped);
        if (!failed.isEmpty()) throw new AssertionError(name + "\n" + String.join("\n", failed));
        if (passed == 0) throw new AssertionError(name + ": no case was compared");
    }
}
