package hedgerow;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// The rules of the house, for the rooms under one root package.
///
/// The root is an argument so that the same rules that hold for the production classes can be shown
/// to fail on the rooms of `hedgerow.crooked`, which break each of them once.
///
/// @param root the package that holds the rooms, such as `hedgerow`
/// @param sources the directory that holds the sources of that package tree
record HouseRules(String root, Path sources) {

    /// The rooms that import nothing but plain Java, in reading order.
    static final List<String> CORE_ROOMS =
            List.of(
                    "portfolio",
                    "market",
                    "scenario",
                    "pricing",
                    "risk",
                    "margin",
                    "hedge",
                    "allocation");

    /// The rooms below the banks, which may import Quarkus, Jakarta and Jackson.
    static final List<String> BANKS = List.of("store", "live", "api", "cli");

    private static final String[] PLAIN_JAVA = {
        "java.lang..",
        "java.math",
        "java.nio",
        "java.nio.charset",
        "java.security",
        "java.time..",
        "java.util..",
        "jdk.incubator.vector",
        "org.jspecify.annotations",
        // Distributions, linear algebra, roots and programs: arithmetic as plain as our own
        "org.apache.commons.math3.analysis",
        "org.apache.commons.math3.analysis.solvers",
        "org.apache.commons.math3.distribution",
        "org.apache.commons.math3.linear",
        "org.apache.commons.math3.stat",
        "org.apache.commons.math3.stat.correlation",
        "org.apache.commons.math3.stat.regression",
        "org.ojalgo.optimisation",
        "org.ojalgo.optimisation.linear",
        "org.ojalgo.structure",
    };

    private static final String[] NOT_PLAIN = {
        "java.lang.management..",
        "java.util.jar..",
        "java.util.logging..",
        "java.util.prefs..",
        "java.util.random..",
        "java.util.zip..",
    };

    private static final Set<String> OUTSIDE_WORLD =
            Set.of(
                    "java.lang.Process",
                    "java.lang.ProcessBuilder",
                    "java.lang.System$Logger",
                    "java.security.SecureRandom",
                    "java.time.Clock",
                    "java.time.InstantSource",
                    "java.util.Calendar",
                    "java.util.Date",
                    "java.util.Random",
                    "java.util.Scanner",
                    "java.util.SplittableRandom",
                    "java.util.Timer",
                    "java.util.concurrent.ThreadLocalRandom");

    private static final Set<String> READS_THE_WORLD =
            Set.of(
                    "java.lang.Math.random",
                    "java.lang.StrictMath.random",
                    "java.lang.System.console",
                    "java.lang.System.currentTimeMillis",
                    "java.lang.System.err",
                    "java.lang.System.getLogger",
                    "java.lang.System.getenv",
                    "java.lang.System.in",
                    "java.lang.System.nanoTime",
                    "java.lang.System.out",
                    "java.lang.Throwable.printStackTrace",
                    "java.time.ZoneId.systemDefault",
                    "java.util.Collections.shuffle",
                    "java.util.UUID.randomUUID");

    /// Functions of `Math` whose last bit may differ from one machine to the next.
    private static final Set<String> NOT_STRICT =
            Set.of(
                    "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh",
                    "exp", "expm1", "log", "log10", "log1p", "pow", "cbrt", "hypot");

    /// Lane operators that are intrinsics with an error bound, or that skip a rounding.
    private static final Set<String> NOT_STRICT_LANES =
            Set.of(
                    "FMA", "SIN", "COS", "TAN", "ASIN", "ACOS", "ATAN", "ATAN2", "SINH", "COSH",
                    "TANH", "EXP", "EXPM1", "LOG", "LOG10", "LOG1P", "POW", "CBRT", "HYPOT");

    /// One rule a room: it imports nothing from the rooms after it.
    List<ArchRule> roomsImportOnlyRoomsAbove() {
        List<String> rooms = rooms();
        List<ArchRule> rules = new ArrayList<>();
        for (int i = 0; i + 1 < rooms.size(); i++) {
            String[] below =
                    rooms.subList(i + 1, rooms.size()).stream()
                            .map(this::within)
                            .toArray(String[]::new);
            rules.add(
                    noClasses()
                            .that()
                            .resideInAPackage(within(rooms.get(i)))
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(below)
                            .allowEmptyShould(true));
        }
        return List.copyOf(rules);
    }

    /// No `util`, no `common`: a class lives in a room that has a place in the order.
    ArchRule everyClassLivesInARoom() {
        return classes()
                .that()
                .doNotHaveSimpleName("package-info")
                .should()
                .resideInAnyPackage(rooms().stream().map(this::within).toArray(String[]::new))
                .allowEmptyShould(true);
    }

