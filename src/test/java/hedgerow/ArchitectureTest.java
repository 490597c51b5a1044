package hedgerow;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The rooms stand in their order and the core stays plain Java.
class ArchitectureTest {

    private static final HouseRules HOUSE = new HouseRules("hedgerow", Path.of("src/main/java"));

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("hedgerow");

    @Test
    void roomsImportOnlyRoomsAbove() {
        HOUSE.roomsImportOnlyRoomsAbove().forEach(rule -> rule.check(CLASSES));
    }

    @Test
    void everyClassLivesInARoom() {
        HOUSE.everyClassLivesInARoom().check(CLASSES);
    }

    @Test
    void packagesAreFreeOfCycles() {
        HOUSE.packagesAreFreeOfCycles().check(CLASSES);
    }

    @Test
    void coreImportsPlainJavaOnly() {
        HOUSE.coreImportsPlainJavaOnly().check(CLASSES);
    }

    @Test
    void coreReadsNoClockChanceOrSurroundings() {
        HOUSE.coreReadsNoClockChanceOrSurroundings().check(CLASSES);
    }

    @Test
    void coreComputesTheSameBitsEverywhere() {
        HOUSE.coreComputesTheSameBitsEverywhere().check(CLASSES);
    }

    @Test
    void corePublicTypesAreDocumented() {
        HOUSE.corePublicTypesAreDocumented().check(CLASSES);
    }
}
