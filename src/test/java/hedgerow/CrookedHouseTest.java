package hedgerow;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The rules of the house are seen to fail: on the rooms of `hedgerow.crooked`, which break each of
/// them.
class CrookedHouseTest {

    private static final HouseRules CROOKED =
            new HouseRules("hedgerow.crooked", Path.of("src/test/java"));

    private static final JavaClasses CROOKED_CLASSES =
            new ClassFileImporter().importPackages("hedgerow.crooked");

    @Test
    void aRoomThatImportsARoomBelowIsFound() {
        List<String> faults =
                CROOKED.roomsImportOnlyRoomsAbove().stream()
                        .flatMap(CrookedHouseTest::faults)
                        .toList();
        assertThat(faults).isNotEmpty().allMatch(fault -> fault.contains("portfolio.LooksDown"));
    }

    @Test
    void aClassOutsideTheRoomsIsFound() {
        assertThat(faults(CROOKED.everyClassLivesInARoom()))
                .singleElement()
                .asString()
                .contains("util.Homeless");
    }

    @Test
    void aCycleIsFound() {
        assertThat(faults(CROOKED.packagesAreFreeOfCycles()))
                .singleElement()
                .asString()
                .contains("Slice margin", "Slice portfolio");
    }

    @Test
    void foreignImportsAreFound() {
        assertEachIsFound(
                CROOKED.coreImportsPlainJavaOnly(),
                "com.fasterxml.jackson.databind.ObjectMapper",
                "jakarta.inject.Inject",
                "io.quarkus.runtime.Quarkus",
                "java.io.File",
                "java.nio.file.Path",
                "java.util.logging.Logger");
    }

    @Test
    void clockChanceAndSurroundingsAreFound() {
        assertEachIsFound(
                CROOKED.coreReadsNoClockChanceOrSurroundings(),
                "java.time.Clock",
                "java.time.Instant.now()",
                "java.time.LocalDate.now()",
                "java.util.Random",
                "java.lang.Math.random()",
                "java.lang.System.nanoTime()");
    }

    @Test
    void bitsThatDifferByMachineAreFound() {
        assertEachIsFound(
                CROOKED.coreComputesTheSameBitsEverywhere(),
                "java.lang.Math.exp(double)",
                "java.lang.Math.log(double)",
                "java.lang.Math.fma(double, double, double)",
                "jdk.incubator.vector.VectorOperators.EXP",
                "jdk.incubator.vector.DoubleVector.fma(");
    }

    @Test
    void publicTypesWithoutTextAreFound() {
        assertThat(faults(CROOKED.corePublicTypesAreDocumented()))
                .containsExactlyInAnyOrder(
                        "hedgerow.crooked.pricing.Careless is public and has no /// text",
                        "hedgerow.crooked.scenario.Careful$Undescribed is public and has no ///"
                                + " text");
    }

    @Test
    void aCarefulClassBreaksNoOtherRule() {
        Stream<ArchRule> others =
                Stream.concat(
                        CROOKED.roomsImportOnlyRoomsAbove().stream(),
                        Stream.of(
                                CROOKED.everyClassLivesInARoom(),
                                CROOKED.packagesAreFreeOfCycles(),
                                CROOKED.coreImportsPlainJavaOnly(),
                                CROOKED.coreReadsNoClockChanceOrSurroundings(),
                                CROOKED.coreComputesTheSameBitsEverywhere()));
        assertThat(others.flatMap(CrookedHouseTest::faults))
                .noneMatch(fault -> fault.contains("Careful"));
    }

    private static Stream<String> faults(ArchRule rule) {
        return rule.evaluate(CROOKED_CLASSES).getFailureReport().getDetails().stream();
    }

    private static void assertEachIsFound(ArchRule rule, String... expected) {
        String report = String.join("\n", faults(rule).toList());
        assertThat(report).contains(expected);
    }
}