    ArchRule packagesAreFreeOfCycles() {
        return slices().matching(root + ".(**)").should().beFreeOfCycles().allowEmptyShould(true);
    }

    /// No framework, no I/O, no logging in the core: only the packages listed as plain Java.
    ArchRule coreImportsPlainJavaOnly() {
        Predicate<JavaClass> plain = type -> residesIn(type, PLAIN_JAVA);
        Predicate<JavaClass> notPlain = type -> residesIn(type, NOT_PLAIN);
        Predicate<JavaClass> own = type -> residesIn(type, root + "..");
        return coreClasses(
                "import plain Java only",
                (type, faults) -> {
                    for (var dependency : type.getDirectDependenciesFromSelf()) {
                        JavaClass target = dependency.getTargetClass().getBaseComponentType();
                        boolean allowed =
                                target.isPrimitive()
                                        || own.test(target)
                                        || (plain.test(target) && !notPlain.test(target));
                        if (!allowed) {
                            faults.add(dependency.getDescription());
                        }
                    }
                });
    }

    /// Time, chance and surroundings come in as arguments.
    ArchRule coreReadsNoClockChanceOrSurroundings() {
        return coreClasses(
                "read no clock, chance or surroundings",
                (type, faults) -> {
                    for (var dependency : type.getDirectDependenciesFromSelf()) {
                        if (OUTSIDE_WORLD.contains(dependency.getTargetClass().getName())) {
                            faults.add(dependency.getDescription());
                        }
                    }
                    for (JavaAccess<?> access : type.getAccessesFromSelf()) {
                        if (readsTheWorld(access)) {
                            faults.add(access.getDescription());
                        }
                    }
                });
    }

    /// `StrictMath` for transcendental functions, and no fused multiply-add: the same bits on every
    /// machine and at every SIMD width.
    ArchRule coreComputesTheSameBitsEverywhere() {
        return coreClasses(
                "compute the same bits on every machine",
                (type, faults) -> {
                    for (JavaAccess<?> access : type.getAccessesFromSelf()) {
                        if (differsByMachine(access)) {
                            faults.add(access.getDescription());
                        }
                    }
                });
    }

    /// Each public type of the core opens with a `///` text.
    ArchRule corePublicTypesAreDocumented() {
        return coreClasses(
                "document public types with ///",
                (type, faults) -> {
                    if (isPublicApi(type) && !DocScan.isDocumented(sources, type)) {
                        faults.add(type.getName() + " is public and has no /// text");
                    }
                });
    }

    private List<String> rooms() {
        List<String> rooms = new ArrayList<>(CORE_ROOMS);
        rooms.addAll(BANKS);
        return rooms;
    }

    private String within(String room) {
        return root + "." + room + "..";
    }

    private ArchRule coreClasses(String description, FaultFinder finder) {
        return classes()
                .that()
                .resideInAnyPackage(CORE_ROOMS.stream().map(this::within).toArray(String[]::new))
                .should(condition(description, finder))
                .allowEmptyShould(true);
    }

    private static ArchCondition<JavaClass> condition(String description, FaultFinder finder) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                List<String> faults = new ArrayList<>();
                finder.find(type, faults);
                faults.forEach(fault -> events.add(SimpleConditionEvent.violated(type, fault)));
            }
        };
    }

    private static boolean residesIn(JavaClass type, String... packages) {
        return JavaClass.Predicates.resideInAnyPackage(packages).test(type);
    }

    private static boolean readsTheWorld(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String name = access.getTarget().getName();
        boolean now = name.equals("now") && owner.startsWith("java.time.");
        return now || READS_THE_WORLD.contains(owner + "." + name);
    }

    private static boolean differsByMachine(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String name = access.getTarget().getName();
        if (owner.equals("jdk.incubator.vector.VectorOperators")) {
            return NOT_STRICT_LANES.contains(name);
        }
        boolean math = owner.equals("java.lang.Math");
        boolean fused = math || owner.equals("java.lang.StrictMath") || isVector(owner);
        return (math && NOT_STRICT.contains(name)) || (fused && name.equals("fma"));
    }

    private static boolean isVector(String owner) {
        return owner.startsWith("jdk.incubator.vector.");
    }

    private static boolean isPublicApi(JavaClass type) {
        boolean named = !type.isAnonymousClass() && !type.isLocalClass();
        boolean open = type.getModifiers().contains(JavaModifier.PUBLIC);
        boolean inOpenType = type.getEnclosingClass().map(HouseRules::isPublicApi).orElse(true);
        return named && open && inOpenType && !type.getSimpleName().equals("package-info");
    }

    /// Adds a line for each fault it finds in a class.
    private interface FaultFinder {
        void find(JavaClass type, List<String> faults);
    }
}
